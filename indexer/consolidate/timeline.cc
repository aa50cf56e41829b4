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
  out.reserve(acts.size());
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

// Something that happens to the law on a day: an act gives, ends or announces provisions, or one of its amendments
// takes effect. An amendment has a day of its own: acts enter into force in parts, and with effect from earlier days.
struct Step {
  law::Date day;
  std::size_t act = 0;  // in order of entry into force
  bool whole = false;   // the act itself; else the amendment `index`
  std::size_t index = 0;
};

class Consolidation {
 public:
  Consolidation(const std::string& office, const law::Inflection& inflection)
      : state_(office), inflection_(inflection) {}

  Timeline run(const std::vector<law::Act>& acts) {
    acts_ = in_order(acts);
    for (const Step& step : steps()) {
      if (step.whole) {
        give(*acts_[step.act]);
      } else {
        amend(*acts_[step.act], step.index);
      }
    }
    report_undated();
    out_.versions = state_.take_versions();
    sort_outcomes();
    return std::move(out_);
  }

 private:
  // They came about by day; they are told by act.
  void sort_outcomes() {
    std::map<std::string, std::size_t> rank;
    for (const law::Act* act : acts_) rank.emplace(act->id, rank.size());
    std::stable_sort(out_.outcomes.begin(), out_.outcomes.end(), [&](const Outcome& a, const Outcome& b) {
      return std::pair(rank.at(a.act), a.index) < std::pair(rank.at(b.act), b.index);
    });
  }

  // By day; of one day the act that entered into force first, and what it gives before what it amends.
  std::vector<Step> steps() const {
    std::vector<Step> out;
    for (std::size_t i = 0; i < acts_.size(); ++i) {
      if (acts_[i]->in_force) out.push_back({*acts_[i]->in_force, i, true, 0});
      for (std::size_t k = 0; k < acts_[i]->amendments.size(); ++k)
        if (const auto day = acts_[i]->amendments[k].effective) out.push_back({*day, i, false, k});
    }
    std::stable_sort(out.begin(), out.end(), [](const Step& a, const Step& b) { return a.day < b.day; });
    return out;
  }

  void give(const law::Act& act) {
    end_repealed_acts(act);
    if (gives_law(act)) enact(act);
    reconcile(act, state_, out_.diagnostics);
    report_conflicts(act.file);
  }

  void report_conflicts(const std::string& file) {
    for (const Key& key : state_.take_conflicts()) {
      // Chapters may be numbered anew in each division; they are headings, and the first keeps the number.
      const bool heading = key.citation.back().level <= law::Level::chapter;
      out_.diagnostics.push_back({file, 0, 0, heading ? law::Severity::info : law::Severity::warning, "provision-twice",
                                  law::to_string(key.citation) + " is in force already; the second text was left out",
                                  ""});
    }
  }

  void report_undated() {
    for (const law::Act* act : acts_) {
      if (!act->in_force && gives_law(*act) && !act->annexes.empty())
        out_.diagnostics.push_back({act->file, 0, 0, law::Severity::warning, "not-in-force",
                                    "the day this act enters into force is not known, so nothing it gives is law yet",
                                    ""});
      for (std::size_t i = 0; i < act->amendments.size(); ++i)
        if (!act->amendments[i].effective) conclude(*act, i, {false, "the day of entry into force is not known"});
    }
  }

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
    for (const law::FormerChange& change : act.former_changes) redate(act, change);
  }
  // The regulation was given as notes in it say it has become since (bracket_notes.h).
  void redate(const law::Act& act, const law::FormerChange& change) {
    if (!change.since || *change.since <= *act.in_force) return;
    const Event event{*change.since, change.by, act.file, {}};
    if (change.repealed) {
      out_.unknown_ends.push_back({change.document, change.citation, *change.since, change.by, true});
    } else if (!change.whole) {
      state_.redate({change.document, change.citation}, event);
    } else {
      for (const Key& key : state_.subtree({change.document, change.citation})) state_.redate(key, event);
    }
  }
  void enact_all(const law::Document& document, const std::vector<law::Provision>& provisions, const Event& event) {
    for (const law::Provision& provision : provisions) state_.enact(document, {}, provision, event);
  }

  void amend(const law::Act& act, std::size_t index) {
    const law::Amendment& amendment = act.amendments[index];
    const Event event = event_of(act, *amendment.effective, law::to_string(amendment.place), amendment.lines);
    const auto* annex = std::get_if<law::ReplaceAnnex>(&amendment.change);
    const auto given = annex != nullptr ? new_annex(act, *annex) : nullptr;
    if (given != nullptr) {
      replace_annex({amendment.document.act, annex->name}, *given, event);
      conclude(act, index, {true, ""});
    } else {
      conclude(act, index, apply(amendment, event, state_, out_.unknown_ends, words_put_, inflection_));
    }
    report_conflicts(act.file);
  }
  void conclude(const law::Act& act, std::size_t index, Applied applied) {
    if (!applied.note.empty()) out_.diagnostics.push_back(diagnostic(act, act.amendments[index], applied));
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

  std::vector<const law::Act*> acts_;
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
