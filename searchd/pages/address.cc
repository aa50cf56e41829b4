#include "searchd/pages/address.h"

namespace kto::pages {
namespace {

std::string carried(const Place& place) {
  return "as_of=" + law::to_string(place.as_of) + (place.office.empty() ? "" : "&office=" + escaped(place.office));
}

// The office alone: for addresses whose day does not matter.
std::string of_office(const Place& place, const char* before) {
  return place.office.empty() ? "" : before + ("office=" + escaped(place.office));
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

std::string search_address(const Question& question, const Place& place) {
  std::string out = "/?q=" + escaped(question.q) + "&" + carried(place);
  const auto add = [&out](const char* name, const std::string& value) {
    if (!value.empty()) out += name + escaped(value);
  };
  add("&unit=", question.unit);
  add("&exact=", question.exact);
  add("&without=", question.without);
  add("&group=", question.group);
  if (question.limit > 0) out += "&limit=" + std::to_string(question.limit);
  if (question.offset > 0) out += "&offset=" + std::to_string(question.offset);
  return out;
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

std::string provision_address(std::string_view id) {
  return "/przepisy/" + escaped(id);
}

std::string provision_address(const law::Citation& citation, const Place& place) {
  return "/przepisy?citation=" + escaped(law::to_string(citation)) + "&" + carried(place);
}

std::string acts_address(const Place& place) {
  return "/akty" + of_office(place, "?");
}

std::string act_address(std::string_view slug, const Place& place) {
  return "/akty/" + escaped(slug) + of_office(place, "?");
}

std::string changes_address(law::Date from, law::Date to, const Place& place) {
  return "/zmiany?from=" + law::to_string(from) + "&to=" + law::to_string(to) + of_office(place, "&");
}

std::string changes_address(std::string_view slug, const Place& place) {
  return "/zmiany?act=" + escaped(slug) + of_office(place, "&");
}

}  // namespace kto::pages
