// Polish dates in running text: "13 listopada 2023 r.", "02 kwietnia 2003", "11.01.2005r.".
#pragma once

#include <optional>
#include <string_view>

#include "indexer/law/date.h"

namespace kto::parse {

struct FoundDate {
  law::Date date;
  std::size_t begin = 0, end = 0;  // bytes of the text searched
};

// The first date in the text at or after `from`.
std::optional<FoundDate> find_date(std::string_view text, std::size_t from = 0);

}  // namespace kto::parse
