#include "searchd/letter_asides.h"

#include <algorithm>
#include <vector>

#include "indexer/text/analysis.h"
#include "indexer/text/normalize.h"
#include "indexer/text/stop_words.h"
#include "searchd/letter_phrases.h"

namespace kto::searchd {
namespace {

// Words folded, "*" for any ending: of the papers, the way and the day of any matter. "kasa" and "archiwum" are none:
// who asks for them asks for somebody.
const std::vector<std::string_view> kOfAnyMatter{
    "dokument*", "zaswiadczeni*", "zalacznik*", "zalacz*",     "dolacz*",  "przynies*",  "przynos*",   "zloz*",
    "sklada*",   "wypeln*",       "formularz*", "druk",        "druki",    "druku",      "drukow",     "wniosek",
    "wniosk*",   "kosztuj*",      "koszt",      "koszty",      "oplat*",   "cena",       "cene",       "wynosi*",
    "wyniesie",  "zaplacic",      "zaplace",    "placi*",      "karta",    "gotowk*",    "godzin*",    "otwar*",
    "czynn*",    "sobot*",        "niedziel*",  "poniedzial*", "wtor*",    "srod*",      "czwart*",    "piatek",
    "piatku",    "piatki",        "weekend*",   "poludni*",    "rano",     "termin*",    "czeka*",     "trwa",
    "dlugo",     "umowic",        "umawia*",    "wizyt*",      "telefon*", "dzwon*",     "zadzwon*",   "internet*",
    "online",    "elektroniczn*", "mail*",      "poczta",      "osobisc*", "wystarcz*",  "potrzebn*",  "wymagan*",
    "wymaga*",   "przyjm*",       "przyjec*",   "przyjechac",  "przyjsc",  "okienk*",    "pokoj",      "pokoju",
    "oddac",     "wysl*",         "przesl*",    "przysl*",     "wydaje*",  "odpowiedz*", "informacj*", "podac",
    "podanie",   "wczesniej",     "przygotow*", "pobrac",      "znalez*"};

bool is_of_any_matter(const text::Token& word) {
  if (word.kind == text::TokenKind::number || text::is_stop_word(word) || text::is_asking_word(word)) return true;
  const std::string folded = text::fold(word.text);
  return std::any_of(kOfAnyMatter.begin(), kOfAnyMatter.end(),
                     [&folded](std::string_view wanted) { return is_word(folded, wanted); });
}

}  // namespace

std::string without_asides(std::string_view sentence) {
  std::string kept;
  while (!sentence.empty()) {
    const std::string_view clause = sentence.substr(0, sentence.find_first_of(",;"));
    sentence.remove_prefix(std::min(sentence.size(), clause.size() + 1));
    const std::vector<text::Token> words = text::tokenize(clause);
    if (std::all_of(words.begin(), words.end(), is_of_any_matter)) continue;
    kept += (kept.empty() ? "" : ",") + std::string(clause);
  }
  return kept;
}

}  // namespace kto::searchd
