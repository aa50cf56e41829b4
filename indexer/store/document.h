// Document: a task point, or a wording with all who have it, as the search library keeps it.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/store/glass_writer.h"
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

// The terms of texts in a database that is being written; of each word and each name they are looked up once.
class TextTerms {
 public:
  using Terms = std::vector<GlassWriter::Term>;  // a term that is there twice stands there twice

  // Both must outlive it.
  TextTerms(GlassWriter& database, KnownReadings& readings) : database_(database), readings_(readings) {}
  // Adds those of a task point's text or lead-in to the document that is being made.
  void add_text(std::string_view text);
  // Of a unit's or a post's name.
  const Terms& of_name(std::string_view name);

 private:
  GlassWriter& database_;
  KnownReadings& readings_;
  std::unordered_map<std::string, Terms> words_, names_;
};

// Documents of the task points of one office. What is given must outlive it; `names`: of the list of the office
// (record.h).
class TaskDocuments {
 public:
  TaskDocuments(GlassWriter& database, KnownReadings& readings, const WordNumbers& names)
      : database_(database), terms_(database, readings), names_(names) {}
  // `spoken_of`: names of other units by which the task is found too.
  void add(const StoredTask& stored, const std::set<std::string>& spoken_of);

 private:
  void add_name(std::string_view name);
  void add_conditions(const StoredTask& stored);
  void add_values(const StoredTask& stored);

  GlassWriter& database_;
  TextTerms terms_;
  const WordNumbers& names_;
};

// Documents of wordings, for one thread. What is given must outlive it.
class WordingDocuments {
 public:
  WordingDocuments(GlassWriter& database, const WordingTables& tables, const text::Analyser& analyser)
      : database_(database),
        tables_(tables),
        readings_(analyser),
        terms_(database, readings_),
        words_(tables.words),
        of_units_(tables.units.size()) {}
  // `holders`: not empty.
  void add(const RawWording& raw, const std::vector<NumberedHolder>& holders);

 private:
  const TextTerms::Terms& terms_of_unit(std::uint32_t number);

  GlassWriter& database_;
  const WordingTables& tables_;
  KnownReadings readings_;
  TextTerms terms_;
  const WordNumbers words_;
  std::vector<TextTerms::Terms> of_units_;
};

// The terms of its text, and of the units of its holders.
std::set<std::string> terms_of(const WordingMatch& match, const text::Analyser& analyser);

}  // namespace kto::store
