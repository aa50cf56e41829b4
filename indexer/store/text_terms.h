// The terms of a text: what the words of task points and of the names of units are called in the index. The same for
// the file of an office and for the wordings of all. Inside this room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/recent.h"
#include "indexer/store/terms.h"
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

// Fields of one text: where known words and where the others go.
struct TextFields {
  Field lemma, surface;
};
inline constexpr TextFields kTaskText{Field::lemma, Field::surface};
inline constexpr TextFields kUnitName{Field::unit_lemma, Field::unit_surface};

// The terms of a word, a number, a code or a citation.
template <typename Take>
void each_term(const text::Token& token, TextFields fields, KnownReadings& readings, const Take& take) {
  if (!has_readings(token)) return take(term(fields.surface, token.text));
  for (const text::Reading& reading : readings.of(token))
    take(term(field_of(reading) == Field::lemma ? fields.lemma : fields.surface, reading.lemma));
}

// A word that occurs twice gives its terms twice. Without positions: no question is about which word stands beside
// which.
template <typename Take>
void each_term(std::string_view text, TextFields fields, KnownReadings& readings, const Take& take) {
  for (const text::Token& token : text::tokenize(text)) each_term(token, fields, readings, take);
}

}  // namespace kto::store
