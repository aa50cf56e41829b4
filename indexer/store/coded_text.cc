#include "indexer/store/coded_text.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kto::store {
namespace {

// Calls take(word) for what stands between blanks; "" has no word, " " two empty ones.
template <typename Take>
void each_word(std::string_view text, const Take& take) {
  if (text.empty()) return;
  for (std::size_t at = 0;;) {
    const std::size_t blank = text.find(' ', at);
    take(text.substr(at, blank - at));
    if (blank == std::string_view::npos) return;
    at = blank + 1;
  }
}

}  // namespace

WordNumbers::WordNumbers(const std::vector<std::string>& words) {
  numbers_.reserve(words.size());
  for (const std::string& word : words) numbers_.emplace(word, static_cast<std::uint32_t>(numbers_.size() + 1));
}

std::uint32_t WordNumbers::of(std::string_view word) const {
  const auto known = numbers_.find(word);
  return known == numbers_.end() ? 0 : known->second;
}

void write_coded(Encoder& out, std::string_view text, const WordNumbers& numbers) {
  out.number(text.empty() ? 0 : static_cast<std::uint64_t>(std::count(text.begin(), text.end(), ' ')) + 1);
  each_word(text, [&](std::string_view word) {
    const std::uint32_t number = numbers.of(word);
    out.number(number);
    if (number == 0) out.text(word);
  });
}

std::string read_coded(Decoder& in, const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t left = in.count(), i = 0; i < left; ++i) {
    if (i > 0) text += ' ';
    const std::size_t number = in.place_among(words.size() + 1);
    text += number == 0 ? in.text() : words[number - 1];
  }
  return text;
}

void WordCounts::add(std::string_view text) {
  each_word(text, [this](std::string_view word) {
    word_.assign(word);
    ++counts_[word_];
  });
}

void WordCounts::add(const WordCounts& others) {
  for (const auto& [word, count] : others.counts_) counts_[word] += count;
}

std::vector<std::string> WordCounts::commonest(const std::vector<std::string>& known) const {
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
