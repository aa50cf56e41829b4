// Entry into force (wejście w życie): the sentence that says when an act becomes law → the first day. ZTP § 45, 132,
// 141.
//
//   z dniem 15 listopada 2023 r.                          that day
//   z dniem podpisania (podjęcia, wydania)                the date of the act
//   z dniem ogłoszenia                                    the day of promulgation
//   z dniem następującym po dniu ogłoszenia               promulgation + 1 day
//   po upływie 14 dni (miesiąca, 3 miesięcy) od dnia ogłoszenia   promulgation + 14 days + 1 day
//
// The day of promulgation is mostly not in the text. Where nobody knows it the rule is kept and the day left open.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/law/date.h"

namespace kto::parse {

struct EntryIntoForce {
  std::optional<law::Date> date;
  bool understood = false;          // one of the rules above
  bool needs_promulgation = false;  // and its day is not known
};

bool speaks_of_entry_into_force(std::string_view sentence);

EntryIntoForce read_entry_into_force(std::string_view sentence, std::optional<law::Date> act_date,
                                     std::optional<law::Date> promulgated);

}  // namespace kto::parse
