// Pairs are taken in steps, the surest first; a task taken in one step is out of the next:
//
//   1. the same version                                       nothing happened
//   2. the same provision and wording                         nothing happened, or moved when the unit is another
//   3. the same wording and holder, another provision         renumbered
//   4. the same wording, another holder                       moved
//      3 and 4 again without the lead-in of lettered points: a task that moves mostly leaves it behind
//   5. the same holder, the most alike first                  reworded
//   6. the same holder and provision, however unlike          reworded: the act gave this very point other words
//
// Step 4 asks more: duties that several units have alike ("przekazywania dokumentów do archiwum") are no move when one
// unit loses them and another gets them. A wording moves only when no unit holds it on both days.
#include "indexer/changes/pairs.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "indexer/changes/wording.h"

namespace kto::changes {

// Measured on the 1305 pairs of points that stand side by side in one list of the Lublin acts, which are different
// tasks: 8 reach 0.75, 20 reach 0.7 ("projektów rozbudowy poczty elektronicznej" and "projektów rozbudowy
// elektronicznych serwisów informacyjnych" among them).
const double kReworded = 0.75;

namespace {

// A point of fewer words than this says nothing without its lead-in: "lit. b) budynków komunalnych".
constexpr std::ptrdiff_t kFewestWords = 3;

struct Item {
  const law::TaskPoint* task;
  std::string place, wording, holder;
  std::string bare;  // the wording without its lead-in; empty when that says nothing
  bool taken = false;
};

// Who holds a task. Where no act names the unit, the § that holds the list stands for it.
std::string holder_of(const law::TaskPoint& task) {
  if (task.unit) return task.unit->code + "\n" + task.post;
  return "\n" + task.position + "\n" + task.post;
}

std::string bare_wording(const law::TaskPoint& task) {
  std::string out = same_wording(task.text);
  return std::count(out.begin(), out.end(), ' ') + 1 < kFewestWords ? std::string() : out;
}

std::vector<Item> items(const std::vector<const law::TaskPoint*>& tasks) {
  std::vector<Item> out;
  out.reserve(tasks.size());
  for (const law::TaskPoint* task : tasks)
    out.push_back({task, place_of(*task), same_wording(wording_of(*task)), holder_of(*task), bare_wording(*task)});
  return out;
}

class Matcher {
 public:
  Matcher(std::vector<Item> before, std::vector<Item> after) : before_(std::move(before)), after_(std::move(after)) {
    for (const Item& item : before_) holders_before_[item.bare].insert(item.holder);
    for (const Item& item : after_) holders_after_[item.bare].insert(item.holder);
  }

  Pairing run() {
    join([](const Item& item) { return item.task->id; }, nothing());
    join([](const Item& item) { return item.place + "\n" + item.wording; },
         [this](const Item& a, const Item& b) {
           // Where the unit was not known on one of the days, it became known or unknown: no task moved.
           if (a.holder != b.holder && a.task->unit && b.task->unit) keep(Kind::moved, a, b);
         });
    join([](const Item& item) { return item.wording + "\n" + item.holder; }, kept_as(Kind::renumbered));
    join([this](const Item& item) { return may_move(item.bare) ? item.wording : std::string(); }, kept_as(Kind::moved));
    join([](const Item& item) { return item.bare.empty() ? item.bare : item.bare + "\n" + item.holder; },
         kept_as(Kind::renumbered));
    join([this](const Item& item) { return may_move(item.bare) ? item.bare : std::string(); }, kept_as(Kind::moved));
    join_alike();
    join([](const Item& item) { return item.place + "\n" + item.holder; }, kept_as(Kind::reworded));
    return rest();
  }

 private:
  using Found = std::function<void(const Item&, const Item&)>;
  using Key = std::function<std::string(const Item&)>;

  static Found nothing() {
    return [](const Item&, const Item&) {};
  }
  Found kept_as(Kind kind) {
    return [this, kind](const Item& a, const Item& b) { keep(kind, a, b); };
  }
  void keep(Kind kind, const Item& a, const Item& b) { out_.pairs.push_back({kind, a.task, b.task}); }

  bool may_move(const std::string& bare) const {
    const auto then = holders_before_.find(bare), now = holders_after_.find(bare);
    if (bare.empty() || then == holders_before_.end() || now == holders_after_.end()) return false;
    return std::none_of(then->second.begin(), then->second.end(),
                        [&](const std::string& holder) { return now->second.count(holder) > 0; });
  }

  // Takes what has the same key, in order; an empty key matches nothing.
  void join(const Key& key, const Found& found) {
    std::map<std::string, std::vector<Item*>> waiting;
    for (Item& item : after_)
      if (!item.taken) waiting[key(item)].push_back(&item);
    for (Item& item : before_) {
      const std::string mine = item.taken ? std::string() : key(item);
      const auto same = waiting.find(mine);
      if (mine.empty() || same == waiting.end() || same->second.empty()) continue;
      Item& other = *same->second.front();
      same->second.erase(same->second.begin());
      item.taken = other.taken = true;
      found(item, other);
    }
  }

  struct Candidate {
    double likeness;
    bool same_place;
    Item *before, *after;
  };

  void join_alike() {
    std::map<std::string, std::vector<Item*>> by_holder;
    for (Item& item : after_)
      if (!item.taken) by_holder[item.holder].push_back(&item);
    std::vector<Candidate> candidates;
    for (Item& item : before_) {
      if (item.taken) continue;
      for (Item* other : by_holder[item.holder]) {
        const double likeness = changes::likeness(item.wording, other->wording);
        if (likeness >= kReworded) candidates.push_back({likeness, item.place == other->place, &item, other});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return std::tie(a.likeness, a.same_place) > std::tie(b.likeness, b.same_place);
    });
    for (const Candidate& candidate : candidates) {
      if (candidate.before->taken || candidate.after->taken) continue;
      candidate.before->taken = candidate.after->taken = true;
      keep(Kind::reworded, *candidate.before, *candidate.after);
    }
  }

  Pairing rest() {
    for (const Item& item : before_)
      if (!item.taken) out_.only_before.push_back(item.task);
    for (const Item& item : after_)
      if (!item.taken) out_.only_after.push_back(item.task);
    return std::move(out_);
  }

  std::vector<Item> before_, after_;
  std::map<std::string, std::set<std::string>> holders_before_, holders_after_;
  Pairing out_;
};

}  // namespace

std::string place_of(const law::TaskPoint& task) {
  std::string day = law::to_string(task.validity.from);
  day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
  const std::string end = "-" + day;
  const std::string& id = task.id;
  if (id.size() > end.size() && id.compare(id.size() - end.size(), end.size(), end) == 0)
    return id.substr(0, id.size() - end.size());
  return law::to_string(task.citation);  // an office's own data may have ids of another make
}

std::string wording_of(const law::TaskPoint& task) {
  return task.context.empty() ? task.text : task.context + " " + task.text;
}

Pairing pair_up(const std::vector<const law::TaskPoint*>& before, const std::vector<const law::TaskPoint*>& after) {
  return Matcher(items(before), items(after)).run();
}

}  // namespace kto::changes
