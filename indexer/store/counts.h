// Counts: how many there are of each value. Inside this room only.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kto::store {

class Counts {
 public:
  void add(std::string_view value, unsigned more = 1) {
    const auto known = counts_.find(value);
    (known != counts_.end() ? known : counts_.emplace(value, 0).first)->second += more;
  }

  // Equal ones in order of their bytes.
  std::vector<std::pair<std::string, unsigned>> most_first() const {
    std::vector<std::pair<std::string, unsigned>> sorted(counts_.begin(), counts_.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return sorted;
  }

 private:
  std::map<std::string, unsigned, std::less<>> counts_;
};

}  // namespace kto::store
