#include "indexer/extract/directory.h"

#include <algorithm>

#include "indexer/extract/listing.h"
#include "indexer/text/normalize.h"

namespace kto::extract {
namespace {

// Endings differ by up to three letters (-o / -ej, -ów / -ami); more is another name. The nearest wrong name in the two
// acts of Lublin is 13 letters away.
constexpr std::size_t kLargestDifference = 3;

std::string key_of(std::string_view name) {
  std::string out;
  for (const char c : text::lower(name)) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Levenshtein distance on bytes: a Polish letter counts up to two, which errs on the strict side.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

Directory::Directory(const std::vector<law::Unit>& units) {
  for (const law::Unit& unit : units) entries_.push_back({key_of(unit.name), &unit});
}

std::optional<Directory::Match> Directory::find(std::string_view subject, law::Date day) const {
  const std::string key = key_of(subject);
  const auto kind = kind_of_name(key);
  const Entry* nearest = nullptr;
  std::size_t best = kLargestDifference + 1;
  bool tie = false;
  for (const Entry& entry : entries_) {
    if (!entry.unit->validity.contains(day)) continue;
    if (entry.key == key) return Match{entry.unit, false};
    if (!kind || entry.unit->kind != *kind) continue;
    const std::size_t difference = distance(entry.key, key);
    tie = difference == best || (tie && difference > best);
    if (difference < best) {
      best = difference;
      nearest = &entry;
      tie = false;
    }
  }
  if (nearest == nullptr || tie) return std::nullopt;
  return Match{nearest->unit, true};
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
