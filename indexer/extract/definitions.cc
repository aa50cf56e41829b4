#include "indexer/extract/definitions.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/extract/directory.h"
#include "indexer/extract/listing.h"
#include "indexer/extract/task_list.h"
#include "indexer/text/normalize.h"

namespace kto::extract {
namespace {

constexpr auto npos = std::string_view::npos;

struct Definition {
  std::string name;  // the words before it, of which the last are the name
  std::string code;
};

// „…, zwany dalej „CSI”” with any marks and in any form: zwanego, zwaną, zwane.
std::optional<Definition> read_definition(std::string_view text) {
  const std::size_t called = text.find(" zwan");
  if (called == npos) return std::nullopt;
  constexpr std::string_view kFurther = "dalej ";
  const std::size_t further = text.find(kFurther, called);
  constexpr std::size_t kLongestForm = 14;  // " zwanymi w treści" is something else
  if (further == npos || further - called > kLongestForm) return std::nullopt;
  std::string_view rest = text.substr(further + kFurther.size());
  for (std::string_view mark : {"„", "\"", "“"})
    if (rest.substr(0, mark.size()) == mark) rest.remove_prefix(mark.size());
  std::size_t end = rest.size();
  for (std::string_view mark : {"”", "\"", " ", ",", ".", "“"}) end = std::min(end, rest.find(mark));
  if (!is_symbol(rest.substr(0, end))) return std::nullopt;
  std::string_view name = text.substr(0, called);
  while (!name.empty() && (name.back() == ',' || name.back() == ' ' || name.back() == '(')) name.remove_suffix(1);
  return Definition{std::string(name), std::string(rest.substr(0, end))};
}

// The unit without a code whose name the last words before a definition are; the longest such words decide.
law::Unit* defined_unit(const Definition& definition, const law::ProvisionVersion& version,
                        std::vector<law::Unit>& units) {
  std::vector<law::Unit> open;
  for (const law::Unit& unit : units)
    if (unit.code.empty() && unit.validity.overlaps(version.validity)) open.push_back(unit);
  if (open.empty()) return nullptr;
  for (law::Unit& unit : open) unit.validity = version.validity;
  const Directory directory(open);
  for (std::string_view words = definition.name; !words.empty();) {
    if (const auto match = directory.find(words, true, version.validity.from))
      return &*std::find_if(units.begin(), units.end(), [&](const law::Unit& u) { return u.id == match->unit->id; });
    const std::size_t blank = words.find(' ');
    words.remove_prefix(blank == npos ? words.size() : blank + 1);
  }
  return nullptr;
}

law::Unit unit_at(const law::ProvisionVersion& version, const std::string& code, const std::string& name) {
  law::Unit unit;
  unit.id = version.id + "-u1";
  unit.code = code;
  unit.name = name;
  unit.kind = kind_of_name(name).value_or(law::UnitKind::inne);
  unit.validity = version.validity;
  unit.act = version.made_by.act;
  unit.ended_by = version.ended_by;
  return unit;
}

bool lists(const std::vector<law::Unit>& units, const std::string& code) {
  return std::any_of(units.begin(), units.end(), [&](const law::Unit& unit) { return unit.code == code; });
}

struct KindForm {
  std::string_view genitive, nominative;
  std::string_view adjective;  // the ending of "-ego"/"-ej" in the nominative
};
constexpr std::array<KindForm, 16> kKindForms{{{"wydziału", "wydział", "y"},
                                               {"referatu", "referat", "y"},
                                               {"oddziału", "oddział", "y"},
                                               {"departamentu", "departament", "y"},
                                               {"zespołu", "zespół", "y"},
                                               {"działu", "dział", "y"},
                                               {"gabinetu", "gabinet", "y"},
                                               {"urzędu", "urząd", "y"},
                                               {"biura", "biuro", "e"},
                                               {"centrum", "centrum", "e"},
                                               {"stanowiska", "stanowisko", "e"},
                                               {"kancelarii", "kancelaria", "a"},
                                               {"sekcji", "sekcja", "a"},
                                               {"delegatury", "delegatura", "a"},
                                               {"straży", "straż", "a"},
                                               {"pracowni", "pracownia", "a"}}};

// "Organizacyjnego" → "Organizacyjny", "Ogólnej" → "Ogólna"; nullopt: no adjective that goes with the kind.
std::optional<std::string> nominative_adjective(std::string_view word, std::string_view ending) {
  const std::string_view genitive = ending == "a" ? "ej" : "ego";
  if (word.size() <= genitive.size() + 2 || word.substr(word.size() - genitive.size()) != genitive) return std::nullopt;
  std::string stem(word.substr(0, word.size() - genitive.size()));
  // "Wiejskiego" → "Wiejski", "Wiejskie"; "Miejskiej" → "Miejska".
  if (stem.back() == 'i' && ending == "y") return stem;
  if (stem.back() == 'i' && ending == "a") stem.pop_back();
  return stem + std::string(ending);
}

std::string with_case_of(std::string_view model, std::string word) {
  const std::string lower = text::lower(model.substr(0, 1));
  if (!model.empty() && lower != model.substr(0, 1) && word[0] >= 'a' && word[0] <= 'z')
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

std::string nominative_name(std::string_view genitive) {
  const std::string lower = text::lower(genitive);
  for (const KindForm& kind : kKindForms) {
    if (lower.compare(0, kind.genitive.size(), kind.genitive) != 0) continue;
    std::string_view rest = genitive.substr(kind.genitive.size());
    if (rest.empty() || rest[0] != ' ') continue;
    std::string out = with_case_of(genitive, std::string(kind.nominative));
    while (!rest.empty()) {
      rest.remove_prefix(1);
      const std::string_view word = rest.substr(0, rest.find(' '));
      const auto adjective = nominative_adjective(word, kind.adjective);
      if (!adjective) return out + " " + std::string(rest);
      out += " " + *adjective;
      rest.remove_prefix(word.size());
    }
    return out;
  }
  return {};
}

void add_defined_codes(const std::vector<law::ProvisionVersion>& versions, std::vector<law::Unit>& units) {
  for (const law::ProvisionVersion& version : versions) {
    const auto definition = read_definition(version.text);
    if (!definition || lists(units, definition->code)) continue;
    if (law::Unit* unit = defined_unit(*definition, version, units)) {
      unit->code = definition->code;
    } else if (kind_of_name(definition->name)) {
      units.push_back(unit_at(version, definition->code, definition->name));
      units.back().listed_at = law::to_string(version.citation);
      units.back().place = version.made_by.place;
    }
  }
}

std::vector<law::Unit> units_of_headings(const std::vector<law::ProvisionVersion>& versions) {
  std::vector<law::Unit> out;
  for (const law::ProvisionVersion& version : versions) {
    const auto heading = read_task_heading(version.text);
    if (!heading || heading->common || head_post(heading->subject)) continue;
    std::string name = heading->genitive ? nominative_name(heading->subject) : heading->subject;
    if (name.find(' ') == std::string::npos || !kind_of_name(name)) continue;
    const bool known = std::any_of(out.begin(), out.end(), [&](const law::Unit& unit) {
      return unit.name == name && unit.validity.overlaps(version.validity);
    });
    if (known) continue;
    out.push_back(unit_at(version, heading->code, name));
    out.back().inferred = "Wywnioskowano: " + law::to_string(version.citation) +
                          " nazywa tę komórkę, a żaden z wczytanych aktów nie zawiera listy komórek.";
  }
  return out;
}

}  // namespace kto::extract
