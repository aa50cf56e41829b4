#include "indexer/store/document.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "indexer/store/record.h"
#include "indexer/store/terms.h"

namespace kto::store {
namespace {

// Fields of one text: where known words and where the others go.
struct TextFields {
  Field lemma, surface;
};
constexpr TextFields kTaskText{Field::lemma, Field::surface};
constexpr TextFields kUnitName{Field::unit_lemma, Field::unit_surface};

// The terms of a token, without positions: no question is about which word stands beside which, and they took a fifth
// of the index.
template <typename Take>
void each_term(const text::Token& token, TextFields fields, KnownReadings& readings, const Take& take) {
  if (!has_readings(token)) return take(term(fields.surface, token.text));
  for (const text::Reading& reading : readings.of(token)) {
    const Field field = field_of(reading) == Field::lemma ? fields.lemma : fields.surface;
    take(term(field, reading.lemma));
  }
}

// The terms of a text; a word that occurs twice gives its terms twice.
template <typename Take>
void each_term(std::string_view text, TextFields fields, KnownReadings& readings, const Take& take) {
  for (const text::Token& token : text::tokenize(text)) each_term(token, fields, readings, take);
}

}  // namespace

void TextTerms::add_text(std::string_view text) {
  for (const text::Token& token : text::tokenize(text)) {
    // A word and what is no word are never written alike (analysis.h).
    const auto [known, is_new] = words_.try_emplace(token.text);
    if (is_new)
      each_term(token, kTaskText, readings_,
                [&, terms = &known->second](const std::string& term) { terms->push_back(database_.term(term)); });
    for (const GlassWriter::Term term : known->second) database_.add(term, 1);
  }
}

const TextTerms::Terms& TextTerms::of_name(std::string_view name) {
  const auto [known, is_new] = names_.try_emplace(std::string(name));
  if (is_new)
    each_term(name, kUnitName, readings_,
              [&, terms = &known->second](const std::string& term) { terms->push_back(database_.term(term)); });
  return known->second;
}

void TaskDocuments::add_name(std::string_view name) {
  for (const GlassWriter::Term term : terms_.of_name(name)) database_.add(term, 1);
}

void TaskDocuments::add_conditions(const StoredTask& stored) {
  const law::TaskPoint& task = stored.task;
  const auto add = [this](Field field, std::string_view value) {
    database_.add(database_.term(term(field, value)), 0);
  };
  add(Field::role, to_string(task.role));
  if (!task.unit) return;
  add(Field::unit, task.unit->code);
  for (const std::string& code : code_and_prefixes(task.unit->code)) add(Field::unit_within, code);
}

void TaskDocuments::add_values(const StoredTask& stored) {
  const law::TaskPoint& task = stored.task;
  const auto add = [this](Field field, std::string_view value) { database_.add_value(row(field).slot, value); };
  add(Field::valid_from, day_key(task.validity.from));
  add(Field::valid_to, end_key(task.validity.to));
  add(Field::citation_order, citation_key(task.citation));
}

void TaskDocuments::add(const StoredTask& stored, const std::set<std::string>& spoken_of) {
  const law::TaskPoint& task = stored.task;
  terms_.add_text(task.text);
  terms_.add_text(task.context);
  if (task.unit) add_name(task.unit->name);
  add_name(task.post);
  for (const std::string& name : spoken_of) add_name(name);
  add_conditions(stored);
  add_values(stored);
  database_.end_document(encode_task(stored, names_));
}

// The words of its name, and its code as a condition, which weighs nothing: those too are written as terms.
const TextTerms::Terms& WordingDocuments::terms_of_unit(std::uint32_t number) {
  TextTerms::Terms& terms = of_units_[number];
  const WordingUnit& one = tables_.units[number];
  if (!terms.empty()) return terms;
  if (one.unit) terms = terms_.of_name(one.unit->name);
  const TextTerms::Terms& of_post = terms_.of_name(one.post);
  terms.insert(terms.end(), of_post.begin(), of_post.end());
  if (one.unit) {
    terms.push_back(database_.term(term(Field::unit, one.unit->code)));
    for (const std::string& code : code_and_prefixes(one.unit->code))
      terms.push_back(database_.term(term(Field::unit_within, code)));
  }
  return terms;
}

void WordingDocuments::add(const RawWording& raw, const std::vector<NumberedHolder>& holders) {
  terms_.add_text(raw.text);
  terms_.add_text(raw.context);
  database_.add(database_.term(term(Field::wording, short_key(raw.key))), 0);
  std::set<std::uint32_t> units;
  law::Validity all = holders.front().validity;
  for (const NumberedHolder& holder : holders) {
    if (units.insert(holder.unit).second)
      for (const GlassWriter::Term one : terms_of_unit(holder.unit)) database_.add_once(one);
    database_.add_once(database_.term(term(Field::role, to_string(holder.role))));
    all.from = std::min(all.from, holder.validity.from);
    all.to = all.to && holder.validity.to ? std::max(all.to, holder.validity.to) : std::nullopt;
  }
  database_.add_value(row(Field::valid_from).slot, day_key(all.from));
  database_.add_value(row(Field::valid_to).slot, end_key(all.to));
  database_.end_document(encode_wording(raw.text, raw.context, holders, tables_, words_));
}

std::set<std::string> terms_of(const WordingMatch& match, const text::Analyser& analyser) {
  KnownReadings readings(analyser);
  std::set<std::string> terms;
  const auto add = [&terms](const std::string& term) { terms.insert(term); };
  each_term(match.text, kTaskText, readings, add);
  each_term(match.context, kTaskText, readings, add);
  std::set<std::string_view> names;
  for (const WordingHolder& holder : match.holders)
    for (const std::string_view name :
         {holder.unit() != nullptr ? std::string_view(holder.unit()->name) : "", std::string_view(holder.post())})
      if (names.insert(name).second) each_term(name, kUnitName, readings, add);
  return terms;
}

}  // namespace kto::store
