#include "indexer/intake/intake.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "indexer/intake/document_kind.h"
#include "indexer/intake/encoding.h"
#include "indexer/intake/footnotes.h"
#include "indexer/intake/furniture.h"
#include "indexer/intake/html.h"
#include "indexer/intake/lost_sections.h"
#include "indexer/intake/paragraphs.h"
#include "indexer/intake/pdf.h"
#include "indexer/law/error.h"
#include "indexer/text/dictionary.h"
#include "indexer/text/normalize.h"

namespace kto::intake {
namespace {

namespace fs = std::filesystem;
using law::Error;
using law::Severity;

std::string read_bytes(const fs::path& file, const std::string& name) {
  std::error_code error;
  const std::uintmax_t size = fs::is_regular_file(file, error) ? fs::file_size(file, error) : 0;
  if (size > kMostBytes)
    throw Error("act-too-large",
                name + ": has " + std::to_string(size >> 20) + " MiB, more than " + std::to_string(kMostBytes >> 20),
                "split it into one file an act, or put its text beside it as .txt of the same name");
  std::ifstream in(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (!in.is_open() || in.bad())
    throw Error("act-unreadable", name + ": cannot be read", "check that it is a file and that you may read it");
  return bytes;
}

// "3 lines", "1 line".
std::string count(std::size_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

// One document on its way to text.
class Reader {
 public:
  Reader(fs::path file, std::string name) : file_(std::move(file)), name_(std::move(name)) {}

  Intake plain_text() {
    const std::string bytes = read_bytes(file_, name_);
    const std::string text = decoded(bytes, {});
    out_.text.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\r') {
        if (i + 1 == text.size() || text[i + 1] != '\n') out_.text += '\n';
      } else {
        out_.text += text[i];
      }
    }
    return finish();
  }

  Intake html() {
    const std::string bytes = read_bytes(file_, name_);
    HtmlText html = read_html(decoded(bytes, declared_charset(bytes)));
    out_.text = std::move(html.text);
    if (html.furniture > 0)
      note(Severity::info, "page-furniture",
           count(html.furniture, "part") + " of the web page (navigation, scripts, counters) left out");
    if (out_.text.empty() && html.pictures > 0) refuse_scan("the page holds pictures and no text");
    return finish();
  }

  Intake pdf() {
    PdfText pdf = read_pdf(read_bytes(file_, name_), name_);
    tell_pages(pdf);
    const unsigned furniture = remove_furniture(pdf.pages);
    const std::vector<Footnote> notes = take_footnotes(pdf.pages);
    const Paragraphs paragraphs = to_paragraphs(pdf.pages, dictionary());
    out_.text = paragraphs.text;
    for (const Footnote& footnote : notes) out_.text += "[^" + footnote.mark + "]: " + footnote.text + "\n";
    note(Severity::info, "pdf-read",
         count(pdf.pages.size(), "page") + ": " + count(furniture, "line") + " of headers and footers left out, " +
             count(paragraphs.wrapped, "line") + " joined to the one before, " + count(paragraphs.hyphens, "word") +
             " divided by a hyphen put together, " + count(notes.size(), "footnote") + " moved to the end");
    return finish();
  }

 private:
  void note(Severity severity, std::string code, std::string message) {
    out_.diagnostics.push_back({name_, 0, 0, severity, std::move(code), std::move(message), {}});
  }

  [[noreturn]] void refuse_scan(const std::string& what) const {
    throw Error(
        "act-scanned", name_ + ": " + what,
        "run text recognition (for example: ocrmypdf -l pol), or put the text beside it as .txt of the same name");
  }

  std::string decoded(const std::string& bytes, const std::string& declared) {
    auto found = decode(bytes, declared);
    if (!found) {
      const std::size_t at = text::invalid_utf8(bytes).value_or(0);
      const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
      throw Error("act-not-utf8",
                  name_ + ":" + std::to_string(line) + ": the text is not UTF-8 at byte " + std::to_string(at),
                  "convert it, for example with: iconv -f windows-1250 -t utf-8");
    }
    if (found->encoding != "UTF-8")
      note(Severity::info, "encoding-converted", "the text was " + found->encoding + " and was read as such");
    return std::move(found->text);
  }

  void tell_pages(const PdfText& pdf) {
    std::string without;
    std::size_t empty = 0, sideways = 0;
    for (std::size_t i = 0; i < pdf.pages.size(); ++i) {
      sideways += pdf.pages[i].sideways;
      if (!pdf.pages[i].lines.empty()) continue;
      without += (without.empty() ? "" : ", ") + std::to_string(i + 1);
      ++empty;
    }
    if (empty == pdf.pages.size())
      refuse_scan("the PDF has no text layer on any of its " + count(pdf.pages.size(), "page"));
    if (empty > 0)
      note(Severity::warning, "pages-without-text",
           "no text layer on page " + without + "; if these are scans, their words are missing");
    if (sideways > 0) note(Severity::info, "stamps-left-out", count(sideways, "word") + " printed sideways left out");
    if (pdf.unreadable > 0)
      note(Severity::warning, "letters-without-meaning",
           count(pdf.unreadable, "letter") + " of fonts that do not say what they are; put the text beside the file");
  }

  // The dictionary beside the program, opened when the first hyphen asks for it; without one, the document's own words
  // decide (hyphenation.h).
  static WordList dictionary() {
    std::error_code error;
    if (!fs::exists(text::default_dictionary_path(), error)) return {};
    return [](std::string_view word) {
      static const auto kDictionary = text::Dictionary::open(text::default_dictionary_path());
      return kDictionary->knows(word);
    };
  }

  Intake finish() {
    if (out_.text.find_first_not_of(" \t\r\n\f") == std::string::npos)
      throw Error("act-empty", name_ + ": the act is empty",
                  "a scanned document has no text: put its text here, or take the file away");
    if (const unsigned sections = restore_sections(out_.text); sections > 0)
      note(Severity::warning, "sections-restored",
           "the text has no §: " + count(sections, "number") +
               " in order were taken for §§, on lines of their own; "
               "compare it with the original");
    return std::move(out_);
  }

  fs::path file_;
  std::string name_;
  Intake out_;
};

}  // namespace

Intake read_document(const fs::path& path, const std::string& given_name) {
  const std::string name = given_name.empty() ? path.string() : given_name;
  std::error_code error;
  if (fs::is_directory(path, error)) {
    Intake all;
    for (const fs::path& part : documents(path)) {
      Intake one = read_document(part, name + "/" + part.filename().string());
      if (!all.text.empty() && all.text.back() != '\n') all.text += '\n';
      all.text += one.text;
      std::move(one.diagnostics.begin(), one.diagnostics.end(), std::back_inserter(all.diagnostics));
    }
    if (all.text.empty())
      throw Error("act-empty", name + ": no document is in this folder", "put the files of the act there: " + kinds());
    return all;
  }
  switch (kind_of(path)) {
    case Kind::plain_text:
      return Reader(path, name).plain_text();
    case Kind::html:
      return Reader(path, name).html();
    case Kind::pdf:
      return Reader(path, name).pdf();
    case Kind::unknown:
      break;
  }
  if (!fs::exists(path, error)) throw Error("act-unreadable", name + ": there is no such file", "check the name");
  throw Error("act-unknown-format", name + ": files of this kind are not read", "save it as one of " + kinds());
}

}  // namespace kto::intake
