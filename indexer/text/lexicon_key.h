// LexiconKey: one reading of one word form, as a key of the automaton.
//
//   form 0x01 A B class tail
//
// A and B are counts plus one: the lemma is the form without its first A-1 and its last B-1 bytes, followed by tail.
// Forms of one paradigm then share their endings in the automaton, values and all.
//
// Worked example: "najlepszego" is a form of the adjective "dobry", "pocztą" of the noun "poczta":
//   najlepszego 0x01 0x01 0x0C A dobry     nothing is shared: all 11 bytes of the form are cut
//   pocztą      0x01 0x01 0x03 S a         the two bytes of "ą" are cut, "a" is added
//   najnowszy   0x01 0x04 0x04 A y         "naj" and "szy" are cut: now + y
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kto::text {

// The word class of a reading, by the letter it has in the dictionary.
enum class WordClass : char {
  noun = 'S',
  verb = 'V',
  gerund = 'G',              // odsłownik: administrowanie, read as the verb
  negated_gerund = 'g',      // nieudzielenie, read as itself
  participle = 'P',          // imiesłów: zgłoszony, read as the verb
  negated_participle = 'p',  // niezgłoszony, read as itself
  adjective = 'A',
  adverb = 'D',
  abbreviation = 'B',  // pkt, read as punkt
  other = 'O',         // pronouns, prepositions, conjunctions, numerals
  unclassified = 'I',  // known from ipolish only, which has no word classes
  name = 'N',          // written with a capital letter in the sources
};

inline constexpr char kFormEnd = '\x01';
// Behind a lemma, instead of kFormEnd: the key gives the root of its family, written as a lemma of that form.
inline constexpr char kLemmaEnd = '\x02';
// Likewise: each key gives a member of the family whose root it is.
inline constexpr char kRootEnd = '\x03';

struct LexiconKey {
  std::string lemma;
  WordClass word_class = WordClass::other;
  bool operator==(const LexiconKey&) const = default;
};

// The part of the key behind the form's end.
std::string encode_reading(std::string_view form, std::string_view lemma, WordClass word_class);
// The same back; nullopt when the bytes cannot come from encode_reading().
std::optional<LexiconKey> decode_reading(std::string_view form, std::string_view encoded);

}  // namespace kto::text
