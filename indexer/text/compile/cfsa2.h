// Cfsa2: reader of PoliMorf's polish.dict, an automaton in the format CFSA2 of morfologik-fsa 2.
//
//   "\fsa" 0xC6, two bytes of flags (0x0100: a count stands before each state), a table of the most frequent labels
//   with its length before it, then the states. An arc is one byte: 0x80 its target stands right behind this state,
//   0x40 the last arc, 0x20 a key ends here, and in the low five bits an index into the label table, 0 meaning that the
//   label is the next byte. Unless 0x80 is set, the target follows as a variable-length number.
//
// A key is form ; A B lemma-tail ; tags. A and B tell, as letters from 'A' on, how many bytes of the form to cut at the
// front and at the end; 'A' + 255 means all of them. "pocztą;ACa;subst:sg:inst:f" reads: poczt + a, a noun.
// The file is trusted input of the build; a broken one ends in std::runtime_error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace kto::text {

class Cfsa2 {
 public:
  struct Entry {
    std::string_view form, lemma, tags;  // valid during the call only
  };

  explicit Cfsa2(std::string bytes);

  // Every entry of the dictionary.
  void for_each(const std::function<void(const Entry&)>& visit) const;
  // Whether the form has an entry, written exactly so.
  bool contains(std::string_view form) const;

 private:
  using Visit = std::function<void(std::string_view)>;

  std::uint8_t byte(std::size_t at) const;
  std::size_t after_number(std::size_t at) const;
  std::size_t number(std::size_t at) const;
  std::size_t first_arc(std::size_t state) const;
  std::size_t after_arc(std::size_t arc) const;
  char label(std::size_t arc) const;
  std::size_t target(std::size_t arc) const;
  std::size_t arc_with(std::size_t state, char wanted) const;
  void walk(std::size_t state, std::string& key, const Visit& visit) const;

  std::string bytes_;
  std::string_view arcs_;
  std::string labels_;
  bool counted_ = false;
  std::size_t root_ = 0;
};

}  // namespace kto::text
