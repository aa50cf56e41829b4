// AnswerCache: rendered answers to what many ask: the examples on the front page, a link that a newspaper printed, the
// question of the week. Which index and which day an answer is of is part of its key, so none is ever stale.
//
// What somebody asked once, perhaps with a name in it, is not kept: of a question only a number is, made with a secret
// of this process, until it was asked kMany times within kWithin (docs/decisions/0025). Any thread may call any member.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "searchd/answer.h"
#include "searchd/front/message.h"

namespace kto::api {

// An answer as it is sent, and what the search said; nullopt: nothing was searched.
struct Rendered {
  front::Response response;
  std::optional<searchd::Status> status = {};
};

class AnswerCache {
 public:
  using Now = std::function<std::chrono::steady_clock::time_point()>;
  // As many as must have asked before the words of a question are told to the office (misses.h), for the same reason.
  static constexpr unsigned kMany = 5;
  static constexpr std::chrono::minutes kWithin{5};

  // Of answers and keys together; 0: nothing is kept.
  explicit AnswerCache(std::size_t most_bytes, Now now = std::chrono::steady_clock::now);

  // The answer kept under the key; null when there is none. Counts that it was asked for.
  std::shared_ptr<const Rendered> find(const std::string& key);
  // Keeps the answer, if the key was asked for often enough.
  void offer(const std::string& key, const Rendered& answer);
  // Lets go of what nobody asked for during the last kWithin, at most twice as long: to be called now and then, since
  // nobody may ask any more.
  void rest();

  std::size_t bytes() const;

 private:
  using Kept = std::unordered_map<std::string, std::shared_ptr<const Rendered>>;

  std::uint8_t& times(const std::string& key);
  void turn();
  void keep(const std::string& key, std::shared_ptr<const Rendered> answer);

  const std::size_t most_bytes_;
  const Now now_;
  const std::uint64_t secret_;
  mutable std::mutex mutex_;  // guards what follows
  std::chrono::steady_clock::time_point turned_;
  Kept young_, old_;
  std::size_t young_bytes_ = 0, old_bytes_ = 0;
  // How often each was asked for since the last turn, by its number. Two that share one are kept a little early.
  std::array<std::uint8_t, std::size_t{1} << 14U> times_{};
};

}  // namespace kto::api
