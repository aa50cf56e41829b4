#include "indexer/intake/intake.h"
#include "indexer/law/error.h"
#include "tests/intake/folder.h"
#include "tests/intake/pdf_writer.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

std::string names(const std::filesystem::path& folder) {
  std::string out;
  try {
    for (const auto& path : intake::documents(folder)) out += path.filename().string() + " ";
  } catch (const law::Error& error) {
    out = error.code();
  }
  return out;
}

std::string text(const std::filesystem::path& file) {
  try {
    return intake::read_document(file, "F").text;
  } catch (const law::Error& error) {
    return error.code() + ": " + error.what();
  }
}

}  // namespace

TEST_CASE("the documents of a folder, in natural order") {
  struct Row {
    std::vector<const char*> files;
    const char* documents;
  };
  const Row rows[] = {
      {{}, ""},
      {{"10.txt", "2.txt", "1.txt"}, "1.txt 2.txt 10.txt "},
      {{"b.pdf", "a.HTML", "c.md", "d.htm"}, "a.HTML b.pdf c.md d.htm "},
      {{"akt 2.txt", "akt 10.txt", "akt 02.pdf"}, "akt 02.pdf akt 2.txt akt 10.txt "},
      {{"7/1.pdf", "7/2.txt", "8.txt"}, "7 8.txt "},
      {{".gitkeep", "a.txt~", "a.txt", "a.json", "README.md", "SOURCES.md"}, "a.txt "},
      // The text beside a scan stands for it.
      {{"a.pdf", "a.txt", "b.pdf"}, "a.txt b.pdf "},
      {{"a.docx"}, "act-unknown-format"},
      {{"a.docx", "a.txt"}, "act-unknown-format"},
      {{"bez-końcówki"}, "act-unknown-format"},
  };
  for (const Row& row : rows) {
    const tests::Folder folder("intake-documents");
    for (const char* file : row.files) folder.write(file, "x");
    CHECK(names(folder.path()) == row.documents);
  }
}

TEST_CASE("several files are one act") {
  const tests::Folder folder("intake-documents");
  folder.write("a/2.html", "<p>§ 2</p>");
  folder.write("a/10.pdf", tests::write_pdf({{{72, 100, 10, "§ 3"}}}));
  folder.write("a/1.txt", "\xEF\xBB\xBF§ 1\r\nTreść");
  CHECK(text(folder.path() / "a") == "§ 1\nTreść\n§ 2\n§ 3\n");
  const auto read = intake::read_document(folder.path() / "a", "acts/a");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].file == "acts/a/10.pdf");
  folder.write("b/README.md", "x");
  CHECK(text(folder.path() / "b") == "act-empty: F: no document is in this folder");
}

TEST_CASE("plain text keeps its words, and what is none is refused") {
  struct Row {
    const char* file;
    std::string bytes, text;
  };
  const Row rows[] = {
      {"a.txt", "§ 1\n  x \n\n", "§ 1\n  x \n\n"},
      {"a.txt", "a\r\nb\rc\n\r\n", "a\nb\nc\n\n"},
      {"a.md", "## § 1\n", "## § 1\n"},
      {"a.txt", "", "act-empty: F: the act is empty"},
      {"a.html", "<script>x</script>", "act-empty: F: the act is empty"},
      {"a.html", "<body><img src=1.jpg></body>", "act-scanned: F: the page holds pictures and no text"},
      {"a.txt", "x\nzarz\xB9", "act-not-utf8: F:2: the text is not UTF-8 at byte 6"},
      {"a.html",
       "<meta charset=iso-8859-2><p>zarz\xB1"
       "dzenie</p>",
       "zarządzenie\n"},
      {"a.odt", "x", "act-unknown-format: F: files of this kind are not read"},
  };
  for (const Row& row : rows) {
    const tests::Folder folder("intake-documents");
    INFO(row.bytes);
    CHECK(text(folder.write(row.file, row.bytes)) == row.text);
  }
  CHECK(text("none.txt") == "act-unreadable: F: cannot be read");
}

TEST_CASE("a file too large for an act is refused before it is read") {
  const tests::Folder folder("intake-documents");
  const auto file = folder.write("a.txt", "x");
  std::filesystem::resize_file(file, intake::kMostBytes + 1);  // sparse: it takes no room
  CHECK(text(file) == "act-too-large: F: has 64 MiB, more than 64");
}
