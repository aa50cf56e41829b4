#include "searchd/api/answer_cache.h"

#include <random>
#include <utility>

namespace kto::api {
namespace {

std::uint64_t random_number() {
  std::random_device device;
  return std::uint64_t{device()} << 32U | device();
}

std::size_t bytes_of(const std::string& key, const Rendered& answer) {
  constexpr std::size_t kAround = 512;  // headers, and the places in the table
  return key.size() + answer.response.body.size() + kAround;
}

}  // namespace

AnswerCache::AnswerCache(std::size_t most_bytes, Now now)
    : most_bytes_(most_bytes), now_(std::move(now)), secret_(random_number()), turned_(now_()) {}

std::uint8_t& AnswerCache::times(const std::string& key) {
  std::uint64_t number = secret_;
  for (const char byte : key) number = (number ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  // The low bits alone hold little of the secret.
  return times_[(number ^ number >> 29U ^ number >> 47U) % times_.size()];
}

void AnswerCache::turn() {
  old_ = std::exchange(young_, {});
  old_bytes_ = std::exchange(young_bytes_, 0);
}

void AnswerCache::rest() {
  const std::lock_guard lock(mutex_);
  const auto now = now_();
  if (now - turned_ < kWithin) return;
  turn();
  if (now - turned_ >= 2 * kWithin) turn();
  times_.fill(0);
  turned_ = now;
}

void AnswerCache::keep(const std::string& key, std::shared_ptr<const Rendered> answer) {
  const std::size_t bytes = bytes_of(key, *answer);
  if (bytes > most_bytes_ / 2) return;
  if (young_bytes_ + bytes > most_bytes_ / 2) turn();
  if (young_.emplace(key, std::move(answer)).second) young_bytes_ += bytes;
}

std::shared_ptr<const Rendered> AnswerCache::find(const std::string& key) {
  if (most_bytes_ == 0) return nullptr;
  rest();
  const std::lock_guard lock(mutex_);
  if (std::uint8_t& asked = times(key); asked < kMany) ++asked;
  if (const auto known = young_.find(key); known != young_.end()) return known->second;
  const auto aged = old_.find(key);
  if (aged == old_.end()) return nullptr;
  std::shared_ptr<const Rendered> answer = std::move(aged->second);
  old_bytes_ -= bytes_of(key, *answer);
  old_.erase(aged);
  keep(key, answer);
  return answer;
}

void AnswerCache::offer(const std::string& key, const Rendered& answer) {
  if (most_bytes_ == 0 || answer.response.status != 200 || answer.response.rest) return;
  const std::lock_guard lock(mutex_);
  if (times(key) >= kMany) keep(key, std::make_shared<const Rendered>(answer));
}

std::size_t AnswerCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return young_bytes_ + old_bytes_;
}

}  // namespace kto::api
