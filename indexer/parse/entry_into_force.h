// Entry into force (wejście w życie): the sentence that says when an act becomes law → the first day. ZTP § 45, 132,
// 141.
//
//   z dniem 15 listopada 2023 r.                          that day
//   z dniem podpisania (podjęcia, wydania)                the date of the act
//   po upływie 7 dni od dnia podpisania                   the date of the act + 7 days + 1 day
//   Zarządzenie obowiązuje od dnia 1 maja 2005 r.         that day
//   z dniem ogłoszenia                                    the day of promulgation
//   z dniem następującym po dniu ogłoszenia               promulgation + 1 day
//   po upływie 14 dni (miesiąca, 3 miesięcy) od dnia ogłoszenia   promulgation + 14 days + 1 day
//
// The day of promulgation is mostly not in the text. Where nobody knows it the rule is kept and the day left open.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/law/citation.h"
#include "indexer/law/date.h"

namespace kto::parse {

//
// „… z wyjątkiem § 1 pkt 3, który wchodzi w życie z dniem …” gives single provisions a day of their own; „z mocą od
// dnia …” gives the changes effect from an earlier day (ZTP § 51).
struct DatedPlace {
  law::Citation place;  // in the act itself
  std::optional<law::Date> date;
};

struct EntryIntoForce {
  std::optional<law::Date> date;
  bool understood = false;          // one of the rules above
  bool needs_promulgation = false;  // and its day is not known
  std::optional<law::Date> effect_from{};
  std::vector<DatedPlace> exceptions{};
};

bool speaks_of_entry_into_force(std::string_view sentence);

EntryIntoForce read_entry_into_force(std::string_view sentence, std::optional<law::Date> act_date,
                                     std::optional<law::Date> promulgated);

}  // namespace kto::parse
