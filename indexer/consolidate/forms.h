// Changing words in every number and case: „użyte w różnej liczbie i różnym przypadku wyrazy „A” zastępuje się użytymi
// w odpowiedniej liczbie i odpowiednim przypadku wyrazami „B””.
#pragma once

#include <optional>
#include <string>

#include "indexer/law/inflection.h"

namespace kto::consolidate {

struct FormChange {
  std::string text;
  bool found = false;   // some form of the words stands in the text
  bool certain = true;  // every form found could be changed; else `text` is the text as it was
};

// `new_words` empty: the forms are deleted, with one blank.
FormChange change_forms(const std::string& text, const std::string& old_words, const std::string& new_words,
                        const law::Inflection& inflection);

}  // namespace kto::consolidate
