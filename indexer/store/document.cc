#include "indexer/store/document.h"

#include <string>

#include "indexer/store/hash.h"
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

// Words of different texts must not look like neighbours.
constexpr Xapian::termpos kGap = 100;

// All readings of a word share its position. Returns the position after the text.
Xapian::termpos add_text(Xapian::Document& document, std::string_view text, TextFields fields, Xapian::termpos position,
                         const text::Analyser& analyser) {
  for (const text::Token& token : text::tokenize(text)) {
    ++position;
    if (!has_readings(token)) {
      document.add_posting(term(fields.surface, token.text), position);
      continue;
    }
    for (const text::Reading& reading : analyser.index_readings(token)) {
      const Field field = field_of(reading) == Field::lemma ? fields.lemma : fields.surface;
      document.add_posting(term(field, reading.lemma), position);
    }
  }
  return position + kGap;
}

void add_values(Xapian::Document& document, const StoredTask& stored) {
  const law::TaskPoint& task = stored.task;
  const auto add = [&document](Field field, const std::string& value) { document.add_value(row(field).slot, value); };
  add(Field::valid_from, day_key(task.validity.from));
  add(Field::valid_to, end_key(task.validity.to));
  add(Field::text_hash, hash_hex(task.text));
  add(Field::citation_order, citation_key(task.citation));
  add(Field::unit_facet, task.unit ? task.unit->code : "");
  add(Field::role_facet, std::string(to_string(task.role)));
}

void add_conditions(Xapian::Document& document, const StoredTask& stored) {
  const law::TaskPoint& task = stored.task;
  const auto add = [&document](Field field, std::string_view value) { document.add_boolean_term(term(field, value)); };
  add(Field::office, stored.office);
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
  const Xapian::termpos after = add_text(document, task.text, kTaskText, 0, analyser);
  add_text(document, task.context, kTaskText, after, analyser);
  const Xapian::termpos after_name = add_text(document, task.unit ? task.unit->name : "", kUnitName, 0, analyser);
  add_text(document, task.post, kUnitName, after_name, analyser);
  add_conditions(document, stored);
  add_values(document, stored);
  document.set_data(encode_task(stored));
  return document;
}

}  // namespace kto::store
