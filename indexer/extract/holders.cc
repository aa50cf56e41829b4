#include "indexer/extract/holders.h"

#include "indexer/extract/listing.h"
#include "indexer/extract/units.h"
#include "indexer/law/common_task.h"
#include "indexer/text/normalize.h"

namespace kto::extract {

using law::Citation;
using law::Level;
using law::ProvisionVersion;
using law::UnitKind;

namespace {

law::UnitRef reference(const law::Unit& unit) {
  return {unit.code, unit.name, unit.kind};
}

}  // namespace

Holders::Holders(const Provisions& provisions, const std::vector<law::Unit>& units,
                 std::vector<law::Diagnostic>& diagnostics)
    : provisions_(provisions), units_(units), directory_(units), diagnostics_(diagnostics) {
  for (const law::Unit& unit : units) {
    unit_days_.insert(unit.validity.from);
    if (unit.validity.to) unit_days_.insert(*unit.validity.to);
  }
}

const std::vector<law::Date>& Holders::days_of_change(const law::Document& document, const Citation& position) {
  const auto [found, is_new] = days_.try_emplace({document, position});
  if (!is_new) return found->second;
  std::set<law::Date> days = unit_days_;
  // The list itself and, in a §, the lists beside it; not the tasks in them.
  const Citation around = position.parent().empty() ? position : position.parent();
  for (const ProvisionVersion* version : provisions_.history(document, around)) {
    if (version->citation.steps().size() > position.steps().size()) continue;
    days.insert(version->validity.from);
    if (version->validity.to) days.insert(*version->validity.to);
  }
  found->second.assign(days.begin(), days.end());
  return found->second;
}

std::optional<law::Provenance> Holders::cause_of_change(const law::Document& document, const Citation& position,
                                                        law::Date day, const Holder& held) const {
  const Citation around = position.parent().empty() ? position : position.parent();
  for (const ProvisionVersion* version : provisions_.history(document, around)) {
    if (version->citation.steps().size() > position.steps().size()) continue;
    if (version->validity.to == day && version->ended_by) return version->ended_by;
    if (version->validity.from == day) return version->made_by;
  }
  if (!held.unit) return std::nullopt;
  for (const law::Unit& unit : units_)
    if (unit.code == held.unit->code && unit.validity.to == day) return unit.ended_by;
  return std::nullopt;
}

Holder Holders::find(const law::Document& document, const Citation& position, law::Date day) {
  if (const auto* heading = provisions_.find(document, position, day)) return named_holder(*heading, day);
  if (auto inferred = holder_from_siblings(document, position, day)) return *inferred;
  Holder out;
  out.reason = "Żaden z wczytanych aktów nie podaje brzmienia " + law::to_string(position) +
               ", które nazywa komórkę wykonującą to zadanie.";
  return out;
}

Holder Holders::named_holder(const ProvisionVersion& heading, law::Date day) {
  Holder out;
  const auto found = read_task_heading(heading.text);
  if (!found) {
    // The heading was amended while the task stayed.
    out.reason = law::to_string(heading.citation) + " nie mówi już, czyje to zadanie: „" + heading.text + "”.";
    return out;
  }
  const TaskHeading& read = *found;
  if (read.common) {
    out.reason = std::string(law::kCommonTask) + " " + law::to_string(heading.citation) +
                 " powierza je wielu komórkom („" + read.subject + "”).";
    return out;
  }
  if (const auto post = head_post(read.subject)) return head_holder(heading, read.subject, *post, day);
  if (is_kind_only(read.subject)) return unit_named_around(heading, read.subject, day);
  const auto match = match_of(read, day);
  if (!match && named_head(read.subject, day, out)) return out;
  if (!match) {
    out.reason = "Nazwy „" + read.subject + "” (" + law::to_string(heading.citation) +
                 ") nie ma na liście komórek w żadnym z wczytanych aktów.";
    return out;
  }
  out.unit = reference(*match->unit);
  if (match->unit->kind == UnitKind::kierownik) {
    out.post = text::lower(match->unit->name.substr(0, match->unit->name.find(' ')));
    if (const law::Unit* headed = directory_.by_code(match->unit->code, day)) out.unit = reference(*headed);
  }
  if (match->differs) report_difference(heading, read.subject, *match->unit);
  return out;
}

std::optional<Directory::Match> Holders::match_of(const TaskHeading& heading, law::Date day) const {
  if (!heading.code.empty())
    if (const law::Unit* unit = directory_.by_code(heading.code, day)) return Directory::Match{unit, false};
  // "Do zakresu działania CSI należy:"
  if (is_symbol(heading.subject))
    if (const law::Unit* unit = directory_.by_code(heading.subject, day)) return Directory::Match{unit, false};
  return directory_.find(heading.subject, heading.genitive, day);
}

Holder Holders::head_holder(const ProvisionVersion& heading, const std::string& subject, const std::string& post,
                            law::Date day) const {
  Holder out;
  out.post = post;
  out.unit = headed_unit(heading, day);
  if (!out.unit)
    out.reason = law::to_string(heading.citation) + " mówi tylko „" + subject +
                 "”, a żaden z wczytanych aktów nie nazywa komórki, którą ten kieruje.";
  return out;
}

bool Holders::named_head(const std::string& subject, law::Date day, Holder& out) const {
  const std::string lower = text::lower(subject);
  for (std::string_view post : {"kierownik", "dyrektor", "naczelnik"}) {
    const std::size_t blank = lower.find(' ');
    if (blank == std::string::npos || lower.compare(0, post.size(), post) != 0 || blank > post.size() + 2) continue;
    const auto unit = directory_.find(std::string_view(subject).substr(blank + 1), true, day);
    if (!unit || unit->unit->kind == UnitKind::kierownik) return false;
    out.unit = reference(*unit->unit);
    out.post = post;
    return true;
  }
  return false;
}

Holder Holders::unit_named_around(const ProvisionVersion& heading, const std::string& subject, law::Date day) const {
  Holder out;
  std::vector<const ProvisionVersion*> around;
  if (const auto* above = provisions_.find(heading.document, heading.citation.parent(), day)) around.push_back(above);
  const auto beside = siblings(heading.document, heading.citation, day);
  around.insert(around.end(), beside.begin(), beside.end());
  if (const auto* title = provisions_.heading_above(heading)) around.push_back(title);
  for (const ProvisionVersion* each : around) {
    const law::Unit* unit = directory_.named_in(each->text, day);
    if (unit == nullptr) continue;
    out.unit = reference(*unit);
    out.inferred = true;
    out.reason = "Wywnioskowano: " + law::to_string(heading.citation) + " mówi tylko „" + subject +
                 "”, a komórkę nazywa " + law::to_string(each->citation) + ".";
    return out;
  }
  out.reason = law::to_string(heading.citation) + " mówi tylko „" + subject +
               "”, a ani ten sam paragraf, ani tytuł rozdziału nie nazywa komórki z listy.";
  return out;
}

void Holders::report_difference(const ProvisionVersion& heading, const std::string& subject, const law::Unit& unit) {
  if (!reported_.insert(heading.id).second) return;
  diagnostics_.push_back(diagnostic_at(heading, law::Severity::info, "name-differs",
                                       "\"" + subject + "\" in " + law::to_string(heading.citation) +
                                           " was taken for " + unit.code + ", listed in " + unit.listed_at + " as \"" +
                                           unit.name + "\""));
}

std::optional<law::UnitRef> Holders::headed_unit(const ProvisionVersion& heading, law::Date day) const {
  for (const ProvisionVersion* sibling : siblings(heading.document, heading.citation, day)) {
    const auto read = read_task_heading(sibling->text);
    if (!read || read->common || head_post(read->subject)) continue;
    const auto match = match_of(*read, day);
    if (match && directory_.head_of(match->unit->code, day) != nullptr) return reference(*match->unit);
  }
  return std::nullopt;
}

std::vector<const ProvisionVersion*> Holders::siblings(const law::Document& document, const Citation& position,
                                                       law::Date day) const {
  std::vector<const ProvisionVersion*> out;
  for (const ProvisionVersion* version : provisions_.below(document, position.parent(), day))
    if (!position.parent().empty() && version->citation.parent() == position.parent()) out.push_back(version);
  return out;
}

std::optional<Holder> Holders::holder_from_siblings(const law::Document& document, const Citation& position,
                                                    law::Date day) const {
  if (position.back().level != Level::paragraph || position.back().number != law::Ordinal{1, ""}) return std::nullopt;
  std::optional<std::string> parent;
  std::string why;
  for (const ProvisionVersion* sibling : siblings(document, position, day)) {
    const auto read = read_task_heading(sibling->text);
    const auto match = read ? match_of(*read, day) : std::nullopt;
    if (!match || !match->unit->parent) continue;
    if (parent && *parent != *match->unit->parent) return std::nullopt;
    parent = match->unit->parent;
    why = law::to_string(sibling->citation) + " należy do " + match->unit->code;
  }
  if (!parent) return std::nullopt;
  Holder out;
  const auto listed = directory_.by_code(*parent, day);
  out.unit = listed != nullptr ? reference(*listed) : law::UnitRef{*parent, "", UnitKind::inne};
  out.inferred = true;
  out.reason = "Wywnioskowano: " + why + ", a ust. 1 takiego paragrafu podaje zadania całej komórki " + *parent + ".";
  return out;
}

}  // namespace kto::extract
