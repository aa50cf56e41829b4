#include "indexer/intake/wrapping.h"

#include <algorithm>
#include <cctype>

namespace kto::intake {
namespace {

// Words that lead on: prepositions, and the levels of a citation, whose number follows.
constexpr std::array<std::string_view, 42> kLeadOn{
    "w",    "we",  "z",   "ze",   "o",    "u",   "na",   "do",   "od",   "po",     "za",    "przez",  "przy", "dla",
    "pod",  "nad", "ku",  "dnia", "mowa", "§",   "art.", "ust.", "pkt",  "ppkt",   "lit.",  "nr",     "Nr",   "NR",
    "poz.", "Dz.", "ds.", "pn.",  "tzw.", "np.", "tj.",  "się",  "jest", "został", "tiret", "zdanie", "§§",   "Nr."};

// Conjunctions that go on with a citation: "w ust. 1 i", "lit. a oraz".
constexpr std::array<std::string_view, 5> kAnd{"i", "oraz", "lub", "albo", "do"};

// Repealed points leave gaps in a list; a larger step is another number.
constexpr unsigned kLargestStep = 3;
// Lists nest four deep, and each change of an amending act opens one: so many labels back may be the one before.
constexpr std::size_t kRemembered = 80;

bool ends(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

// A heading: an abbreviation at the start of a wrapped line has fewer capitals.
constexpr std::size_t kHeadingLetters = 8;
bool is_in_capitals(std::string_view text) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::none_of(text.begin(), text.end(), small) &&
         std::count_if(text.begin(), text.end(), capital) >= static_cast<std::ptrdiff_t>(kHeadingLetters);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Takes the last word off the text.
std::string_view take_last_word(std::string_view& text) {
  text = trimmed(text);
  const std::size_t blank = text.rfind(' ');
  const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
  const std::string_view word = text.substr(begin);
  text = text.substr(0, begin);
  return word;
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_ordinal(std::string_view word) {
  if (word.size() == 1 && word[0] >= 'a' && word[0] <= 'z') return true;
  return !word.empty() && std::isdigit(static_cast<unsigned char>(word[0])) != 0 &&
         std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
}

// "13a" → 13, "b" → 2; 0 when it is neither.
unsigned value_of(std::string_view number) {
  if (number.empty()) return 0;
  if (std::isdigit(static_cast<unsigned char>(number[0])) == 0)
    return number.size() == 1 ? static_cast<unsigned>(number[0] - 'a' + 1) : 0;
  unsigned value = 0;
  for (const char c : number) {
    if (std::isdigit(static_cast<unsigned char>(c)) == 0 || value > 9999) break;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

}  // namespace

bool cannot_end_with(std::string_view text) {
  const std::string_view last = take_last_word(text);
  if (among(kLeadOn, last)) return true;
  return among(kAnd, last) && is_ordinal(take_last_word(text));
}

bool ends_item(std::string_view text, Rank next) {
  text = trimmed(text);
  for (std::string_view stop : {".", ";", ":", "”", "\"", ")", "]"})
    if (ends(text, stop)) return true;
  if (next == Rank::section || next == Rank::paragraph) return false;
  const std::string_view last = take_last_word(text);
  return ends(last, ",") || last == "oraz" || last == "lub" || last == "albo";
}

bool opens_part(std::string_view before, std::string_view line) {
  for (std::string_view words : {"Na podstawie ", "Rozdział ", "ROZDZIAŁ ", "ZARZĄDZENIE", "UCHWAŁA", "OBWIESZCZENIE"})
    if (line.starts_with(words)) return true;
  before = trimmed(before);
  // The signature.
  const bool last_sentence = ends(before, ".") && before.find("w życie ") != std::string_view::npos;
  if (last_sentence && !line.empty() && line[0] >= 'A' && line[0] <= 'Z') return true;
  if (ends(before, ":") && (line.starts_with("„") || line.starts_with("\""))) return true;
  if (ends(before, ".") && (line.starts_with("Załącznik") || line.starts_with("ZAŁĄCZNIK"))) return true;
  return is_in_capitals(line) && !is_in_capitals(before);
}

bool ends_inside_word(std::string_view text) {
  if (text.size() < 2 || text.back() != '-') return false;
  const auto before = static_cast<unsigned char>(text[text.size() - 2]);
  return std::isalnum(before) != 0 || before >= 0x80;
}

void LabelHistory::note(std::string_view line) {
  // "§ 3. 1. Text" has two labels.
  for (auto label = label_like(line); label && !label->citation; label = label_like(line)) {
    auto& numbers = numbers_[static_cast<std::size_t>(label->rank)];
    numbers.push_back(value_of(label->number));
    if (numbers.size() > kRemembered) numbers.erase(numbers.begin());
    if (label->length == 0) break;
    line.remove_prefix(label->length);
  }
}

bool LabelHistory::may_follow(const LabelLike& label) const {
  if (label.quoted || label.number.empty()) return true;
  const unsigned value = value_of(label.number);
  if (value <= 1) return true;  // a list begins, or its letters are two: za
  const auto& numbers = numbers_[static_cast<std::size_t>(label.rank)];
  return std::any_of(numbers.begin(), numbers.end(),
                     [&](unsigned before) { return before <= value && value <= before + kLargestStep; });
}

}  // namespace kto::intake
