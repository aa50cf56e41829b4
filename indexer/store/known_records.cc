#include "indexer/store/known_records.h"

#include <utility>

namespace kto::store {
namespace {

// Of a country of a million task points all long records are 6 MB.
constexpr std::size_t kHalf = std::size_t{3} * 1024 * 1024;

}  // namespace

std::optional<std::string> KnownRecords::find(Xapian::docid document) {
  const std::lock_guard lock(mutex_);
  if (const auto known = young_.find(document); known != young_.end()) return known->second;
  auto aged = old_.extract(document);
  if (aged.empty()) return std::nullopt;
  bytes_ += aged.mapped().size();
  return young_.insert(std::move(aged)).position->second;
}

void KnownRecords::keep(Xapian::docid document, const std::string& record) {
  const std::lock_guard lock(mutex_);
  if (bytes_ > kHalf) {
    old_ = std::exchange(young_, {});
    bytes_ = 0;
  }
  if (young_.emplace(document, record).second) bytes_ += record.size();
}

}  // namespace kto::store
