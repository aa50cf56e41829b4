// The record of a wording: its text and, in some 15 bytes each, all who have it. It is the data of its document: values
// would lie as they are, where data are deflated, but a remote shard without lists of terms sends no values.
//
//   text, context        as coded_text.h writes them
//   holders              their count, then for each, in order of office and then of the office's own order
//     office             number in WordingTables, less that of the holder before
//     unit               number in WordingTables, times five, and the role
//     from               days since 2015-01-01, folded (0, -1, 1, -2 … → 0, 1, 2, 3 …), twice, and 1 if it has an end
//     length             only then: days from the first to the end
//     act                number in WordingTables
//     size               of what is said of it further on, in bytes
//   details of each      shape of its id (number in WordingTables), its number or, of no shape, its text;
//                        then the steps of the citation: value times ten and level, twice, and 1 if a suffix follows
//
// Worked example: "§ 10 pkt 1" of office 7, unit 3, owner, from 2015-01-02, open, no act, id of shape 1 with number 42:
//   07 0F 04 00 05   01 2A  CE 01  1E
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/store/coded_text.h"
#include "indexer/store/wording.h"
#include "indexer/store/wording_tables.h"

namespace kto::store {

// One holder by numbers.
struct NumberedHolder {
  std::uint32_t office = 0, unit = 0, act = 0;
  law::Role role = law::Role::owner;
  law::Validity validity;
  std::uint32_t shape = 0;
  std::uint64_t id_number = 0;
  std::string id;  // only of shape 0
  law::Citation citation;
  bool operator==(const NumberedHolder&) const = default;
};

// `words`: numbers of the words of the tables.
std::string encode_wording(std::string_view text, std::string_view context, const std::vector<NumberedHolder>& holders,
                           const WordingTables& tables, const WordNumbers& words);

// Text, context and all holders of a match whose `record` and `tables` are set. Throws law::Error record-damaged.
void decode_wording(WordingMatch& match);

// Adds the holders of the same wording out of another file, and puts all in order of office.
void add_holders(WordingMatch& match, const WordingMatch& other);

}  // namespace kto::store
