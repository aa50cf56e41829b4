// BodyRule: what a route takes as the body of a POST. The front asks for it as soon as it has the head, so that nothing
// is read that no route would take.
#pragma once

#include <cstddef>
#include <functional>

namespace kto::front {

struct Head;

struct BodyRule {
  std::size_t most = 0;          // bytes of a body that is read whole before the route sees it
  std::size_t longest_line = 0;  // not 0: the body is read line by line as it comes, of any length (body_lines.h)
};

// For a head that is otherwise valid. Called by the front's thread.
using BodyRules = std::function<BodyRule(const Head&)>;

}  // namespace kto::front
