#include "searchd/search_former.h"

#include <algorithm>
#include <set>

#include "searchd/search_hit.h"

namespace kto::searchd {
namespace {

using law::Unit;

const Unit* bearer_on(const std::vector<Unit>& of_the_code, law::Date day) {
  const Unit* found = nullptr;
  for (const Unit& unit : of_the_code)
    if (unit.validity.contains(day) && (found == nullptr || unit.parent != unit.code)) found = &unit;
  return found;
}

// The first day on which nobody bears the code any more; nullopt: somebody does on `day`, or only later, or no act ever
// listed it.
std::optional<law::Date> ended_by(const std::vector<Unit>& of_the_code, law::Date day) {
  std::optional<law::Date> ended;
  for (const Unit& unit : of_the_code) {
    if (!unit.validity.to || *unit.validity.to > day) return std::nullopt;
    ended = std::max(ended.value_or(*unit.validity.to), *unit.validity.to);
  }
  return ended;
}

// Follows successions until somebody is listed on the day.
class Heirs {
 public:
  Heirs(const store::Reader& index, const std::string& office, const std::vector<law::Succession>& all, law::Date day)
      : index_(index), office_(office), all_(all), day_(day) {}

  std::vector<FormerHolder::Successor> of(const std::string& code, law::Date ended) {
    follow(code, ended, law::Certainty::certain);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const auto& a, const auto& b) { return a.certainty < b.certainty; });
    return std::move(found_);
  }

 private:
  void follow(const std::string& code, law::Date ended, law::Certainty so_far) {
    if (!seen_.insert(code).second) return;
    for (const law::Succession& one : all_) {
      if (one.from != code || one.on != ended) continue;
      const law::Certainty certainty = std::max(so_far, one.certainty);
      const std::vector<Unit>& of_the_code = index_.units(office_, one.to);
      if (const Unit* unit = bearer_on(of_the_code, day_))
        found_.push_back({{unit->code, unit->name, unit->kind}, certainty, one.tasks, one.of});
      else if (const auto next = ended_by(of_the_code, day_))
        follow(one.to, *next, certainty);
    }
  }

  const store::Reader& index_;
  const std::string& office_;
  const std::vector<law::Succession>& all_;
  law::Date day_;
  std::set<std::string> seen_;
  std::vector<FormerHolder::Successor> found_;
};

bool is_asked_for(const Ranked& holder, const Question& question, bool stands) {
  constexpr double kWholeName = 0.999;  // sums of fractions
  const std::vector<std::string>& named = question.marks.units;
  return !stands || std::find(named.begin(), named.end(), holder.code) != named.end() ||
         std::any_of(holder.points.begin(), holder.points.end(),
                     [](const Evidence& one) { return one.in_name >= kWholeName; });
}

// Its points, one a provision: several wordings of it may have been found.
std::vector<Hit> hits(const store::Reader& index, const Ranked& ranked, const Question& question, law::Date last_day,
                      unsigned most) {
  std::vector<Hit> out;
  std::set<std::string> seen;
  for (const Evidence& one : ranked.points) {
    if (out.size() == most) break;
    const law::TaskPoint& task = one.found->stored().task;
    if (!task.validity.contains(last_day) || !seen.insert(provision_of(task)).second) continue;
    out.push_back(hit_of(index, one.found->stored(), question, last_day));
    out.back().score = one.weight;
  }
  return out;
}

}  // namespace

std::vector<FormerHolder> former_holders(const store::Reader& index, std::vector<Evidence> on_any_day,
                                         const Question& question, const WhoQuery& query, bool stands) {
  std::vector<FormerHolder> out;
  for (const Ranked& ranked : rank_holders(std::move(on_any_day), question)) {
    if (out.size() == query.limit) break;
    const store::Outline* outline = index.outline(ranked.office);
    if (outline == nullptr || ranked.code.empty()) continue;
    const auto ended = ended_by(index.units(ranked.office, ranked.code), query.as_of);
    if (!ended || !is_asked_for(ranked, question, stands)) continue;
    const law::Date last_day = *ended - std::chrono::days{1};
    FormerHolder one{holder_of(index, ranked.points.front().found->stored(), last_day), *ended, {}, {}};
    one.successors = Heirs(index, ranked.office, outline->successions, query.as_of).of(ranked.code, *ended);
    one.tasks = hits(index, ranked, question, last_day, query.tasks);
    if (!one.tasks.empty()) out.push_back(std::move(one));
  }
  return out;
}

}  // namespace kto::searchd
