#include "searchd/api/export.h"

#include "indexer/catalogue/rows.h"
#include "searchd/api/export_form.h"
#include "searchd/api/intake.h"

namespace kto::api {
namespace {

// Task points read at once: about a piece of text.
constexpr unsigned kPage = 128;

const ExportForm& form_of(const ExportQuery& query) {
  if (query.format == "jsonl") return kJsonLinesForm;
  return query.format == "jsonld" ? kJsonLdForm : kCsvForm;
}

ExportContext context_of(std::shared_ptr<const store::Reader> index, const ExportQuery& query) {
  ExportContext context{std::move(index), query, {}};
  for (const auto* office : exported_offices(context)) {
    const auto slugs = law::slugs(office->acts);
    for (std::size_t i = 0; i < slugs.size(); ++i)
      context.act_addresses[{office->summary.id, office->acts[i].id}] =
          "/api/v1/acts/" + slugs[i] + "?office=" + office->summary.id;
  }
  return context;
}

class Export {
 public:
  explicit Export(ExportContext context) : context_(std::move(context)), form_(form_of(context_.query)) {}

  std::string next() {
    if (!context_.index) return "";
    std::string text;
    if (!begun_) text = form_.begin(context_);
    begun_ = true;
    while (text.size() < kPiece) {
      if (add_page(text)) continue;
      text += form_.end(context_);
      context_.index.reset();
      break;
    }
    return text;
  }

 private:
  bool add_page(std::string& text) {
    const auto& query = context_.query;
    const auto page = context_.index->tasks_after(last_, kPage);
    for (const auto& stored : page.tasks)
      if ((query.office.empty() || stored.office == query.office) && is_exported(stored.task.validity, query))
        text += form_.row(stored, context_);
    last_ = page.last;
    return !page.tasks.empty();
  }

  ExportContext context_;  // without an index: the end has been given
  const ExportForm& form_;
  unsigned last_ = 0;
  bool begun_ = false;
};

std::string line(const catalogue::Row& row) {
  return catalogue::to_line(row) + "\n";
}

std::string begin_lines(const ExportContext& context) {
  std::string text;
  for (const auto* office : exported_offices(context)) {
    const auto& summary = office->summary;
    text += line(catalogue::typed_office_row(summary.id, summary.name, summary.example));
    for (const auto& act : office->acts) text += line(catalogue::typed_act_row(summary.id, act));
    for (const auto& unit : office->units)
      if (is_exported(unit.validity, context.query)) text += line(catalogue::typed_unit_row(summary.id, unit));
  }
  return text;
}

std::string task_line(const store::StoredTask& stored, const ExportContext&) {
  return line(catalogue::task_row(stored.office, stored.task));
}

std::string no_end(const ExportContext&) {
  return "";
}

}  // namespace

const ExportForm kJsonLinesForm{begin_lines, task_line, no_end};

std::vector<const store::Office*> exported_offices(const ExportContext& context) {
  std::vector<const store::Office*> out;
  for (const auto& summary : context.index->manifest().offices)
    if (context.query.office.empty() || summary.id == context.query.office)
      if (const auto* office = context.index->office(summary.id)) out.push_back(office);
  return out;
}

bool is_exported(const law::Validity& validity, const ExportQuery& query) {
  return !query.as_of || validity.contains(*query.as_of);
}

Parsed<ExportQuery> parse_export(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  ExportQuery query;
  query.format = intake.choice("format", {"csv", "jsonl", "jsonld"});
  query.as_of = intake.optional_day("as_of");
  query.office = intake.office("office", true);
  query.separator = intake.choice("separator", {"comma", "semicolon", "tab"});
  query.bom = intake.flag("bom");
  return {query, intake.faults()};
}

front::Pieces export_pieces(std::shared_ptr<const store::Reader> index, const ExportQuery& query) {
  const auto made = std::make_shared<Export>(context_of(std::move(index), query));
  return [made] { return made->next(); };
}

std::string export_type(const ExportQuery& query) {
  if (query.format == "jsonl") return "application/x-ndjson; charset=utf-8";
  if (query.format == "jsonld") return "application/ld+json";
  return query.separator == "tab" ? "text/tab-separated-values; charset=utf-8"
                                  : "text/csv; charset=utf-8; header=present";
}

std::string export_file_name(const ExportQuery& query) {
  return "kto" + (query.office.empty() ? "" : "-" + query.office) +
         (query.as_of ? "-" + law::to_string(*query.as_of) : "") + "." + query.format;
}

}  // namespace kto::api
