// Documents with what they weigh, and the weightiest of them. Inside this room only.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace kto::store {

struct WeighedDocument {
  Xapian::docid document = 0;
  double weight = 0;
  bool operator==(const WeighedDocument&) const = default;
};

// The weightier; of equal ones the first.
struct Better {
  bool operator()(const WeighedDocument& a, const WeighedDocument& b) const {
    return a.weight != b.weight ? a.weight > b.weight : a.document < b.document;
  }
};

// Places of `documents` in the order of the file, where neighbours stand in one block.
inline std::vector<std::size_t> as_in_file(const std::vector<WeighedDocument>& documents) {
  std::vector<std::size_t> places(documents.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::sort(places.begin(), places.end(),
            [&documents](std::size_t a, std::size_t b) { return documents[a].document < documents[b].document; });
  return places;
}

// The best documents so far: the weightiest, of equal ones the first of the file. They are added in the order of the
// file.
class Best {
 public:
  // `most` is at least 1.
  explicit Best(std::size_t most) : most_(most) {}

  // What comes now and weighs no more is none of them.
  double least() const { return least_; }

  void add(WeighedDocument one) {
    kept_.push_back(one);
    if (kept_.size() >= 2 * most_) shrink();
  }

  // Best first.
  std::vector<WeighedDocument> take() {
    if (kept_.size() > most_) shrink();
    std::sort(kept_.begin(), kept_.end(), Better{});
    return std::move(kept_);
  }

 private:
  void shrink() {
    const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(most_ - 1);
    std::nth_element(kept_.begin(), last, kept_.end(), Better{});
    kept_.resize(most_);
    least_ = kept_.back().weight;
  }

  const std::size_t most_;
  double least_ = 0;
  std::vector<WeighedDocument> kept_;
};

}  // namespace kto::store
