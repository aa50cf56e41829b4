// CodedText: the texts of wordings as numbers of their words, which stand once in WordingTables: a fifth of the bytes,
// and reading one takes no unpacking. A word is what stands between blanks, with its stops.
//
//   "nadzoru nad szkołami i nadzoru"  → 05  2A 04 C3 11 02 2A     numbers less one are places in WordingTables::words
//   a word that is not among them     → 00 and its text
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/store/codec.h"

namespace kto::store {

// Numbers of words by their text. `words` must outlive it.
class WordNumbers {
 public:
  explicit WordNumbers(const std::vector<std::string>& words);
  // The first is 1; 0: it has none.
  std::uint32_t of(std::string_view word) const;

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

void write_coded(Encoder& out, std::string_view text, const WordNumbers& numbers);
// Throws law::Error record-damaged.
std::string read_coded(Decoder& in, const std::vector<std::string>& words);

// How often words stand in texts: the commonest get the shortest numbers. Of one thread.
class WordCounts {
 public:
  void add(std::string_view text);
  void add(const WordCounts& others);
  // Those that stand more than once and not in `known`, the commonest first, equal ones in order of their bytes.
  std::vector<std::string> commonest(const std::vector<std::string>& known) const;

 private:
  std::unordered_map<std::string, std::uint32_t> counts_;
  std::string word_;  // the one looked up last: its memory is used again
};

}  // namespace kto::store
