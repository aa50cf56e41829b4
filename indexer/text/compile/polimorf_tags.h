// PoliMorf's tags → word classes. A tag is its class and its values, "ppas:pl:gen.loc:m1.m2:perf:neg"; an entry has one
// or more, joined by '+'.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/text/lexicon_key.h"

namespace kto::text {

// The classes of an entry, no two equal, in the order of its tags.
std::vector<WordClass> word_classes(std::string_view tags);

// Whether one of the tags is the form by which a negated gerund or participle goes in a dictionary: the nominative
// singular, of a participle also the masculine ("niezgłoszony"). `passive`: ppas, not pact.
struct NegatedHead {
  WordClass word_class = WordClass::other;
  bool passive = false;
  auto operator<=>(const NegatedHead&) const = default;
};
std::vector<NegatedHead> negated_kinds(std::string_view tags, bool only_heads);

}  // namespace kto::text
