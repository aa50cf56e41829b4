#include "searchd/office_order.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "indexer/store/manifest.h"
#include "indexer/text/collation.h"

namespace kto::searchd {

OfficeOrder::OfficeOrder(const store::Manifest& manifest) {
  std::vector<std::pair<std::string, std::size_t>> by_name;
  for (const store::OfficeSummary& office : manifest.offices) {
    by_name.emplace_back(text::polish_sort_key(office.name), offices_.size());
    offices_.push_back({office.id, {office.name, 0}});
  }
  std::sort(by_name.begin(), by_name.end());
  for (unsigned rank = 0; rank < by_name.size(); ++rank) offices_[by_name[rank].second].second.rank = rank;
  unknown_.rank = static_cast<unsigned>(offices_.size());
}

const OfficeOrder::Place& OfficeOrder::of(std::string_view id) const {
  const auto found = std::lower_bound(offices_.begin(), offices_.end(), id,
                                      [](const auto& one, std::string_view wanted) { return one.first < wanted; });
  return found != offices_.end() && found->first == id ? found->second : unknown_;
}

std::shared_ptr<const OfficeOrder> order_of_offices(const store::Manifest& manifest) {
  static std::mutex mutex;
  static std::string fingerprint;
  static std::shared_ptr<const OfficeOrder> kept;
  const std::lock_guard lock(mutex);
  if (!kept || fingerprint != manifest.fingerprint) {
    kept = std::make_shared<const OfficeOrder>(manifest);
    fingerprint = manifest.fingerprint;
  }
  return kept;
}

}  // namespace kto::searchd
