// Sentences of a letter: what each of them does there, and what of it is worth searching.
//
//   "Dzień dobry, od tygodnia nie świeci lampa przy ul. Polnej 3. Proszę o naprawę. Z poważaniem, Jan Kowalski"
//     complaint  "od tygodnia nie świeci lampa przy ul. Polnej 3."   searched: "od tygodnia nie świeci lampa przy"
//     request    "Proszę o naprawę."
//     (the greeting and the closing with what follows it are left out)
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kto::searchd {

// In order of weight.
enum class Speech : std::uint8_t {
  subject,    // the subject given with the letter or in a line of it
  request,    // asks for something
  complaint,  // says that something is not as it should be
  told,       // all else that is about the matter
};

struct LetterSentence {
  std::size_t begin = 0, end = 0;  // bytes of the text; 0, 0 for a subject that stands outside it
  Speech speech = Speech::told;
  std::string words;  // what is searched: the sentence without names, addresses, numbers and days
  bool operator==(const LetterSentence&) const = default;
};

// The sentences that count, in order, the subject first. Whatever a letter holds, and however long it is; valid UTF-8.
std::vector<LetterSentence> letter_sentences(std::string_view subject, std::string_view text);

// The words of a sentence that may be searched: e-mail and web addresses, telephone and other long numbers, days,
// streets and the names behind "pan", "pani" are left out. Longer words than an index holds are too.
std::string without_particulars(std::string_view sentence);

}  // namespace kto::searchd
