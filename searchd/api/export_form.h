// The three forms of an export: what stands before the task points, how one stands in it, how it ends.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "indexer/store/reader.h"
#include "searchd/api/export.h"

namespace kto::api {

// What an export is made of, the same from its first piece to its last.
struct ExportContext {
  std::shared_ptr<const store::Reader> index;
  ExportQuery query;
  // The addresses of acts, by office and Act::id.
  std::map<std::pair<std::string, std::string>, std::string> act_addresses;
};

struct ExportForm {
  // The context lives as long as what is given.
  front::Pieces (*begin)(const ExportContext& context);
  std::string (*row)(const store::StoredTask& stored, const ExportContext& context);
  std::string (*end)(const ExportContext& context);
};

// export_csv.cc: one task point a line (RFC 4180), under a line of names.
extern const ExportForm kCsvForm;
// export_lines.cc: the rows of indexer/catalogue/rows.h.
extern const ExportForm kJsonLinesForm;
// export_linked.cc: one document, one thing a line.
extern const ExportForm kJsonLdForm;

// A beginning of one piece.
front::Pieces once(std::string text);

// The offices an export is of.
std::vector<const store::Office*> exported_offices(const ExportContext& context);

// Whether something belongs to the day asked for.
bool is_exported(const law::Validity& validity, const ExportQuery& query);

}  // namespace kto::api
