// Automaton: the form of the dictionary on disk, and the steps through it. One minimal acyclic automaton holds all keys
// (lexicon_key.h says what a key is); shared beginnings and shared endings are stored once.
//
//   offset  size  header, all numbers little-endian
//   0       8     magic "KTOLEX\r\n": the line end shows a copy that went through a text conversion
//   8       4     version of this layout, 1
//   12      4     number of arcs, n
//   16      8     size of the file, 32 + 5·n
//   24      8     checksum of bytes 0-23 and of all arcs
//   32      5·n   arcs
//
// An arc is five bytes: the label, then 32 bits: bit 0 a key ends behind this arc, bit 1 the last arc of its state,
// bits 2-31 the state it leads to. A state is the number of its first arc; its arcs stand one after another, ordered by
// label. State 0 is the state without arcs. Arc 0 is no arc of any state: it leads to the first state.
//
// Worked example, the two keys "do" and "to" (n = 4):
//   arc 0  label 0    last       → state 1     the way in
//   arc 1  label 'd'             → state 3
//   arc 2  label 't'  last       → state 3     both words share the ending
//   arc 3  label 'o'  last, end  → state 0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kto::text {

inline constexpr std::string_view kAutomatonMagic{"KTOLEX\r\n", 8};
inline constexpr std::uint32_t kAutomatonVersion = 1;
inline constexpr std::size_t kAutomatonHeader = 32;
inline constexpr std::size_t kChecksumAt = 24;
inline constexpr std::size_t kArcBytes = 5;

// Checksum over the header up to the checksum and over the arcs. Each step is a bijection of its state, so a change of
// any one byte, or of any eight that stand together, always changes the result.
std::uint64_t automaton_checksum(std::string_view file);

// A view of such a file; it owns nothing and must not outlive the bytes. Reading never leaves the bytes, whatever they
// hold: an arc or a state beyond the end is a miss.
class Automaton {
 public:
  using State = std::uint32_t;  // 0: the state without arcs
  struct Step {
    State state = 0;
    bool found = false;
    bool ends_key = false;
  };
  struct Arc {
    unsigned char label = 0;
    bool ends_key = false, last = false;
    State target = 0;
  };

  Automaton() = default;
  // nullopt-like: `fault` is empty when the file is sound, else one sentence that says what is wrong with it.
  static Automaton parse(std::string_view file, std::string& fault);

  State root() const { return arc(0).target; }
  Step step(State state, unsigned char label) const;
  // The arc numbered `index`; a miss is an arc that leads nowhere and is the last one.
  Arc arc(std::uint32_t index) const;
  std::uint64_t checksum() const { return checksum_; }

 private:
  std::string_view arcs_;
  std::uint64_t checksum_ = 0;
};

}  // namespace kto::text
