// Recent: what was made or read lately, by key, so that it need not be made again. Of one thread.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <utility>

namespace kto::store {

// Holds at most twice `Half` values. What was not asked for while `Half` others were is let go.
template <typename Key, typename Value, std::size_t Half>
class Recent {
 public:
  // The value of the key; `make` is asked for it when it is not kept. Lives until the next call.
  template <typename Make>
  const Value& get(const Key& key, const Make& make) {
    if (const auto known = young_.find(key); known != young_.end()) return known->second;
    const auto aged = old_.find(key);
    Value value = aged != old_.end() ? std::move(aged->second) : make();
    if (aged != old_.end()) old_.erase(aged);
    if (young_.size() == Half) old_ = std::exchange(young_, {});
    return young_.emplace(key, std::move(value)).first->second;
  }

 private:
  std::unordered_map<Key, Value> young_, old_;
};

}  // namespace kto::store
