#include "indexer/text/compile/polimorf_tags.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kto::text {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool has(const std::vector<std::string_view>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// "nom.acc" holds "nom".
bool has_part(const std::vector<std::string_view>& values, std::string_view part) {
  return std::any_of(values.begin(), values.end(),
                     [&](std::string_view value) { return has(split(value, '.'), part); });
}

template <class T>
void add_once(std::vector<T>& list, T value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// pant, pcon (imiesłowy przysłówkowe: "zgłosiwszy", "zgłaszając") have no forms of their own and go with the verb;
// depr is the depreciative plural of nouns ("doktory"). adja is the first half of "społeczno-gospodarczy".
constexpr std::array<std::pair<std::string_view, WordClass>, 13> kClasses{{{"subst", WordClass::noun},
                                                                           {"depr", WordClass::noun},
                                                                           {"verb", WordClass::verb},
                                                                           {"pant", WordClass::verb},
                                                                           {"pcon", WordClass::verb},
                                                                           {"ger", WordClass::gerund},
                                                                           {"ppas", WordClass::participle},
                                                                           {"pact", WordClass::participle},
                                                                           {"adj", WordClass::adjective},
                                                                           {"adja", WordClass::adjective},
                                                                           {"adjp", WordClass::adjective},
                                                                           {"adv", WordClass::adverb},
                                                                           {"brev", WordClass::abbreviation}}};

WordClass word_class(const std::vector<std::string_view>& tag) {
  const auto found =
      std::find_if(kClasses.begin(), kClasses.end(), [&](const auto& entry) { return entry.first == tag.front(); });
  if (found == kClasses.end()) return WordClass::other;
  if (found->second == WordClass::gerund && has(tag, "neg")) return WordClass::negated_gerund;
  if (found->second == WordClass::participle && has(tag, "neg")) return WordClass::negated_participle;
  return found->second;
}

}  // namespace

std::vector<WordClass> word_classes(std::string_view tags) {
  std::vector<WordClass> classes;
  for (std::string_view tag : split(tags, '+')) add_once(classes, word_class(split(tag, ':')));
  return classes;
}

std::vector<NegatedHead> negated_kinds(std::string_view tags, bool only_heads) {
  std::vector<NegatedHead> kinds;
  for (std::string_view tag : split(tags, '+')) {
    const auto values = split(tag, ':');
    const WordClass found = word_class(values);
    const bool participle = found == WordClass::negated_participle;
    if (!participle && found != WordClass::negated_gerund) continue;
    const bool head = has(values, "sg") && has_part(values, "nom") && (!participle || has_part(values, "m1"));
    if (head || !only_heads) add_once(kinds, NegatedHead{found, values.front() == "ppas"});
  }
  return kinds;
}

}  // namespace kto::text
