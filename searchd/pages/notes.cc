#include "searchd/pages/notes.h"

#include <array>
#include <string_view>

namespace kto::pages {
namespace {

struct Phrase {
  std::string_view english, polish;
};

// Those that begin another stand behind it.
constexpr std::array kPhrases = {
    Phrase{"the quotation does not hold the new text of", "w cytowanym tekście nie ma nowego brzmienia"},
    Phrase{"the quotation does not hold the text of", "w cytowanym tekście nie ma brzmienia"},
    Phrase{"the former text is not known", "dawne brzmienie nie jest znane"},
    Phrase{"the repealed text is not known", "uchylone brzmienie nie jest znane"},
    Phrase{"repealed already", "uchylono już wcześniej"},
    Phrase{"exists already", "taki przepis już jest"},
    Phrase{"words not found, for an act before this one put other words there: an act in between is missing",
           "nie ma tam tych wyrazów, bo wcześniejszy akt wstawił inne: brakuje aktu pomiędzy nimi"},
    Phrase{"words not found, for the text is not known", "nie znaleziono wyrazów, bo brzmienie nie jest znane"},
    Phrase{"words not found", "nie znaleziono wyrazów"},
    Phrase{"no such part", "nie ma takiej części"},
    Phrase{"the right grammatical form cannot be made with certainty", "nie da się z pewnością utworzyć formy wyrazu"},
    Phrase{"the words are to be changed in every grammatical form, and no dictionary is at hand",
           "wyrazy mają być zmienione w każdej formie, a nie ma słownika"},
    Phrase{"annexes that are no list of provisions are not kept",
           "załącznik nie jest wykazem przepisów (schemat albo tabela) i nie jest przechowywany"},
    Phrase{"the new annex is not in the text of the act", "w tekście aktu nie ma nowego załącznika"},
    Phrase{"the day of entry into force is not known", "nie jest znany dzień wejścia w życie"},
    Phrase{"the text is not known", "brzmienie nie jest znane"},
};

// "the text of § 22b ust. 1 pkt 9 is not known"
constexpr std::string_view kTextOf = "the text of ", kNotKnown = " is not known";

}  // namespace

Note note_in_polish(const std::string& note) {
  std::string out = note;
  bool found = false;
  for (const auto& [english, polish] : kPhrases) {
    for (auto at = out.find(english); at != std::string::npos; at = out.find(english, at + polish.size())) {
      out.replace(at, english.size(), polish);
      found = true;
    }
  }
  if (out.starts_with(kTextOf) && out.ends_with(kNotKnown)) {
    out = "brzmienie " + out.substr(kTextOf.size(), out.size() - kTextOf.size() - kNotKnown.size()) + " nie jest znane";
    found = true;
  }
  return {out, !found && !note.empty()};
}

}  // namespace kto::pages
