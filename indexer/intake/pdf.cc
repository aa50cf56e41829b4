#include "indexer/intake/pdf.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <array>
#include <memory>

#include "indexer/intake/intake.h"
#include "indexer/law/error.h"
#include "indexer/text/utf8.h"

namespace kto::intake {
namespace {

using law::Error;

struct Written {
  char32_t printed;
  std::string_view text;
};
// Ligatures of fonts, and bullets of Symbol and Wingdings, which have no meaning in Unicode.
constexpr std::array<Written, 9> kWritten{{{0xFB00, "ff"},
                                           {0xFB01, "fi"},
                                           {0xFB02, "fl"},
                                           {0xFB03, "ffi"},
                                           {0xFB04, "ffl"},
                                           {0xF0B7, "•"},
                                           {0xF0A7, "•"},
                                           {0xF0D8, "•"},
                                           {0xF02D, "–"}}};

bool is_private(char32_t c) {
  return c >= 0xE000 && c <= 0xF8FF;
}

// Clean UTF-8; counts letters that cannot be known.
std::string written(const poppler::ustring& word, std::size_t& unreadable) {
  const poppler::byte_array bytes = word.to_utf8();
  const std::string_view utf8(bytes.data(), bytes.size());
  std::string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const text::CodePoint c = text::decode(utf8, i);
    i += c.length;
    std::string_view known;
    for (const Written& entry : kWritten)
      if (entry.printed == c.value) known = entry.text;
    if (!known.empty()) {
      out += known;
    } else if (!c.valid || c.value == 0xFFFD || is_private(c.value)) {
      out += "\ufffd";
      ++unreadable;
    } else if (c.value >= 0x20 && c.value != 0x7F) {
      text::append(out, c.value == 0xA0 ? U' ' : c.value);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

PrintedPage read_page(const poppler::page& page, std::size_t& unreadable) {
  PrintedPage out;
  const poppler::rectf size = page.page_rect(poppler::crop_box);
  out.width = size.width();
  out.height = size.height();
  std::vector<PrintedWord> words;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    if (box.rotation() != 0) {
      ++out.sideways;
      continue;
    }
    const poppler::rectf place = box.bbox();
    PrintedWord word{written(box.text(), unreadable),
                     place.left(),
                     place.right(),
                     place.top(),
                     place.bottom(),
                     place.height(),
                     box.has_space_after()};
    if (box.has_font_info() && box.get_font_size() > 0) word.size = box.get_font_size();
    words.push_back(std::move(word));
  }
  out.lines = to_lines(std::move(words));
  return out;
}

void be_silent(const std::string&, void*) {}

std::unique_ptr<poppler::document> open(const std::string& bytes, const std::string& name) {
  // What poppler has to say goes to the error stream otherwise; faults of a file show in what is read from it.
  poppler::set_debug_error_function(be_silent, nullptr);
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document)
    throw Error("act-unreadable", name + ": is no PDF that can be read",
                "open it in a viewer and save it anew, or put its text beside it as .txt of the same name");
  if (document->is_locked())
    throw Error("act-unreadable", name + ": the PDF is encrypted and asks for a password",
                "save it without a password, for example with: qpdf --decrypt --password=… in.pdf out.pdf");
  return document;
}

}  // namespace

PdfText read_pdf(const std::string& bytes, const std::string& name) {
  const auto document = open(bytes, name);
  const int pages = document->pages();
  if (pages < 0 || static_cast<unsigned>(pages) > kMostPages)
    throw Error("act-too-large",
                name + ": has " + std::to_string(pages) + " pages, more than " + std::to_string(kMostPages),
                "split it into one file an act");
  PdfText out;
  for (int i = 0; i < pages; ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    // A page that cannot be read is kept in its place, empty: it is told like one without text.
    out.pages.push_back(page ? read_page(*page, out.unreadable) : PrintedPage{});
  }
  return out;
}

}  // namespace kto::intake
