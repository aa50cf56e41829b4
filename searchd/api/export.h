// Export: the whole catalogue as open data, as CSV, JSON Lines or JSON-LD, of one day or of all days.
//
//   /api/v1/export?format=csv&separator=semicolon&bom=1     for Excel
//   /api/v1/export?format=jsonl                             for kto-indexer build --catalogue
//   /api/v1/export?format=jsonld&as_of=2024-06-01           W3C ORG, CPOV, ELI
//
// Made while it is sent, kPiece bytes at a time: memory does not grow with the catalogue.
#pragma once

#include <memory>
#include <string>

#include "searchd/api/csv.h"
#include "searchd/api/parameters.h"
#include "searchd/front/message.h"

namespace kto::store {
class Reader;
struct StoredTask;
}  // namespace kto::store

namespace kto::api {

struct ExportQuery {
  std::string format = "csv";           // csv, jsonl, jsonld
  std::optional<law::Date> as_of = {};  // none: the versions of all days
  std::string office = {};              // empty: all
  CsvForm csv = {};
  std::string base = {};  // of the addresses in jsonld: "https://kto.example"; may be empty
  auto operator<=>(const ExportQuery&) const = default;
};

Parsed<ExportQuery> parse_export(const Sent& sent, const Scope& scope);

// Whole pieces of so many bytes are worth a system call and few enough that eight exports at once take 1 MiB.
inline constexpr std::size_t kPiece = std::size_t{64} * 1024;

// The body of an export. Holds the reader until the last piece.
front::Pieces export_pieces(std::shared_ptr<const store::Reader> index, const ExportQuery& query);

// "text/csv; charset=utf-8; header=present"
std::string export_type(const ExportQuery& query);
// "kto-lublin-2024-06-01.csv"
std::string export_file_name(const ExportQuery& query);

}  // namespace kto::api
