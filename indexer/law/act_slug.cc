// zarządzenie 19/11/2023 → zarzadzenie-19-11-2023
#include <array>
#include <map>
#include <utility>

#include "indexer/law/catalogue.h"

namespace kto::law {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 18> kPolish{{{"ą", 'a'},
                                                                     {"ć", 'c'},
                                                                     {"ę", 'e'},
                                                                     {"ł", 'l'},
                                                                     {"ń", 'n'},
                                                                     {"ó", 'o'},
                                                                     {"ś", 's'},
                                                                     {"ź", 'z'},
                                                                     {"ż", 'z'},
                                                                     {"Ą", 'a'},
                                                                     {"Ć", 'c'},
                                                                     {"Ę", 'e'},
                                                                     {"Ł", 'l'},
                                                                     {"Ń", 'n'},
                                                                     {"Ó", 'o'},
                                                                     {"Ś", 's'},
                                                                     {"Ź", 'z'},
                                                                     {"Ż", 'z'}}};

// The letter or digit at `at` in ASCII and lower case; 0 for anything else. `at` moves behind it.
char plain_letter(std::string_view text, std::size_t& at) {
  for (const auto& [letter, plain] : kPolish)
    if (text.substr(at, letter.size()) == letter) {
      at += letter.size();
      return plain;
    }
  const char c = text[at++];
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
}

void add_part(std::string& slug, std::string_view text) {
  bool apart = !slug.empty();
  for (std::size_t at = 0; at < text.size();) {
    const char c = plain_letter(text, at);
    if (c == '\0') {
      apart = !slug.empty();
      continue;
    }
    if (apart) slug += '-';
    apart = false;
    slug += c;
  }
}

std::string slug_of(const ActSummary& act) {
  std::string slug;
  if (!act.number.empty()) {
    add_part(slug, act.kind);
    add_part(slug, act.number);
  } else {
    add_part(slug, act.id);  // its kind and date
  }
  return slug.empty() ? "akt" : slug;
}

}  // namespace

std::vector<std::string> slugs(const std::vector<ActSummary>& acts) {
  std::vector<std::string> out;
  std::map<std::string, unsigned> seen;
  for (const ActSummary& act : acts) {
    std::string slug = slug_of(act);
    if (seen.contains(slug) && act.date) add_part(slug, to_string(*act.date));
    const unsigned before = seen[slug]++;
    out.push_back(before == 0 ? slug : slug + "-" + std::to_string(before + 1));
  }
  return out;
}

}  // namespace kto::law
