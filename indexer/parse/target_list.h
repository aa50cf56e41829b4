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

  // "w ust. 1" after § 3 refines it to § 3 ust. 1; ", w § 12" or "oraz w ust. 3" after it is another target; "ust. 2 i
  // 3 w § 5" is § 5 ust. 2 and 3. False: said in no order that is known.
  bool add(const Group& group, bool separated) {
    const bool deeper = last().empty() || last().back().level < group.level;
    const std::vector<law::Citation> resolved = resolve(last(), group);
    // "w § 8 dotychczasową treść § 8": said twice.
    if (named_ && !separated && resolved == std::vector<law::Citation>{last()}) return true;
    if (named_ && !separated && !deeper) return put_above(group);
    // "rozdział 6, § 30": two targets, for a chapter holds nothing.
    const bool chapter = !last().empty() && last().back().level <= law::Level::chapter;
    const bool refines = targets_.back().part == law::Part::whole && (!separated || (deeper && !chapter));
    if (!named_) targets_.clear();
    if (named_ && refines) targets_.pop_back();
    for (const law::Citation& citation : resolved) targets_.push_back({citation, law::Part::whole, 0});
    named_ = true;
    return true;
  }
  // "w pkt 1 w lit. d i w części wspólnej": the words common to the list that holds what was named last. False: it is
  // in no list.
  bool add_part_of_list(law::Part part) {
    const law::Citation list = last().parent();
    if (list.empty()) return false;
    targets_.push_back({list, part, 0});
    return true;
  }
  // "… w ust. 5 we wprowadzeniu do wyliczenia": a part of what was named last.
  void narrow(law::Part part, unsigned sentence) {
    targets_.back().part = part;
    targets_.back().sentence = part == law::Part::sentence ? sentence : 0;
  }
  // „użyte w Regulaminie”: all of it.
  void whole_document() {
    targets_ = {{law::Citation(), law::Part::whole, 0}};
    named_ = true;
  }
  // What was said of a part does not hold for the next change of the same sentence.
  void widen() {
    for (law::Target& target : targets_) target = {target.citation, law::Part::whole, 0};
  }

 private:
  // Between the steps that are there: ust. 2 into § 5 pkt 3.
  bool put_above(const Group& group) {
    if (group.numbers.size() != 1) return false;
    std::vector<law::Target> out = targets_;
    for (law::Target& target : out) {
      law::Citation whole;
      bool put = false;
      for (const law::Step& step : target.citation.steps()) {
        if (step.level == group.level) return false;
        if (!put && step.level > group.level) whole = whole.child({group.level, group.numbers.front()});
        put = put || step.level > group.level;
        whole = whole.child(step);
      }
      if (!put) return false;
      target.citation = whole;
    }
    targets_ = std::move(out);
    return true;
  }

  std::vector<law::Target> targets_;
  bool named_ = false;
};

}  // namespace kto::parse
