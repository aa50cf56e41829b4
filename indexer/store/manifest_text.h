// The manifest as the named lines kept beside the documents. Plain text, so that a later program can still show what an
// earlier one wrote: an unknown line is left alone, a missing one reads as empty.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "indexer/store/manifest.h"

namespace kto::store {

using ManifestLines = std::map<std::string, std::string>;

ManifestLines to_lines(const Manifest& manifest);

// `line` gives the line of a name, empty when there is none.
Manifest from_lines(const std::function<std::string(const std::string& name)>& line);

// The name under which an office's record is kept.
std::string office_line(std::string_view office);

}  // namespace kto::store
