#include "searchd/across_page.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "searchd/search_hit.h"

namespace kto::searchd {
namespace {

using Member = UnitsOfAKind::Member;

constexpr std::size_t kNamesInSight = 5;

std::optional<unsigned> next_of(std::size_t end, std::size_t total) {
  return end < total ? std::optional{static_cast<unsigned>(end)} : std::nullopt;
}

// Ranks of offices by their place in the answer, each looked up once.
class Ranks {
 public:
  explicit Ranks(const OfficeOrder& order) : order_(order) {}

  unsigned of(const store::WordingHolder& holder) {
    if (ranks_.size() <= holder.office_place) ranks_.resize(holder.office_place + std::size_t{1});
    std::optional<unsigned>& rank = ranks_[holder.office_place];
    if (!rank) rank = order_.of(holder.office()).rank;
    return *rank;
  }

 private:
  const OfficeOrder& order_;
  std::vector<std::optional<unsigned>> ranks_;
};

// By name of office, then by code.
std::vector<const Member*> in_order(const std::vector<Member>& members, Ranks& ranks, std::size_t first,
                                    std::size_t end) {
  std::vector<std::pair<unsigned, const Member*>> all;
  all.reserve(members.size());
  for (const Member& member : members) all.emplace_back(ranks.of(*member.holder), &member);
  const auto is_before = [](const auto& a, const auto& b) {
    static const law::UnitRef kUnnamed;
    if (a.first != b.first) return a.first < b.first;
    const law::UnitRef *of_a = a.second->holder->unit(), *of_b = b.second->holder->unit();
    if (of_a == nullptr) of_a = &kUnnamed;
    if (of_b == nullptr) of_b = &kUnnamed;
    return std::tie(of_a->code, of_a->name) < std::tie(of_b->code, of_b->name);
  };
  end = std::min(end, all.size());
  first = std::min(first, end);
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(end), all.end(), is_before);
  std::vector<const Member*> page;
  for (std::size_t i = first; i < end; ++i) page.push_back(all[i].second);
  return page;
}

class Page {
 public:
  Page(const AcrossFound& found, const AcrossPage& page)
      : found_(found), page_(page), sure_(confidences(found.groups.ranked, found.question)), ranks_(found.order) {
    out_.missing = found.matches.missing;
    out_.whole = !found.matches.more || !says(found.matches.matches.size() - 1);
    out_.total = static_cast<unsigned>(found.groups.units.size());
  }

  Across made() {
    for (std::size_t i = 0; i < found_.groups.units.size(); ++i)
      if (page_.group.empty() ? page_.offset <= i && i - page_.offset < page_.limit
                              : found_.groups.units[i].kind.id == page_.group)
        add(found_.groups.units[i], sure_[i]);
    if (page_.group.empty()) out_.next = next_of(std::size_t{page_.offset} + page_.limit, found_.groups.units.size());
    return std::move(out_);
  }

 private:
  // Whether any group has the wording among its own.
  bool says(std::size_t match) const {
    const auto& units = found_.groups.units;
    return std::any_of(units.begin(), units.end(), [match](const UnitsOfAKind& group) {
      return std::any_of(group.said.begin(), group.said.end(),
                         [match](const UnitsOfAKind::Said& said) { return said.match == match; });
    });
  }

  std::size_t wording(std::size_t match) {
    const auto [at, fresh] = numbers_.try_emplace(match, out_.wordings.size());
    if (!fresh) return at->second;
    const store::WordingMatch& one = found_.matches.matches[match];
    out_.wordings.push_back(
        {one.text, one.context, matched_words(found_.index, one.text, found_.question), one.offices, one.weight});
    return at->second;
  }

  AcrossHolder holder(const Member& member) {
    AcrossHolder out = shown_holder(found_.matches.matches[member.match], *member.holder);
    out.office_name = found_.order.of(out.office).name;
    out.wording = wording(member.match);
    out.tasks = member.tasks;
    return out;
  }

  void add(const UnitsOfAKind& from, double sure) {
    AcrossGroup group;
    group.id = from.kind.id;
    group.label = from.kind.label;
    group.names = from.kind.names;
    if (group.names.size() > kNamesInSight) group.names.resize(kNamesInSight);
    group.offices = from.offices;
    group.total = static_cast<unsigned>(from.members.size());
    group.score = sure;
    for (std::size_t i = 0; i < from.said.size() && i < page_.wordings; ++i)
      group.wordings.push_back({wording(from.said[i].match), from.said[i].holders});
    const bool alone = !page_.group.empty();
    const std::size_t first = alone ? page_.offset : 0, end = first + (alone ? page_.limit : kUnitsInSight);
    for (const Member* member : in_order(from.members, ranks_, first, end)) group.holders.push_back(holder(*member));
    group.next = next_of(end, from.members.size());
    out_.groups.push_back(std::move(group));
  }

  const AcrossFound& found_;
  const AcrossPage& page_;
  const std::vector<double> sure_;  // of each group
  Ranks ranks_;
  Across out_;
  std::map<std::size_t, std::size_t> numbers_;  // of the wordings named so far, by number of the match
};

}  // namespace

AcrossWording shown_wording(const store::WordingMatch& match, const Question& question, const store::Reader& index) {
  return {match.text, match.context, matched_words(index, match.text, question), match.offices, match.weight};
}

AcrossHolder shown_holder(const store::WordingMatch& match, const store::WordingHolder& holder) {
  store::WordingDetails details = match.details(holder);
  AcrossHolder out;
  out.office = holder.office();
  if (const law::UnitRef* unit = holder.unit()) out.unit = *unit;
  out.post = holder.post();
  out.task = std::move(details.task);
  out.citation = std::move(details.citation);
  out.act = holder.act();
  out.role = holder.role;
  out.validity = holder.validity;
  return out;
}

Across across_page(const AcrossFound& found, const AcrossPage& page) {
  return Page(found, page).made();
}

}  // namespace kto::searchd
