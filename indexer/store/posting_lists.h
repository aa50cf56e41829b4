// Posting lists in memory: which wordings hold a word. The library reads a posting in some 18 ns, through a tree of
// blocks and calls; the lists of common words, which are long and asked for again and again, are kept here unpacked,
// and read in one. Inside this room only.
//
//   window   = 4,096 documents of the file: their sums fit the nearest memory
//   posting  = 2 bytes: number of the document in its window, times 16, and how often the word stands there
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace kto::store {

inline constexpr Xapian::docid kWindow = 4096;
// A word that stands more often in a text counts as if it stood there so often: a two-hundredth of its weight less.
inline constexpr unsigned kMostTimes = 15;

// Immutable once read; shared by threads.
class PostingList {
 public:
  PostingList() = default;
  // All documents with the term. Throws Xapian::Error.
  PostingList(const Xapian::Database& database, const std::string& term);

  Xapian::doccount documents() const { return static_cast<Xapian::doccount>(postings_.size()); }
  std::size_t bytes() const;

  // Calls take(number in the window, times) for each document of a window, in order.
  template <typename Take>
  void each_of(std::size_t window, const Take& take) const {
    if (window + 1 >= begins_.size()) return;
    const std::uint16_t* const end = postings_.data() + begins_[window + 1];
    for (const std::uint16_t* at = postings_.data() + begins_[window]; at != end; ++at)
      take(static_cast<std::size_t>(*at / (kMostTimes + 1)), *at % (kMostTimes + 1));
  }
  bool has(Xapian::docid document) const;

 private:
  std::vector<std::uint32_t> begins_;  // of each window, in postings_; the last: the end
  std::vector<std::uint16_t> postings_;
};

// Lists of the words asked for lately, for all readers of one generation. Safe from any thread.
class PostingLists {
 public:
  // Never null. `database` is the calling thread's; all must be of the same files. Throws Xapian::Error.
  std::shared_ptr<const PostingList> of(const Xapian::Database& database, const std::string& term);

 private:
  using Lists = std::unordered_map<std::string, std::shared_ptr<const PostingList>>;
  std::shared_ptr<const PostingList> known(const std::string& term);

  std::mutex mutex_;       // guards what follows
  Lists young_, old_;      // what was not asked for while `young_` filled up once is let go
  std::size_t bytes_ = 0;  // of young_
};

}  // namespace kto::store
