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

bool begins_upper(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && text[0] != '-' && !(text[0] >= '0' && text[0] <= '9') && is_code_letter(text, at);
}

// "(Departament VII)", "(DABW Zielona Góra)", "(Or)": a short name in capitals where units are announced.
bool is_announced_code(std::string_view text) {
  constexpr std::size_t kLongest = 30;  // "DABW Bielsko-Biała" is 20 bytes; an explanation is a sentence
  if (text.empty() || text.size() > kLongest || text.find('.') != npos) return false;
  for (std::size_t at = 0; at < text.size(); at = std::min(text.find(' ', at), text.size() - 1) + 1)
    if (!begins_upper(text.substr(at))) return false;
  return true;
}

// Names with their codes in brackets.
std::vector<ListedUnit> bracketed(std::string_view text, bool announced) {
  std::vector<ListedUnit> out;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t open = text.find('(', from), close = open == npos ? npos : text.find(')', open);
    if (close == npos) break;
    const std::string_view code = text.substr(open + 1, close - open - 1), words = text.substr(from, open - from);
    from = close + 1;
    if (!is_symbol(code) && !(announced && is_announced_code(code))) continue;
    // Lower case keeps every letter's length in Polish, so places in it are places in the text.
    auto kind = first_kind_word(text::lower(words));
    if (out.empty() && announced && begins_upper(words) && (!kind || kind->at != 0)) kind = Found{0, UnitKind::inne};
    if (!kind || (out.empty() && kind->at != 0)) continue;
    out.push_back({std::string(code), trimmed(words.substr(std::min(kind->at, words.size()))), kind->kind});
  }
  return out;
}

UnitKind kind_or_other(std::string_view name) {
  return kind_of_name(name).value_or(UnitKind::inne);
}

std::string_view without_stop(std::string_view text) {
  while (!text.empty() && (text.back() == ';' || text.back() == ',' || text.back() == '.' || text.back() == ' '))
    text.remove_suffix(1);
  return text;
}

// "; Dział Egzaminatorów -": a name among others, before its sign.
std::string without_dash(std::string_view name) {
  // Page numbers of a text that lost its line breaks included.
  while (!name.empty() && std::string_view(" ,;.0123456789").find(name.front()) != npos) name.remove_prefix(1);
  name = without_stop(name);
  for (std::string_view dash : {"–", "-", "—"})
    if (name.size() > dash.size() && name.substr(name.size() - dash.size()) == dash) name.remove_suffix(dash.size());
  return trimmed(name);
}

// "„OR”", "/IN/", "'FN'": a code between marks.
std::string_view without_marks(std::string_view code) {
  for (std::string_view mark : {"„", "”", "\"", "'", "/", "“"}) {
    if (code.substr(0, mark.size()) == mark) code.remove_prefix(mark.size());
    if (code.size() > mark.size() && code.substr(code.size() - mark.size()) == mark) code.remove_suffix(mark.size());
  }
  return code;
}

// "Wydział Organizacyjny – znak OR", "Dział Egzaminatorów - o symbolu EG", "Referat Dróg - „RD”, w skład którego
// wchodzą:", "Biuro Rady /BR/".
std::optional<ListedUnit> with_sign(std::string_view text) {
  text = text.substr(0, std::min(text.find(", w skład"), text.find(" w skład któr")));
  text = without_stop(text);
  for (std::string_view before : {" – ", " - ", " — ", ", symbol ", " symbol ", " /", " „", " \""}) {
    const std::size_t at = text.rfind(before);
    if (at == npos) continue;
    std::string_view code = text.substr(at + before.size());
    for (std::string_view sign : {"o symbolu ", "symbol ", "symbol: ", "znak ", "oznaczenie "})
      if (code.substr(0, sign.size()) == sign) code.remove_prefix(sign.size());
    code = without_marks(code);
    const std::string_view name = text.substr(0, at);
    if (is_announced_code(code) && begins_upper(name))
      return ListedUnit{std::string(code), trimmed(name), kind_or_other(name)};
  }
  return std::nullopt;
}

// In a table: a symbol, or a short word with a capital letter ("Or", "Fn").
bool may_be_code(std::string_view text) {
  constexpr std::size_t kLongestMixed = 4;  // bytes; "Wydz" is none, but no office was seen to write it in a table
  return is_symbol(text) || (begins_upper(text) && text.size() <= kLongestMixed);
}

// "Wydział Organizacyjny OR": tables with the name first.
std::optional<ListedUnit> code_last(std::string_view text) {
  text = without_stop(text);
  const std::size_t blank = text.rfind(' ');
  if (blank == npos || !may_be_code(text.substr(blank + 1)) || !begins_upper(text)) return std::nullopt;
  const std::string_view name = text.substr(0, blank);
  return ListedUnit{std::string(text.substr(blank + 1)), trimmed(name), kind_or_other(name)};
}

// "WKNW Wydział Kontroli i Nadzoru Właścicielskiego", in tables of symbols also "Or Kancelaria", "SM Straż Miejska".
std::optional<ListedUnit> code_first(std::string_view text, Announced announced) {
  text = without_stop(text);
  const std::size_t blank = text.find(' ');
  if (blank == npos) return std::nullopt;
  const std::string_view code = text.substr(0, blank);
  std::string_view name = text.substr(blank + 1);
  constexpr std::string_view kIncluded = "w tym ";  // "w tym Zespół Radców Prawnych", with a symbol of its own
  if (name.substr(0, kIncluded.size()) == kIncluded) name.remove_prefix(kIncluded.size());
  const bool row = announced == Announced::table && may_be_code(code) && begins_upper(name);
  if (!row && !(is_symbol(code) && kind_of_name(name))) return std::nullopt;
  return ListedUnit{std::string(code), trimmed(name), kind_or_other(name)};
}

// A full stop inside: "Samodzielne Stanowisko ds. Druku" has none, for "ds." is an abbreviation.
bool holds_sentence(std::string_view text) {
  for (std::size_t at = text.find(". "); at != npos; at = text.find(". ", at + 1)) {
    const std::string_view before = text.substr(0, at);
    const std::size_t word = before.rfind(' ') == npos ? 0 : before.rfind(' ') + 1;
    if (before.size() - word > 4) return true;  // "ds.", "im.", "inż.", "ppoż." end no sentence
  }
  return false;
}

// "Wydział Finansowo-Księgowy;": a statute need not give codes. "wydziały:" only groups what follows.
std::optional<ListedUnit> without_code(std::string_view text) {
  if (text.empty() || text.back() == ':') return std::nullopt;
  const std::string_view name = without_stop(text);
  if (!begins_upper(name) && !kind_of_name(name)) return std::nullopt;
  if (holds_sentence(name) || name.size() > 200) return std::nullopt;
  return ListedUnit{"", trimmed(name), kind_or_other(name)};
}

// In lower case, with the colon.
bool announces_units(std::string_view lower) {
  if (lower.find("w skład któr") != npos) return true;
  for (std::string_view unit : {"komórk", "jednostki organizacyjne", "stanowisk", "departament", "wydział", "referat"})
    for (std::string_view verb :
         {"wchodz", "wyodrębnia", "tworzy się", "tworzą", "są:", "posiadają", "realizują następujące"})
      if (lower.find(unit) != npos && lower.find(verb) != npos) return true;
  return false;
}

// "Dział Egzaminatorów - o symbolu EG Dział Obsługi - o symbolu DZ", "Referat Dróg (RD), Referat Mostów (RM)".
std::vector<ListedUnit> enumerated(std::string_view text) {
  std::vector<ListedUnit> out = bracketed(text, true);
  if (!out.empty()) return out;
  for (std::string_view sign : {" o symbolu ", " symbol ", " znak "}) {
    for (std::size_t at = text.find(sign), from = 0; at != npos; at = text.find(sign, from)) {
      const std::string_view name = text.substr(from, at - from);
      const std::size_t code = at + sign.size(), end = std::min(text.find_first_of(" ,;.", code), text.size());
      const std::string listed = without_dash(name);
      if (is_symbol(text.substr(code, end - code)) && begins_upper(listed))
        out.push_back({std::string(text.substr(code, end - code)), listed, kind_or_other(listed)});
      from = end;
    }
    if (!out.empty()) return out;
  }
  return out;
}

// "W skład Ministerstwa wchodzi Gabinet Polityczny Ministra oraz następujące komórki organizacyjne:"
std::vector<ListedUnit> named_before_list(std::string_view text) {
  for (std::string_view verb : {" wchodzi ", " wchodzą "}) {
    const std::size_t at = text.find(verb);
    const std::size_t list = at == npos ? npos : text.find(" oraz następujące", at);
    if (list == npos) continue;
    const std::string_view name = text.substr(at + verb.size(), list - at - verb.size());
    if (begins_upper(name) && name.find(',') == npos) return {{"", trimmed(name), kind_or_other(name)}};
  }
  return {};
}

}  // namespace

bool is_symbol(std::string_view text) {
  if (text.empty() || text[0] == '-' || (text[0] >= '0' && text[0] <= '9')) return false;
  for (std::size_t at = 0; at < text.size();)
    if (!is_code_letter(text, at)) return false;
  return text.back() != '-';
}

std::optional<UnitKind> kind_of_name(std::string_view name) {
  const std::string lower = text::lower(name);
  const auto found = first_kind_word(lower);
  return found && found->at == 0 ? std::optional(found->kind) : std::nullopt;
}

std::vector<ListedUnit> read_listing(std::string_view text, Announced announced) {
  auto out = bracketed(text, announced != Announced::nothing);
  if (!out.empty() || announced == Announced::nothing) return out;
  if (const auto unit = code_first(text, announced)) return {*unit};
  if (announced == Announced::table_name_first)
    if (const auto unit = code_last(text)) return {*unit};
  if (announced != Announced::units) return {};
  if (const auto unit = with_sign(text)) return {*unit};
  if (const auto unit = without_code(text)) return {*unit};
  return {};
}

Announced announced_by(std::string_view text) {
  const std::string lower = text::lower(text);
  for (std::string_view symbol : {"nazwa skrócona", "symbol", "skrót"})
    for (std::string_view name : {"pełna nazwa", "nazwa komórki", "nazwa wydziału", "nazwa jednostki"}) {
      // "… mają symbole: Lp. Nazwa komórki Symbol": the heads of the columns come last.
      const std::size_t of_symbol = lower.rfind(symbol), of_name = lower.rfind(name);
      if (of_symbol == npos || of_name == npos) continue;
      return of_symbol < of_name ? Announced::table : Announced::table_name_first;
    }
  if (text.empty() || text.back() != ':') return Announced::nothing;
  return announces_units(lower) ? Announced::units : Announced::nothing;
}

std::vector<ListedUnit> listed_in_sentence(std::string_view text) {
  const std::size_t colon = text.find(": ");
  if (colon != npos && announces_units(text::lower(text.substr(0, colon + 1))))
    return enumerated(text.substr(colon + 2));
  if (announced_by(text) != Announced::units) return {};
  return named_before_list(text);
}

}  // namespace kto::extract
