// Intake: takes parameters of a request one by one, checks each, and keeps every fault. Whatever was sent and not taken
// is a fault too. The parse_… functions of parameters.h are written with it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searchd/api/parameters.h"

namespace kto::api {

// What an answer's client is told about a fault: the stable code and the Polish sentence.
class Intake {
 public:
  Intake(const Sent& sent, const Scope& scope) : sent_(sent), scope_(scope) {}

  // The words of the question: white space around them is cut. Empty when missing; `required` makes that a fault.
  std::string question(const std::string& field, bool required);
  // A day of the calendar, by default today.
  law::Date day(const std::string& field);
  // A day of the calendar; none when it was not sent.
  std::optional<law::Date> optional_day(const std::string& field);
  // The same as day(), or from the three fields of a form; all three empty are as if none was sent. `fields`: what
  // their names begin with: "from_" for from_d, from_m, from_y.
  law::Date day_or_fields(const std::string& field, TypedDay& typed, const std::string& fields = "");
  // An office of the index; when it holds only one, that is the default. Empty: all.
  // `or_all`: an empty value, as a form sends it, means all too.
  std::string office(const std::string& field, bool or_all = false);
  // A unit code or the beginning of one, in its own spelling ("it-es" → "IT-ES"); at least one unit must bear it.
  std::string unit(const std::string& field);
  std::optional<law::Role> role(const std::string& field);
  // One of the words; the first of them when it was not sent.
  std::string choice(const std::string& field, const std::vector<std::string>& words);
  // 1 or 0; off when it was not sent.
  bool flag(const std::string& field) { return choice(field, {"0", "1"}) == "1"; }
  struct Range {
    unsigned least, most, fallback;
  };
  unsigned number(const std::string& field, Range range);

  void fault(std::string field, std::string code, std::string message);
  // Ends the intake: faults of what was taken, in that order, then of what nobody knows.
  std::vector<front::Fault> faults();

 private:
  // The one value of a parameter; nullopt when it was not sent or cannot be read (which is a fault by then).
  std::optional<std::string> take(const std::string& field);
  bool readable(const std::string& field, const std::string& value);
  bool short_enough(const std::string& field, const std::string& value);

  const Sent& sent_;
  const Scope& scope_;
  std::vector<std::string> known_;
  std::vector<front::Fault> faults_;
};

}  // namespace kto::api
