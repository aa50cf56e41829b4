// What a Reader keeps, and how it meets a damaged file. Inside this room only.
#pragma once

#include <map>

#include "indexer/law/error.h"
#include "indexer/store/open_database.h"
#include "indexer/store/reader.h"

namespace kto::store {

struct Reader::State {
  OpenDatabase open;
  Manifest manifest;
  std::shared_ptr<const text::Analyser> analyser;
  std::map<std::string, Office, std::less<>> offices;    // read when first asked for
  std::map<std::string, Outline, std::less<>> outlines;  // likewise
};

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
