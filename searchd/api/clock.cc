#include "searchd/api/clock.h"

namespace kto::api {

law::Date day_in_warsaw(std::chrono::sys_seconds instant) {
  using namespace std::chrono;
  const year year_of = year_month_day{floor<days>(instant)}.year();
  const auto turn = [&](month in) { return sys_days{year_of / in / Sunday[last]} + hours{1}; };
  const bool summer = turn(March) <= instant && instant < turn(October);
  return floor<days>(instant + (summer ? hours{2} : hours{1}));
}

law::Date today() {
  using namespace std::chrono;
  return day_in_warsaw(floor<seconds>(system_clock::now()));
}

}  // namespace kto::api
