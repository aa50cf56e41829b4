#include "indexer/store/posting_lists.h"

#include <algorithm>
#include <utility>

namespace kto::store {
namespace {

// Bytes for a wording: all words of a country of a million task points take 13 MB, some 45 bytes a wording. Where what
// is asked for does not fit, every question reads lists anew: with 20 a question takes twice as long.
constexpr std::size_t kHalfOfAWording = 60, kHalfAtLeast = std::size_t{256} * 1024;
// Shorter ones are read as fast as they are found here.
constexpr Xapian::doccount kWorthKeeping = 8;

}  // namespace

PostingList::PostingList(const Xapian::Database& database, const std::string& term) {
  const auto end = database.postlist_end(term);
  for (auto at = database.postlist_begin(term); at != end; ++at) {
    const Xapian::docid place = *at - 1;
    while (begins_.size() <= place / kWindow) begins_.push_back(documents());
    const unsigned times = at.get_wdf();
    postings_.push_back(static_cast<std::uint16_t>(place % kWindow * (kMostTimes + 1) + std::min(times, kMostTimes)));
  }
  begins_.push_back(documents());
}

std::size_t PostingList::bytes() const {
  return sizeof(PostingList) + begins_.capacity() * sizeof(begins_[0]) + postings_.capacity() * sizeof(postings_[0]);
}

bool PostingList::has(Xapian::docid document) const {
  const std::size_t window = (document - 1) / kWindow;
  if (window + 1 >= begins_.size()) return false;
  const unsigned first = (document - 1) % kWindow * (kMostTimes + 1);
  // Without a branch on what is found: half of them would be guessed wrongly.
  const std::uint16_t* at = postings_.data() + begins_[window];
  for (std::size_t left = begins_[window + 1] - begins_[window]; left > 0;) {
    const std::size_t half = (left + 1) / 2;
    at += at[half - 1] < first ? half : 0;
    left -= half;
  }
  return at != postings_.data() + begins_[window + 1] && *at <= first + kMostTimes;
}

std::shared_ptr<const PostingList> PostingLists::known(const std::string& term) {
  const std::lock_guard lock(mutex_);
  if (const auto found = young_.find(term); found != young_.end()) return found->second;
  const auto aged = old_.find(term);
  return aged == old_.end() ? nullptr : aged->second;
}

std::shared_ptr<const PostingList> PostingLists::of(const Xapian::Database& database, const std::string& term) {
  auto list = known(term);
  if (!list) list = std::make_shared<const PostingList>(database, term);
  if (list->documents() < kWorthKeeping) return list;
  const std::lock_guard lock(mutex_);
  if (!young_.emplace(term, list).second) return list;
  old_.erase(term);
  bytes_ += list->bytes();
  if (bytes_ > std::max(kHalfAtLeast, kHalfOfAWording * database.get_doccount())) {
    old_ = std::exchange(young_, {});
    bytes_ = 0;
  }
  return list;
}

}  // namespace kto::store
