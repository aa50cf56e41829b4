#include "searchd/api/export.h"

#include <utility>

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
  explicit Export(ExportContext context)
      : context_(std::move(context)), form_(form_of(context_.query)), begin_(form_.begin(context_)) {}
  Export(const Export&) = delete;  // begin_ points into it
  Export& operator=(const Export&) = delete;

  std::string next() {
    if (!context_.index) return "";
    std::string text;
    while (text.size() < kPiece) {
      if (add_beginning(text) || add_page(text)) continue;
      text += form_.end(context_);
      context_.index.reset();
      break;
    }
    return text;
  }

 private:
  bool add_beginning(std::string& text) {
    const std::string piece = begin_();
    text += piece;
    return !piece.empty();
  }

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
  front::Pieces begin_;
  unsigned last_ = 0;
};

}  // namespace

front::Pieces once(std::string text) {
  const auto rest = std::make_shared<std::string>(std::move(text));
  return [rest] { return std::exchange(*rest, ""); };
}

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
  query.csv = csv_form(intake);
  return {query, intake.faults()};
}

front::Pieces export_pieces(std::shared_ptr<const store::Reader> index, const ExportQuery& query) {
  const auto made = std::make_shared<Export>(context_of(std::move(index), query));
  return [made] { return made->next(); };
}

std::string export_type(const ExportQuery& query) {
  if (query.format == "jsonl") return "application/x-ndjson; charset=utf-8";
  if (query.format == "jsonld") return "application/ld+json";
  return query.csv.media_type();
}

std::string export_file_name(const ExportQuery& query) {
  return "kto" + (query.office.empty() ? "" : "-" + query.office) +
         (query.as_of ? "-" + law::to_string(*query.as_of) : "") + "." + query.format;
}

}  // namespace kto::api
