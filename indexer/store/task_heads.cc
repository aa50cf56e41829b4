#include "indexer/store/task_heads.h"

#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "indexer/store/record_parts.h"
#include "indexer/store/task.h"

namespace kto::store {
namespace {

constexpr unsigned kHasUnit = 1, kOfPost = 2, kAllFlags = kHasUnit + kOfPost;

std::size_t long_words_of(std::string_view text) {
  constexpr std::size_t kShortest = 4;
  std::size_t words = 0, length = 0;
  for (const char c : text) {
    const bool blank = c == ' ' || c == ',' || c == ';';
    if (blank && length >= kShortest) ++words;
    length = blank ? 0 : length + 1;
  }
  return words + (length >= kShortest ? 1 : 0);
}

// Things by their number, in the order in which they first came.
template <typename Key>
class Numbered {
 public:
  std::size_t of(const Key& key) {
    const auto [known, is_new] = numbers_.try_emplace(key, order_.size());
    if (is_new) order_.push_back(&known->first);
    return known->second;
  }
  const std::vector<const Key*>& in_order() const { return order_; }

 private:
  std::map<Key, std::size_t> numbers_;
  std::vector<const Key*> order_;
};

// All of a head but what each point has of its own.
using HeadKey =
    std::tuple<bool, bool, law::Role, std::string_view, std::string_view, std::string_view, std::string_view>;

HeadKey key_of(const TaskHead& head) {
  return {head.has_unit, head.of_post, head.role, head.code, head.name, head.unit_reason, head.position};
}

void write_head(Encoder& out, const HeadKey& head, const WordNumbers& names) {
  const auto& [has_unit, of_post, role, code, name, unit_reason, position] = head;
  out.number((has_unit ? kHasUnit : 0U) + (of_post ? kOfPost : 0U));
  out.enumeration(role);
  if (has_unit) {
    write_whole(out, code, names);
    write_whole(out, name, names);
  }
  write_whole(out, unit_reason, names);
  write_whole(out, position, names);
}

}  // namespace

TaskHead head_of(const StoredTask& stored) {
  const law::TaskPoint& task = stored.task;
  TaskHead head;
  head.office = stored.office;
  if (task.unit) {
    head.has_unit = true;
    head.code = task.unit->code;
    head.name = task.unit->name;
  }
  head.unit_reason = task.unit_reason;
  head.position = task.position;
  head.of_post = !task.post.empty();
  head.role = task.role;
  head.long_words = long_words_of(task.text);
  return head;
}

std::string encode_heads(const std::vector<StoredTask>& tasks, const WordNumbers& names) {
  Numbered<HeadKey> heads;
  Numbered<std::pair<law::Date, std::optional<law::Date>>> days;
  std::vector<std::pair<std::size_t, std::size_t>> runs;  // points in turn, their head
  std::unordered_map<std::string_view, std::size_t> last_with;
  std::vector<std::uint64_t> points;  // all numbers of all points
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const TaskHead head = head_of(tasks[i]);
    const std::size_t number = heads.of(key_of(head));
    if (runs.empty() || runs.back().second != number) runs.emplace_back(0, number);
    ++runs.back().first;
    const law::Validity& validity = tasks[i].task.validity;
    points.push_back(days.of({validity.from, validity.to}));
    const auto [last, is_new] = last_with.try_emplace(tasks[i].task.text, i);
    points.push_back(2 * head.long_words + (is_new ? 0 : 1));
    if (!is_new) points.push_back(i - std::exchange(last->second, i));
  }

  Encoder out;
  write_whole(out, tasks.empty() ? "" : tasks.front().office, names);
  out.number(heads.in_order().size());
  for (const HeadKey* head : heads.in_order()) write_head(out, *head, names);
  out.number(days.in_order().size());
  for (const auto* one : days.in_order()) write_short(out, law::Validity{one->first, one->second});
  out.number(tasks.size());
  for (const auto& [in_turn, head] : runs) {
    out.number(in_turn);
    out.number(head);
  }
  for (const std::uint64_t number : points) out.number(number);
  return out.finish();
}

TaskHeads::TaskHeads(std::string_view record, const StringList& names) {
  Decoder in(record);
  const auto view = [&] { return view_whole(in, names, own_); };
  const std::string_view office = view();
  heads_.resize(in.count());
  for (TaskHead& head : heads_) {
    const std::uint64_t flags = in.number_up_to(kAllFlags);
    head.office = office;
    head.has_unit = (flags & kHasUnit) != 0;
    head.of_post = (flags & kOfPost) != 0;
    head.role = in.enumeration(law::Role::supports);
    if (head.has_unit) {
      head.code = view();
      head.name = view();
    }
    head.unit_reason = view();
    head.position = view();
  }
  days_ = read_all(in, read_short_validity);
  points_.resize(in.count());
  for (std::size_t i = 0; i < points_.size();) {
    const std::size_t in_turn = in.number_up_to(points_.size() - i);
    if (in_turn == 0) record_damaged("a run of no points");
    const auto head = static_cast<std::uint32_t>(in.place_among(heads_.size()));
    for (const std::size_t end = i + in_turn; i < end; ++i) points_[i].head = head;
  }
  for (std::size_t i = 0; i < points_.size(); ++i) {
    Point& point = points_[i];
    point.days = static_cast<std::uint32_t>(in.place_among(days_.size()));
    const unsigned words = in.small_number();
    point.long_words = words / 2;
    point.text = static_cast<std::uint32_t>(i);
    if (words % 2 == 0) continue;
    const std::size_t before = in.number_up_to(i);
    if (before == 0) record_damaged("a text that stands nowhere");
    point.text = points_[i - before].text;
  }
  in.finish();
}

TaskHead TaskHeads::of(std::size_t number) const {
  const Point& point = points_[number - 1];
  TaskHead head = heads_[point.head];
  head.long_words = point.long_words;
  return head;
}

}  // namespace kto::store
