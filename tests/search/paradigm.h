// Paradigm: the dictionary turned round, lemma → the forms it is a lemma of. By walking the whole automaton, so once a
// test.
#pragma once

#include <map>
#include <set>
#include <string>

#include "indexer/text/dictionary.h"

namespace kto::test {

// Only of the lemmas asked for.
std::map<std::string, std::set<std::string>> forms_of(const text::Dictionary& dictionary,
                                                      const std::set<std::string>& lemmas);

}  // namespace kto::test
