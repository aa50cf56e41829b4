// The targets a command has named so far, as citations from the root of the amended document.
#pragma once

#include <vector>

#include "indexer/parse/path.h"

namespace kto::parse {

class TargetList {
 public:
  explicit TargetList(law::Citation context) : citations_{std::move(context)} {}

  const std::vector<law::Citation>& citations() const { return citations_; }
  const law::Citation& last() const { return citations_.back(); }
  bool named() const { return named_; }  // something was named beyond the context

  // "w ust. 1" after § 3 refines it to § 3 ust. 1; ", w § 12" or "oraz w ust. 3" after it is another target.
  void add(const Group& group, bool separated) {
    const bool deeper = last().empty() || last().back().level < group.level;
    std::vector<law::Citation> resolved = resolve(last(), group);
    if (!named_ || !separated || deeper) {
      if (named_) citations_.pop_back();
      if (!named_) citations_.clear();
    }
    citations_.insert(citations_.end(), resolved.begin(), resolved.end());
    named_ = true;
  }

 private:
  std::vector<law::Citation> citations_;
  bool named_ = false;
};

}  // namespace kto::parse
