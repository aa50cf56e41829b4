// Phrases of letters: how one greets, asks, complains, thanks and takes leave in Polish. The tables are in
// letter_phrases.cc, folded, in the order of the words; "*" at the end of a word stands for any ending.
//
//   "Bardzo proszę o naprawę lampy." holds "prosz* o" → asks
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kto::searchd {

// A word of a sentence: folded, with its bytes there.
struct PhraseWord {
  std::string folded;
  std::size_t begin = 0, end = 0;
  bool capitalised = false;
  bool number = false;
};
std::vector<PhraseWord> phrase_words(std::string_view sentence);

// Whether a folded word is the wanted one of a table; that is not empty.
bool is_word(const std::string& word, std::string_view wanted);

enum class Phrase : std::uint8_t {
  greeting,   // Szanowni Państwo: begins a sentence
  closing,    // Z poważaniem: begins a sentence, and the signature follows
  polite,     // Z góry dziękuję, Miłego dnia: begins a sentence that says nothing else
  reply,      // Czekam na odpowiedź, Proszę o odpowiedź: begins a sentence that asks for no more than a letter back
  request,    // proszę o, wnoszę o, chciałbym
  question,   // kiedy, gdzie, czy: begins a sentence
  complaint,  // nie działa, zepsuł się, przecieka
  thanks,     // dziękuję, jestem wdzięczna
  anger,      // skandal, kpina
  notice,     // what a mail program or a lawyer adds: "wiadomość jest poufna"
  form,       // wniosek, skarga, prośba, Re: what a letter is, not what it is about
  quote_begins,  // W dniu … napisał(a), Original Message: begins a line
  field,         // Od, Do, Wysłano: a field of an old mail's head, begins a line
  subject,       // Dotyczy, Temat, w sprawie: begins a line
  address,       // ul., tel., PESEL: begins a line of a letterhead
  registered,    // NIP, KRS, PESEL, tel.: numbers a person or a firm signs with
  person,        // pan, pani, nazywam się: names follow
};

bool begins_with(const std::vector<PhraseWord>& words, Phrase kind);
bool contains(const std::vector<PhraseWord>& words, Phrase kind);
// How many of the words, from `at` on, are a phrase of that kind; 0: none is.
std::size_t length_at(const std::vector<PhraseWord>& words, std::size_t at, Phrase kind);

}  // namespace kto::searchd
