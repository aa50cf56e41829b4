// Terms: what a value of a field is called in the index. The one place where writer and query meet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/citation.h"
#include "indexer/law/date.h"
#include "indexer/store/fields.h"
#include "indexer/text/analysis.h"

namespace kto::store {

// Prefix and value. A value too long for the search library keeps its beginning and ends in its hash.
std::string term(Field field, std::string_view value);

// The same for any name in the index.
std::string bounded(std::string name);

// IT-ES-II → IT, IT-ES, IT-ES-II
std::vector<std::string> code_and_prefixes(std::string_view code);

// Bytes that sort as citations do; those of a provision begin with those of what it is under.
std::string citation_key(const law::Citation& citation);

// Days as three bytes that sort as they do; an open end is the last day of the calendar.
std::string day_key(law::Date day);
std::string end_key(std::optional<law::Date> day);

// Which field of the text a reading goes to: known and guessed words by lemma, all else by surface.
Field field_of(const text::Reading& reading);

// A token's own value where it has no readings: numbers, codes and citations are kept as they are.
bool has_readings(const text::Token& token);

}  // namespace kto::store
