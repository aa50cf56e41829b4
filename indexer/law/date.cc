#include "indexer/law/date.h"

#include <cstdio>

namespace kto::law {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string print(const char* format, int a, int b, int c) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, format, a, b, c);
  return buffer;
}

struct Parts {
  int year, month, day;
};

Parts parts(Date date) {
  const std::chrono::year_month_day ymd{date};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

}  // namespace

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = digits(iso.substr(0, 4)), month = digits(iso.substr(5, 2)), day = digits(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date(*year, *month, *day);
}

std::string to_string(Date date) {
  const auto p = parts(date);
  return print("%04d-%02d-%02d", p.year, p.month, p.day);
}

std::string to_polish(Date date) {
  const auto p = parts(date);
  return print("%02d.%02d.%04d", p.day, p.month, p.year);
}

}  // namespace kto::law
