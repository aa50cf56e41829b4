// How much a word in a task point weighs: BM25 as the search library computes it (Xapian 1.4, BM25Weight), so that the
// file of an office and the file of wordings rank alike. Inside this room only.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace kto::store {

// Of all points searched together.
struct Collection {
  std::uint64_t points = 0, length = 0;
  std::uint32_t least = 0, most = 0;  // lengths of one point
  double average() const { return points == 0 ? 0 : static_cast<double>(length) / static_cast<double>(points); }
};

// Points are 5 to 40 words that hardly repeat: k1 from 0 to 2 and b from 0 to .75 span .011 of nDCG on the judged
// queries, so the library's defaults stand.
class Bm25 {
 public:
  explicit Bm25(const Collection& collection) : collection_(collection) {
    if (collection.length > 0) of_length_ = 1 / collection.average();
  }

  // Of a word that so many points have, by its share of the question.
  double of_word(std::uint64_t points, double share) const {
    const double with = static_cast<double>(points), without = static_cast<double>(collection_.points - points);
    double odds = (without + 0.5) / (with + 0.5);
    if (odds < 2) odds = odds * 0.5 + 1;  // never less than nothing
    return std::log(odds) * share * (kK1 + 1);
  }
  // The part of it that a point gets.
  double share(std::uint32_t times, std::uint32_t length) const {
    return times / (kK1 * (longness(length) * kB + (1 - kB)) + times);
  }
  // The greatest part that any point can get, where none has the word more often than `most_times`.
  double greatest_share(std::uint32_t most_times) const {
    return share(most_times, std::max(most_times, collection_.least));
  }

 private:
  static constexpr double kK1 = 1.2, kB = 0.5, kShortest = 0.5;
  double longness(std::uint32_t length) const { return std::max(length * of_length_, kShortest); }

  Collection collection_;
  double of_length_ = 0;
};

// How many points have one of several words, taken for independent of each other. The rarest are put together first,
// and each sum is a whole number, as in the library.
inline std::uint64_t points_with_any(std::vector<std::uint64_t> points_of_words, std::uint64_t all) {
  while (points_of_words.size() > 1) {
    std::sort(points_of_words.rbegin(), points_of_words.rend());
    const auto one = static_cast<double>(points_of_words.back());
    points_of_words.pop_back();
    const auto other = static_cast<double>(points_of_words.back());
    points_of_words.back() =
        static_cast<std::uint64_t>(std::llround(one + other - one * other / static_cast<double>(all)));
  }
  return points_of_words.empty() ? 0 : points_of_words.front();
}

}  // namespace kto::store
