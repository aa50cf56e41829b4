// Resolve: a case mark, a code of any day or a citation → who held it that day, and who holds it today.
//
//   OR-IV.1330.7.2019   read as a mark of unit OR-IV; on 2019-12-31 OR-IV; since 2020-07-01 IC-I, likely, and IC-II,
//   possibly
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searchd/answer.h"
#include "searchd/api/acts.h"
#include "searchd/api/case_mark.h"
#include "searchd/api/chain.h"
#include "searchd/api/law_parameters.h"

namespace kto::api {

// What was typed, understood. One of the three; a code is anything that is neither of the others.
struct ReadAs {
  std::optional<law::Citation> citation;
  std::optional<CaseMark> mark;
  std::string code;  // of the mark, or as typed, in capitals
};

enum class Known : std::uint8_t {
  in_force,  // on the day asked about
  ended,     // before that day
  not_yet,   // first known after it
};
std::string_view to_string(Known known);

struct Resolution {
  std::string office;
  Known known = Known::in_force;
  law::Date day;                         // what `holders` are of: the day asked about, or the nearest one known
  std::string code;                      // as the acts write it; empty for a citation
  std::vector<searchd::Holder> holders;  // of a citation with several tasks in order of how many they hold
  std::vector<law::TaskPoint> tasks;     // of a citation: the points at and below it
  Chain chain;
  std::vector<searchd::Holder> today;
};

struct Resolved {
  ReadAs read_as;
  law::Date as_of, today;
  std::vector<Resolution> resolutions;  // empty: nobody knows it
};

Resolved resolve(const store::Reader& index, const ResolveQuery& query, law::Date today);

}  // namespace kto::api
