// The text of a found task point, put together from what each_word() gives: for tests and fuzz targets.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "indexer/store/task.h"

namespace kto::test {

inline std::string text_of(const store::FoundTask& found) {
  std::string text;
  bool first = true;
  found.each_word([&](std::string_view word) {
    if (!std::exchange(first, false)) text += ' ';
    text += word;
    return true;
  });
  return text;
}

}  // namespace kto::test
