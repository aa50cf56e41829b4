#include "searchd/pages/address.h"

namespace kto::pages {
namespace {

std::string carried(const Place& place) {
  return "as_of=" + law::to_string(place.as_of) + (place.office.empty() ? "" : "&office=" + escaped(place.office));
}

}  // namespace

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

std::string search_address(const std::string& q, const std::string& unit, const Place& place) {
  return "/?q=" + escaped(q) + "&" + carried(place) + (unit.empty() ? "" : "&unit=" + escaped(unit));
}

std::string structure_address(const Place& place) {
  return "/jednostki?" + carried(place);
}

std::string letter_address(const Place& place) {
  return "/korespondencja?" + carried(place);
}

std::string unit_address(std::string_view code, const Place& place) {
  return "/jednostki/" + escaped(code) + "?" + carried(place);
}

}  // namespace kto::pages
