// A catalogue as JSON Lines, one object a line: what `kto-indexer dump tasks` and /api/v1/export write and
// `kto-indexer build --catalogue` reads (read.h). A row without "type" is a task point; the other types say what task
// points do not: an office's name, the days of its acts, the places of its units, and the law that all was read from.
//
//   {"type":"office","office":"lublin","name":"Urząd Miasta Lublin","example":false,…}
//   {"type":"act","office":"lublin","id":"19/11/2023","number":"19/11/2023",…}
//   {"type":"unit","office":"lublin","id":"…","code":"IT-ES","name":"referat …","kind":"referat",…}
//   {"type":"operation","office":"lublin","act":"19/11/2023","place":"§ 1 pkt 6","kind":"replace",…}
//   {"type":"provision","office":"lublin","id":"…","citation":"§ 16 ust. 1 pkt 8","text":"administrowania …;",…}
//   {"type":"unknown_end","office":"lublin","citation":"§ 12","ended_on":"2023-11-15",…}
//   {"type":"text","office":"lublin","act":"19/11/2023","part":0,"text":"ZARZĄDZENIE NR 19/11/2023\n…"}
//   {"office":"lublin","id":"…","citation":"§ 16 ust. 1 pkt 8","text":"administrowania …",…}
//
// Field names are part of the contract with other programs. What is empty is null. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/catalogue/row_parts.h"

namespace kto::catalogue {

// Rows as `dump` prints them, without "type".
Row task_row(const std::string& office, const law::TaskPoint& task);
Row unit_row(const std::string& office, const law::Unit& unit);
Row provision_row(const std::string& office, const law::ProvisionVersion& version);
Row operation_row(const std::string& office, const law::Operation& operation);

// The same of another type than task points, which is said first.
Row typed(const char* type, const Row& row);

struct OfficeNames {
  std::string id, name;
  bool example = false;
  law::OfficeDetails details;
};
Row typed_office_row(const OfficeNames& office);
Row typed_act_row(const std::string& office, const law::ActSummary& act);
Row typed_unknown_end_row(const std::string& office, const law::UnknownEnd& end);

// An act as it was read goes out in parts, so that no line is long: kTextPart bytes or a few less, none of them within
// a letter.
inline constexpr std::size_t kTextPart = std::size_t{32} * 1024;
struct TextPart {
  unsigned number = 0;  // from 0
  std::string text;
};
std::vector<TextPart> parts_of(std::string_view text);  // at least one
Row typed_text_row(const std::string& office, const std::string& act, const TextPart& part);

// The line, without its end. Bytes that are not UTF-8 are replaced.
std::string to_line(const Row& row);

}  // namespace kto::catalogue
