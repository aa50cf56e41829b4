// What applying the acts showed: operations not applied, acts that must be missing, places not understood.
#include <algorithm>
#include <map>
#include <set>

#include "indexer/commands/audit_findings.h"
#include "indexer/commands/explain_facts.h"
#include "indexer/commands/offices.h"
#include "indexer/law/amendment_text.h"

namespace kto::commands {
namespace {

// How consolidation says that nobody put the words there which an act changes.
constexpr std::string_view kGap = "an act in between is missing";

class Operations {
 public:
  Operations(const corpus::OfficeLaw& law, law::Date day, std::vector<Finding>& out)
      : law_(law), day_(day), out_(out) {}

  void run() {
    const auto acts = acts_by_id(law_);
    for (const consolidate::Outcome& outcome : law_.timeline.outcomes) {
      const auto found = acts.find(outcome.act);
      const law::Act* act = found == acts.end() ? nullptr : found->second;
      if (act == nullptr || outcome.applied || outcome.index >= act->amendments.size()) continue;
      const law::Amendment& amendment = act->amendments[outcome.index];
      if (amendment.effective && *amendment.effective > day_) continue;
      report(*act, amendment, outcome.note);
      if (outcome.note.find(kGap) != std::string::npos) gaps_[{forerunner(*act, amendment), act}].push_back(&amendment);
    }
    for (const auto& [between, amendments] : gaps_) report_gap(between.first, *between.second, amendments);
    report_missing_bases();
    report_not_understood();
  }

 private:
  Place place_of(const law::Act& act, const law::Amendment& amendment) const {
    return {act.id + ", " + law::to_string(amendment.place), act.file, amendment.lines.first};
  }

  void report(const law::Act& act, const law::Amendment& amendment, const std::string& note) {
    const bool annex = std::holds_alternative<law::ReplaceAnnex>(amendment.change);
    std::string kind(law::kind(amendment.change));
    std::replace(kind.begin(), kind.end(), '_', ' ');
    out_.push_back({"not-applied",
                    annex ? law::Severity::info : rule("not-applied").severity,
                    place_of(act, amendment),
                    kind + ": " + note,
                    {}});
  }

  // The last act before this one that put words where this one changes some.
  const law::Act* forerunner(const law::Act& act, const law::Amendment& amendment) const {
    const std::vector<law::Citation> targets = citations_of(amendment.change);
    const law::Act* last = nullptr;
    for (const law::Act& earlier : law_.acts) {
      if (&earlier == &act) break;
      for (const law::Amendment& other : earlier.amendments)
        for (const law::Citation& target : citations_of(other.change))
          if (other.document == amendment.document && !wording_of(other.change).new_text.empty() &&
              std::find(targets.begin(), targets.end(), target) != targets.end())
            last = &earlier;
    }
    return last;
  }

  void report_gap(const law::Act* before, const law::Act& after, const std::vector<const law::Amendment*>& amendments) {
    std::string places, words;
    for (const law::Amendment* amendment : amendments) {
      places += (places.empty() ? "" : " and ") + law::to_string(amendment->place);
      const std::string old_words = "„" + wording_of(amendment->change).old_text + "”";
      if (words.find(old_words) == std::string::npos) words += (words.empty() ? "" : " and ") + old_words;
    }
    std::string message = after.id + " changes, in its " + places + ", the words " + words +
                          ", and no act read put them there: one that entered into force ";
    message += before != nullptr && before->in_force
                   ? "between " + before->id + " (" + law::to_string(*before->in_force) + ") and it"
                   : "before it";
    message += (after.in_force ? " (" + law::to_string(*after.in_force) + ")" : "") + std::string(" is missing");
    std::vector<Place> others;
    for (std::size_t i = 1; i < amendments.size(); ++i) others.push_back(place_of(after, *amendments[i]));
    out_.push_back({"act-missing", rule("act-missing").severity, place_of(after, *amendments.front()),
                    std::move(message), std::move(others)});
  }

  void report_missing_bases() {
    std::set<law::Document> said = known_bases(law_);
    for (const law::Act& act : law_.acts)
      for (const law::Amendment& amendment : act.amendments) {
        if (amendment.effective && *amendment.effective > day_) continue;
        if (!said.insert(amendment.document).second) continue;
        const law::Document& document = amendment.document;
        const std::string name = document.annex.empty() ? document.act : document.annex + " do " + document.act;
        out_.push_back({"base-missing",
                        rule("base-missing").severity,
                        place_of(act, amendment),
                        act.id + " amends " + (document.act.empty() ? "a text" : name) + ", which was not read",
                        {}});
      }
  }

  void report_not_understood() {
    for (const law::Act& act : law_.acts)
      for (const law::Diagnostic& diagnostic : act.diagnostics)
        if (diagnostic.severity != law::Severity::info)
          out_.push_back({"act-not-understood",
                          diagnostic.severity,
                          {act.id, diagnostic.file, diagnostic.line},
                          diagnostic.message,
                          {}});
  }

  const corpus::OfficeLaw& law_;
  law::Date day_;
  std::vector<Finding>& out_;
  std::map<std::pair<const law::Act*, const law::Act*>, std::vector<const law::Amendment*>> gaps_;
};

}  // namespace

void find_in_operations(const corpus::OfficeLaw& law, law::Date day, std::vector<Finding>& out) {
  Operations(law, day, out).run();
}

}  // namespace kto::commands
