#include "indexer/changes/wording.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace kto;

TEST_CASE("the same wording is the same whatever its case, blanks and final stop") {
  struct Row {
    const char* text;
    const char* same;
  };
  const Row rows[] = {
      {"prowadzenie rejestru umów;", "prowadzenie rejestru umów"},
      {"Prowadzenie  rejestru\tumów.", "prowadzenie rejestru umów"},
      {"PROWADZENIE REJESTRU UMÓW", "prowadzenie rejestru umów"},
      {"prowadzenie\u00a0rejestru umów ;", "prowadzenie rejestru umów"},
      {"w § 13,", "w § 13"},
      // a stop inside stays
      {"ds. umów", "ds. umów"},
      {"", ""},
      {";", ""},
  };
  for (const Row& row : rows) CHECK(changes::same_wording(row.text) == row.same);
}

TEST_CASE("likeness is the share of words in common, in order") {
  struct Row {
    const char *before, *after;
    double likeness;
  };
  const Row rows[] = {
      {"a b c", "a b c", 1},
      {"A (b), „c”;", "a b c.", 1},
      {"a b c", "x y z", 0},
      {"a b c d", "a b x d", 0.75},
      {"prowadzenie rejestru umów", "prowadzenie centralnego rejestru umów", 6.0 / 7},
      {"a b", "b a", 0.5},
      {"a", "", 0},
      {"", "", 1},
  };
  for (const Row& row : rows) CHECK(std::abs(changes::likeness(row.before, row.after) - row.likeness) < 1e-9);
}

TEST_CASE("differences keep the order of reading and gather runs") {
  struct Row {
    const char *before, *after, *pieces;
  };
  const Row rows[] = {
      {"a b c", "a b c", "a b c"},
      {"a b c", "a x c", "a [b]{x} c"},
      {"a b c d", "a x y d", "a [b c]{x y} d"},
      {"a b", "a b c", "a b {c}"},
      {"a b c", "b c", "[a] b c"},
      {"", "a", "{a}"},
      {"a", "", "[a]"},
      // case alone is no difference, and the later spelling is told
      {"Rejestr umów", "rejestr umów", "rejestr umów"},
      {"stanowisko pracy", "stanowiska pracy", "[stanowisko]{stanowiska} pracy"},
  };
  for (const Row& row : rows) {
    std::string told;
    for (const changes::Piece& piece : changes::differences(row.before, row.after)) {
      const bool adjoins = !told.empty() && told.back() == ']' && piece.kind == changes::PieceKind::added;
      if (!told.empty() && !adjoins) told += ' ';
      told += piece.kind == changes::PieceKind::kept      ? piece.text
              : piece.kind == changes::PieceKind::removed ? "[" + piece.text + "]"
                                                          : "{" + piece.text + "}";
    }
    CHECK(told == row.pieces);
  }
}
