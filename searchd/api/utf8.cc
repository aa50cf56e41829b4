#include "searchd/api/utf8.h"

namespace kto::api {
namespace {

// How many bytes follow a lead byte, the bits it carries, and the least code point such a form may hold.
struct Form {
  int more;
  char32_t bits;
  char32_t least;
};

std::optional<Form> form_of(unsigned char lead) {
  if (lead < 0x80) return Form{0, lead, 0};
  if ((lead & 0xE0) == 0xC0) return Form{1, lead & 0x1Fu, 0x80};
  if ((lead & 0xF0) == 0xE0) return Form{2, lead & 0x0Fu, 0x800};
  if ((lead & 0xF8) == 0xF0) return Form{3, lead & 0x07u, 0x10000};
  return std::nullopt;
}

bool is_scalar(char32_t c) {
  return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
}

void append(std::string& out, char32_t c) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    tail(12), tail(6), tail(0);
  }
}

}  // namespace

std::optional<std::u32string> decode_utf8(std::string_view bytes) {
  std::u32string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const auto form = form_of(static_cast<unsigned char>(bytes[i++]));
    if (!form) return std::nullopt;
    char32_t c = form->bits;
    for (int n = 0; n < form->more; ++n, ++i) {
      if (i == bytes.size() || (static_cast<unsigned char>(bytes[i]) & 0xC0) != 0x80) return std::nullopt;
      c = (c << 6) | (static_cast<unsigned char>(bytes[i]) & 0x3Fu);
    }
    if (c < form->least || !is_scalar(c)) return std::nullopt;
    out += c;
  }
  return out;
}

std::string encode_utf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size() * 2);
  for (const char32_t c : code_points) append(out, c);
  return out;
}

char32_t upper(char32_t letter) {
  constexpr std::u32string_view kLower = U"ąćęłńóśźż", kUpper = U"ĄĆĘŁŃÓŚŹŻ";
  if (letter >= U'a' && letter <= U'z') return letter - U'a' + U'A';
  const auto at = kLower.find(letter);
  return at == std::u32string_view::npos ? letter : kUpper[at];
}

std::string capitalised(std::string_view text) {
  auto points = decode_utf8(text);
  if (!points || points->empty()) return std::string(text);
  points->front() = upper(points->front());
  return encode_utf8(*points);
}

std::string clipped(std::string_view text, std::size_t count) {
  const auto points = decode_utf8(text);
  if (!points || points->size() <= count) return std::string(text);
  return encode_utf8(std::u32string_view(*points).substr(0, count)) + "…";
}

}  // namespace kto::api
