// The acts of Lublin as PDF and as web pages give the same operations, provisions and tasks as their text, row by row.
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/commands/commands.h"
#include "tests/intake/folder.h"
#include "tests/intake/pdf_writer.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

using Json = nlohmann::json;

// The rows of a dump without what depends on the file: its name and its lines.
std::vector<std::string> rows(const std::string& what, const std::filesystem::path& corpus) {
  std::ostringstream out, err;
  commands::DumpRequest request;
  request.what = what;
  request.corpus = corpus;
  request.office = "lublin";
  REQUIRE(commands::dump(request, {out, err}) == commands::kDone);
  std::vector<std::string> found;
  std::istringstream in(out.str());
  for (std::string line; std::getline(in, line);) {
    Json row = Json::parse(line);
    for (const char* field : {"lines", "file"}) row.erase(field);
    found.push_back(row.dump());
  }
  return found;
}

std::string read(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), {});
}

// The paragraphs of an act, without the marks of Markdown and the bullets before labels.
std::vector<std::string> paragraphs(const std::string& act) {
  std::vector<std::string> out;
  std::istringstream in(read("corpus/lublin/acts/" + act + ".txt"));
  for (std::string line; std::getline(in, line);) {
    for (const char* mark : {"**", "\\"})
      for (std::size_t at; (at = line.find(mark)) != std::string::npos;) line.erase(at, std::string(mark).size());
    const std::size_t begin = line.find_first_not_of(" #");
    if (begin == std::string::npos) continue;
    line.erase(0, begin);
    while (line.back() == ' ') line.pop_back();
    const bool bullet = line.size() > 3 && line.compare(0, 2, "- ") == 0;
    const bool labelled = bullet && (line.find(')') < 6 || line.compare(2, 3, "„") == 0);
    out.push_back(labelled ? line.substr(2) : line);
  }
  return out;
}

// Where two rows part, with some words around; empty when they are equal.
std::string difference(const std::string& found, const std::string& expected) {
  if (found == expected) return {};
  std::size_t at = 0;
  while (at < found.size() && at < expected.size() && found[at] == expected[at]) ++at;
  const std::size_t begin = at < 60 ? 0 : at - 60;
  return "\"" + found.substr(begin, 120) + "\" instead of \"" + expected.substr(begin, 120) + "\"";
}

constexpr const char* kActs[] = {"19-11-2023", "58-12-2021"};

std::string web_page(const std::string& act) {
  std::string page =
      "<!DOCTYPE html><html lang=pl><head><meta charset=utf-8><title>Zarządzenia</title><script>if (1 < 2) "
      "go();</script>"
      "</head><body><header><p>Biuletyn Informacji Publicznej</p></header><nav><ul><li><a href=/1>Zarządzenia "
      "Prezydenta</a><li><a href=/2>Uchwały Rady</a></ul></nav><div id=tresc>";
  for (std::string paragraph : paragraphs(act)) {
    for (std::size_t at = 0; (at = paragraph.find('<', at)) != std::string::npos;) paragraph.replace(at, 1, "&lt;");
    page += "<p>" + paragraph + "\n";
  }
  return page + "<p>Liczba wejść: 3450</p></div><footer><p>Urząd Miasta</p></footer></body></html>";
}

void check_same(const tests::Folder& folder) {
  folder.write("lublin/office.json", read("corpus/lublin/office.json"));
  for (const char* what : {"operations", "provisions", "tasks"}) {
    const auto expected = rows(what, "corpus"), found = rows(what, folder.path());
    INFO(what);
    CHECK(!expected.empty());
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) CHECK(difference(found[i], expected[i]) == "");
  }
}

}  // namespace

TEST_CASE("the acts as PDF give the law of their text") {
  struct Row {
    const char* name;
    tests::Typesetting how;
  };
  const Row kRows[] = {
      {"plain", {75, 45, 10, false, 0, "", ""}},
      {"page numbers", {75, 45, 10, false, 0, "", "#"}},
      {"header and footer", {68, 40, 11, false, 0, "Zarządzenie – # – Poz. 398", "Id: 7EBEB48D-1. Podpisany Strona #"}},
      {"divided words", {60, 45, 10, true, 0, "", "Strona #"}},
      {"narrow", {44, 48, 10, true, 0, "", ""}},
      {"hanging", {70, 45, 10, true, 18, "", "- # -"}},
  };
  for (const Row& row : kRows) {
    INFO(row.name);
    const tests::Folder folder("intake-acceptance");
    for (const char* act : kActs)
      folder.write(std::string("lublin/acts/") + act + ".pdf",
                   tests::write_pdf(tests::typeset(paragraphs(act), row.how)));
    check_same(folder);
  }
}

TEST_CASE("the acts as web pages give the law of their text") {
  const tests::Folder folder("intake-acceptance");
  for (const char* act : kActs) folder.write(std::string("lublin/acts/") + act + ".html", web_page(act));
  check_same(folder);
}
