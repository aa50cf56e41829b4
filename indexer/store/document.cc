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

// The terms of a text; a word that occurs twice gives its terms twice. Without positions: no question is about which
// word stands beside which, and they took a fifth of the index.
template <typename Take>
void each_term(std::string_view text, TextFields fields, KnownReadings& readings, const Take& take) {
  for (const text::Token& token : text::tokenize(text)) {
    if (!has_readings(token)) {
      take(term(fields.surface, token.text));
      continue;
    }
    for (const text::Reading& reading : readings.of(token)) {
      const Field field = field_of(reading) == Field::lemma ? fields.lemma : fields.surface;
      take(term(field, reading.lemma));
    }
  }
}

void add_text(Xapian::Document& document, std::string_view text, TextFields fields, KnownReadings& readings) {
  each_term(text, fields, readings, [&document](const std::string& term) { document.add_term(term); });
}

void add_values(Xapian::Document& document, const StoredTask& stored) {
  const law::TaskPoint& task = stored.task;
  const auto add = [&document](Field field, const std::string& value) { document.add_value(row(field).slot, value); };
  add(Field::valid_from, day_key(task.validity.from));
  add(Field::valid_to, end_key(task.validity.to));
  add(Field::citation_order, citation_key(task.citation));
  add(Field::unit_facet, task.unit ? task.unit->code : "");
  add(Field::role_facet, std::string(to_string(task.role)));
}

void add_conditions(Xapian::Document& document, const StoredTask& stored) {
  const law::TaskPoint& task = stored.task;
  const auto add = [&document](Field field, std::string_view value) { document.add_boolean_term(term(field, value)); };
  add(Field::role, to_string(task.role));
  if (!task.unit) return;
  add(Field::unit, task.unit->code);
  for (const std::string& code : code_and_prefixes(task.unit->code)) add(Field::unit_within, code);
}

}  // namespace

Xapian::Document make_document(const StoredTask& stored, const std::set<std::string>& spoken_of,
                               KnownReadings& readings, const WordNumbers& names) {
  Xapian::Document document;
  const law::TaskPoint& task = stored.task;
  add_text(document, task.text, kTaskText, readings);
  add_text(document, task.context, kTaskText, readings);
  add_text(document, task.unit ? task.unit->name : "", kUnitName, readings);
  add_text(document, task.post, kUnitName, readings);
  for (const std::string& name : spoken_of) add_text(document, name, kUnitName, readings);
  add_conditions(document, stored);
  add_values(document, stored);
  document.set_data(encode_task(stored, names));
  return document;
}

// The words of its name, and its code as a condition, which weighs nothing: those too are written as terms.
const std::vector<std::string>& WordingDocuments::terms_of_unit(std::uint32_t number) {
  const auto [known, is_new] = of_units_.try_emplace(number);
  if (!is_new) return known->second;
  std::set<std::string> terms;
  const auto add = [&terms](const std::string& term) { terms.insert(term); };
  const WordingUnit& one = tables_.units[number];
  if (one.unit) each_term(one.unit->name, kUnitName, readings_, add);
  each_term(one.post, kUnitName, readings_, add);
  if (one.unit) {
    add(term(Field::unit, one.unit->code));
    for (const std::string& code : code_and_prefixes(one.unit->code)) add(term(Field::unit_within, code));
  }
  known->second.assign(terms.begin(), terms.end());
  return known->second;
}

Xapian::Document WordingDocuments::make(const RawWording& raw, const std::vector<NumberedHolder>& holders) {
  Xapian::Document document;
  add_text(document, raw.text, kTaskText, readings_);
  add_text(document, raw.context, kTaskText, readings_);
  document.add_boolean_term(term(Field::wording, short_key(raw.key)));
  std::set<std::uint32_t> units;
  std::set<std::string> terms;  // of the units
  law::Validity all = holders.front().validity;
  for (const NumberedHolder& holder : holders) {
    if (units.insert(holder.unit).second)
      for (const std::string& one : terms_of_unit(holder.unit)) terms.insert(one);
    terms.insert(term(Field::role, to_string(holder.role)));
    all.from = std::min(all.from, holder.validity.from);
    all.to = all.to && holder.validity.to ? std::max(all.to, holder.validity.to) : std::nullopt;
  }
  for (const std::string& one : terms) document.add_term(one);
  document.add_value(row(Field::valid_from).slot, day_key(all.from));
  document.add_value(row(Field::valid_to).slot, end_key(all.to));
  document.set_data(encode_wording(raw.text, raw.context, holders, tables_, words_));
  return document;
}

std::set<std::string> terms_of(const WordingMatch& match, const text::Analyser& analyser) {
  KnownReadings readings(analyser);
  std::set<std::string> terms;
  const auto add = [&terms](const std::string& term) { terms.insert(term); };
  each_term(match.text, kTaskText, readings, add);
  each_term(match.context, kTaskText, readings, add);
  std::set<std::string_view> names;
  for (const WordingHolder& holder : match.holders)
    for (const std::string_view name : {holder.unit != nullptr ? std::string_view(holder.unit->name) : "", holder.post})
      if (names.insert(name).second) each_term(name, kUnitName, readings, add);
  return terms;
}

}  // namespace kto::store
