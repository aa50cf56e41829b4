// Directory: the units an office has listed, by day, and the look-up from the words of a heading to a unit.
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

  // The unit whose listed name is the subject on that day. `differs` is set when the two are not spelled alike: real
  // headings and listings drift ("ds. informacji bezpośrednio", listed as "bezpośredniej"). Nearest of the same kind,
  // only if there is one nearest.
  struct Match {
    const law::Unit* unit = nullptr;
    bool differs = false;
  };
  std::optional<Match> find(std::string_view subject, law::Date day) const;
  // The unit itself, not its head; nullptr when none is listed.
  const law::Unit* by_code(const std::string& code, law::Date day) const;
  // The head post listed under the code.
  const law::Unit* head_of(const std::string& code, law::Date day) const;

 private:
  struct Entry {
    std::string key;  // the name in lower case with single blanks
    const law::Unit* unit;
  };
  std::vector<Entry> entries_;
};

}  // namespace kto::extract
