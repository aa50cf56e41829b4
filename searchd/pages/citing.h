// Citing: who made a wording, as a link into the text of the act where the index has it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "searchd/api/acts.h"
#include "searchd/pages/address.h"
#include "searchd/pages/templates.h"

namespace kto::pages {

// The acts of one office by id. Lives as long as the office's reader.
class Citing {
 public:
  Citing(const store::Office& office, Place place);

  // {words: "zarządzenie 19/11/2023, § 1 pkt 6", address}: what web/cited.mustache prints as `cited`. An act the index
  // does not know is named without a link.
  Data cited(const law::Provenance& by) const;
  // Of several, each as {cited: …}.
  kainjow::mustache::list cited(const std::vector<law::Provenance>& by) const;
  // The same, each act once: "zarządzenie 5/2024, § 1 pkt 2 lit. c; § 1 pkt 3".
  kainjow::mustache::list cited_once(const std::vector<law::Provenance>& by) const;
  // The same of a place whose line in the act is known: the link leads to it.
  Data cited(const law::Provenance& by, law::Lines lines) const;

 private:
  struct Known {
    std::string words, slug;
  };
  std::map<std::string, Known, std::less<>> acts_;
  Place place_;
};

// Sets `note` and, where it could not be put into Polish, `note_english`.
void set_note(Data& data, const std::string& note);

// "nowe brzmienie", "uchylenie": an operation's kind (law::kind) in Polish.
std::string operation_words(const std::string& kind);

}  // namespace kto::pages
