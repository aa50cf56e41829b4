#include "indexer/store/document.h"

#include <string>

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

// Without positions: no question is about which word stands beside which, and they took a fifth of the index.
void add_text(Xapian::Document& document, std::string_view text, TextFields fields, const text::Analyser& analyser) {
  for (const text::Token& token : text::tokenize(text)) {
    if (!has_readings(token)) {
      document.add_term(term(fields.surface, token.text));
      continue;
    }
    for (const text::Reading& reading : analyser.index_readings(token)) {
      const Field field = field_of(reading) == Field::lemma ? fields.lemma : fields.surface;
      document.add_term(term(field, reading.lemma));
    }
  }
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
  add(Field::id, task.id);
  add(Field::role, to_string(task.role));
  for (const std::string& citation : citation_and_ancestors(task.citation)) add(Field::citation, citation);
  if (!task.unit) return;
  add(Field::unit, task.unit->code);
  for (const std::string& code : code_and_prefixes(task.unit->code)) add(Field::unit_within, code);
}

}  // namespace

Xapian::Document make_document(const StoredTask& stored, const text::Analyser& analyser) {
  Xapian::Document document;
  const law::TaskPoint& task = stored.task;
  add_text(document, task.text, kTaskText, analyser);
  add_text(document, task.context, kTaskText, analyser);
  add_text(document, task.unit ? task.unit->name : "", kUnitName, analyser);
  add_text(document, task.post, kUnitName, analyser);
  add_conditions(document, stored);
  add_values(document, stored);
  document.set_data(encode_task(stored));
  return document;
}

}  // namespace kto::store
