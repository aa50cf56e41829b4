#include "indexer/extract/directory.h"

#include <algorithm>

#include "indexer/text/normalize.h"

namespace kto::extract {
namespace {

// Polish case endings have up to four letters ("-iemu"); a shared beginning shorter than three proves nothing.
constexpr std::size_t kLongestEnding = 4, kShortestStem = 3;

// "stanowisko pracy", "samodzielne stanowisko": the words offices leave out as they please.
bool says_nothing(std::string_view word) {
  if (word == "pracy") return true;
  for (std::string_view stem : {"samodzieln", "wieloosobow", "jednoosobow"})
    if (word.starts_with(stem)) return true;
  return false;
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> out;
  std::string lower = text::lower(name);
  // "Finansowo – Budżetowy" is one word with a hyphen.
  for (std::string_view dash : {" – ", " - ", "–"})
    for (std::size_t at = lower.find(dash); at != std::string::npos; at = lower.find(dash, at + 1))
      lower.replace(at, dash.size(), "-");
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of(" ,", at), lower.size());
    if (end > at) out.push_back(lower.substr(at, end - at));
    at = end + 1;
  }
  // "do spraw" and "ds." are one.
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    if (out[i] != "do" || out[i + 1] != "spraw") continue;
    out[i] = "ds.";
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  std::erase_if(out, says_nothing);
  return out;
}

// The same word in another grammatical form, as far as its letters show.
bool may_be_same(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const std::string x = text::fold(a), y = text::fold(b);
  const auto differ = std::mismatch(x.begin(), x.end(), y.begin(), y.end());
  const auto stem = static_cast<std::size_t>(differ.first - x.begin());
  return stem >= kShortestStem && x.size() - stem <= kLongestEnding && y.size() - stem <= kLongestEnding &&
         stem * 2 >= std::min(x.size(), y.size());
}

struct Likeness {
  std::size_t equal = 0;  // words that are the same to the letter
  bool differs = false;
};

// nullopt: another name. After "ds." both stand in the genitive, so any difference there is one of words.
std::optional<Likeness> compare(const std::vector<std::string>& subject, const std::vector<std::string>& name,
                                bool genitive) {
  if (subject.size() != name.size() || subject.empty()) return std::nullopt;
  Likeness out;
  bool governed = false;
  for (std::size_t i = 0; i < subject.size(); ++i) {
    if (!may_be_same(subject[i], name[i])) return std::nullopt;
    const bool equal = subject[i] == name[i];
    out.equal += equal ? 1 : 0;
    out.differs = out.differs || (!equal && (governed || !genitive));
    governed = governed || name[i] == "ds.";
  }
  return out;
}

}  // namespace

Directory::Directory(const std::vector<law::Unit>& units) {
  for (const law::Unit& unit : units) entries_.push_back({words_of(unit.name), &unit});
}

std::optional<Directory::Match> Directory::find(std::string_view subject, bool genitive, law::Date day) const {
  const std::vector<std::string> words = words_of(subject);
  const Entry* best = nullptr;
  Likeness likeness;
  bool tie = false;
  for (const Entry& entry : entries_) {
    if (!entry.unit->validity.contains(day)) continue;
    const auto found = compare(words, entry.words, genitive);
    if (!found) continue;
    tie = best != nullptr && found->equal == likeness.equal;
    if (best != nullptr && found->equal <= likeness.equal) continue;
    best = &entry;
    likeness = *found;
  }
  if (best != nullptr) return tie ? std::nullopt : std::optional(Match{best->unit, likeness.differs});
  // "Skarbnika jako głównego księgowego": what follows says in which capacity, not who.
  const std::size_t capacity = subject.find(" jako ");
  if (capacity == std::string_view::npos) return std::nullopt;
  return find(subject.substr(0, capacity), genitive, day);
}

const law::Unit* Directory::named_in(std::string_view text, law::Date day) const {
  const std::vector<std::string> words = words_of(text);
  const Entry* best = nullptr;
  bool tie = false;
  for (const Entry& entry : entries_) {
    const std::size_t length = entry.words.size();
    // A name of one word ("Wydział") stands in every text.
    if (length < 2 || !entry.unit->validity.contains(day) || (best != nullptr && length < best->words.size())) continue;
    for (std::size_t at = 0; at + length <= words.size(); ++at) {
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at);
      if (!compare({begin, begin + static_cast<std::ptrdiff_t>(length)}, entry.words, true)) continue;
      tie = best != nullptr && best->words.size() == length;
      best = &entry;
      break;
    }
  }
  return best == nullptr || tie ? nullptr : best->unit;
}

const law::Unit* Directory::by_code(const std::string& code, law::Date day) const {
  for (const Entry& entry : entries_)
    if (entry.unit->kind != law::UnitKind::kierownik && entry.unit->code == code && entry.unit->validity.contains(day))
      return entry.unit;
  return nullptr;
}

const law::Unit* Directory::head_of(const std::string& code, law::Date day) const {
  for (const Entry& entry : entries_)
    if (entry.unit->kind == law::UnitKind::kierownik && entry.unit->code == code && entry.unit->validity.contains(day))
      return entry.unit;
  return nullptr;
}

}  // namespace kto::extract
