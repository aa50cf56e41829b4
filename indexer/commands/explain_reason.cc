#include "indexer/commands/explain_reason.h"

#include <algorithm>

namespace kto::commands {
namespace {

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t at; (at = text.find(separator, begin)) != std::string::npos; begin = at + separator.size())
    out.push_back(text.substr(begin, at - begin));
  out.push_back(text.substr(begin));
  return out;
}

// The places at the end of "reason: § 10 ust. 1, § 12 pkt 1"; none when that is no list of citations.
struct Reason {
  std::string text;
  std::vector<law::Citation> places;
};
Reason read_reason(const std::string& note) {
  Reason out{note, {}};
  const std::size_t colon = note.rfind(": ");
  if (colon == std::string::npos) return out;
  for (const std::string& place : split(note.substr(colon + 2), ", ")) {
    const auto citation = law::parse_citation(place);
    if (!citation) return {note, {}};
    out.places.push_back(*citation);
  }
  out.text = note.substr(0, colon);
  return out;
}

std::string on(law::Date day) {
  return " on " + law::to_string(day);
}

// The provision that a sentence is about, unless it is the one explained.
std::string subject(const Explanation& explanation, const law::Citation& citation) {
  return citation == explanation.citation ? "it" : law::to_string(citation);
}

const law::ProvisionVersion* last_before(const Explanation& explanation) {
  const law::ProvisionVersion* last = nullptr;
  const auto take = [&](const law::ProvisionVersion* version) {
    if (version->validity.to && *version->validity.to <= explanation.day &&
        (last == nullptr || *last->validity.to < *version->validity.to))
      last = version;
  };
  for (const auto* version : explanation.versions) take(version);
  for (const BelowFact& fact : explanation.below) take(fact.first);
  return last;
}

std::string how_ended(const Explanation& explanation, const law::ProvisionVersion& version) {
  const std::string who = version.ended_by ? " by " + to_string(*version.ended_by) : std::string();
  for (const OperationFact& fact : explanation.operations) {
    if (!version.ended_by || fact.act->id != version.ended_by->act ||
        law::to_string(fact.amendment->place) != version.ended_by->place)
      continue;
    const std::string what = subject(explanation, fact.target);
    if (std::holds_alternative<law::Repeal>(fact.amendment->change)) return what + " was repealed" + who;
    if (const auto* change = std::get_if<law::Renumber>(&fact.amendment->change)) {
      const auto now = renumbered(explanation.citation, change->from, change->to);
      return "it was renumbered" + who + (now ? " as " + law::to_string(*now) : std::string());
    }
    return what + " was replaced" + who + ", and the new text does not hold it";
  }
  return "it was ended" + who;
}

const law::ProvisionVersion* first_version(const Explanation& explanation) {
  const law::ProvisionVersion* first = nullptr;
  const auto take = [&](const law::ProvisionVersion* version) {
    if (first == nullptr || version->validity.from < first->validity.from) first = version;
  };
  for (const auto* version : explanation.versions) take(version);
  for (const BelowFact& fact : explanation.below) take(fact.first);
  return first;
}

// The provision itself began with this version: an act added it, or the base act gave it.
bool added(const Explanation& explanation, const law::ProvisionVersion& version) {
  for (const OperationFact& fact : explanation.operations)
    if (fact.act->id == version.made_by.act && law::to_string(fact.amendment->place) == version.made_by.place)
      return fact.relation != Relation::below && (std::holds_alternative<law::Insert>(fact.amendment->change) ||
                                                  std::holds_alternative<law::Append>(fact.amendment->change));
  return true;
}

std::string unknown_before(const Explanation& explanation, const UnknownFact& fact) {
  return "The wording of that day is not known: " + subject(explanation, fact.end->citation) + " was " +
         (fact.end->repealed ? "repealed" : "replaced") + on(fact.end->ended_on) + " by " +
         to_string(fact.end->ended_by) + ", and no act read gives what it said before.";
}

std::string unknown_since(const Explanation& explanation, const UnknownFact& fact) {
  if (fact.end->repealed)
    return "No longer law: " + subject(explanation, fact.end->citation) + " was repealed" + on(fact.end->ended_on) +
           " by " + to_string(fact.end->ended_by) + "; no act read gives what it said.";
  return "Not law: " + subject(explanation, fact.end->citation) + " was replaced" + on(fact.end->ended_on) + " by " +
         to_string(fact.end->ended_by) + ", and the new text does not hold it.";
}

}  // namespace

std::string to_string(const law::Provenance& by) {
  return by.place.empty() ? by.act : by.act + ", " + by.place;
}

std::string reason_about(const std::string& note, const law::Citation& citation) {
  std::string out;
  for (const std::string& part : split(note, "; ")) {
    const Reason reason = read_reason(part);
    const bool concerns =
        reason.places.empty() || std::any_of(reason.places.begin(), reason.places.end(),
                                             [&](const auto& place) { return relation(citation, place).has_value(); });
    if (concerns) out += (out.empty() ? "" : "; ") + reason.text;
  }
  return out;
}

std::string why_no_wording(const Explanation& explanation) {
  for (const auto* version : explanation.formerly)
    if (version->validity.contains(explanation.day))
      return "Under another number on that day: " + law::to_string(version->citation) + " said „" + version->text +
             "”.";
  for (const UnknownFact& fact : explanation.unknown)
    if (fact.end->ended_on > explanation.day) return unknown_before(explanation, fact);
  if (const auto* version = last_before(explanation))
    return "No longer law: " + how_ended(explanation, *version) + on(*version->validity.to) + ".";
  for (auto fact = explanation.unknown.rbegin(); fact != explanation.unknown.rend(); ++fact)
    if (fact->relation != Relation::below && fact->end->ended_on <= explanation.day)
      return unknown_since(explanation, *fact);
  const auto* first = first_version(explanation);
  if (first != nullptr && added(explanation, *first))
    return "Not yet law: it was first given" + on(first->validity.from) + " by " + to_string(first->made_by) + ".";
  return "The wording is not known: acts change something in it, but no act read gives its whole wording.";
}

}  // namespace kto::commands
