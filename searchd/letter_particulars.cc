// Particulars of a sentence: who, where and when. They say nothing about whose task it is, and mislead: Dąb is a tree,
// ul. Szkolna a school.
#include <algorithm>

#include "searchd/letter_phrases.h"
#include "searchd/letter_sentences.h"

namespace kto::searchd {
namespace {

// Names behind "pan", "ul.": "ul. Księcia Józefa Poniatowskiego".
constexpr std::size_t kNames = 3;
// Letters of a word; the longest of the language have under 40. What is longer is a code of some machine.
constexpr std::size_t kLongestWord = 60;

void blank(std::string& sentence, std::size_t begin, std::size_t end) {
  std::fill(sentence.begin() + static_cast<std::ptrdiff_t>(begin), sentence.begin() + static_cast<std::ptrdiff_t>(end),
            ' ');
}

bool is_address_of_a_machine(std::string_view chunk) {
  return chunk.find('@') != std::string_view::npos || chunk.find("://") != std::string_view::npos ||
         chunk.compare(0, 4, "www.") == 0;
}

void blank_chunks(std::string& sentence) {
  for (std::size_t begin = 0; begin < sentence.size();) {
    const auto end = std::min(sentence.find(' ', begin), sentence.size());
    const std::string_view chunk = std::string_view(sentence).substr(begin, end - begin);
    if (is_address_of_a_machine(chunk) || chunk.size() > 2 * kLongestWord) blank(sentence, begin, end);
    begin = end + 1;
  }
}

bool is_street(const std::string& word) {
  for (const std::string_view one :
       {"ul", "al", "os", "ulica", "ulicy", "ulice", "alei", "osiedlu", "osiedla", "placu"})
    if (word == one) return true;
  return false;
}

}  // namespace

std::string without_particulars(std::string_view from) {
  std::string sentence(from);
  blank_chunks(sentence);
  const auto words = phrase_words(sentence);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const PhraseWord& word = words[at];
    if (word.number || word.end - word.begin > kLongestWord) blank(sentence, word.begin, word.end);
    const auto person = length_at(words, at, Phrase::person);
    if (person == 0 && !is_street(word.folded)) continue;
    if (word.folded.size() == 2) blank(sentence, word.begin, word.end);  // ul, al, os, im
    const auto first = at + std::max<std::size_t>(1, person);
    for (auto next = first; next < words.size() && next < first + kNames && words[next].capitalised; ++next)
      blank(sentence, words[next].begin, words[next].end);
  }
  return sentence;
}

}  // namespace kto::searchd
