#include "searchd/letter_country.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "searchd/across.h"

namespace kto::searchd {
namespace {

// As votes are counted: with the kinds of units as holders, their ids for codes. The first kind of a sentence weighs
// what its best wording weighs there, the others less by how much less likely they are: a kind ranked lower may have a
// wording with rarer words.
Answer as_kinds(const Answer& answer) {
  Answer kinds;
  kinds.status = answer.status;
  if (!answer.across || answer.across->groups.empty()) return kinds;
  const std::vector<AcrossGroup>& groups = answer.across->groups;
  const auto& best = answer.across->wordings[groups.front().wordings.front().wording];
  for (const AcrossGroup& group : groups) {
    HolderAnswer kind;
    kind.holder.unit = law::UnitRef{group.id, group.label, law::UnitKind::inne};
    kind.score = group.score;
    Hit hit;
    hit.task.id = group.id;
    hit.score = groups.front().score > 0 ? best.score * group.score / groups.front().score : best.score;
    kind.tasks.push_back(std::move(hit));
    kinds.answers.push_back(std::move(kind));
  }
  return kinds;
}

std::size_t place_of(const Answer& answer, const std::string& id) {
  const std::vector<AcrossGroup>& groups = answer.across->groups;
  return static_cast<std::size_t>(
      std::find_if(groups.begin(), groups.end(), [&id](const AcrossGroup& group) { return group.id == id; }) -
      groups.begin());
}

// Puts groups of several answers into one, whose wordings have numbers of their own.
class Together {
 public:
  explicit Together(Across& across) : across_(across) {}

  void add(const Across& from, AcrossGroup group) {
    for (AcrossGroup::Said& said : group.wordings) said.wording = wording(from, said.wording);
    for (AcrossHolder& holder : group.holders) holder.wording = wording(from, holder.wording);
    across_.groups.push_back(std::move(group));
  }

 private:
  std::size_t wording(const Across& from, std::size_t number) {
    const AcrossWording& one = from.wordings[number];
    const auto known = std::find_if(
        across_.wordings.begin(), across_.wordings.end(),
        [&one](const AcrossWording& other) { return other.text == one.text && other.context == one.context; });
    const auto place = static_cast<std::size_t>(known - across_.wordings.begin());
    if (known == across_.wordings.end()) across_.wordings.push_back(one);
    return place;
  }

  Across& across_;
};

// Of a letter that kto has no answer to, what the whole of it comes near to.
Answer unanswered(Answer whole) {
  whole.status = Status::no_answer;
  std::move(whole.answers.begin(), whole.answers.end(), std::back_inserter(whole.related));
  whole.answers.clear();
  return whole;
}

std::shared_ptr<Across> nothing_yet(const std::vector<Heard>& heard, const Answer& whole) {
  auto across = std::make_shared<Across>();
  across->offices = whole.across ? whole.across->offices : 0;
  const auto take = [&across](const Answer& answer) {
    if (!answer.across) return;
    across->whole = across->whole && answer.across->whole;
    for (const std::string& office : answer.across->missing)
      if (std::find(across->missing.begin(), across->missing.end(), office) == across->missing.end())
        across->missing.push_back(office);
  };
  take(whole);
  for (const Heard& one : heard) take(one.answer);
  return across;
}

}  // namespace

CountryRouting route_by_kinds(const LetterQuery& query, const std::vector<Heard>& heard, const Answer& whole,
                              std::size_t shown) {
  std::vector<Heard> by_kinds;
  by_kinds.reserve(heard.size());
  for (const Heard& one : heard) by_kinds.push_back({one.sentence, as_kinds(one.answer)});
  const Count count = count_votes(by_kinds, as_kinds(whole));
  const auto across = nothing_yet(heard, whole);
  if (!count.stands) {
    CountryRouting nobody{{unanswered(whole), {}, ""}, 0};
    nobody.routing.answer.across = across;
    return nobody;
  }
  CountryRouting out{{whole, {}, ""}, std::max(count.leading, count.ambiguous ? std::size_t{2} : 0)};
  Answer& answer = out.routing.answer;
  answer.status = count.ambiguous ? Status::ambiguous : Status::answered;
  answer.answers.clear();
  answer.related.clear();
  answer.total = static_cast<unsigned>(count.holders.size());
  across->total = answer.total;
  Together together(*across);
  for (std::size_t i = 0; i < count.holders.size() && i < shown; ++i) {
    const Voted& kind = count.holders[i];
    const std::string& id = kind.holder.holder.unit->code;
    const Answer& from = kind.spoken.empty() ? whole : heard[kind.spoken.front().first].answer;
    const std::size_t place = place_of(from, id);
    if (place >= from.across->groups.size() || place >= from.answers.size()) continue;
    together.add(*from.across, from.across->groups[place]);
    across->groups.back().score = kind.holder.score;
    answer.answers.push_back(from.answers[place]);
    answer.answers.back().score = kind.holder.score;
    if (kind.spoken.empty()) continue;
    HolderEvidence evidence{answer.answers.back().holder, {}, id};
    for (const auto& [sentence, weight] : kind.spoken)
      evidence.sentences.push_back(spoken(query, heard[sentence].sentence, weight));
    out.routing.evidence.push_back(std::move(evidence));
  }
  answer.across = across;
  return out;
}

}  // namespace kto::searchd
