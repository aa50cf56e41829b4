// CodedText: texts as numbers of their words, which stand once in a list beside them: a fifth of the bytes, and reading
// one takes no unpacking. A word is what stands between blanks, with its stops.
//
//   "nadzoru nad szkołami i nadzoru"  → 05  2A 04 C3 11 02 2A     numbers less one are places in the list
//   a word that is not among them     → 00 and its text
//
// What many records say alike, the name of a unit, may stand in the list whole:
//
//   "Referat Ewidencji"  → 2B                its number and one
//   ""                   → 00
//   what is not there    → 01 and its words, as above
#pragma once

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/store/codec.h"

namespace kto::store {

// Strings in one piece of memory: of a list of short words half of what std::string takes. What it gives lives until
// the next add().
class StringList {
 public:
  StringList() = default;
  StringList(std::initializer_list<std::string_view> strings);
  // Room for so many.
  void reserve(std::size_t strings) { ends_.reserve(strings); }
  void add(std::string_view one);
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t place) const;
  bool operator==(const StringList&) const = default;

 private:
  std::string bytes_;
  std::vector<std::uint32_t> ends_;
};

void write(Encoder& out, const StringList& list);
// Throws law::Error record-damaged.
StringList read_list(Decoder& in);

// Numbers of words by their text. `words` must outlive it, and stay as it is.
class WordNumbers {
 public:
  explicit WordNumbers(const StringList& words);
  // The first is 1; 0: it has none.
  std::uint32_t of(std::string_view word) const;

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

void write_coded(Encoder& out, std::string_view text, const WordNumbers& numbers);
// Throws law::Error record-damaged.
std::string read_coded(Decoder& in, const StringList& words);

// Calls take(std::string_view) for what stands between blanks, until it gives false; "" has no such part, " " two empty
// ones.
template <typename Take>
void each_part(std::string_view text, const Take& take) {
  if (text.empty()) return;
  for (std::size_t at = 0;;) {
    const std::size_t blank = text.find(' ', at);
    if (!take(text.substr(at, blank - at)) || blank == std::string_view::npos) return;
    at = blank + 1;
  }
}

void write_whole(Encoder& out, std::string_view text, const WordNumbers& numbers);
// Throws law::Error record-damaged.
std::string read_whole(Decoder& in, const StringList& words);
// The same without a copy: what is not in the list whole is put into `own`.
std::string_view view_whole(Decoder& in, const StringList& words, std::forward_list<std::string>& own);
void skip_whole(Decoder& in, const StringList& words);

// How often words stand in texts: the commonest get the shortest numbers. Of one thread.
class WordCounts {
 public:
  void add(std::string_view text);
  // As if it were one word.
  void add_whole(std::string_view text);
  void add(const WordCounts& others);
  // Those that stand more than once and not in `known`, the commonest first, equal ones in order of their bytes.
  std::vector<std::string> commonest(const StringList& known) const;

 private:
  std::unordered_map<std::string, std::uint32_t> counts_;
  std::string word_;  // the one looked up last: its memory is used again
};

}  // namespace kto::store
