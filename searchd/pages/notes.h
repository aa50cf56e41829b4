// Notes: why a command of an act was not carried out, or what is worth knowing of it, in Polish. The indexer notes them
// in English, the language of its messages (indexer/consolidate/apply.cc); a phrase not in the table here stays English
// and is marked so on the page.
#pragma once

#include <string>

namespace kto::pages {

struct Note {
  std::string text;
  bool english = false;
};

// "the former text is not known: § 16" → "dawne brzmienie nie jest znane: § 16"
Note note_in_polish(const std::string& note);

}  // namespace kto::pages
