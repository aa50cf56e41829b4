#include "indexer/text/nearest.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "indexer/text/dictionary.h"
#include "indexer/text/normalize.h"
#include "indexer/text/utf8.h"

namespace kto::text {
namespace {

// Tenths of one wrong letter. Of the 66 misspellings of tests/text/data/typos.tsv the right word is near for 66, and as
// good as the nearest for 65; with all costs 10 for 61 and 61, without those of diacritics 61 and 61, of sounds 66 and
// 64, of letters left out or added 66 and 64. The others decide between words that are equally near. Five forms are
// near on average, in .36 ms.
constexpr unsigned kWrong = 10, kLeftOut = 8, kAdded = 8;
constexpr unsigned kMissingDiacritic = 1, kWrongDiacritic = 3;
constexpr unsigned kSoundsAlike = 4;  // ó and u, rz and ż, ch and h, ą and om
constexpr unsigned kDoubled = 5, kSwapped = 6, kNeighbourKey = 7;

constexpr std::size_t kLongest = 40;     // code points; a longer word is no slip of one
constexpr std::size_t kMostForms = 400;  // a walk with the costs allowed finds some tens

using Row = std::array<unsigned char, kLongest + 1>;

// What is written for another by its sound. Either way round costs the same.
struct Alike {
  std::u32string_view one, two;
};
constexpr std::array kAlike{
    Alike{U"ó", U"u"},  Alike{U"ż", U"rz"}, Alike{U"h", U"ch"}, Alike{U"ą", U"om"},  Alike{U"ą", U"on"},
    Alike{U"ę", U"en"}, Alike{U"ę", U"em"}, Alike{U"ś", U"si"}, Alike{U"ć", U"ci"},  Alike{U"ń", U"ni"},
    Alike{U"ź", U"zi"}, Alike{U"w", U"f"},  Alike{U"i", U"j"},  Alike{U"sz", U"rz"}, Alike{U"d", U"t"},
};

// A letter without its mark.
char32_t plain(char32_t letter) {
  constexpr std::u32string_view kPolish = U"ąćęłńóśźż", kPlain = U"acelnoszz";
  const std::size_t at = kPolish.find(letter);
  return at == std::u32string_view::npos ? letter : kPlain[at];
}

// Side by side in a row of the keyboard.
bool are_neighbours(char32_t a, char32_t b) {
  constexpr std::array<std::u32string_view, 3> kRows{U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};
  return std::any_of(kRows.begin(), kRows.end(), [a, b](std::u32string_view row) {
    const std::size_t one = row.find(a), two = row.find(b);
    return one != std::u32string_view::npos && two != std::u32string_view::npos && (one + 1 == two || two + 1 == one);
  });
}

unsigned substitution(char32_t typed, char32_t meant) {
  if (typed == meant) return 0;
  if (plain(typed) == plain(meant)) return typed == plain(meant) ? kMissingDiacritic : kWrongDiacritic;
  return are_neighbours(plain(typed), plain(meant)) ? kNeighbourKey : kWrong;
}

constexpr std::u32string_view kLetters = U"aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż";

// Costs beyond all bounds; no sum of two overflows an unsigned char's range before it is cut.
constexpr unsigned kNever = 250;

class Walk {
 public:
  Walk(const Automaton& automaton, std::u32string word, unsigned most)
      : automaton_(automaton), word_(std::move(word)), most_(most) {
    for (std::size_t letter = 0; letter < kLetters.size(); ++letter)
      for (std::size_t i = 0; i < word_.size(); ++i)
        substitutions_[letter][i] = cut(substitution(word_[i], kLetters[letter]));
    rows_.reserve(kLongest + 1);
    for (const Alike& pair : kAlike) {
      note(pair.one, pair.two);
      note(pair.two, pair.one);
    }
  }

  std::vector<NearWord> all() {
    Row& first = rows_.emplace_back();
    for (std::size_t i = 0; i <= word_.size(); ++i) first[i] = cut(static_cast<unsigned>(i) * kAdded);
    from(automaton_.root());
    return std::move(found_);
  }

 private:
  static constexpr unsigned char cut(unsigned cost) { return static_cast<unsigned char>(std::min(cost, kNever)); }

  void from(Automaton::State state) {
    if (state == 0 || rows_.size() > kLongest || found_.size() >= kMostForms) return;
    for (std::uint32_t index = state;; ++index) {
      const Automaton::Arc arc = automaton_.arc(index);
      follow(arc);
      if (arc.last) return;
    }
  }

  void follow(const Automaton::Arc& arc) {
    if (arc.label == static_cast<unsigned char>(kFormEnd)) return take();
    form_ += static_cast<char>(arc.label);
    if (is_lead(arc.label)) {
      second_bytes(arc.target, arc.label);
    } else if (arc.label < 0x80) {
      letter(arc.target, arc.label);
    }
    form_.pop_back();
  }

  // Polish letters have two bytes; forms with longer characters are not met by misspelling Polish ones.
  static bool is_lead(unsigned char byte) { return byte >= 0xC3 && byte <= 0xC5; }

  void second_bytes(Automaton::State state, unsigned char lead) {
    if (state == 0) return;
    for (std::uint32_t index = state;; ++index) {
      const Automaton::Arc arc = automaton_.arc(index);
      form_ += static_cast<char>(arc.label);
      letter(arc.target, (lead & 0x1FU) << 6 | (arc.label & 0x3FU));
      form_.pop_back();
      if (arc.last) return;
    }
  }

  void letter(Automaton::State target, char32_t meant) {
    const std::size_t known = kLetters.find(meant);
    if (known == std::u32string_view::npos) return;
    meant_ += meant;
    rows_.emplace_back();
    if (fill_row(substitutions_[known]) <= most_) from(target);
    rows_.pop_back();
    meant_.pop_back();
  }

  // The last row: costs of turning each beginning of the word into the letters meant so far. Returns the least of them.
  // Letters are added and left out at kDoubled or more each, so a beginning of another length by more than three never
  // comes cheap enough.
  unsigned fill_row(const Row& substitutions) {
    constexpr std::size_t kBand = 3;
    Row& row = rows_.back();
    const Row& before = rows_[rows_.size() - 2];
    const std::size_t depth = meant_.size();
    const bool doubled = depth > 1 && meant_[depth - 2] == meant_.back();
    row.fill(kNever);
    row[0] = cut(before[0] + kLeftOut);
    unsigned least = depth <= kBand ? row[0] : kNever;
    for (std::size_t i = depth > kBand ? depth - kBand : 1; i <= std::min(word_.size(), depth + kBand); ++i) {
      const bool typed_twice = i > 1 && word_[i - 1] == word_[i - 2];
      unsigned cost = before[i - 1] + substitutions[i - 1];
      cost = std::min(cost, before[i] + (doubled ? kDoubled : kLeftOut));
      cost = std::min(cost, row[i - 1] + (typed_twice ? kDoubled : kAdded));
      if (is_swap(i)) cost = std::min(cost, rows_[depth - 2][i - 2] + kSwapped);
      row[i] = cut(cost);
      least = std::min(least, cost);
    }
    return std::min(least, add_sounds());
  }

  bool is_swap(std::size_t i) const {
    const std::size_t letters = meant_.size();
    return i > 1 && letters > 1 && word_[i - 1] == meant_[letters - 2] && word_[i - 2] == meant_[letters - 1] &&
           word_[i - 1] != word_[i - 2];
  }

  // What the word may have been written for by its sound: `typed` stands in it for `meant`.
  void note(std::u32string_view typed, std::u32string_view meant) {
    Sound sound{meant, typed.size(), {}};
    for (std::size_t at = word_.find(typed); at != std::u32string::npos; at = word_.find(typed, at + 1))
      sound.places.push_back(at);
    if (!sound.places.empty()) sounds_[kLetters.find(meant.back())].push_back(std::move(sound));
  }

  // The same for what is written by its sound.
  unsigned add_sounds() {
    unsigned least = kNever;
    for (const Sound& sound : sounds_[kLetters.find(meant_.back())]) {
      if (!meant_.ends_with(sound.meant)) continue;
      const Row& before = rows_[meant_.size() - sound.meant.size()];
      for (const std::size_t at : sound.places) {
        unsigned char& cost = rows_.back()[at + sound.typed];
        cost = cut(std::min<unsigned>(cost, before[at] + kSoundsAlike));
        least = std::min<unsigned>(least, cost);
      }
    }
    return least;
  }

  void take() {
    const unsigned cost = rows_.back()[word_.size()];
    if (cost <= most_) found_.push_back({form_, cost});
  }

  struct Sound {
    std::u32string_view meant;
    std::size_t typed = 0;  // letters
    std::vector<std::size_t> places;
  };

  const Automaton& automaton_;
  const std::u32string word_;
  const unsigned most_;
  std::array<Row, kLetters.size()> substitutions_{};        // by letter meant and place in the word
  std::array<std::vector<Sound>, kLetters.size()> sounds_;  // by the last letter meant
  std::string form_;
  std::u32string meant_;   // the letters of form_
  std::vector<Row> rows_;  // one more than letters
  std::vector<NearWord> found_;
};

std::u32string code_points(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint here = decode(word, at);
    letters += here.value;
    at += here.length;
  }
  return letters;
}

}  // namespace

unsigned most_cost(std::string_view word) {
  // In code points. Below four letters nearly every word has some twenty neighbours.
  constexpr std::size_t kTooShort = 4, kShort = 6;
  const std::size_t letters = code_points(word).size();
  return letters < kTooShort ? 0 : letters < kShort ? 10 : 14;
}

std::vector<NearWord> nearest(const Dictionary& dictionary, std::string_view word, unsigned most) {
  std::u32string letters = code_points(word);
  if (letters.empty() || letters.size() > kLongest) return {};
  std::vector<NearWord> found = Walk(dictionary.automaton(), std::move(letters), most).all();
  std::sort(found.begin(), found.end(),
            [](const NearWord& a, const NearWord& b) { return std::tie(a.cost, a.form) < std::tie(b.cost, b.form); });
  return found;
}

}  // namespace kto::text
