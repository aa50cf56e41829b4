#include "tests/load/tally.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace kto::load {
namespace {

// The smallest value that a share of all do not exceed, in milliseconds.
nlohmann::json percentile(std::vector<std::uint32_t>& values, double share) {
  if (values.empty()) return nullptr;
  const auto rank = static_cast<std::ptrdiff_t>(std::ceil(share * static_cast<double>(values.size()))) - 1;
  const auto place = values.begin() + std::max<std::ptrdiff_t>(rank, 0);
  std::nth_element(values.begin(), place, values.end());
  return *place / 1000.0;
}

}  // namespace

void Tally::add(Outcome outcome, std::chrono::microseconds taken) {
  ++counts_[static_cast<std::size_t>(outcome)];
  const auto time = static_cast<std::uint32_t>(std::max<std::int64_t>(0, taken.count()));
  if (outcome == Outcome::accepted) accepted_.push_back(time);
  if (outcome == Outcome::refused) refused_.push_back(time);
}

void Tally::add(const Tally& other) {
  for (std::size_t i = 0; i < kOutcomes; ++i) counts_[i] += other.counts_[i];
  retried_ += other.retried_;
  accepted_.insert(accepted_.end(), other.accepted_.begin(), other.accepted_.end());
  refused_.insert(refused_.end(), other.refused_.begin(), other.refused_.end());
}

std::string Tally::line(double seconds) const {
  nlohmann::ordered_json row;
  constexpr std::array<const char*, kOutcomes> kNames{"accepted", "refused", "status", "mixed", "broken"};
  for (std::size_t i = 0; i < kOutcomes; ++i) row[kNames[i]] = counts_[i];
  row["retried"] = retried_;
  row["seconds"] = std::round(seconds * 1000) / 1000;
  auto accepted = accepted_, refused = refused_;
  row["p50_ms"] = percentile(accepted, 0.5);
  row["p99_ms"] = percentile(accepted, 0.99);
  row["most_ms"] = percentile(accepted, 1);
  row["refused_p99_ms"] = percentile(refused, 0.99);
  return row.dump();
}

}  // namespace kto::load
