#include "indexer/consolidate/timeline.h"

#include <algorithm>
#include <tuple>

#include "indexer/consolidate/apply.h"
#include "indexer/consolidate/law_state.h"
#include "indexer/consolidate/reconcile.h"

namespace kto::consolidate {
namespace {

// Gives a regulation, rather than amending one.
bool gives_law(const law::Act& act) {
  return act.amendments.empty() && !act.consolidates;
}

std::vector<const law::Act*> in_order(const std::vector<law::Act>& acts) {
  std::vector<const law::Act*> out;
  for (const law::Act& act : acts) out.push_back(&act);
  const auto rank = [](const law::Act* act) {
    return std::tuple(act->in_force.value_or(law::Date::max()), act->date.value_or(law::Date::max()), act->number);
  };
  std::stable_sort(out.begin(), out.end(), [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
  return out;
}

law::Diagnostic diagnostic(const law::Act& act, const law::Amendment& amendment, const Applied& applied) {
  const bool annex = std::holds_alternative<law::ReplaceAnnex>(amendment.change);
  law::Diagnostic out;
  out.file = act.file;
  out.line = amendment.lines.first;
  out.column = 1;
  out.severity = applied.applied || annex ? law::Severity::info : law::Severity::warning;
  out.code = applied.applied ? "text-unknown" : "not-applied";
  out.message = law::to_string(amendment.place) + " " + std::string(law::kind(amendment.change)) +
                (applied.applied ? " applied: " : " not applied: ") + applied.note;
  return out;
}

class Consolidation {
 public:
  Consolidation(const std::string& office, const law::Inflection& inflection)
      : state_(office), inflection_(inflection) {}

  Timeline run(const std::vector<law::Act>& acts) {
    for (const law::Act* act : in_order(acts)) {
      if (act->in_force) {
        end_repealed_acts(*act);
        if (gives_law(*act)) enact(*act);
        reconcile(*act, state_, out_.diagnostics);
      } else if (gives_law(*act) && !act->annexes.empty()) {
        report_undated(*act);
      }
      for (std::size_t i = 0; i < act->amendments.size(); ++i) amend(*act, i);
    }
    out_.versions = state_.take_versions();
    return std::move(out_);
  }

 private:
  static Event event_of(const law::Act& act, law::Date day, const std::string& place, law::Lines lines) {
    return {day, {act.id, place}, act.file, lines};
  }

  // „Traci moc zarządzenie nr …”: all its texts end.
  void end_repealed_acts(const law::Act& act) {
    for (const law::ActRef& repealed : act.repeals)
      for (const law::Document& document : state_.documents_of(law::act_key(repealed)))
        state_.end({document, {}}, event_of(act, *act.in_force, "", {}));
  }

  void enact(const law::Act& act) {
    const std::string key = law::act_key({act.number, act.date});
    enact_all({key, ""}, act.provisions, event_of(act, *act.in_force, "", {}));
    for (const law::Annex& annex : act.annexes)
      enact_all({key, annex.name}, annex.provisions, event_of(act, *act.in_force, annex.name, {}));
  }
  void enact_all(const law::Document& document, const std::vector<law::Provision>& provisions, const Event& event) {
    for (const law::Provision& provision : provisions) state_.enact(document, {}, provision, event);
  }

  void amend(const law::Act& act, std::size_t index) {
    const law::Amendment& amendment = act.amendments[index];
    Applied applied{false, "the day of entry into force is not known"};
    if (amendment.effective) {
      const Event event = event_of(act, *amendment.effective, law::to_string(amendment.place), amendment.lines);
      const auto* annex = std::get_if<law::ReplaceAnnex>(&amendment.change);
      const auto given = annex != nullptr ? new_annex(act, *annex) : nullptr;
      if (given != nullptr) {
        replace_annex({amendment.document.act, annex->name}, *given, event);
        applied = {true, ""};
      } else {
        applied = apply(amendment, event, state_, out_.unknown_ends, words_put_, inflection_);
      }
    }
    if (!applied.note.empty()) out_.diagnostics.push_back(diagnostic(act, amendment, applied));
    out_.outcomes.push_back({act.id, index, applied.applied, std::move(applied.note)});
  }

  // The annex of the amending act that holds the new text; nullptr when it holds no provisions.
  static const law::Annex* new_annex(const law::Act& act, const law::ReplaceAnnex& change) {
    if (change.repealed || change.name.empty()) return nullptr;
    for (const law::Annex& annex : act.annexes)
      if (annex.name == change.by_name || act.annexes.size() == 1) return &annex;
    return nullptr;
  }
  void replace_annex(const law::Document& document, const law::Annex& annex, const Event& event) {
    const law::Document resolved = state_.resolve(document);
    state_.end({resolved, {}}, event);
    enact_all(resolved, annex.provisions, event);
  }

  void report_undated(const law::Act& act) {
    out_.diagnostics.push_back({act.file, 0, 0, law::Severity::warning, "not-in-force",
                                "the day this act enters into force is not known, so nothing it gives is law yet", ""});
  }

  Timeline out_;
  LawState state_;
  WordsPut words_put_;
  const law::Inflection& inflection_;
};

}  // namespace

Timeline consolidate(const std::vector<law::Act>& acts, const std::string& office, const law::Inflection& inflection) {
  return Consolidation(office, inflection).run(acts);
}

}  // namespace kto::consolidate
