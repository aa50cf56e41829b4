// The record of an office: all of it but its tasks, after the strings that it has in common with them (record.h).
// Inside this room only.
//
//   office   summary, units, acts, details
//   unit     flags (1 it has a parent, 2 what ended it is known), kind, days, and each_string() of it, each whole
#pragma once

#include <cstddef>
#include <forward_list>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/coded_text.h"
#include "indexer/store/manifest.h"

namespace kto::store {

std::string encode_office(const Office& office, const WordNumbers& names);
// Throws law::Error record-damaged for anything that encode_office did not give.
Office decode_office(std::string_view record, const StringList& names);

// The same record where only some of it is wanted: of an office of hundreds of units an answer shows a dozen. Of one
// thread.
class OfficeParts {
 public:
  // `names` is never null. Throws law::Error record-damaged, as its members may too.
  OfficeParts(std::string record, std::shared_ptr<const StringList> names);

  // In order, each once.
  std::vector<std::string> codes() const;
  // In the order of the office. Both live as long as this.
  const std::vector<law::Unit>& units(std::string_view code);
  const std::vector<law::ActSummary>& acts() const { return acts_; }

 private:
  struct UnitAt {
    std::string_view code;
    std::size_t begin = 0;  // of its part of the record
  };
  std::string record_;
  std::shared_ptr<const StringList> names_;
  std::forward_list<std::string> own_;  // codes that the list does not have
  std::vector<UnitAt> units_;
  std::vector<law::ActSummary> acts_;
  std::map<std::string, std::vector<law::Unit>, std::less<>> known_;
};

// Calls take(string) for what units say, in the order of the record. `unit` may be const.
template <typename Unit, typename Take>
void each_string(Unit& unit, const Take& take) {
  for (auto* one : {&unit.id, &unit.code, &unit.name, &unit.act, &unit.listed_at, &unit.inferred, &unit.place})
    take(*one);
  if (unit.parent) take(*unit.parent);
  if (unit.ended_by) {
    take(unit.ended_by->act);
    take(unit.ended_by->place);
  }
}

}  // namespace kto::store
