// A file of many offices: found in one pass, read office by office, faults told for the whole.
#include "indexer/catalogue/file.h"

#include <unistd.h>

#include <cstdio>
#include <sstream>

#include "indexer/catalogue/read.h"
#include "indexer/law/error.h"
#include "tests/support/catch.h"

using namespace kto;
using catalogue::CatalogueFile;

namespace {

// The text as an open file.
int file_of(const std::string& text) {
  std::FILE* temporary = std::tmpfile();
  REQUIRE(temporary != nullptr);
  const int file = ::dup(::fileno(temporary));
  std::fclose(temporary);
  REQUIRE(::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  return file;
}

std::string row(const std::string& office, int number, const std::string& more = "") {
  return "{\"office\":\"" + office + "\",\"id\":\"" + office + "-" + std::to_string(number) + "\",\"citation\":\"§ " +
         std::to_string(number) + "\",\"text\":\"prowadzenia\",\"valid_from\":\"2024-01-01\"" + more + "}\n";
}

// "chelm 3 in 2, lublin 1 in 1": rows and runs.
std::string found(const CatalogueFile& file) {
  std::string out;
  for (const auto& one : file.offices())
    out += (out.empty() ? "" : ", ") + one.office + " " + std::to_string(one.rows) + " in " +
           std::to_string(one.runs.size());
  return out;
}

std::string error_of(const std::string& text) {
  try {
    CatalogueFile(file_of(text), "tasks.jsonl").tell_faults();
    return "none";
  } catch (const law::Error& error) {
    return error.code() + ": " + error.what();
  }
}

}  // namespace

TEST_CASE("the office of a line") {
  const struct {
    const char *line, *office;
  } rows[] = {
      {R"({"office":"lublin","text":"x"})", "lublin"},
      {R"({"text":"x", "office" : "lublin-2" })", "lublin-2"},
      {R"({"text":"\"office\":\"radom\"","office":"lublin"})", "lublin"},  // said in a text
      {R"({"text":"office","office":"lublin"})", "lublin"},
      {R"(["office","radom"])", ""},
      {R"({"office":null})", ""},
      {R"({"office":"Lublin"})", ""},  // told as a fault when it is read
      {R"({"office":"lub\u006cin"})", ""},
      {R"({"office":"lublin)", ""},
      {R"({"office")", ""},
      {"", ""},
  };
  for (const auto& one : rows) CHECK(catalogue::office_in(one.line) == one.office);
}

TEST_CASE("grouped, shuffled and blank lines: the same catalogues as of the whole text") {
  const std::string grouped = row("chelm", 1) + row("chelm", 2) + row("lublin", 1);
  const std::string shuffled = row("chelm", 1) + "\n" + row("lublin", 1) + "  \r\n" + row("chelm", 2);
  CHECK(found(CatalogueFile(file_of(grouped), "f")) == "chelm 2 in 1, lublin 1 in 1");
  CHECK(found(CatalogueFile(file_of(shuffled), "f")) == "chelm 2 in 2, lublin 1 in 1");
  CHECK(found(CatalogueFile(file_of(""), "f")).empty());
  for (const std::string& text : {grouped, shuffled, shuffled.substr(0, shuffled.size() - 1)}) {
    const CatalogueFile file(file_of(text), "f");
    std::istringstream in(text);
    const auto whole = catalogue::read_catalogues(in, "f");
    REQUIRE(file.offices().size() == whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
      const law::Catalogue one = file.read(file.offices()[i]);
      CHECK(one.office == whole[i].office);
      CHECK(one.tasks == whole[i].tasks);
      CHECK(one.acts == whole[i].acts);
    }
  }
}

TEST_CASE("rows across the blocks in which a file is read") {
  std::string text;
  int rows = 0;
  for (; text.size() < (std::size_t{5} << 19); ++rows)
    text +=
        row(rows < 5000 ? "chelm" : "lublin", rows % 5000 + 1, R"(,"context":")" + std::string(rows % 97, 'x') + '"');
  const CatalogueFile file(file_of(text), "f");
  REQUIRE(file.offices().size() == 2);
  CHECK(file.offices()[0].runs.size() == 1);
  CHECK(file.read(file.offices()[0]).tasks.size() == 5000);
  CHECK(file.read(file.offices()[1]).tasks.size() == static_cast<std::size_t>(rows - 5000));
}

TEST_CASE("faults of the whole file, in the order of its lines") {
  CHECK(error_of(row("chelm", 1)) == "none");
  CHECK(error_of(row("lublin", 1, R"(,"role":"boss")") + "\nno row\n" + row("chelm", 1, R"(,"x":1)")) ==
        "catalogue-invalid: tasks.jsonl:1: \"role\": there is no boss\n"
        "tasks.jsonl:3: is no JSON object\n"
        "tasks.jsonl:4: unknown field \"x\"");
  const std::string longest = row("chelm", 1, R"(,"context":")" + std::string(std::size_t{3} << 20, 'x') + '"');
  CHECK(error_of(longest + row("chelm", 2, R"(,"x":1)")) ==
        "catalogue-invalid: tasks.jsonl:1: the line is longer than 1 MiB\ntasks.jsonl:2: unknown field \"x\"");
  const CatalogueFile file(file_of(row("chelm", 1) + row("lublin", 1, R"(,"x":1)")), "tasks.jsonl");
  CHECK(file.read(file.offices()[0]).tasks.size() == 1);  // the fault is another office's
  CHECK_THROWS_AS(file.read(file.offices()[1]), law::Error);
}
