// The manifest as the text that a generation's file holds, one named line a thing. Plain text, so that a later program
// can still show what an earlier one wrote: an unknown line is left alone, a missing one reads as empty.
//
//   schema	5
//   analysis	9e0c…
//   parameter	corpus	/srv/acts
//   office	lublin	Urząd Miasta Lublin	286	… 	<hash>	163840	<content>	<source>
//   wordings	<hash>	1638400	<content>
//   since	<hash>	16384	<content>
//   remote	db1.example	7001	2000	<content>
//   seal	77d1b8429c3f5a0e          hash of all lines before
#pragma once

#include <string>
#include <string_view>

#include "indexer/store/manifest.h"

namespace kto::store {

std::string to_text(const Manifest& manifest);

// What can be read of it, sealed or not.
Manifest manifest_from_text(std::string_view text);

// Whether its last line is the hash of what stands before it.
bool is_sealed(std::string_view text);

// One office's line without its name, for the shard that is not in a generation yet.
std::string to_line(const OfficeSummary& office);
std::string to_lines(const std::vector<OfficeSummary>& offices);
OfficeSummary office_from_line(const std::string& line);
std::vector<OfficeSummary> offices_from_lines(const std::string& lines);

// The name under which an office's record is kept in its shard.
std::string office_line(std::string_view office);

}  // namespace kto::store
