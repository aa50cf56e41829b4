#include "tests/intake/pdf_writer.h"

#include <cstdio>
#include <map>

#include "indexer/text/utf8.h"

namespace kto::tests {
namespace {

constexpr double kHeight = 842, kMargin = 72, kColumn = 0.6, kLeading = 1.3;

std::string format(const char* pattern, double a, double b = 0, double c = 0) {
  char out[128];
  std::snprintf(out, sizeof out, pattern, a, b, c);
  return out;
}

// One byte a letter, as PDF fonts have it: what is not ASCII gets the codes from 128 on, in order of appearance.
class Letters {
 public:
  std::string encode(const std::string& utf8) {
    std::string out;
    for (std::size_t i = 0; i < utf8.size();) {
      const text::CodePoint c = text::decode(utf8, i);
      i += c.length;
      const int code = c.value < 128 ? static_cast<int>(c.value) : code_of(c.value);
      char hex[3];
      std::snprintf(hex, sizeof hex, "%02X", static_cast<unsigned>(code));
      out += hex;
    }
    return out;
  }
  std::string differences() const {
    std::string out = "128";
    for (const char32_t letter : order_) {
      char name[16];
      std::snprintf(name, sizeof name, " /uni%04X", static_cast<unsigned>(letter));
      out += name;
    }
    return out;
  }

 private:
  int code_of(char32_t letter) {
    const auto [at, added] = codes_.emplace(letter, 128 + static_cast<int>(order_.size()));
    if (added) order_.push_back(letter);
    return at->second;
  }
  std::map<char32_t, int> codes_;
  std::vector<char32_t> order_;
};

std::string write(const std::vector<PdfPage>& pages, const std::string& trailer_entry) {
  Letters letters;
  std::vector<std::string> objects(3);  // 1 catalogue, 2 pages, 3 font; then a page and its content in turn
  std::string kids;
  for (const PdfPage& page : pages) {
    std::string content;
    for (const PdfWords& words : page)
      content += "BT /F " + format("%.2f Tf %.2f %.2f Td", words.size, words.left, kHeight - words.foot) + " <" +
                 letters.encode(words.text) + "> Tj ET\n";
    const std::size_t number = objects.size() + 1;
    kids += std::to_string(number) + " 0 R ";
    objects.push_back(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
        "/Contents " +
        std::to_string(number + 1) + " 0 R >>");
    objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "endstream");
  }
  std::string widths;
  for (int i = 32; i < 256; ++i) widths += "600 ";
  objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
  objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
  objects[2] = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 32 /LastChar 255 /Widths [" + widths +
               "] /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [" + letters.differences() +
               "] >> >>";
  std::string out = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += format("%010.0f 00000 n \n", static_cast<double>(out.size()));
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string size = std::to_string(objects.size() + 1), at = std::to_string(out.size());
  return out + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer << /Size " + size + " /Root 1 0 R " +
         trailer_entry + " >>\nstartxref\n" + at + "\n%%EOF\n";
}

std::size_t columns(const std::string& utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}
// The first letters of a word, as bytes.
std::size_t bytes_of(const std::string& word, std::size_t letters) {
  std::size_t at = 0;
  for (; letters > 0 && at < word.size(); --letters) at += text::decode(word, at).length;
  return at;
}
bool is_plain_word(const std::string& word) {
  for (std::size_t i = 0; i < word.size();) {
    const text::CodePoint c = text::decode(word, i);
    i += c.length;
    if (!((c.value >= U'a' && c.value <= U'z') || (c.value >= 0xC0 && c.value < 0x250))) return false;
  }
  return true;
}

class Setter {
 public:
  explicit Setter(const Typesetting& how) : how_(how) {}

  std::vector<PdfPage> run(const std::vector<std::string>& paragraphs) {
    for (const std::string& paragraph : paragraphs) set(paragraph);
    finish_page();
    return std::move(pages_);
  }

 private:
  void set(const std::string& paragraph) {
    std::string line;
    first_ = true;
    for (std::size_t i = 0; i < paragraph.size();) {
      const std::size_t end = std::min(paragraph.find(' ', i), paragraph.size());
      add_word(paragraph.substr(i, end - i), line);
      i = end + 1;
    }
    put(line);
  }
  std::size_t room(const std::string& line) const {
    const auto moved = first_ ? 0u : static_cast<unsigned>(how_.hanging / (how_.size * kColumn));
    const std::size_t used = columns(line) + (line.empty() ? 0 : 1) + moved;
    return used < how_.columns ? how_.columns - used : 0;
  }
  void add_word(std::string word, std::string& line) {
    while (columns(word) > room(line)) {
      const std::size_t first = room(line) > 0 ? room(line) - 1 : 0;
      const bool divides = how_.hyphenate && is_plain_word(word) && first >= 3 && columns(word) >= first + 3;
      if (divides) {
        const std::size_t at = bytes_of(word, first);
        line += (line.empty() ? "" : " ") + word.substr(0, at) + "-";
        word.erase(0, at);
      }
      if (line.empty()) break;
      put(line);
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  void put(const std::string& line) {
    if (lines_ == how_.lines_a_page) finish_page();
    const double moved = first_ ? 0 : how_.hanging;
    page_.push_back({kMargin + moved, kMargin + how_.size + lines_++ * how_.size * kLeading, how_.size, line});
    first_ = false;
  }
  void finish_page() {
    const auto furniture = [&](std::string text, double foot) {
      if (text.empty()) return;
      if (const std::size_t at = text.find('#'); at != std::string::npos)
        text.replace(at, 1, std::to_string(pages_.size() + 1));
      page_.push_back({kMargin, foot, 8, text});
    };
    furniture(how_.header, 40);
    furniture(how_.footer, 810);
    pages_.push_back(std::move(page_));
    page_.clear();
    lines_ = 0;
  }

  const Typesetting& how_;
  std::vector<PdfPage> pages_;
  PdfPage page_;
  unsigned lines_ = 0;
  bool first_ = true;
};

}  // namespace

std::string write_pdf(const std::vector<PdfPage>& pages) {
  return write(pages, {});
}

std::string write_locked_pdf(const std::vector<PdfPage>& pages) {
  const std::string key(64, 'A');
  return write(pages,
               "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + key + "> /U <" + key + "> >>");
}

std::vector<PdfPage> typeset(const std::vector<std::string>& paragraphs, const Typesetting& how) {
  return Setter(how).run(paragraphs);
}

}  // namespace kto::tests
