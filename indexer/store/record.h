// Record: a task point as bytes (see codec.h); that of its office: office_record.h.
//
// What the task points and units of an office say alike, the names of units, the acts, the words of the texts, stands
// once in a list beside them (coded_text.h): the record of a task point takes some 50 bytes, a quarter of what it says,
// and is read as it lies, without the library's unpacking. That of a task point:
//
//   flags        1 it has a unit, 2 which is inferred, 4 what ended it is known
//   role, kind   as numbers; the kind only of a unit
//   names        office, unit (code, name), unit_reason, post, position, made_by (act, place), file, ended_by (act,
//                place), context: each whole; unit and ended_by only where there is one
//   text         coded
//   citation     number of its steps, then each; days; lines: the short forms of record_parts.h
//   before, behind
//   id           its shape (wording_tables.h) whole, and its number if the shape has one; of no shape: "" and the id
//
// Worked example, § 1 with the text "x" of office "o", id "o-7", in force since 2015-01-02, of a list without words:
//
//   03                   record version 3
//   00 00                no unit, known end or inference; owner
//   01 01 00 01 6F       office "o": not in the list, one word, which is not there either, of one byte
//   00 00 00 00 00 00    no reason, post, position, act, place, file
//   00                   no context
//   01 00 01 78          text "x": one word, not in the list
//   01 1A                one step: § (3) 1
//   04                   a day after 2015-01-01, open
//   00 00  00 00         lines 0 to 0; no other version
//   01 01 00 04 01 2D 04 01  07   shape: office, "-", a number of one digit; 7
//   … 4 bytes            checksum
//
// Whatever changes here, a number of an enumeration included, raises kRecordVersion and kSchemaVersion; there is no
// reading of old versions, an index is built anew.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/coded_text.h"
#include "indexer/store/manifest.h"
#include "indexer/store/task.h"

namespace kto::store {

// `names`: of the list of its office.
std::string encode_task(const StoredTask& stored, const WordNumbers& names);
// All but its number, which the record does not say. Throws law::Error record-damaged for anything that encode_task did
// not give.
StoredTask decode_task(std::string_view record, const StringList& names);

// What an office's units and task points say more than once, words and names, the commonest first.
StringList names_of(const Office& office, const std::vector<StoredTask>& tasks);
std::string encode_names(const StringList& names);
StringList decode_names(std::string_view record);

// Under which it stands in the metadata of a shard.
inline constexpr char kNamesKey[] = "names";

}  // namespace kto::store
