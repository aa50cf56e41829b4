#include "indexer/text/compile/word_lists.h"

#include <sstream>
#include <stdexcept>

#include "indexer/text/normalize.h"

namespace kto::text {

std::vector<SupplementEntry> parse_supplement(std::string_view text) {
  std::vector<SupplementEntry> entries;
  std::istringstream lines{std::string(text)};
  std::string line;
  for (unsigned number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string lemma, letter, form;
    fields >> lemma >> letter;
    if (letter.size() != 1 || !decode_reading(lemma, "\x01\x01" + letter))
      throw std::runtime_error("supplement.tsv:" + std::to_string(number) + ": no word class: " + line);
    lemma = lower(lemma);
    const auto word_class = static_cast<WordClass>(letter.front());
    entries.push_back({lemma, lemma, word_class});
    while (fields >> form) entries.push_back({lower(form), lemma, word_class});
  }
  return entries;
}

std::unordered_set<std::string> parse_words(std::string_view text) {
  std::unordered_set<std::string> words;
  std::istringstream lines{std::string(text)};
  std::string line, word;
  while (std::getline(lines, line)) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    while (fields >> word) words.insert(lower(word));
  }
  return words;
}

}  // namespace kto::text
