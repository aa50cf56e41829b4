// What the records of wordings say by number: offices, units, acts, and what ids of tasks look like. Kept once in the
// file of wordings, in metadata, and read whole: of a country some 100 kB. Inside this room only.
//
// A unit stands here once, whichever office has it: (code, name, kind, post). A shape is an id with what the rest of
// its record says taken out:
//
//   lublin-par16-ust1-pkt8-20231115   → \1-\2-\3     office, citation, first day
//   gmina-0007-p00000042              → \1-p\4\10    a number of eight digits, 42
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/store/coded_text.h"

namespace kto::store {

struct WordingUnit {
  std::optional<law::UnitRef> unit;
  std::string post;
  bool operator==(const WordingUnit&) const = default;
};

// Immutable once read; shared by threads.
struct WordingTables {
  std::vector<std::string> offices;  // ids; empty where what the file says of an office holds no longer
  std::vector<WordingUnit> units;
  std::vector<std::string> acts;    // numbers; the first is empty
  std::vector<std::string> shapes;  // of ids; the first is empty: an id that has none stands as it is
  StringList words = {};            // of texts
  bool operator==(const WordingTables&) const = default;
};

std::string encode_tables(const WordingTables& tables);
// Throws law::Error record-damaged.
WordingTables decode_tables(std::string_view record);

// The names under which they are kept, and what else stands beside them: what the file was made of, an office's id and
// the hash of its shard a line; the offices of the generation as lines of a manifest; a hash of that generation's
// shards; schema and analysis of the manifest.
inline constexpr char kTablesKey[] = "wordings", kMadeOfKey[] = "made-of", kOfficesKey[] = "offices",
                      kContentKey[] = "content", kSchemaKey[] = "schema", kAnalysisKey[] = "analysis";

struct IdParts {
  std::string shape;         // empty: the id is too unlike others
  std::uint64_t number = 0;  // of its digits, where the shape has any
};

// The parts of the id that the office, the citation and the first day of its task version do not say.
IdParts take_apart(std::string_view id, std::string_view office, const law::Citation& citation, law::Date from);
std::string put_together(std::string_view shape, std::uint64_t number, std::string_view office,
                         const law::Citation& citation, law::Date from);
bool has_number(std::string_view shape);

}  // namespace kto::store
