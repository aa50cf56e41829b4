#include "indexer/consolidate/reconcile.h"

#include <algorithm>

namespace kto::consolidate {
namespace {

class Reconciler {
 public:
  Reconciler(const law::Act& act, LawState& state, std::vector<law::Diagnostic>& diagnostics)
      : act_(act), state_(state), diagnostics_(diagnostics) {}

  void run() {
    const std::string key = law::act_key(*act_.consolidates);
    read({key, ""}, act_.provisions);
    for (const law::Annex& annex : act_.annexes) read(state_.resolve({key, annex.name}), annex.provisions);
  }

 private:
  void read(const law::Document& document, const std::vector<law::Provision>& provisions) {
    document_ = document;
    announced_.clear();
    for (const law::Provision& provision : provisions) visit({}, provision);
    if (provisions.empty()) return;
    for (const Key& known : state_.subtree({document, {}}))
      if (announced_.count(known.citation) == 0) report_absent(known);
  }

  void visit(const law::Citation& above, const law::Provision& provision) {
    const Key key{document_, above.child(provision.step)};
    announced_.insert(key.citation);
    if (says_repealed(provision.text)) {
      if (state_.knows(key)) {
        report(provision, key, "is said to be repealed, but no act read has repealed it");
        state_.end(key, ending(key, provision));
      }
      state_.mark_repealed(key);
      return;
    }
    compare(key, provision);
    for (const law::Provision& child : provision.children) visit(key.citation, child);
  }

  void compare(const Key& key, const law::Provision& provision) {
    if (provision.text.empty() && provision.closing.empty()) return;
    const law::ProvisionVersion* known = state_.find(key);
    if (known == nullptr) {
      law::Provision own = provision;
      own.children.clear();
      state_.enact(document_, key.citation.parent(), own, event(key, provision));
      return;
    }
    if (without_journals(known->text) == without_journals(provision.text) &&
        without_journals(known->closing) == without_journals(provision.closing))
      return;
    report(provision, key,
           "reads otherwise in the consolidated text than the acts read make it; an act may be missing");
    state_.reword(key, provision.text, provision.closing, event(key, provision));
  }

  // Whose wording it is and since when, as far as the footnotes say.
  Event event(const Key& key, const law::Provision& provision) const {
    Event out = from_now(provision);
    const std::optional<law::Date> free = state_.free_from(key);
    for (const law::FormerChange& change : act_.former_changes) {
      if (change.citation != key.citation || !change.since) continue;
      // A day on which the acts read made another wording law is contradicted by them: so only from now on.
      if (free && *change.since < *free) return out;
      return {*change.since, change.by, act_.file, provision.lines};
    }
    // What the acts read make otherwise has been so till now, as far as anybody knows.
    if (!free && !act_.former_changes.empty() && act_.consolidated_in_force) out.day = *act_.consolidated_in_force;
    return out;
  }
  Event from_now(const law::Provision& provision) const {
    return {*act_.in_force, {act_.id, ""}, act_.file, provision.lines};
  }
  // The same for all that is below the key: what is younger than the day told was law till now.
  Event ending(const Key& key, const law::Provision& provision) const {
    Event out = event(key, provision);
    for (const Key& each : state_.subtree(key))
      if (out.day < *state_.free_from(each)) return from_now(provision);
    return out;
  }

  void report(const law::Provision& provision, const Key& key, const std::string& what) {
    diagnostics_.push_back({act_.file, provision.lines.first, 1, law::Severity::warning, "consolidated-differs",
                            law::to_string(key.citation) + " " + what, ""});
  }
  void report_absent(const Key& key) {
    diagnostics_.push_back(
        {act_.file, 0, 0, law::Severity::warning, "consolidated-lacks",
         law::to_string(key.citation) + " is law by the acts read, but the consolidated text lacks it", ""});
  }

  const law::Act& act_;
  LawState& state_;
  std::vector<law::Diagnostic>& diagnostics_;
  law::Document document_;
  std::set<law::Citation> announced_;
};

}  // namespace

std::string without_journals(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '(') {
      const std::size_t close = text.find(')', at);
      const std::string inside = text.substr(at, close == std::string::npos ? 0 : close - at);
      if (inside.find("Dz. U.") != std::string::npos || inside.find("M.P.") != std::string::npos ||
          inside.find("Dz.U.") != std::string::npos) {
        at = close;
        continue;
      }
    }
    if (text[at] == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += text[at];
  }
  // "ustawa (Dz. U. …)." leaves a blank before the stop.
  for (std::size_t at; (at = out.find(" .")) != std::string::npos;) out.erase(at, 1);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool says_repealed(const std::string& text) {
  constexpr std::size_t kLongestNote = 200;  // „(uchylony zarządzeniem nr … z dnia … r., które weszło w życie …)”
  if (text.size() > kLongestNote) return false;
  for (const std::string_view word : {"(uchylon", "(uchyleni", "(skreślon", "[uchylon", "[skreślon"}) {
    if (text.compare(0, word.size(), word) != 0) continue;
    const std::size_t close = text.find_last_of(")]");
    return close != std::string::npos && close + 2 >= text.size();
  }
  return false;
}

void reconcile(const law::Act& announcement, LawState& state, std::vector<law::Diagnostic>& diagnostics) {
  if (announcement.consolidates && announcement.in_force) Reconciler(announcement, state, diagnostics).run();
}

}  // namespace kto::consolidate
