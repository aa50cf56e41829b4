// JobQueue: complete requests on their way to the workers, and answers on their way back. Bounded, and a request knows
// how long it has waited: work that nobody waits for any more is not done.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "searchd/front/connection.h"
#include "searchd/front/library.h"
#include "searchd/front/streamed.h"

namespace kto::front {

struct Job {
  ConnectionId connection;
  Head head;
  RequestBody body;
  std::string client;
  bool keep_alive = false;
  Clock::time_point queued;
  std::shared_ptr<Streamed> rest = {};  // not a request, but the next piece of an answer that has begun
  // When it was taken: since when some job or other has been waiting.
  Clock::time_point waiting_since = {};
};

struct Finished {
  ConnectionId connection;
  Answer answer;
  std::shared_ptr<Streamed> rest = {};  // more follows
  bool broken = false;                  // the answer cannot be gone on with
};

// All members may be called from any thread.
class JobQueue {
 public:
  explicit JobQueue(std::size_t capacity) : capacity_(capacity) {}

  // False when it is full or closed; the job is then left as it was.
  bool push(Job&& job) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_ || jobs_.size() >= capacity_) return false;
      add(std::move(job));
    }
    waiting_.notify_one();
    return true;
  }

  // For an answer that has begun, of which there is one at most for a connection: never refused for want of room.
  void resume(Job&& job) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_) return;
      add(std::move(job));
    }
    waiting_.notify_one();
  }

  // Waits for a job; nullopt when the queue is closed.
  std::optional<Job> pop() {
    std::unique_lock lock(mutex_);
    waiting_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
    if (closed_) return std::nullopt;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    job.waiting_since = waiting_since_;
    return job;
  }

  void finish(Finished finished) {
    const std::lock_guard lock(mutex_);
    finished_.push_back(std::move(finished));
  }

  std::vector<Finished> take_finished() {
    const std::lock_guard lock(mutex_);
    return std::exchange(finished_, {});
  }

  // Wakes every worker for its end. What still waits is dropped.
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    waiting_.notify_all();
  }

 private:
  void add(Job&& job) {
    if (jobs_.empty()) waiting_since_ = Clock::now();
    jobs_.push_back(std::move(job));
  }

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable waiting_;
  std::deque<Job> jobs_;
  Clock::time_point waiting_since_;
  std::vector<Finished> finished_;
  bool closed_ = false;
};

}  // namespace kto::front
