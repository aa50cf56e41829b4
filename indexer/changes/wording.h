// Wording: how two texts are compared. The same wording is the same words, whatever their case, blanks and final stop;
// two wordings are alike by how many words, in order, they have in common.
//
//   "prowadzenie rejestru umów;"  and  "Prowadzenie  rejestru umów."                 the same wording
//   "prowadzenie rejestru umów"   and  "prowadzenie centralnego rejestru umów"       alike 6/7
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kto::changes {

// Lower case, single blanks, no stop at the end.
std::string same_wording(std::string_view text);

// From 0 (no word in common) to 1: twice the words in common, in order, over all words of both. Words are compared
// without case and without the marks around them.
double likeness(std::string_view before, std::string_view after);

enum class PieceKind : std::uint8_t { kept, removed, added };
std::string_view to_string(PieceKind kind);

// A run of words as written, with single blanks between them.
struct Piece {
  PieceKind kind = PieceKind::kept;
  std::string text;
  bool operator==(const Piece&) const = default;
};

// What was done to the words, in order of reading; where words changed, the removed come before the added.
std::vector<Piece> differences(std::string_view before, std::string_view after);

}  // namespace kto::changes
