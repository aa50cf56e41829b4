// Connections: all open connections, and which one to give up when there are too many. The front's thread alone.
#pragma once

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

#include "searchd/front/connection.h"

namespace kto::front {

// What there is too much of, and so who goes first. Requests that a worker answers are never given up.
enum class Shortage {
  connections,  // lingering before silent before half-sent before reading the answer; in each the longest there
  output,       // who reads an answer, the slowest first
};

class Connections {
 public:
  bool empty() const { return all_.empty(); }
  std::size_t size() const { return all_.size(); }

  Connection& add(std::unique_ptr<Connection> connection) {
    return *(all_[connection->id().socket] = std::move(connection));
  }
  void erase(const Connection& connection) { all_.erase(connection.id().socket); }

  // nullptr when there is none; with an id, also when the socket number belongs to a later connection by now.
  Connection* find(int socket) const {
    const auto found = all_.find(socket);
    return found == all_.end() ? nullptr : found->second.get();
  }
  Connection* find(ConnectionId id) const {
    auto* connection = find(id.socket);
    return connection && connection->id().serial == id.serial ? connection : nullptr;
  }

  // nullptr when all are being worked on.
  Connection* least_worth(Shortage shortage) const;

  // Of the requests that are not whole yet the one that holds most, but for one; nullptr when none holds anything.
  Connection* largest_input(const Connection& except) const;
  // Of the streams that have begun and wait for a line since before that time the one that waits longest.
  Connection* idlest_stream(Clock::time_point before) const;
  // All that wait for a line, whether they have begun or not.
  std::vector<ConnectionId> waiting_streams() const;

  // Those whose time is up, and those that wait for nothing.
  std::vector<ConnectionId> overdue(Clock::time_point now) const;
  std::vector<ConnectionId> idle() const;

 private:
  std::unordered_map<int, std::unique_ptr<Connection>> all_;
};

}  // namespace kto::front
