// What the front does about bodies that are read line by line, and about how much all requests hold together.
#include <utility>

#include "searchd/front/front.h"

namespace kto::front {

void Front::count(Connection& connection) {
  pending_input_ -= connection.counted;
  connection.counted = connection.pending_input();
  pending_input_ += connection.counted;
}

bool Front::holds(Connection& connection) {
  count(connection);
  while (pending_input_ > options_.limits.pending_input) {
    auto* largest = connections_.largest_input(connection);
    // What is given up is larger than what is kept: who sends little is not pushed out by those who send much.
    if (!largest || largest->counted < connection.counted) return false;
    drop(*largest);
  }
  return true;
}

bool Front::may_stream(Connection& connection) {
  if (!connection.has_lines()) return true;
  if (streams_ >= options_.limits.streams) {
    auto* idlest = connections_.idlest_stream(Clock::now() - options_.limits.idle_stream_time);
    if (!idlest) return false;
    idlest->is_stream = false;
    --streams_;
    end_stream(*idlest, 503);
  }
  connection.is_stream = true;
  ++streams_;
  return true;
}

void Front::end_stream(Connection& connection, int status) {
  if (!connection.has_begun()) return refuse(connection, status);
  connection.end_lines(status);
  resume(connection, connection.take_rest());
}

}  // namespace kto::front
