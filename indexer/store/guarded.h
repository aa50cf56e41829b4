// How a damaged file of the index is met. Inside this room only.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "indexer/law/error.h"

namespace kto::store {

inline constexpr std::string_view kBuildAgain = "Build the index again: kto-indexer build --index DIR --corpus DIR.";

// The search library's errors in the house's form.
template <typename Work>
auto guarded(const Work& work) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    throw law::Error("index-unreadable", "The index cannot be read: " + error.get_msg() + ".",
                     std::string(kBuildAgain));
  }
}

}  // namespace kto::store
