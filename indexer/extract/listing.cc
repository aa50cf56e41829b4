#include "indexer/extract/listing.h"

#include <algorithm>
#include <array>

#include "indexer/text/normalize.h"

namespace kto::extract {
namespace {

using law::UnitKind;

struct KindWord {
  std::string_view word;
  UnitKind kind;
};

// Longer words first. All kinds of the contract, and the words offices use for the rest.
constexpr std::array<KindWord, 27> kKindWords{{
    {"wieloosobowe stanowisko", UnitKind::wieloosobowe_stanowisko},
    {"wieloosobowe samodzielne stanowisko", UnitKind::wieloosobowe_stanowisko},
    {"samodzielne wieloosobowe stanowisko", UnitKind::wieloosobowe_stanowisko},
    {"samodzielne stanowisko", UnitKind::stanowisko},
    {"jednoosobowe stanowisko", UnitKind::stanowisko},
    {"stanowisko", UnitKind::stanowisko},
    {"zastępca dyrektora", UnitKind::zastępca_dyrektora},
    {"kierownik", UnitKind::kierownik},
    {"departament", UnitKind::departament},
    {"wydział", UnitKind::wydział},
    {"biuro", UnitKind::biuro},
    {"referat", UnitKind::referat},
    {"oddział", UnitKind::oddział},
    {"zespół", UnitKind::zespół},
    {"dyrektor", UnitKind::inne},
    {"naczelnik", UnitKind::inne},
    {"delegatura", UnitKind::inne},
    {"centrum", UnitKind::inne},
    {"gabinet", UnitKind::inne},
    {"kancelaria", UnitKind::inne},
    {"urząd stanu cywilnego", UnitKind::inne},
    {"dział", UnitKind::inne},
    {"sekcja", UnitKind::inne},
    {"rzecznik", UnitKind::inne},
    {"pełnomocnik", UnitKind::inne},
    {"audytor", UnitKind::inne},
    {"geodeta", UnitKind::inne},
}};

constexpr auto npos = std::string_view::npos;

bool is_code_letter(std::string_view text, std::size_t& at) {
  const char c = text[at];
  if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-') return ++at > 0;
  for (std::string_view letter : {"Ą", "Ć", "Ę", "Ł", "Ń", "Ó", "Ś", "Ź", "Ż"}) {
    if (text.substr(at, letter.size()) != letter) continue;
    at += letter.size();
    return true;
  }
  return false;
}

// Capital letters, digits and hyphens, and a letter first: "IT-ES-II".
bool is_code(std::string_view text) {
  if (text.empty() || text[0] == '-' || (text[0] >= '0' && text[0] <= '9')) return false;
  for (std::size_t at = 0; at < text.size();)
    if (!is_code_letter(text, at)) return false;
  return text.back() != '-';
}

struct Found {
  std::size_t at;
  UnitKind kind;
};

// The first kind word of the text that stands at the start of a word.
std::optional<Found> first_kind_word(std::string_view lower) {
  std::optional<Found> best;
  for (const KindWord& entry : kKindWords) {
    const std::size_t at = lower.find(entry.word);
    if (at == npos || (at > 0 && lower[at - 1] != ' ' && lower[at - 1] != '(')) continue;
    if (!best || at < best->at) best = Found{at, entry.kind};
  }
  return best;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == ',' || text.back() == '-')) text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return std::string(text);
}

}  // namespace

std::optional<UnitKind> kind_of_name(std::string_view name) {
  const std::string lower = text::lower(name);
  const auto found = first_kind_word(lower);
  return found && found->at == 0 ? std::optional(found->kind) : std::nullopt;
}

std::vector<ListedUnit> read_listing(std::string_view text) {
  std::vector<ListedUnit> out;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t open = text.find('(', from), close = open == npos ? npos : text.find(')', open);
    if (close == npos) break;
    const std::string_view code = text.substr(open + 1, close - open - 1), words = text.substr(from, open - from);
    from = close + 1;
    if (!is_code(code)) continue;
    // Lower case keeps every letter's length in Polish, so places in it are places in the text.
    const auto kind = first_kind_word(text::lower(words));
    if (!kind || (out.empty() && kind->at != 0)) continue;
    out.push_back({std::string(code), trimmed(words.substr(std::min(kind->at, words.size()))), kind->kind});
  }
  return out;
}

}  // namespace kto::extract
