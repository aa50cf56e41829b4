#include "searchd/front/front.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

#include "searchd/front/target.h"
#include "searchd/front/wire.h"

namespace kto::front {
namespace {

// How often deadlines are looked at: they are seconds, and looking at 1,024 connections takes some 20 µs.
constexpr milliseconds kCheckInterval{50};
// Connections taken at once, so that a burst of new ones does not keep the old ones waiting.
constexpr int kAcceptedAtOnce = 64;
// Files beside the connections: the listener, the poller, the index of each worker.
constexpr std::size_t kOtherFiles = 256;

BodyRules rules_of(const Router& router, const Limits& limits) {
  return [&router, &limits](const Head& head) {
    BodyRule rule = router.body_rule(head);
    if (rule.most == 0) rule.most = limits.body;
    return rule;
  };
}

std::chrono::microseconds since(Clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
}

}  // namespace

Front::Front(const Router& router, FrontOptions options)
    : options_(std::move(options)),
      listener_(listen_on(options_.host, options_.port)),
      port_(port_of(listener_)),
      rules_(rules_of(router, options_.limits)),
      queue_(options_.limits.queue),
      library_(router, options_.limits) {
  allow_open_files(options_.limits.connections + kOtherFiles);
  poller_.watch(listener_.number(), 0, EPOLLIN);
}

Front::~Front() {
  stop();
}

void Front::start() {
  threads_.emplace_back([this] { run(); });
  for (unsigned i = 0; i < options_.workers; ++i) threads_.emplace_back([this] { work(); });
}

void Front::stop() {
  if (threads_.empty()) return;
  stopping_ = true;
  poller_.wake();
  threads_.front().join();
  queue_.close();
  std::for_each(threads_.begin() + 1, threads_.end(), [](auto& worker) { worker.join(); });
  threads_.clear();
}

// ---- workers

void Front::work() {
  auto& gauges = *options_.gauges;
  while (auto job = queue_.pop()) {
    --gauges.waiting;
    ++gauges.working;
    queue_.finish(job->rest ? go_on(*job) : finish(*job));
    --gauges.working;
    job.reset();  // with it a stream that has ended: it is observed before the next job
    poller_.wake();
  }
}

Finished Front::finish(Job& job) {
  Finished finished{job.connection, answer_to(job)};
  auto& answer = finished.answer;
  Exchange exchange{job.head.method,   std::string(path_of(job.head.target)),
                    answer.status,     answer.text.size(),
                    since(job.queued), answer.refused};
  if (!answer.rest) {
    if (options_.observer) options_.observer(exchange);
    return finished;
  }
  job.rest = std::make_shared<Streamed>(std::move(answer.rest), job.head.takes_chunks);
  job.rest->observe(std::move(exchange), options_.observer);
  auto first = go_on(job);
  first.answer.text.insert(0, answer.text);
  first.answer.keep_alive = answer.keep_alive;
  return first;
}

// The next piece of an answer that has begun.
Finished Front::go_on(Job& job) {
  Finished finished{job.connection, {0, {}, job.keep_alive, {}}};
  try {
    if (job.rest->add_next(finished.answer.text)) finished.rest = job.rest;
  } catch (const std::exception&) {  // the router has complained
    finished.broken = true;
  }
  return finished;
}

Answer Front::answer_to(Job& job) {
  const Limits& limits = options_.limits;
  const auto now = Clock::now();
  const bool lasts = now - job.waiting_since > limits.lasting_time;
  if (now - job.queued > (lasts ? std::min(limits.lasting_age, limits.queue_age) : limits.queue_age))
    return {503, refusal(503, job.head.method != "HEAD"), false, {}, true};
  return library_.answer(job.head, std::move(job.body), job.client, job.keep_alive && !stopping_);
}

// ---- the front's thread

void Front::run() {
  while (!drained()) {
    const auto timeout = connections_.empty() ? -1 : static_cast<int>(kCheckInterval.count());
    bool knocking = false;
    for (const auto& event : poller_.wait(timeout)) {
      if (event.data.fd == listener_.number())
        knocking = true;
      else if (auto* connection = connections_.find(event.data.fd))
        on_event(*connection, event.events);
    }
    deliver_finished();
    serve_pipelined();
    // Last, so that a socket number closed above is not taken for the same connection by an event of this round.
    if (knocking) accept_waiting();
    end_overdue();
    options_.gauges->connections = connections_.size();
    if (stopping_ && !draining_) begin_drain();
  }
}

bool Front::drained() const {
  return draining_ && (connections_.empty() || Clock::now() > drain_until_);
}

void Front::begin_drain() {
  draining_ = true;
  drain_until_ = Clock::now() + options_.limits.drain_time;
  poller_.watch(listener_.number(), EPOLLIN, 0);
  listener_ = Descriptor();
  for (const auto id : connections_.idle())
    if (auto* connection = connections_.find(id)) drop(*connection);
  for (const auto id : connections_.waiting_streams())
    if (auto* connection = connections_.find(id)) end_stream(*connection, 503);
}

void Front::accept_waiting() {
  for (int i = 0; i < kAcceptedAtOnce; ++i) {
    bool exhausted = false;
    auto accepted = accept_from(listener_, exhausted);
    if (exhausted) give_up_one(Shortage::connections);
    if (!accepted) return;
    ++options_.gauges->accepted;
    auto connection = std::make_unique<Connection>(ConnectionId{accepted->socket, ++serial_},
                                                   std::move(accepted->client), options_.limits, rules_);
    if (connections_.size() >= options_.limits.connections && !give_up_one(Shortage::connections)) continue;
    watch(connections_.add(std::move(connection)), EPOLLIN);
  }
}

void Front::on_event(Connection& connection, std::uint32_t events) {
  switch (connection.phase()) {
    case Phase::head:
    case Phase::body:
    case Phase::lines:
      return on_input(connection, connection.receive());
    case Phase::writing:
      return (events & (EPOLLERR | EPOLLHUP)) != 0 ? drop(connection) : send(connection);
    case Phase::lingering:
      if (!connection.linger()) drop(connection);
      return;
    case Phase::working:
      return;
  }
}

void Front::on_input(Connection& connection, Connection::Input input) {
  switch (input) {
    case Connection::Input::wanting:
      if (!holds(connection)) refuse(connection, 503);
      return;
    case Connection::Input::complete:
      if (auto rest = connection.take_rest()) return resume(connection, std::move(rest));
      return holds(connection) && may_stream(connection) ? enqueue(connection) : refuse(connection, 503);
    case Connection::Input::refused:
      return refuse(connection, connection.refused_with());
    case Connection::Input::gone:
      return drop(connection);
  }
}

void Front::enqueue(Connection& connection) {
  watch(connection, 0);
  auto body = connection.take_body();
  Job job{connection.id(),     connection.head(),     std::move(body),
          connection.client(), connection.may_stay(), Clock::now()};
  ++options_.gauges->waiting;
  if (queue_.push(std::move(job))) return;
  --options_.gauges->waiting;
  refuse(connection, 503);
}

void Front::deliver_finished() {
  for (auto& finished : queue_.take_finished())
    if (auto* connection = connections_.find(finished.connection))
      finished.broken ? drop(*connection) : begin_answer(*connection, std::move(finished));
}

void Front::serve_pipelined() {
  while (!pipelined_.empty())
    for (const auto id : std::exchange(pipelined_, {}))
      if (auto* connection = connections_.find(id)) on_input(*connection, connection->next_request());
}

void Front::end_overdue() {
  const auto now = Clock::now();
  if (now < next_check_) return;
  next_check_ = now + kCheckInterval;
  for (const auto id : connections_.overdue(now)) {
    auto* connection = connections_.find(id);
    if (!connection) continue;
    const bool half_sent =
        connection->phase() == Phase::body || (connection->phase() == Phase::head && !connection->idle());
    if (connection->phase() == Phase::lines)
      end_stream(*connection, 408);
    else
      half_sent ? refuse(*connection, 408) : drop(*connection);
  }
}

void Front::refuse(Connection& connection, int status) {
  auto text = refusal(status, connection.head().method != "HEAD");
  if (options_.observer)
    options_.observer({connection.head().method, std::string(path_of(connection.head().target)), status, text.size(),
                       since(connection.since()), true});
  begin_answer(connection, {connection.id(), {status, std::move(text), false, {}}});
}

void Front::begin_answer(Connection& connection, Finished finished) {
  auto& answer = finished.answer;
  pending_output_ += answer.text.size();
  connection.begin_answer(std::move(answer.text), answer.keep_alive && !draining_, std::move(finished.rest));
  count(connection);
  send(connection);
  while (pending_output_ > options_.limits.pending_output && give_up_one(Shortage::output)) {
  }
}

void Front::send(Connection& connection) {
  switch (connection.send()) {
    case Connection::Output::blocked:
      return watch(connection, EPOLLOUT);
    case Connection::Output::gone:
      return drop(connection);
    case Connection::Output::sent:
      pending_output_ -= connection.pending_output();
      if (draining_ && connection.has_begun() && connection.has_lines()) connection.end_lines(503);
      if (connection.await_lines()) return watch(connection, EPOLLIN);
      if (auto rest = connection.take_rest()) return resume(connection, std::move(rest));
      connection.finish_answer();
      count(connection);
      watch(connection, EPOLLIN);
      if (connection.phase() == Phase::head && !connection.idle()) pipelined_.push_back(connection.id());
  }
}

void Front::resume(Connection& connection, std::shared_ptr<Streamed> rest) {
  watch(connection, 0);
  ++options_.gauges->waiting;
  queue_.resume({connection.id(), {}, {}, {}, connection.keeps_alive(), Clock::now(), std::move(rest)});
}

void Front::drop(Connection& connection) {
  pending_output_ -= connection.pending_output();
  pending_input_ -= connection.counted;
  if (connection.is_stream) --streams_;
  watch(connection, 0);
  connections_.erase(connection);
}

bool Front::give_up_one(Shortage shortage) {
  auto* connection = connections_.least_worth(shortage);
  if (!connection) return false;
  ++options_.gauges->given_up;
  drop(*connection);
  return true;
}

void Front::watch(Connection& connection, std::uint32_t events) {
  poller_.watch(connection.id().socket, connection.watched, events);
  connection.watched = events;
}

}  // namespace kto::front
