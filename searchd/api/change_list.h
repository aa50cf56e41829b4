// Change list: what the law did to an office's units and tasks between two days, or what one act did, unit by unit.
// Values made of the index, which JSON is rendered from.
#pragma once

#include <string>
#include <vector>

#include "indexer/changes/changes.h"
#include "indexer/store/manifest.h"
#include "searchd/api/acts.h"

namespace kto::api {

struct OfficeChanges {
  std::string office;
  changes::Changes changes;
  std::vector<changes::Chapter> chapters;
};

// Comparing two days reads every task of the office. Measured on a loaded machine: 19 µs and 2.2 kB a task (1.9 s and
// 220 MB for 100,000), so that an office of this many, forty times the example's, takes 0.4 s and 45 MB of a worker.
inline constexpr unsigned kMostCompared = 20'000;

// Whether so many task points are compared while somebody waits; else that is for the indexer's `diff`.
bool is_comparable(unsigned tasks);
// All offices meant together (an empty name: all of the index), for a thousand small ones cost what a large one does.
bool is_comparable(const store::Manifest& index, const std::string& office);

OfficeChanges changes_between(const store::Reader& index, const std::string& office, law::Date from, law::Date to);

// What the act alone did, on every day on which a part of it took effect. `from` is the day before the first of these,
// `to` the last.
OfficeChanges changes_by(const store::Reader& index, const ActEntry& act);

// The days on which the act took effect, in order.
std::vector<law::Date> days_of(const store::Reader& index, const ActEntry& act);

}  // namespace kto::api
