#include "searchd/letter_phrases.h"

#include <algorithm>

#include "indexer/text/analysis.h"
#include "indexer/text/normalize.h"

namespace kto::searchd {
namespace {

using Phrases = std::vector<std::string_view>;

const Phrases kGreeting{
    "dzien dobry",      "dobry wieczor",    "witam*",     "czesc",  "hej",        "halo",   "szanown*",
    "wielce szanown*",  "drog* pani*",      "drog* pan*", "drodzy", "wysoki*",    "czolem", "hello",
    "wielmozn*",        "uprzejmie witam*", "panie",      "siema",  "moi drodzy", "dobry",  "dzien dobrzy",
    "serdecznie witam*"};
const Phrases kClosing{
    "z powazaniem", "z wyrazami",     "z pozdrowieni*", "pozdrawia*",          "pozdrowieni*",          "pozdr",
    "z szacunkiem", "z uszanowaniem", "lacz* wyrazy",   "lacz* pozdrowieni*",  "serdecznie pozdrawia*", "z serdeczno*",
    "serdeczno*",   "uklony",         "z uklonami",     "z wyrazami szacunku", "wyrazy szacunku",       "pozostaje* z",
    "kreslimy sie", "kresle sie"};
const Phrases kPolite{"z gory dziek*",
                      "dziek*",
                      "bardzo dziek*",
                      "serdecznie dziek*",
                      "milego dnia",
                      "zycze",
                      "zyczymy",
                      "licz* na",
                      "przepraszam*",
                      "przeprasza* za",
                      "wyslano z",
                      "pozwalam sobie",
                      "ale do rzeczy",
                      "uprzejmie dziek*",
                      "mam nadzieje",
                      "pozostaje",
                      "w zalaczeniu",
                      "w zalaczniku",
                      "zalacz*",
                      "ps",
                      "z wyprzedzeniem dziek*"};
const Phrases kReply{"czeka* na odpowiedz",        "czeka* na pilna odpowiedz", "czeka* na szybka odpowiedz",
                     "prosz* o odpowiedz",         "prosi* o odpowiedz",        "prosz* o pilna odpowiedz",
                     "prosi* o pilna odpowiedz",   "prosz* o szybka odpowiedz", "prosi* o szybka odpowiedz",
                     "prosz* o pisemna odpowiedz", "licz* na odpowiedz",        "licz* na szybka odpowiedz"};
const Phrases kRequest{
    "prosz*",  "prosi*",     "uprasza*",    "z prosba",   "wnosz*",     "wnosimy",      "wnioskuj*",     "zwraca* sie",
    "zadam",   "zadamy",     "domaga* sie", "chcial*",    "chcieli*",   "chcialy*",     "chce",          "chcemy",
    "pragn*",  "potrzebuj*", "zglasza*",    "skladam*",   "interesuj*", "mam pytanie",  "moglib*",       "moglab*",
    "moglb*",  "czy mozna",  "czy moge",    "czy mozemy", "do kogo",    "jak zalatwic", "zalezy mi",     "zalezy nam",
    "apeluj*", "oczekuj*",   "skarz* sie",  "nie wiem",   "nie wiemy",  "gdzie to",     "kto w urzedzie"};
const Phrases kQuestion{"kiedy", "gdzie", "jak", "jaki",  "jakie",    "jaka",    "jakich", "kto",      "komu",  "kogo",
                        "ile",   "czy",   "co",  "czemu", "dlaczego", "do kogo", "u kogo", "na kiedy", "w jaki"};
const Phrases kComplaint{"nie",     "zepsu*", "uszkodz*",   "awari*",        "ustek*",    "przeciek*", "zalan*",
                         "zalewa*", "brak*",  "zagraz*",    "niebezpieczn*", "problem*",  "blad*",     "bled*",
                         "zawies*", "zgubi*", "ukrad*",     "skradzion*",    "halas*",    "smierdz*",  "zniszcz*",
                         "dziur*",  "spadl*", "urwa*",      "wirus*",        "okup*",     "rozsyla*",  "bezpansk*",
                         "pogryz*", "ugryz*", "niesprawn*", "zlaman*",       "przewroc*", "zapchan*",  "zatkan*",
                         "peklo",   "pekla",  "pekl",       "ciemno",        "zarwa*"};
const Phrases kThanks{"dziek*",      "podziekow*",         "wdzieczn*", "wspanial*",
                      "mil* pomog*", "naprawde wspanial*", "gratul*",   "doceni*"};
const Phrases kAnger{"skandal*",
                     "kpin*",
                     "hanb*",
                     "wstyd*",
                     "granda",
                     "bezczeln*",
                     "zarty",
                     "ile mozna",
                     "mam dosc",
                     "mamy dosc",
                     "telewizj*",
                     "nieudoln*",
                     "lenie",
                     "nierob*",
                     "zlodziej*",
                     "za nasze pieniadze",
                     "pija kawe",
                     "maja mnie za",
                     "szczyt wszystkiego",
                     "oburz*",
                     "lekcewaz*",
                     "olewa*",
                     "wola o pomste",
                     "to sa jaja",
                     "paranoja",
                     "cyrk",
                     "do wojewody",
                     "do prokuratury",
                     "nikt mi nie odpis*",
                     "nikt nie odpis*",
                     "nikt nie reaguj*",
                     "traktuje sie nas",
                     "jak dlugo jeszcze"};
const Phrases kNotice{"niniejsza wiadomosc",
                      "ta wiadomosc",
                      "wiadomosc ta",
                      "wylacznie dla adresata",
                      "adresatem",
                      "przed wydrukiem",
                      "zanim wydrukujesz",
                      "wyslano z",
                      "wyslane z",
                      "sent from",
                      "this message",
                      "this email",
                      "informacje poufne",
                      "tresc tej wiadomosci",
                      "pobierz outlook",
                      "administratorem danych",
                      "klauzul*",
                      "wyrazam zgode na przetwarzanie"};
const Phrases kForm{"wniosek",    "wniosku",    "prosba",     "prosbe",      "podanie",      "pismo",     "skarga",
                    "zapytanie",  "pytanie",    "zgloszenie", "reklamacja",  "interwencja",  "odwolanie", "petycja",
                    "pilne",      "pilna",      "bardzo",     "re",          "fw",           "fwd",       "odp",
                    "pd",         "dot",        "dotyczy",    "sprawa",      "w sprawie",    "ws",        "o",
                    "informacja", "informacje", "witam",      "dzien dobry", "brak tematu",  "list",      "mail",
                    "wiadomosc",  "pomoc",      "prosze",     "i",           "podziekowanie"};
const Phrases kQuoteBegins{"original message",     "wiadomosc oryginalna", "oryginalna wiadomosc", "forwarded message",
                           "wiadomosc przekazana", "przekazana wiadomosc", "pocz* przekazywanej",  "begin forwarded"};
const Phrases kField{"od",        "do",         "dw",          "udw",           "from",    "to",      "cc",
                     "bcc",       "sent",       "wyslano",     "data",          "date",    "godz",    "znak",
                     "nasz znak", "wasz znak",  "otrzymuj*",   "do wiadomosci", "adresat", "nadawca", "importance",
                     "waznosc",   "zalaczniki", "attachments", "reply to"};
const Phrases kSubject{"dotyczy", "dot", "temat", "subject", "w sprawie", "sprawa", "przedmiot"};
const Phrases kAddress{"ul",          "al",          "aleja",   "os",      "pl",
                       "plac",        "tel",         "telefon", "fax",     "kom",
                       "e mail",      "email",       "mail",    "www",     "nip",
                       "regon",       "krs",         "pesel",   "adres",   "zam",
                       "zamieszkal*", "ulica",       "skr",     "skrytka", "numer telefonu",
                       "nr tel",      "nr telefonu", "id",      "lok"};
const Phrases kRegistered{"nip", "regon", "krs", "pesel", "tel", "telefon", "fax", "kom"};
const Phrases kPerson{"pan",         "pana",    "panu", "panem",   "pani", "pania", "panstwo", "panstwa",
                      "nazywam sie", "panowie", "im",   "imienia", "sw",   "syn",   "corka",   "mojego meza",
                      "moja corka",  "moj syn", "inz",  "mgr",     "dr",   "prof",  "ks",      "adw"};

const Phrases& phrases(Phrase kind) {
  switch (kind) {
    case Phrase::greeting:
      return kGreeting;
    case Phrase::closing:
      return kClosing;
    case Phrase::polite:
      return kPolite;
    case Phrase::reply:
      return kReply;
    case Phrase::request:
      return kRequest;
    case Phrase::question:
      return kQuestion;
    case Phrase::complaint:
      return kComplaint;
    case Phrase::thanks:
      return kThanks;
    case Phrase::anger:
      return kAnger;
    case Phrase::notice:
      return kNotice;
    case Phrase::form:
      return kForm;
    case Phrase::quote_begins:
      return kQuoteBegins;
    case Phrase::field:
      return kField;
    case Phrase::subject:
      return kSubject;
    case Phrase::address:
      return kAddress;
    case Phrase::registered:
      return kRegistered;
    case Phrase::person:
      return kPerson;
  }
  return kForm;
}

// How many words the phrase takes from `at` on; 0 when it does not stand there.
std::size_t match(const std::vector<PhraseWord>& words, std::size_t at, std::string_view phrase) {
  std::size_t count = 0;
  while (!phrase.empty()) {
    const auto space = phrase.find(' ');
    if (at + count >= words.size() || !is_word(words[at + count].folded, phrase.substr(0, space))) return 0;
    ++count;
    phrase.remove_prefix(space == std::string_view::npos ? phrase.size() : space + 1);
  }
  return count;
}

}  // namespace

bool is_word(const std::string& word, std::string_view wanted) {
  if (wanted.back() != '*') return word == wanted;
  wanted.remove_suffix(1);
  return word.compare(0, wanted.size(), wanted) == 0;
}

std::vector<PhraseWord> phrase_words(std::string_view sentence) {
  std::vector<PhraseWord> words;
  for (const text::Token& token : text::tokenize(sentence))
    words.push_back(
        {text::fold(token.text), token.begin, token.end, token.capitalised, token.kind == text::TokenKind::number});
  return words;
}

std::size_t length_at(const std::vector<PhraseWord>& words, std::size_t at, Phrase kind) {
  std::size_t longest = 0;
  for (const std::string_view phrase : phrases(kind)) longest = std::max(longest, match(words, at, phrase));
  return longest;
}

bool begins_with(const std::vector<PhraseWord>& words, Phrase kind) {
  return length_at(words, 0, kind) > 0;
}

bool contains(const std::vector<PhraseWord>& words, Phrase kind) {
  for (std::size_t at = 0; at < words.size(); ++at)
    if (length_at(words, at, kind) > 0) return true;
  return false;
}

}  // namespace kto::searchd
