#include "indexer/corpus/corpus.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "indexer/intake/intake.h"
#include "indexer/law/error.h"

namespace kto::corpus {
namespace {

namespace fs = std::filesystem;
using law::Error;
using nlohmann::json;

std::string read_file(const fs::path& file, const std::string& code) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (!in.is_open() || in.bad())
    throw Error(code, file.string() + ": cannot be read", "check that it is a file and that you may read it");
  return bytes;
}

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
  std::map<std::string, law::Date> promulgated;  // act number → day
};

OfficeFile parse_office(const fs::path& file) {
  const auto invalid = [&](const std::string& what) {
    return Error("office-invalid", file.string() + ": " + what,
                 R"(an office is described as {"id": "lublin", "name": "Urząd Miasta Lublin"})");
  };
  const json described = json::parse(read_file(file, "office-unreadable"), nullptr, false);
  if (!described.is_object()) throw invalid("is no JSON object");
  const auto text = [&](const char* key) {
    return described.contains(key) && described[key].is_string() ? described[key].get<std::string>() : std::string();
  };
  OfficeFile out{text("id"), text("name"), described.value("example", json(false)) == true, {}};
  if (!is_id(out.id)) throw invalid("\"id\" must be lower-case letters, digits and hyphens, at most 64");
  if (out.name.empty()) throw invalid("\"name\" is missing");
  const json promulgated = described.value("promulgated", json::object());
  if (!promulgated.is_object()) throw invalid("\"promulgated\" must map act numbers to days");
  for (const auto& [number, day] : promulgated.items()) {
    const auto date = day.is_string() ? law::parse_date(day.get<std::string>()) : std::nullopt;
    if (!date) throw invalid("the day of promulgation of act " + number + " is no day written YYYY-MM-DD");
    out.promulgated[number] = *date;
  }
  return out;
}

void read_act(const fs::path& path, const fs::path& corpus, OfficeSource& out) {
  intake::Intake document = intake::read_document(path);
  parse::ActSource act;
  act.file = path.lexically_relative(corpus).generic_string();
  act.text = std::move(document.text);
  for (law::Diagnostic& diagnostic : document.diagnostics) {
    diagnostic.file = fs::path(diagnostic.file).lexically_relative(corpus).generic_string();
    out.intake.push_back(std::move(diagnostic));
  }
  out.acts.push_back(std::move(act));
}

OfficeSource read_office(const fs::path& folder, const fs::path& corpus) {
  const OfficeFile described = parse_office(folder / "office.json");
  OfficeSource out{described.id, described.name, described.example, {}, {}};
  for (const fs::path& path : intake::documents(folder / "acts")) read_act(path, corpus, out);
  if (out.acts.empty())
    throw Error("acts-missing", (folder / "acts").string() + ": no act is there",
                "put each ordinance there as .txt, .md, .html or .pdf, one file or one folder an act");
  for (parse::ActSource& act : out.acts) act.promulgated = described.promulgated;
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
