// Lexicon: all sources → the readings the dictionary holds → its file. The rules that decide are here, so that the
// reader only looks up:
//   - Forms and lemmas are in lower case. Of several sources of one form the best wins: PoliMorf's common words and the
//     supplement, ipolish's common words, PoliMorf's names, ipolish's names. An acronym in its base form is kept beside
//     them: "rodo" is RODO as well as a form of "roda".
//   - A form has all its lemmas: choosing one would part 7 to 17 of 100 pairs of forms of one word.
//   - A verbal noun that names a thing (things.txt: zarządzenie) has only the noun, not also the verb (zarządzić).
//   - A negated gerund or participle is its own lemma (niezgłoszony), never the affirmative verb's.
//   - A lemma that is made from another also has the root of its family (families.h).
//   - Abbreviations of one or two letters are left out (o: ocean, t: tom), and lemmas of several words (ds: do spraw).
#pragma once

#include <cstddef>
#include <string>

namespace kto::text {

// The sources, as bytes of the files.
struct LexiconSources {
  std::string polimorf;                        // polish.dict
  std::string ipolish_words, ipolish_affixes;  // polish.mwl, polish.aff
  std::string supplement, things;              // corpus/lexicon/supplement.tsv, things.txt
  std::string families, apart;                 // corpus/lexicon/families.tsv, apart.txt
};

struct LexiconFigures {
  std::size_t collected = 0, written = 0;  // readings before and after the choice
  std::size_t members = 0;                 // lemmas made from another
};

// The file of the dictionary. The same sources give the same bytes. Throws std::runtime_error for a broken source.
std::string compile_lexicon(LexiconSources sources, LexiconFigures& figures);

}  // namespace kto::text
