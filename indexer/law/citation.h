// Citation (przytoczenie): the path of a provision inside its document, as Polish lawyers print it:
//   § 22b ust. 5 pkt 7 lit. a tiret 2
// It is a typed path with one total order (§ 1 < § 1a < § 2 < § 10) and a round trip; it is never compared as a string.
// Levels and their order: Zasady techniki prawodawczej § 54-59, 124.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kto::law {

enum class Level : std::uint8_t {
  division,       // dział II: a heading; the provisions below are cited without it (ZTP § 60-62)
  chapter,        // rozdział 3: likewise
  article,        // art. 5 (statutes)
  section,        // § 5
  paragraph,      // ust. 2
  point,          // pkt 2
  subpoint,       // ppkt 2: not in the drafting rules, but in real acts
  letter,         // lit. b
  indent,         // tiret 2
  double_indent,  // podwójne tiret 1
};

// 13, 13a, 5aa: a value and the letters of later insertions. A letter (lit. b, lit. za) has value 0 and only letters.
struct Ordinal {
  unsigned value = 0;
  std::string suffix;
  auto operator<=>(const Ordinal&) const = default;
};
std::string to_string(const Ordinal& ordinal);
// "13a" → {13,"a"}, "za" → {0,"za"}; nullopt for anything else, numbers over 9999 included.
std::optional<Ordinal> parse_ordinal(std::string_view text);

struct Step {
  Level level = Level::section;
  Ordinal number;
  auto operator<=>(const Step&) const = default;
};

class Citation {
 public:
  Citation() = default;
  explicit Citation(std::vector<Step> steps) : steps_(std::move(steps)) {}

  const std::vector<Step>& steps() const { return steps_; }
  bool empty() const { return steps_.empty(); }
  const Step& back() const { return steps_.back(); }

  Citation child(Step step) const;
  Citation parent() const;  // of the empty citation: the empty citation
  // True for the citation itself and everything below it: § 13 contains § 13 pkt 8, but neither § 13a nor § 1.
  bool contains(const Citation& other) const;

  // A parent sorts before its children; siblings by number. std::vector's order is exactly that.
  auto operator<=>(const Citation&) const = default;

 private:
  std::vector<Step> steps_;
};

// § 22b ust. 5 pkt 7 lit. a tiret 2
std::string to_string(const Citation& citation);
// par22b-ust5-pkt7-lit-a-tir2: for permanent addresses.
std::string to_slug(const Citation& citation);

// Reads a citation as people write it: "§ 16 ust. 1 pkt 8", "par. 16 ust 1 pkt 8", "§16/1/8", "§ 22B UST. 5 PKT 7 LIT
// A". A leading "w" before each level is allowed ("w § 3 w ust. 1"). nullopt when anything else stands in the text.
std::optional<Citation> parse_citation(std::string_view text);

// All that a citation typed into a search field may mean, the likeliest first; of most there is one, of what is none,
// none. The short form names no levels: "§12/2" is ust. 2 or, where a § holds points at once, pkt 2. Besides what
// parse_citation reads, dots may stand for slashes, and two numbers or more need no "§": "16.1.8".
std::vector<Citation> citation_readings(std::string_view text);

// What the citation is called when `from` is called `to`: § 18 pkt 2 is § 18 ust. 1 pkt 2 when § 18 becomes § 18
// ust. 1. nullopt when it is not `from` or below it.
std::optional<Citation> renumbered(const Citation& citation, const Citation& from, const Citation& to);

// Up to `count` of the known citations, the nearest to `asked` first: those that share most of its path, then those of
// its depth, then by how far their numbers are apart.
std::vector<Citation> nearest(const Citation& asked, std::vector<Citation> known, std::size_t count);

}  // namespace kto::law
