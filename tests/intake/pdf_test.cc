#include "indexer/intake/intake.h"
#include "indexer/law/error.h"
#include "tests/intake/folder.h"
#include "tests/intake/pdf_writer.h"
#include "tests/support/catch.h"

using namespace kto;

// LeakSanitizer asks for this. fontconfig, which poppler asks for faces that a PDF does not bring along, keeps a little
// memory to the end of the program.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig";
}

namespace {

std::string refusal(const std::filesystem::path& file) {
  try {
    intake::read_document(file, "a.pdf");
  } catch (const law::Error& error) {
    CHECK(!error.hint().empty());
    return error.code() + ": " + error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a PDF that holds no act is refused, and why is said") {
  const tests::Folder folder("intake-pdf");
  const tests::PdfPage words{{72, 100, 10, "§ 1"}};
  const std::string whole = tests::write_pdf({words});
  struct Row {
    std::string bytes;
    const char* refusal;
  };
  const Row rows[] = {
      {whole, ""},
      {tests::write_pdf({{}, {}}), "act-scanned: a.pdf: the PDF has no text layer on any of its 2 pages"},
      {tests::write_locked_pdf({words}), "act-unreadable: a.pdf: the PDF is encrypted and asks for a password"},
      {"no PDF at all", "act-unreadable: a.pdf: is no PDF that can be read"},
      {"", "act-unreadable: a.pdf: is no PDF that can be read"},
      {whole.substr(0, 40), "act-unreadable: a.pdf: is no PDF that can be read"},
      {tests::write_pdf(std::vector<tests::PdfPage>(intake::kMostPages + 1)),
       "act-too-large: a.pdf: has 2001 pages, more than 2000"},
  };
  for (const Row& row : rows) CHECK(refusal(folder.write("a.pdf", row.bytes)) == row.refusal);
  CHECK(refusal(folder.path() / "none.pdf") == "act-unreadable: a.pdf: cannot be read");
}

TEST_CASE("what was done to a PDF is said") {
  const tests::Folder folder("intake-pdf");
  tests::PdfPage first{{72, 100, 10, "MINISTRA ZDROWIA"},
                       {168, 96, 6, "1)"},
                       {72, 120, 10, "§ 1"},
                       {72, 133, 10, "Treść zwykła"},
                       {72, 780, 8, "1) Minister kieruje."},
                       {72, 820, 8, "Strona 1"}};
  const auto read = intake::read_document(folder.write("a.pdf", tests::write_pdf({first, {}})), "a.pdf");
  CHECK(read.text == "MINISTRA ZDROWIA[^1]\n§ 1\nTreść zwykła\n[^1]: Minister kieruje.\n");
  std::string said;
  for (const law::Diagnostic& diagnostic : read.diagnostics) said += law::render(diagnostic);
  CHECK(
      said ==
      "a.pdf: warning: no text layer on page 2; if these are scans, their words are missing\n"
      "a.pdf: info: 2 pages: 1 line of headers and footers left out, 0 lines joined to the one before, 0 words divided "
      "by a hyphen put together, 1 footnote moved to the end\n");
}
