#include "indexer/consolidate/timeline.h"

#include <algorithm>
#include <tuple>

#include "indexer/consolidate/apply.h"
#include "indexer/consolidate/law_state.h"

namespace kto::consolidate {
namespace {

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

}  // namespace

Timeline consolidate(const std::vector<law::Act>& acts, const std::string& office) {
  Timeline out;
  LawState state(office);
  WordsPut words_put;
  for (const law::Act* act : in_order(acts)) {
    for (std::size_t i = 0; i < act->amendments.size(); ++i) {
      const law::Amendment& amendment = act->amendments[i];
      Applied applied{false, "the day of entry into force is not known"};
      if (amendment.effective) {
        const Event event{*amendment.effective, {act->id, law::to_string(amendment.place)}, act->file, amendment.lines};
        applied = apply(amendment, event, state, out.unknown_ends, words_put);
      }
      if (!applied.note.empty()) out.diagnostics.push_back(diagnostic(*act, amendment, applied));
      out.outcomes.push_back({act->id, i, applied.applied, std::move(applied.note)});
    }
  }
  out.versions = state.take_versions();
  return out;
}

}  // namespace kto::consolidate
