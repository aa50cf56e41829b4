// TaskHeads: what the task points of an office are ranked, dated and counted by, in one table that is read when its
// file is opened. Hundreds of points are ranked for a question and a dozen is shown: only of those the records are
// read.
//
// It stands in the metadata of the file. Points that follow each other mostly have one unit and one role, and no text
// of their office stands twice: a point takes some three bytes.
//
//   office    whole (coded_text.h)
//   heads     their number, then of each: flags 1 it has a unit, 2 it is a post's; role; code and name, only of a unit;
//             unit_reason; position: each whole
//   days      their number, then each: the short form of record_parts.h
//   points    their number
//   runs      of as many points as there are: how many points in turn, their head
//   points    of each: its days; its words of four bytes or more, twice, and 1 if an earlier point has the same text:
//             then how many points before
#pragma once

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/law/validity.h"
#include "indexer/store/coded_text.h"

namespace kto::store {

struct StoredTask;

// What a task point is ranked by. Its views live as long as what gave it.
struct TaskHead {
  std::string_view office;
  bool has_unit = false;
  std::string_view code, name;  // of its unit; empty without one
  std::string_view unit_reason, position;
  bool of_post = false;  // TaskPoint::post names one
  law::Role role = law::Role::owner;
  std::size_t long_words = 0;  // of its text: those that could be content
  bool operator==(const TaskHead&) const = default;
};

TaskHead head_of(const StoredTask& stored);

// Of the tasks of one office, in the order of their numbers; `names`: of its list.
std::string encode_heads(const std::vector<StoredTask>& tasks, const WordNumbers& names);

// Immutable; shared by threads. A point is given by its number, from 1 to points().
class TaskHeads {
 public:
  // `names`, the list of the office, must outlive it. Throws law::Error record-damaged for anything that encode_heads
  // did not give.
  TaskHeads(std::string_view record, const StringList& names);
  TaskHeads(const TaskHeads&) = delete;
  TaskHeads& operator=(const TaskHeads&) = delete;

  std::size_t points() const { return points_.size(); }
  TaskHead of(std::size_t number) const;
  const law::Validity& validity(std::size_t number) const { return days_[points_[number - 1].days]; }
  // Whether the texts of both are the same, to the letter.
  bool say_the_same(std::size_t number, std::size_t other) const {
    return points_[number - 1].text == points_[other - 1].text;
  }

 private:
  struct Point {
    std::uint32_t head = 0, days = 0;  // by place
    std::uint32_t text = 0;            // the first point that has it
    std::uint32_t long_words = 0;
  };

  std::forward_list<std::string> own_;  // what the heads say and the list does not
  std::vector<TaskHead> heads_;
  std::vector<law::Validity> days_;
  std::vector<Point> points_;
};

// Under which it stands in the metadata of a shard.
inline constexpr char kHeadsKey[] = "heads";

}  // namespace kto::store
