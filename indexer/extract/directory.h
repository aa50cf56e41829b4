// Directory: the units an office has listed, by day, and the look-up from the words of a heading to a unit.
//
// Headings and listings differ in case ("Referatu Organizacyjnego", listed as "Referat Organizacyjny"), in words that
// say nothing ("stanowiska ds. kadr", listed as "stanowisko pracy ds. kadr") and by slips ("ds. informacji
// bezpośrednio", listed as "bezpośredniej"). Names are compared word by word: the same beginning, and an ending apart.
// The best match counts only when there is one best.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::extract {

class Directory {
 public:
  explicit Directory(const std::vector<law::Unit>& units);

  struct Match {
    const law::Unit* unit = nullptr;
    bool differs = false;  // the words are not those of the listing, beyond grammatical case
  };
  // The unit whose listed name is the subject on that day. `genitive`: the subject stands in the genitive.
  std::optional<Match> find(std::string_view subject, bool genitive, law::Date day) const;
  // The one unit whose listed name stands in a text, in any grammatical case; of several the one with the longest name.
  // nullptr: none, or two of the same length.
  const law::Unit* named_in(std::string_view text, law::Date day) const;
  // The unit itself, not its head; nullptr when none is listed.
  const law::Unit* by_code(const std::string& code, law::Date day) const;
  // The head post listed under the code.
  const law::Unit* head_of(const std::string& code, law::Date day) const;

 private:
  struct Entry {
    std::vector<std::string> words;  // in lower case, without those that say nothing
    const law::Unit* unit;
  };
  std::vector<Entry> entries_;
};

}  // namespace kto::extract
