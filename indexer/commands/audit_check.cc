// What the texts of a day refer to: provisions that are no longer law, that do not exist, or that cannot be checked.
#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "indexer/commands/audit_findings.h"
#include "indexer/commands/audit_references.h"
#include "indexer/commands/explain_facts.h"
#include "indexer/commands/explain_reason.h"
#include "indexer/commands/offices.h"

namespace kto::commands {
namespace {

enum class State { known, gone, missing, unchecked };

// What one document held on a day.
class Document {
 public:
  Document(const corpus::OfficeLaw& law, const law::Document& document, law::Date day)
      : day_(day), whole_(known_bases(law).count(document) > 0) {
    for (const law::ProvisionVersion& version : law.timeline.versions)
      if (version.document == document) versions_.push_back(&version);
    const auto acts = acts_by_id(law);
    for (const consolidate::Outcome& outcome : law.timeline.outcomes)
      if (const auto act = acts.find(outcome.act); act != acts.end() && outcome.index < act->second->amendments.size())
        read(act->second->amendments[outcome.index], outcome, document);
  }

  // `gone_on` is set for what is gone, where the day is known.
  State state_of(const law::Citation& cited, std::optional<law::Date>& gone_on) const {
    if (holds(cited)) return State::known;
    for (const auto& [citation, on] : repealed_)
      if (citation.contains(cited)) gone_on = std::max(gone_on.value_or(on), on);
    for (const law::ProvisionVersion* version : below(cited))
      if (version->validity.to && *version->validity.to <= day_)
        gone_on = std::max(gone_on.value_or(*version->validity.to), *version->validity.to);
    if (gone_on) return State::gone;
    const bool given_whole = std::any_of(given_.begin(), given_.end(),
                                         [&](const auto& each) { return each.contains(cited) && holds(each); });
    if (given_whole) return State::missing;
    if (touched(cited)) return State::known;  // an act changes it: it is there, though its words are not known
    return whole_ ? State::missing : State::unchecked;
  }

 private:
  void read(const law::Amendment& amendment, const consolidate::Outcome& outcome, const law::Document& document) {
    if (amendment.document != document || !amendment.effective || *amendment.effective > day_) return;
    const bool repeals = std::holds_alternative<law::Repeal>(amendment.change);
    const bool gives = std::holds_alternative<law::Replace>(amendment.change) ||
                       std::holds_alternative<law::Insert>(amendment.change) ||
                       std::holds_alternative<law::Append>(amendment.change);
    for (const law::Citation& target : citations_of(amendment.change)) {
      const bool applied = outcome.applied || reason_about(outcome.note, target).empty();
      if (repeals && applied) {
        repealed_.emplace_back(target, *amendment.effective);
      } else if (gives && applied) {
        given_.push_back(target);
      } else {
        touched_.push_back(target);
      }
    }
  }

  // The versions at and below a citation, of any day. They are sorted by citation: a subtree is one run.
  std::span<const law::ProvisionVersion* const> below(const law::Citation& cited) const {
    const auto begin = std::lower_bound(
        versions_.begin(), versions_.end(), cited,
        [](const law::ProvisionVersion* version, const law::Citation& at) { return version->citation < at; });
    const auto end = std::find_if(begin, versions_.end(), [&](const law::ProvisionVersion* version) {
      return !cited.contains(version->citation);
    });
    return {begin, end};
  }
  bool holds(const law::Citation& cited) const {
    const auto versions = below(cited);
    return std::any_of(versions.begin(), versions.end(),
                       [&](const law::ProvisionVersion* version) { return version->validity.contains(day_); });
  }
  bool touched(const law::Citation& cited) const {
    return std::any_of(touched_.begin(), touched_.end(),
                       [&](const law::Citation& target) { return cited.contains(target); }) ||
           std::any_of(repealed_.begin(), repealed_.end(),
                       [&](const auto& each) { return cited.contains(each.first) && each.first != cited; });
  }

  law::Date day_;
  bool whole_ = false;
  std::vector<const law::ProvisionVersion*> versions_;  // by citation, then first day
  std::vector<law::Citation> given_, touched_;
  std::vector<std::pair<law::Citation, law::Date>> repealed_;
};

class References {
 public:
  References(const corpus::OfficeLaw& law, law::Date day, std::vector<Finding>& out)
      : law_(law), day_(day), out_(out) {}

  void run() {
    for (const law::ProvisionVersion& version : law_.timeline.versions) {
      if (!version.validity.contains(day_)) continue;
      std::set<law::Citation> cited;
      for (const std::string* words : {&version.text, &version.closing})
        for (law::Citation& citation : find_references(*words, version.citation)) cited.insert(std::move(citation));
      for (const law::Citation& citation : cited) check(version, citation);
    }
    for (const auto& [key, from] : unchecked_) report_unchecked(key.second, from);
  }

 private:
  static Place place_of(const law::ProvisionVersion& version) {
    return {law::to_string(version.citation), version.file, version.lines.first};
  }

  void check(const law::ProvisionVersion& version, const law::Citation& cited) {
    std::optional<law::Date> gone_on;
    const std::string name = law::to_string(cited);
    switch (document(version.document).state_of(cited, gone_on)) {
      case State::known:
        return;
      case State::gone:
        return add("reference-repealed", version,
                   "refers to " + name + ", no longer law since " + law::to_string(*gone_on));
      case State::missing:
        return add("reference-unknown", version, "refers to " + name + "; what would hold it is known and does not");
      case State::unchecked:
        unchecked_[{version.document, cited}].push_back(&version);
    }
  }
  const Document& document(const law::Document& document) {
    const auto found = documents_.find(document);
    if (found != documents_.end()) return found->second;
    return documents_.emplace(document, Document(law_, document, day_)).first->second;
  }
  void add(std::string_view code, const law::ProvisionVersion& version, std::string message) {
    out_.push_back({code, rule(code).severity, place_of(version), std::move(message), {}});
  }

  void report_unchecked(const law::Citation& cited, const std::vector<const law::ProvisionVersion*>& from) {
    std::string by;
    std::vector<Place> others;
    for (const law::ProvisionVersion* version : from) {
      by += (by.empty() ? "" : ", ") + law::to_string(version->citation);
      if (version != from.front()) others.push_back(place_of(*version));
    }
    out_.push_back({"reference-unchecked", rule("reference-unchecked").severity, place_of(*from.front()),
                    law::to_string(cited) + " is referred to by " + by, std::move(others)});
  }

  const corpus::OfficeLaw& law_;
  law::Date day_;
  std::vector<Finding>& out_;
  std::map<law::Document, Document> documents_;
  std::map<std::pair<law::Document, law::Citation>, std::vector<const law::ProvisionVersion*>> unchecked_;
};

}  // namespace

void find_in_references(const corpus::OfficeLaw& law, law::Date day, std::vector<Finding>& out) {
  References(law, day, out).run();
}

}  // namespace kto::commands
