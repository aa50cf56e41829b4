// Lines of a letter: what was written for this letter, and what only stands around it.
//
//   Jan Kowalski                      contact
//   tel. 600 700 800                  contact
//                                     blank
//   Dotyczy: lampa                    subject
//   Dzień dobry,                      body
//   lampa nie świeci.                 body
//   W dniu 1.06.2024 urząd napisał:   quoted
//   > Szanowna Pani, …                quoted
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kto::searchd {

enum class LineKind : std::uint8_t { blank, body, subject, contact, quoted };

struct LetterLine {
  std::size_t begin = 0, end = 0;  // bytes of the text, without white space around; of a subject, without its label
  LineKind kind = LineKind::body;
  bool operator==(const LetterLine&) const = default;
};

// In order, every line of the text once. Only old mail in a letter makes it the letter: it is then body.
std::vector<LetterLine> letter_lines(std::string_view text);

}  // namespace kto::searchd
