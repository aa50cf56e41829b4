#include "indexer/text/compile/families.h"

#include <sstream>
#include <stdexcept>

#include "indexer/text/compile/word_lists.h"
#include "indexer/text/normalize.h"

namespace kto::text {

std::uint8_t class_bit(WordClass word_class) {
  switch (word_class) {
    case WordClass::noun:
      return kNoun;
    case WordClass::verb:
    case WordClass::gerund:
    case WordClass::participle:
      return kVerb;
    case WordClass::adjective:
      return kAdjective;
    case WordClass::adverb:
      return kAdverb;
    case WordClass::unclassified:
      return kNoun | kVerb | kAdjective | kAdverb;  // the endings decide
    default:
      return 0;
  }
}

Families::Families(std::unordered_map<std::string, std::uint8_t> lemmas, std::string_view irregular,
                   std::string_view apart)
    : lemmas_(std::move(lemmas)), apart_(parse_words(apart)) {
  std::istringstream lines{std::string(irregular)};
  std::string line, root, member;
  while (std::getline(lines, line)) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(lower(line));
    words >> root;
    if (!(words >> member)) throw std::runtime_error("families.tsv: a family of one word: " + line);
    do irregular_.emplace(member, root);
    while (words >> member);
  }
}

std::string Families::parent(const std::string& lemma) const {
  if (const auto known = irregular_.find(lemma); known != irregular_.end()) return known->second;
  const auto classes = lemmas_.find(lemma);
  if (classes == lemmas_.end() || apart_.contains(lemma)) return {};
  for (const Candidate& candidate : possible_parents(lemma, classes->second)) {
    const auto found = lemmas_.find(candidate.word);
    if (found != lemmas_.end() && (found->second & candidate.classes) && candidate.word != lemma) return candidate.word;
  }
  return {};
}

std::string Families::root(const std::string& lemma) const {
  constexpr unsigned kMostSteps = 5;  // no chain of Polish word formation is longer; two rules may go in a circle
  std::string word = lemma, least = lemma;
  for (unsigned step = 0; step < kMostSteps; ++step) {
    std::string above = parent(word);
    if (above.empty()) return word;
    if (above == lemma) return std::min(least, above);
    least = std::min(least, above);
    word = std::move(above);
  }
  return word;
}

}  // namespace kto::text
