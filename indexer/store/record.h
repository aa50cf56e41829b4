// Record: a task point, and an office with its units and acts, as bytes (see codec.h).
//
// A task point is: office, id, citation (count, then level, value and suffix of each step), text, context, unit (flag,
// then code, name, kind), unit_reason, inferred, post, position, role, validity, made_by (act, place), file, lines,
// ended_by (flag, then act, place). Worked example, a point with the text "x" of office "o", id "i", citation § 1, in
// force since 1000-01-02:
//
//   02            record version 2
//   01 6F  01 69  office "o", id "i"
//   01  03 01 00  one step: level 3 (§), value 1, no suffix
//   01 78  00     text "x", no context
//   00  00  00 00 00  no unit; no reason, not inferred, no post, no position
//   00            role 0 (owner)
//   01  00        from day 1, open end
//   00 00 00      no act, no place, no file
//   00 00  00     lines 0 to 0, nothing ended it
//   … 8 bytes     checksum
//
// Whatever changes here, a number of an enumeration included, raises kRecordVersion and kSchemaVersion; there is no
// reading of old versions, an index is built anew.
#pragma once

#include <string>
#include <string_view>

#include "indexer/store/manifest.h"
#include "indexer/store/query.h"

namespace kto::store {

std::string encode_task(const StoredTask& stored);
// Throws law::Error record-damaged for anything that encode_task did not give.
StoredTask decode_task(std::string_view record);

std::string encode_office(const Office& office);
Office decode_office(std::string_view record);

}  // namespace kto::store
