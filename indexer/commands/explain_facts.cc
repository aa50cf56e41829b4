#include "indexer/commands/explain_facts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "indexer/commands/explain_reason.h"
#include "indexer/commands/offices.h"

namespace kto::commands {
namespace {

struct CitationsOf {
  std::vector<law::Citation> operator()(const law::Renumber& change) const { return {change.from, change.to}; }
  std::vector<law::Citation> operator()(const law::Punctuation& change) const { return {change.target}; }
  std::vector<law::Citation> operator()(const law::ReplaceAnnex&) const { return {}; }
  template <class Change>
  std::vector<law::Citation> operator()(const Change& change) const {
    std::vector<law::Citation> out;
    for (const law::Target& target : change.targets) out.push_back(target.citation);
    return out;
  }
};

class Explainer {
 public:
  Explainer(const corpus::OfficeLaw& office, law::Document document, law::Citation citation, law::Date day)
      : office_(office) {
    out_.office = &office;
    out_.document = std::move(document);
    out_.citation = std::move(citation);
    out_.day = day;
  }

  std::optional<Explanation> run() {
    read_versions();
    read_operations();
    for (const consolidate::UnknownEnd& end : office_.timeline.unknown_ends)
      if (const auto where = end.document == out_.document ? relation(out_.citation, end.citation) : std::nullopt)
        out_.unknown.push_back({&end, *where});
    if (!known()) return std::nullopt;
    read_former(out_.citation);
    read_roles();
    if (out_.wording.empty()) out_.no_wording = why_no_wording(out_);
    return std::move(out_);
  }

 private:
  void read_versions() {
    using Span = std::tuple<law::Date, std::string, std::string, std::optional<law::Date>>;
    std::map<Span, BelowFact> below;
    for (const law::ProvisionVersion& version : office_.timeline.versions) {
      if (version.document != out_.document || !out_.citation.contains(version.citation)) continue;
      if (version.validity.contains(out_.day)) out_.wording.push_back(&version);
      if (version.citation == out_.citation) {
        out_.versions.push_back(&version);
        continue;
      }
      BelowFact& fact = below[{version.validity.from, version.made_by.act, version.made_by.place, version.validity.to}];
      if (fact.count++ == 0) fact.first = &version;
      fact.last = &version;
    }
    for (const auto& [span, fact] : below) out_.below.push_back(fact);
  }

  void read_operations() {
    const auto acts = acts_by_id(office_);
    for (const consolidate::Outcome& outcome : office_.timeline.outcomes) {
      const auto found = acts.find(outcome.act);
      const law::Act* act = found == acts.end() ? nullptr : found->second;
      if (act == nullptr || outcome.index >= act->amendments.size()) continue;
      const law::Amendment& amendment = act->amendments[outcome.index];
      if (amendment.document != out_.document) continue;
      for (const law::Citation& target : citations_of(amendment.change))
        if (const auto where = relation(out_.citation, target); where && !renumbering_told(amendment))
          out_.operations.push_back(operation(*act, amendment, outcome, target, *where));
    }
  }

  // § 18 that becomes § 18 ust. 1 is one operation, though both numbers concern the provision.
  bool renumbering_told(const law::Amendment& amendment) const {
    return std::holds_alternative<law::Renumber>(amendment.change) && !out_.operations.empty() &&
           out_.operations.back().amendment == &amendment;
  }

  static OperationFact operation(const law::Act& act, const law::Amendment& amendment,
                                 const consolidate::Outcome& outcome, const law::Citation& target, Relation where) {
    OperationFact fact{&act, &amendment, target, where, outcome.applied, reason_about(outcome.note, target)};
    // An operation on several provisions may have failed on others only: its note names those on which it did.
    if (!outcome.applied && fact.note.empty()) fact.applied = true;
    return fact;
  }

  // The wordings that ended when a renumbering gave the provision its number. A number may have had others before: each
  // renumbering is followed once.
  void read_former(const law::Citation& citation) {
    for (const law::Act& act : office_.acts)
      for (const law::Amendment& amendment : act.amendments) {
        const auto* change = std::get_if<law::Renumber>(&amendment.change);
        if (change == nullptr || amendment.document != out_.document) continue;
        const auto former = renumbered(citation, change->to, change->from);
        if (!former || *former == citation || !followed_.insert(&amendment).second) continue;
        read_former(*former);
        for (const law::ProvisionVersion& version : office_.timeline.versions)
          if (version.document == out_.document && version.citation == *former && version.validity.to &&
              *version.validity.to <= amendment.effective.value_or(law::Date::min()))
            out_.formerly.push_back(&version);
      }
  }

  bool known() const {
    if (!out_.versions.empty() || !out_.below.empty()) return true;
    const auto at_or_below = [](const auto& fact) { return fact.relation != Relation::above; };
    if (std::any_of(out_.operations.begin(), out_.operations.end(), at_or_below)) return true;
    if (std::any_of(out_.unknown.begin(), out_.unknown.end(), at_or_below)) return true;
    // Something above it ended, and no act gives any words there: it may well have been in it.
    return std::any_of(out_.unknown.begin(), out_.unknown.end(),
                       [&](const UnknownFact& fact) { return !has_words(fact.end->citation); });
  }
  bool has_words(const law::Citation& at) const {
    const auto& versions = office_.timeline.versions;
    return std::any_of(versions.begin(), versions.end(), [&](const law::ProvisionVersion& version) {
      return version.document == out_.document && at.contains(version.citation);
    });
  }

  void read_roles() {
    const Versions versions(office_);
    for (const law::TaskPoint& task : office_.extraction.tasks)
      if (task.validity.contains(out_.day) && out_.citation.contains(task.citation)) {
        const auto* version = versions.of(task, out_.day);
        if (std::find(out_.wording.begin(), out_.wording.end(), version) != out_.wording.end())
          out_.tasks.push_back(&task);
      }
    for (const law::ProvisionVersion* version : out_.wording) {
      for (const law::Unit& unit : office_.extraction.units)
        if (unit.id.rfind(version->id + "-", 0) == 0 && unit.validity.contains(out_.day)) out_.units.push_back(&unit);
    }
  }

  const corpus::OfficeLaw& office_;
  Explanation out_;
  std::set<const law::Amendment*> followed_;
};

std::set<law::Document> documents(const corpus::OfficeLaw& office) {
  std::set<law::Document> out;
  for (const law::ProvisionVersion& version : office.timeline.versions) out.insert(version.document);
  for (const law::Act& act : office.acts)
    for (const law::Amendment& amendment : act.amendments) out.insert(amendment.document);
  return out;
}

std::set<law::Citation> known_citations(const corpus::OfficeLaw& office) {
  std::set<law::Citation> out;
  for (const law::ProvisionVersion& version : office.timeline.versions) out.insert(version.citation);
  for (const law::Act& act : office.acts)
    for (const law::Amendment& amendment : act.amendments)
      for (law::Citation& target : citations_of(amendment.change)) out.insert(std::move(target));
  return out;
}

}  // namespace

std::string_view to_string(Relation relation) {
  constexpr std::array<std::string_view, 3> kNames{"itself", "above", "below"};
  return kNames[static_cast<std::size_t>(relation)];
}

std::optional<Relation> relation(const law::Citation& explained, const law::Citation& other) {
  if (explained == other) return Relation::itself;
  if (other.contains(explained)) return Relation::above;
  if (explained.contains(other)) return Relation::below;
  return std::nullopt;
}

std::vector<law::Citation> citations_of(const law::Change& change) {
  return std::visit(CitationsOf{}, change);
}

std::vector<Explanation> explain_provision(const corpus::OfficeLaw& office, const law::Citation& citation,
                                           law::Date day) {
  std::vector<Explanation> out;
  for (const law::Document& document : documents(office))
    if (auto explanation = Explainer(office, document, citation, day).run()) out.push_back(std::move(*explanation));
  return out;
}

std::vector<law::Citation> nearest(const std::vector<corpus::OfficeLaw>& offices, const law::Citation& citation,
                                   std::size_t count) {
  std::set<law::Citation> known;
  for (const corpus::OfficeLaw& office : offices) known.merge(known_citations(office));
  return law::nearest(citation, {known.begin(), known.end()}, count);
}

}  // namespace kto::commands
