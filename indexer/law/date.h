// Calendar days of the law. A Date is a day in Europe/Warsaw; it has no time of day and no zone arithmetic is ever done
// on it. Printed and read as ISO 8601: 2023-11-15.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kto::law {

using Date = std::chrono::sys_days;

// The day written as YYYY-MM-DD; nullopt for any other spelling and for days that do not exist (2023-02-29).
std::optional<Date> parse_date(std::string_view iso);

// nullopt when the three numbers do not name a day of the years 1000 to 9999.
std::optional<Date> make_date(int year, int month, int day);

// 2023-11-15
std::string to_string(Date date);

// 15.11.2023, as Polish readers write it.
std::string to_polish(Date date);

}  // namespace kto::law
