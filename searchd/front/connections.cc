#include "searchd/front/connections.h"

#include <utility>

namespace kto::front {
namespace {

// Lower goes first.
int worth(const Connection& connection, Shortage shortage) {
  if (shortage == Shortage::output) return connection.phase() == Phase::writing ? 0 : 1;
  switch (connection.phase()) {
    case Phase::lingering:
      return 0;
    case Phase::head:
      return 1;
    case Phase::body:
    case Phase::lines:
      return 2;
    case Phase::writing:
    case Phase::working:
      return 3;
  }
  return 3;
}

}  // namespace

Connection* Connections::least_worth(Shortage shortage) const {
  Connection* least = nullptr;
  std::pair<int, Clock::time_point> least_rank;
  for (const auto& [socket, connection] : all_) {
    if (connection->phase() == Phase::working) continue;
    const std::pair rank(worth(*connection, shortage), connection->since());
    if (!least || rank < least_rank) {
      least = connection.get();
      least_rank = rank;
    }
  }
  return least;
}

Connection* Connections::largest_input(const Connection& except) const {
  Connection* largest = nullptr;
  for (const auto& [socket, connection] : all_) {
    const auto phase = connection->phase();
    if (connection.get() == &except || (phase != Phase::head && phase != Phase::body && phase != Phase::lines))
      continue;
    if (!largest || connection->pending_input() > largest->pending_input()) largest = connection.get();
  }
  return largest && largest->pending_input() > 0 ? largest : nullptr;
}

Connection* Connections::idlest_stream(Clock::time_point before) const {
  Connection* idlest = nullptr;
  for (const auto& [socket, connection] : all_) {
    if (connection->phase() != Phase::lines || !connection->is_stream || connection->since() >= before) continue;
    if (!idlest || connection->since() < idlest->since()) idlest = connection.get();
  }
  return idlest;
}

std::vector<ConnectionId> Connections::waiting_streams() const {
  std::vector<ConnectionId> found;
  for (const auto& [socket, connection] : all_)
    if (connection->phase() == Phase::lines) found.push_back(connection->id());
  return found;
}

std::vector<ConnectionId> Connections::overdue(Clock::time_point now) const {
  std::vector<ConnectionId> found;
  for (const auto& [socket, connection] : all_)
    if (connection->phase() != Phase::working && connection->until() < now) found.push_back(connection->id());
  return found;
}

std::vector<ConnectionId> Connections::idle() const {
  std::vector<ConnectionId> found;
  for (const auto& [socket, connection] : all_)
    if (connection->idle()) found.push_back(connection->id());
  return found;
}

}  // namespace kto::front
