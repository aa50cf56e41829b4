#include "indexer/corpus/corpus.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "indexer/corpus/described_file.h"
#include "indexer/intake/intake.h"
#include "indexer/law/error.h"

namespace kto::corpus {
namespace {

namespace fs = std::filesystem;
using law::Error;
using nlohmann::json;

std::vector<fs::path> sorted(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

bool is_id(const std::string& id) {
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

struct OfficeFile {
  std::string id, name;
  bool example = false;
  law::OfficeDetails details;
  std::map<std::string, law::Date> promulgated;  // act number → day
  std::string base_file;                         // of the regulation, in acts/; mostly empty
  parse::GivenFacts base;
};

// Both are said by people about their office; the names of the fields are those of web/accessibility.mustache.
law::OfficeDetails details_of(const DescribedFile& described) {
  law::OfficeDetails out;
  out.information_desk = described.text("information_desk");
  const json statement = described.object().value("accessibility", json::object());
  if (!statement.is_object()) throw described.invalid("\"accessibility\" must be an object of texts");
  for (const auto& [field, said] : statement.items()) {
    if (!said.is_string()) throw described.invalid("\"accessibility\": \"" + field + "\" must be a text");
    out.accessibility[field] = said.get<std::string>();
  }
  return out;
}

OfficeFile parse_office(const fs::path& file) {
  const DescribedFile described(file, "office-invalid", R"({"id": "lublin", "name": "Urząd Miasta Lublin"})");
  OfficeFile out;
  out.id = described.text("id");
  out.name = described.text("name");
  out.example = described.object().value("example", json(false)) == true;
  out.details = details_of(described);
  if (!is_id(out.id)) throw described.invalid("\"id\" must be lower-case letters, digits and hyphens, at most 64");
  if (out.name.empty()) throw described.invalid("\"name\" is missing");
  const json promulgated = described.object().value("promulgated", json::object());
  if (!promulgated.is_object()) throw described.invalid("\"promulgated\" must map act numbers to days");
  for (const auto& [number, day] : promulgated.items()) {
    const auto date = day.is_string() ? law::parse_date(day.get<std::string>()) : std::nullopt;
    if (!date) throw described.invalid("the day of promulgation of act " + number + " is no day written YYYY-MM-DD");
    out.promulgated[number] = *date;
  }
  if (const json base = described.object().value("base", json()); base.is_object()) {
    out.base = described.facts(base);
    out.base_file = DescribedFile::text(base, "file");
  }
  return out;
}

// regulamin.json beside regulamin.txt: what the act itself does not say.
void read_sidecar(const fs::path& file, parse::ActSource& act) {
  std::error_code error;
  if (!fs::exists(file, error)) return;
  const DescribedFile described(file, "act-facts-invalid",
                                R"({"number": "5/2020", "date": "2020-03-02", "in_force": "2020-04-01"})");
  act.given = described.facts(described.object());
  if (const auto day = described.date(described.object(), "promulgated"))
    act.promulgated[act.file.substr(act.file.rfind('/') + 1)] = *day;
}

void read_act(const fs::path& path, const fs::path& corpus, OfficeSource& out) {
  intake::Intake document = intake::read_document(path);
  parse::ActSource act;
  act.file = path.lexically_relative(corpus).generic_string();
  act.text = std::move(document.text);
  read_sidecar(fs::path(path).replace_extension(".json"), act);
  for (law::Diagnostic& diagnostic : document.diagnostics) {
    diagnostic.file = fs::path(diagnostic.file).lexically_relative(corpus).generic_string();
    out.intake.push_back(std::move(diagnostic));
  }
  out.acts.push_back(std::move(act));
}

OfficeSource read_office(const fs::path& folder, const fs::path& corpus) {
  const OfficeFile described = parse_office(folder / "office.json");
  OfficeSource out{described.id, described.name, described.example, described.details, {}, {}};
  bool base_found = described.base_file.empty();
  for (const fs::path& path : intake::documents(folder / "acts")) {
    read_act(path, corpus, out);
    if (path.filename() != described.base_file) continue;
    out.acts.back().given = described.base;
    base_found = true;
  }
  if (out.acts.empty())
    throw Error("acts-missing", (folder / "acts").string() + ": no act is there",
                "put each ordinance there as .txt, .md, .html or .pdf, one file or one folder an act");
  if (!base_found)
    throw Error("office-invalid",
                (folder / "office.json").string() + ": \"base\" names the file " + described.base_file +
                    ", which is not in acts/",
                "name the file of the regulation as it stands in acts/");
  for (parse::ActSource& act : out.acts)
    act.promulgated.insert(described.promulgated.begin(), described.promulgated.end());
  return out;
}

}  // namespace

std::vector<OfficeSource> read_corpus(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    throw Error("corpus-missing", folder.string() + ": there is no such folder",
                "name the folder that holds one folder an office, as --corpus corpus");
  std::vector<OfficeSource> out;
  for (const fs::path& office : sorted(folder))
    if (fs::exists(office / "office.json", error)) out.push_back(read_office(office, folder));
  if (out.empty())
    throw Error("corpus-empty", folder.string() + ": no folder in it has an office.json",
                "make one folder an office, with office.json and acts/ in it");
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  for (std::size_t i = 1; i < out.size(); ++i)
    if (out[i].id == out[i - 1].id)
      throw Error("office-duplicate", folder.string() + ": two folders have the office id " + out[i].id,
                  "give each office its own id");
  return out;
}

}  // namespace kto::corpus
