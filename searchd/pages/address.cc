#include "searchd/pages/address.h"

namespace kto::pages {

std::string escaped(std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

std::string search_address(const searchd::WhoQuery& query) {
  std::string out = "/?q=" + escaped(query.q) + "&as_of=" + law::to_string(query.as_of);
  if (!query.unit.empty()) out += "&unit=" + escaped(query.unit);
  return out;
}

std::string day_address(law::Date as_of) {
  return "?as_of=" + law::to_string(as_of);
}

std::string structure_address(law::Date as_of) {
  return "/jednostki" + day_address(as_of);
}

std::string unit_address(std::string_view code, law::Date as_of) {
  return "/jednostki/" + escaped(code) + day_address(as_of);
}

}  // namespace kto::pages
