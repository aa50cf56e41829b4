// A stored task point → a Hit: with its act, its holder, what lies ahead of it, and the words of the question marked.
#pragma once

#include <string_view>

#include "indexer/store/reader.h"
#include "searchd/answer.h"
#include "searchd/search_words.h"

namespace kto::searchd {

// What a unit is told by among those of its office: its code; where it has none, its name.
struct UnitKey {
  std::string_view code, name;  // one of them is empty
  bool operator==(const UnitKey&) const = default;
};
inline UnitKey unit_key(std::string_view code, std::string_view name) {
  return {code, code.empty() ? name : std::string_view()};
}
bool same_unit(const law::UnitRef& a, const law::UnitRef& b);

// The unit (or the provision) a task belongs to, with the units above it, as of a day.
Holder holder_of(const store::Reader& index, const store::StoredTask& stored, law::Date as_of);

// The same for all versions of one provision of one document, whose ids differ in their first day.
std::string provision_of(const law::TaskPoint& task);

// `score` is left 0.
Hit hit_of(const store::Reader& index, const store::StoredTask& stored, const Question& question, law::Date as_of);

// [start, end) in code points of every word of `text` that shares a reading with a word of the question.
std::vector<std::pair<unsigned, unsigned>> matched_words(const store::Reader& index, const std::string& text,
                                                         const Question& question);

}  // namespace kto::searchd
