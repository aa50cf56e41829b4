// JSON Lines: an office after the other, each with its names, acts, units and the law they were read from; then the
// task points of all. What stands before the task points is made row by row: an act's text or its commands are the most
// that is held of it.
//
// An export of one day holds what is law on that day: not what acts commanded on others, nor their texts.
#include <array>

#include "indexer/catalogue/rows.h"
#include "searchd/api/export_form.h"

namespace kto::api {
namespace {

using catalogue::Row;

std::string line(const Row& row) {
  return catalogue::to_line(row) + "\n";
}

// What one office is read from.
struct Source {
  const ExportContext& context;
  const store::Office& office;
  const store::Outline* outline;  // null: the office gave its tasks itself

  const std::string& id() const { return office.summary.id; }
  bool has_history() const { return outline && !context.query.as_of; }
};

std::string names(const Source& source, std::size_t) {
  const auto& summary = source.office.summary;
  return line(catalogue::typed_office_row({summary.id, summary.name, summary.example, source.office.details}));
}

std::string act(const Source& source, std::size_t number) {
  return line(catalogue::typed_act_row(source.id(), source.office.acts[number]));
}

std::string unit(const Source& source, std::size_t number) {
  const law::Unit& unit = source.office.units[number];
  if (!is_exported(unit.validity, source.context.query)) return "";
  return line(catalogue::typed("unit", catalogue::unit_row(source.id(), unit)));
}

std::string operations(const Source& source, std::size_t number) {
  std::string text;
  for (const law::Operation& one : source.context.index->operations(source.id(), source.office.acts[number].id))
    text += line(catalogue::typed("operation", catalogue::operation_row(source.id(), one)));
  return text;
}

std::string unknown_end(const Source& source, std::size_t number) {
  return line(catalogue::typed_unknown_end_row(source.id(), source.outline->unknown_ends[number]));
}

std::string provision(const Source& source, std::size_t number) {
  std::string text;
  for (const store::VersionEntry& entry : source.outline->provisions[number].versions)
    if (is_exported(entry.validity, source.context.query))
      if (const auto stored = source.context.index->provision(entry.id))
        text += line(catalogue::typed("provision", catalogue::provision_row(source.id(), stored->version)));
  return text;
}

std::string act_text(const Source& source, std::size_t number) {
  const std::string& act = source.office.acts[number].id;
  std::string text;
  if (const auto whole = source.context.index->act_text(source.id(), act))
    for (const catalogue::TextPart& part : catalogue::parts_of(*whole))
      text += line(catalogue::typed_text_row(source.id(), act, part));
  return text;
}

// One kind of rows of an office: how many there may be, and the text of each, which may be empty.
struct Kind {
  std::size_t (*count)(const Source& source);
  std::string (*rows)(const Source& source, std::size_t number);
};

std::size_t one(const Source&) {
  return 1;
}
std::size_t acts(const Source& source) {
  return source.office.acts.size();
}
std::size_t units(const Source& source) {
  return source.office.units.size();
}
std::size_t acts_with_history(const Source& source) {
  return source.has_history() ? acts(source) : 0;
}
std::size_t unknown_ends(const Source& source) {
  return source.has_history() ? source.outline->unknown_ends.size() : 0;
}
std::size_t provisions(const Source& source) {
  return source.outline ? source.outline->provisions.size() : 0;
}

constexpr std::array<Kind, 7> kKinds{{{one, names},
                                      {acts, act},
                                      {units, unit},
                                      {acts_with_history, operations},
                                      {unknown_ends, unknown_end},
                                      {provisions, provision},
                                      {acts_with_history, act_text}}};

class Beginning {
 public:
  explicit Beginning(const ExportContext& context) : context_(context), offices_(exported_offices(context)) {}

  // Empty: there is no more.
  std::string next() {
    std::string text;
    for (; text.empty() && office_ < offices_.size(); ++office_, kind_ = 0) {
      const Source source{context_, *offices_[office_], context_.index->outline(offices_[office_]->summary.id)};
      for (; kind_ < kKinds.size(); ++kind_, row_ = 0) {
        const std::size_t count = kKinds[kind_].count(source);
        while (row_ < count)
          if (text = kKinds[kind_].rows(source, row_++); !text.empty()) return text;
      }
    }
    return text;
  }

 private:
  const ExportContext& context_;
  std::vector<const store::Office*> offices_;
  std::size_t office_ = 0, kind_ = 0, row_ = 0;
};

front::Pieces begin(const ExportContext& context) {
  const auto beginning = std::make_shared<Beginning>(context);
  return [beginning] { return beginning->next(); };
}

std::string task_line(const store::StoredTask& stored, const ExportContext&) {
  return line(catalogue::task_row(stored.office, stored.task));
}

std::string no_end(const ExportContext&) {
  return "";
}

}  // namespace

const ExportForm kJsonLinesForm{begin, task_line, no_end};

}  // namespace kto::api
