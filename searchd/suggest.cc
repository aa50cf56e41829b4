#include "searchd/suggest.h"

#include <algorithm>
#include <array>
#include <limits>

#include "indexer/text/normalize.h"

namespace kto::searchd {
namespace {

constexpr std::array<std::string_view, 5> kKinds{"code", "word", "unit", "task", "citation"};

// Of each kind so many eighths of the list at first; what is left is filled with tasks, then in order.
constexpr unsigned kShare = 3;
// Loose matches looked at: each costs a search in a phrase, some 100 ns.
constexpr std::size_t kMostLoose = 5000;
// What stays of a word whose ending may differ: "poczta", "poczty", "pocztą" → "pocz". Polish endings of nouns and
// adjectives have one to four letters, those of the cases two mostly; below four letters too much begins alike.
constexpr std::size_t kEnding = 2, kStem = 4;

// Bytes of the letter or digit that folded text has at `at`; 0 for anything else. Beyond ASCII, signs are what begins
// with C2 (§, «, no-break space) or E2 („, –, …): letters of Latin, Greek and Cyrillic begin with C3 to D4.
std::size_t letter_at(const std::string& text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ? 1 : 0;
  return byte == 0xC2 || byte == 0xE2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::size_t sign_at(const std::string& text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte == 0xC2 ? 2 : byte == 0xE2 ? 3 : 1;
}

std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> out;
  while (!words.empty()) {
    const auto end = words.find(' ');
    out.push_back(words.substr(0, end));
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return out;
}

std::string_view stem(std::string_view word) {
  return word.substr(0, std::max(kStem, word.size() - std::min(word.size(), kEnding)));
}

bool has_word_beginning(std::string_view words, std::string_view beginning) {
  for (auto at = words.find(beginning); at != std::string_view::npos; at = words.find(beginning, at + 1))
    if (at == 0 || words[at - 1] == ' ') return true;
  return false;
}

// "par. 16" and "paragraf 16" are "§ 16", of which the number is left.
std::string without_paragraph(const std::string& words) {
  const auto blank = words.find(' ');
  if (blank == std::string::npos || blank + 1 >= words.size()) return words;
  const auto first = words.substr(0, blank);
  const bool number = words[blank + 1] >= '0' && words[blank + 1] <= '9';
  return number && (first == "par" || first == "paragraf") ? words.substr(blank + 1) : words;
}

}  // namespace

std::string_view to_string(SuggestionKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::string Suggestions::words_of(std::string_view text) {
  std::string words;
  bool between = false;
  const std::string folded = text::fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t letter = letter_at(folded, at);
    if (letter > 0 && between && !words.empty()) words += ' ';
    between = letter == 0;
    words.append(folded, at, letter);
    at += letter > 0 ? letter : sign_at(folded, at);
  }
  return words;
}

// What a question asks for, resolved once.
struct Suggestions::Asked {
  law::Date as_of;
  std::uint32_t office;  // kAny: all
  static constexpr std::uint32_t kAny = std::numeric_limits<std::uint32_t>::max();
};

// The best phrases found so far, a short list a kind.
class Suggestions::Best {
 public:
  Best(const Suggestions& all, const SuggestQuery& query) : all_(all), limit_(query.limit) {
    const auto office = std::find(all.offices_.begin(), all.offices_.end(), query.office);
    asked_ = {query.as_of,
              query.office.empty() ? Asked::kAny : static_cast<std::uint32_t>(office - all.offices_.begin())};
  }

  // `group`: 0 for a phrase that begins with the words, 1 for one that holds them, 2 for a loose match. Cheap for what
  // is not among the best: one comparison.
  void add(std::uint32_t phrase, std::uint32_t group) {
    const Phrase& found = all_.phrases_[phrase];
    auto& list = lists_[static_cast<std::size_t>(found.kind)];
    const std::uint64_t rank = std::uint64_t{group} << 32 | phrase;
    if (list.size() == limit_ && rank >= list.back()) return;
    const auto same = std::find_if(list.begin(), list.end(), [&](auto one) { return phrase_of(one) == phrase; });
    if (same != list.end() ? *same <= rank : all_.valid(found, asked_) == nullptr) return;
    if (same != list.end()) list.erase(same);
    list.insert(std::lower_bound(list.begin(), list.end(), rank), rank);
    if (list.size() > limit_) list.pop_back();
  }

  std::size_t size() const {
    std::size_t size = 0;
    for (const auto& list : lists_) size += list.size();
    return size;
  }

  std::vector<Suggestion> take() const {
    std::array<std::size_t, kKinds.size()> taken{};
    std::size_t left = limit_;
    const auto take_up_to = [&](std::size_t most, std::size_t kind) {
      const auto more = std::min({left, std::max(most, taken[kind]) - taken[kind], lists_[kind].size() - taken[kind]});
      taken[kind] += more;
      left -= more;
    };
    for (std::size_t kind = 0; kind < lists_.size(); ++kind) take_up_to(std::max(1U, limit_ * kShare / 8), kind);
    take_up_to(limit_, static_cast<std::size_t>(SuggestionKind::task));
    for (std::size_t kind = 0; kind < lists_.size(); ++kind) take_up_to(limit_, kind);
    std::vector<Suggestion> out;
    for (std::size_t kind = 0; kind < lists_.size(); ++kind)
      for (std::size_t i = 0; i < taken[kind]; ++i) out.push_back(suggestion(phrase_of(lists_[kind][i])));
    return out;
  }

 private:
  static std::uint32_t phrase_of(std::uint64_t rank) { return static_cast<std::uint32_t>(rank); }

  Suggestion suggestion(std::uint32_t phrase) const {
    const Phrase& found = all_.phrases_[phrase];
    return {found.kind, found.text, found.detail, all_.offices_[all_.valid(found, asked_)->office]};
  }

  const Suggestions& all_;
  unsigned limit_;
  Asked asked_{};
  std::array<std::vector<std::uint64_t>, kKinds.size()> lists_;
};

std::pair<const Suggestions::Entry*, const Suggestions::Entry*> Suggestions::range(std::string_view beginning) const {
  const auto first = std::lower_bound(entries_.begin(), entries_.end(), beginning,
                                      [&](Entry entry, std::string_view wanted) { return from(entry) < wanted; });
  const auto last = std::upper_bound(first, entries_.end(), beginning, [&](std::string_view wanted, Entry entry) {
    return wanted < from(entry).substr(0, wanted.size());
  });
  return {entries_.data() + (first - entries_.begin()), entries_.data() + (last - entries_.begin())};
}

const Suggestions::Span* Suggestions::valid(const Phrase& phrase, const Asked& asked) const {
  for (const Span& span : phrase.spans)
    if ((asked.office == Asked::kAny || span.office == asked.office) && span.validity.contains(asked.as_of))
      return &span;
  return nullptr;
}

void Suggestions::add_exact(std::string_view words, Best& best) const {
  const auto [first, last] = range(words);
  for (const auto* entry = first; entry != last; ++entry) best.add(entry->phrase, entry->at == 0 ? 0 : 1);
}

// The last word is a beginning as typed, the others may have other endings and stand in any order.
void Suggestions::add_loose(std::string_view words, Best& best) const {
  auto beginnings = split(words);
  if (beginnings.size() < 2) return;
  for (std::size_t i = 0; i + 1 < beginnings.size(); ++i) beginnings[i] = stem(beginnings[i]);
  auto rarest = range(beginnings[0]);
  for (const auto beginning : beginnings) {
    const auto next = range(beginning);
    if (next.second - next.first < rarest.second - rarest.first) rarest = next;
  }
  const auto* end = rarest.first + std::min<std::ptrdiff_t>(rarest.second - rarest.first, kMostLoose);
  for (const auto* entry = rarest.first; entry != end; ++entry) {
    const std::string_view phrase = phrases_[entry->phrase].words;
    if (std::all_of(beginnings.begin(), beginnings.end(),
                    [&](std::string_view beginning) { return has_word_beginning(phrase, beginning); }))
      best.add(entry->phrase, 2);
  }
}

std::vector<Suggestion> Suggestions::find(const SuggestQuery& query) const {
  const std::string all = words_of(query.q), words = without_paragraph(all);
  const bool cites = words != all || query.q.find("§") != std::string::npos;  // "§ 3" has one letter and means much
  if (words.size() < (cites ? 1 : kLeast) || query.limit == 0) return {};
  Best best(*this, query);
  add_exact(words, best);
  if (best.size() < query.limit) add_loose(words, best);
  return best.take();
}

}  // namespace kto::searchd
