// A letter as it is sent: a JSON object of four members, or the fields of a form → a LetterQuery, or every fault at
// once.
//
//   {"subject":"Lampa","text":"Nie świeci …","as_of":"2024-06-01","office":"lublin"}
//   {"text":5,"as_of":"jutro","txt":"…"} →
//     text   not-a-string    Pole „text” musi być tekstem.
//     as_of  not-a-date      „jutro” nie jest dniem kalendarza; …
//     txt    unknown-member  Nieznane pole. Pismo ma pola: subject, text, as_of, office.
//
// No fault repeats a word of the subject or the text.
#pragma once

#include <string_view>

#include "searchd/api/parameters.h"
#include "searchd/letter.h"

namespace kto::api {

// Bounds of a letter, also printed in /openapi.json.
struct LetterBounds {
  static constexpr std::size_t kBody = std::size_t{256} * 1024;  // bytes of the JSON, or of a line: 100 pages of text
  static constexpr std::size_t kForm = 3 * kBody;                // a form percent-encodes: three bytes for one
  static constexpr unsigned kSubject = 1000;                     // code points; mail programs cut at 998 bytes
  static constexpr unsigned kText = 100000;                      // code points: some 50 pages
  static constexpr unsigned kMembers = 16;                       // of the object; four are known
  static constexpr unsigned kDepth = 8;  // nested values are a fault anyway; beyond it reading ends
};

Parsed<searchd::LetterQuery> parse_letter(std::string_view json, const Scope& scope);

// The office of letters that name none, from the address they are sent to: a web server before several machines reads
// no letter, and sends what is of an office to the machine that has it.
Parsed<std::string> parse_letter_address(const Sent& sent, const Scope& scope);

// The fields of a form as sent: subject, text, d, m, y, office. `empty`: nothing was typed yet, which is no fault.
struct LetterForm {
  searchd::LetterQuery query;
  TypedDay typed;
  bool empty = false;
};
Parsed<LetterForm> parse_letter_form(const Sent& sent, const Scope& scope);

// 400: all faults of a letter at once.
front::Problem invalid_letter(std::vector<front::Fault> faults);

}  // namespace kto::api
