// Reasons, as sentences: what a note of the consolidation says of one provision, and why a provision has no wording on
// a day.
#pragma once

#include <string>

#include "indexer/commands/explain_facts.h"

namespace kto::commands {

// A note is "reason: § 10 ust. 1, § 12 pkt 1; other reason: § 4", or one sentence on the whole operation. The reasons
// that name the provision, something above or something below it, without the list of places; a sentence on the whole
// stays as it is. Empty: the note is about others.
std::string reason_about(const std::string& note, const law::Citation& citation);

// One sentence. Expects that `explanation.wording` is empty and all else is filled in.
std::string why_no_wording(const Explanation& explanation);

// "19/11/2023, § 1 pkt 6"
std::string to_string(const law::Provenance& by);

}  // namespace kto::commands
