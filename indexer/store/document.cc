#include "indexer/store/document.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "indexer/store/terms.h"
#include "indexer/store/text_terms.h"

namespace kto::store {
namespace {

void add_text(Xapian::Document& document, std::string_view text, TextFields fields, KnownReadings& readings) {
  each_term(text, fields, readings, [&document](const std::string& term) { document.add_term(term); });
}

}  // namespace

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
