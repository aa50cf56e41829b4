#include "indexer/store/coded_text.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kto::store {
StringList::StringList(std::initializer_list<std::string_view> strings) {
  for (const std::string_view one : strings) add(one);
}

void StringList::add(std::string_view one) {
  bytes_ += one;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
}

std::string_view StringList::operator[](std::size_t place) const {
  const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
  return std::string_view(bytes_).substr(begin, ends_[place] - begin);
}

void write(Encoder& out, const StringList& list) {
  out.number(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) out.text(list[i]);
}

StringList read_list(Decoder& in) {
  StringList list;
  const std::size_t size = in.count();
  list.reserve(size);
  for (std::size_t left = size; left > 0; --left) list.add(in.text_view());
  return list;
}

WordNumbers::WordNumbers(const StringList& words) {
  numbers_.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) numbers_.emplace(words[i], static_cast<std::uint32_t>(i + 1));
}

std::uint32_t WordNumbers::of(std::string_view word) const {
  const auto known = numbers_.find(word);
  return known == numbers_.end() ? 0 : known->second;
}

void write_coded(Encoder& out, std::string_view text, const WordNumbers& numbers) {
  out.number(text.empty() ? 0 : static_cast<std::uint64_t>(std::count(text.begin(), text.end(), ' ')) + 1);
  each_part(text, [&](std::string_view word) {
    const std::uint32_t number = numbers.of(word);
    out.number(number);
    if (number == 0) out.text(word);
    return true;
  });
}

std::string read_coded(Decoder& in, const StringList& words) {
  constexpr std::size_t kLongWord = 12;
  std::string text;
  const std::size_t words_in_it = in.count();
  text.reserve(words_in_it * kLongWord);
  for (std::size_t i = 0; i < words_in_it; ++i) {
    if (i > 0) text += ' ';
    const std::size_t number = in.place_among(words.size() + 1);
    text += number == 0 ? in.text_view() : words[number - 1];
  }
  return text;
}

void write_whole(Encoder& out, std::string_view text, const WordNumbers& numbers) {
  const std::uint32_t number = numbers.of(text);
  out.number(text.empty() ? 0 : number + 1);
  if (!text.empty() && number == 0) write_coded(out, text, numbers);
}

std::string read_whole(Decoder& in, const StringList& words) {
  const std::size_t number = in.place_among(words.size() + 2);
  if (number == 0) return "";
  return number == 1 ? read_coded(in, words) : std::string(words[number - 2]);
}

std::string_view view_whole(Decoder& in, const StringList& words, std::forward_list<std::string>& own) {
  const std::size_t number = in.place_among(words.size() + 2);
  if (number == 0) return "";
  return number == 1 ? own.emplace_front(read_coded(in, words)) : words[number - 2];
}

void skip_whole(Decoder& in, const StringList& words) {
  if (in.place_among(words.size() + 2) != 1) return;
  for (std::size_t left = in.count(); left > 0; --left)
    if (in.place_among(words.size() + 1) == 0) in.text_view();
}

void WordCounts::add(std::string_view text) {
  each_part(text, [this](std::string_view word) {
    add_whole(word);
    return true;
  });
}

void WordCounts::add_whole(std::string_view text) {
  word_.assign(text);
  ++counts_[word_];
}

void WordCounts::add(const WordCounts& others) {
  for (const auto& [word, count] : others.counts_) counts_[word] += count;
}

std::vector<std::string> WordCounts::commonest(const StringList& known) const {
  const WordNumbers numbers(known);
  std::vector<const std::pair<const std::string, std::uint32_t>*> order;
  for (const auto& counted : counts_)
    if (counted.second > 1 && numbers.of(counted.first) == 0) order.push_back(&counted);
  std::sort(order.begin(), order.end(),
            [](const auto* a, const auto* b) { return std::tie(b->second, a->first) < std::tie(a->second, b->first); });
  std::vector<std::string> words;
  words.reserve(order.size());
  for (const auto* counted : order) words.push_back(counted->first);
  return words;
}

}  // namespace kto::store
