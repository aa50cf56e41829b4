// The targets a command has named so far, from the root of the amended document.
#pragma once

#include <vector>

#include "indexer/law/amendment.h"
#include "indexer/parse/path.h"

namespace kto::parse {

class TargetList {
 public:
  explicit TargetList(law::Citation context) : targets_{{std::move(context), law::Part::whole, 0}} {}

  const std::vector<law::Target>& targets() const { return targets_; }
  std::vector<law::Citation> citations() const {
    std::vector<law::Citation> out;
    for (const law::Target& target : targets_) out.push_back(target.citation);
    return out;
  }
  const law::Citation& last() const { return targets_.back().citation; }
  bool named() const { return named_; }  // something was named beyond the context

  // "w ust. 1" after § 3 refines it to § 3 ust. 1; ", w § 12" or "oraz w ust. 3" after it is another target.
  void add(const Group& group, bool separated) {
    const bool deeper = last().empty() || last().back().level < group.level;
    const std::vector<law::Citation> resolved = resolve(last(), group);
    if (!named_) targets_.clear();
    if (named_ && (!separated || deeper)) targets_.pop_back();
    for (const law::Citation& citation : resolved) targets_.push_back({citation, law::Part::whole, 0});
    named_ = true;
  }
  // "… w ust. 5 we wprowadzeniu do wyliczenia": a part of what was named last.
  void narrow(law::Part part, unsigned sentence) {
    targets_.back().part = part;
    targets_.back().sentence = part == law::Part::sentence ? sentence : 0;
  }
  // What was said of a part does not hold for the next change of the same sentence.
  void widen() {
    for (law::Target& target : targets_) target = {target.citation, law::Part::whole, 0};
  }

 private:
  std::vector<law::Target> targets_;
  bool named_ = false;
};

}  // namespace kto::parse
