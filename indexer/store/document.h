// Document: a task point, or a wording with all who have it, as the search library keeps it.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/store/query.h"
#include "indexer/store/recent.h"
#include "indexer/store/wording_record.h"
#include "indexer/store/wording_runs.h"
#include "indexer/text/analysis.h"

namespace kto::store {

// Readings of the words met lately: a country says most things in some thousands of words. Of one thread; `analyser`
// must outlive it.
class KnownReadings {
 public:
  explicit KnownReadings(const text::Analyser& analyser) : analyser_(analyser) {}
  // Analyser::index_readings; lives until the next call.
  const std::vector<text::Reading>& of(const text::Token& word) {
    return readings_.get(word.text, [&] { return analyser_.index_readings(word); });
  }

 private:
  const text::Analyser& analyser_;
  Recent<std::string, std::vector<text::Reading>, 4096> readings_;
};

// `spoken_of`: names of other units by which the task is found too; `names`: of the list of its office (record.h).
Xapian::Document make_document(const StoredTask& stored, const std::set<std::string>& spoken_of,
                               KnownReadings& readings, const WordNumbers& names);

// Documents of wordings, for one thread: the words of a unit's name are looked up once. `tables` and `analyser` must
// outlive it.
class WordingDocuments {
 public:
  WordingDocuments(const WordingTables& tables, const text::Analyser& analyser)
      : tables_(tables), readings_(analyser), words_(tables.words) {}
  // `holders`: not empty.
  Xapian::Document make(const RawWording& raw, const std::vector<NumberedHolder>& holders);

 private:
  const std::vector<std::string>& terms_of_unit(std::uint32_t number);

  const WordingTables& tables_;
  KnownReadings readings_;
  const WordNumbers words_;
  std::map<std::uint32_t, std::vector<std::string>> of_units_ = {};
};

// The terms of its text, and of the units of its holders.
std::set<std::string> terms_of(const WordingMatch& match, const text::Analyser& analyser);

}  // namespace kto::store
