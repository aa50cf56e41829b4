// Families: words made from one another, under one root. administrowanie, administrator, administracja and
// administracyjny all go back to administrować; informatyka does not go back to informacja.
//
// A word has at most one parent: the first word that a rule makes of it and the language has, in the right word class.
// Its root is where the parents end. The rules are those of Polish word formation, by ending; what they cannot reach
// stands in families.tsv, and words they must leave alone in apart.txt, both in corpus/lexicon.
//
//   administracyjny  -acyjny ← -acja   administracja   -acja ← -ować   administrować
//   zgłaszać         a ← o, sz ← si    zgłosić
//   nadzór           families.tsv      nadzorować
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "indexer/text/compile/word_formation.h"
#include "indexer/text/lexicon_key.h"

namespace kto::text {

// 0 for a class no word is made from.
std::uint8_t class_bit(WordClass word_class);

class Families {
 public:
  // `irregular`: families.tsv, a root and its members a line. `apart`: apart.txt. Throws std::runtime_error for a line
  // of one word.
  Families(std::unordered_map<std::string, std::uint8_t> lemmas, std::string_view irregular, std::string_view apart);

  // The root of the lemma's family; the lemma itself when it has no parent.
  std::string root(const std::string& lemma) const;

 private:
  std::string parent(const std::string& lemma) const;

  std::unordered_map<std::string, std::uint8_t> lemmas_;
  std::unordered_map<std::string, std::string> irregular_;
  std::unordered_set<std::string> apart_;
};

}  // namespace kto::text
