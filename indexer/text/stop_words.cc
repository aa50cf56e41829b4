#include "indexer/text/stop_words.h"

#include <sstream>
#include <string>
#include <unordered_set>

#include "indexer/text/normalize.h"
#include "indexer/text/stop_list.h"  // made by CMake from corpus/lexicon/stop.txt

namespace kto::text {
namespace {

// Each word as listed and folded. A list names every word once, with its diacritics.
std::unordered_set<std::string> read_list(const char* text) {
  std::unordered_set<std::string> words;
  std::istringstream lines(text);
  std::string line, word;
  while (std::getline(lines, line)) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    while (fields >> word) {
      words.insert(lower(word));
      words.insert(fold(word));
    }
  }
  return words;
}

}  // namespace

bool is_stop_word(const Token& word) {
  static const std::unordered_set<std::string> kWords = read_list(kStopList);
  return word.kind == TokenKind::word && kWords.contains(word.text);
}

bool is_asking_word(const Token& word) {
  static const std::unordered_set<std::string> kWords = read_list(kAskingList);
  return word.kind == TokenKind::word && kWords.contains(word.text);
}

}  // namespace kto::text
