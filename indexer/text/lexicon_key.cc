#include "indexer/text/lexicon_key.h"

#include <algorithm>
#include <array>

namespace kto::text {
namespace {

// Counts are one byte, and 0x01 must not be taken for the end of a form: they stay far below the letters.
constexpr std::size_t kMostCut = 250;

// Beginnings that a form may have over its lemma; longest first.
constexpr std::array<std::string_view, 4> kBeginnings{"nienaj", "nie", "naj", ""};

std::string encode(std::string_view form, std::size_t cut, std::string_view lemma, WordClass word_class) {
  const std::string_view rest = form.substr(cut);
  const auto differ = std::mismatch(rest.begin(), rest.end(), lemma.begin(), lemma.end());
  auto shared = static_cast<std::size_t>(differ.first - rest.begin());
  // A letter is cut whole: half of "ą" is no letter, and the tails stay readable.
  while (shared > 0 && shared < lemma.size() && (static_cast<unsigned char>(lemma[shared]) & 0xC0) == 0x80) --shared;
  std::string out;
  out += static_cast<char>(cut + 1);
  out += static_cast<char>(rest.size() - shared + 1);
  out += static_cast<char>(word_class);
  out += lemma.substr(shared);
  return out;
}

bool is_word_class(char letter) {
  return std::string_view("SVGgPpADBOIN").find(letter) != std::string_view::npos;
}

}  // namespace

std::string encode_reading(std::string_view form, std::string_view lemma, WordClass word_class) {
  std::string best;
  for (std::string_view beginning : kBeginnings) {
    if (!form.starts_with(beginning)) continue;
    std::string candidate = encode(form, beginning.size(), lemma, word_class);
    if (best.empty() || candidate.size() <= best.size()) best = std::move(candidate);
  }
  return best;
}

std::optional<LexiconKey> decode_reading(std::string_view form, std::string_view encoded) {
  if (encoded.size() < 3 || !is_word_class(encoded[2])) return std::nullopt;
  const std::size_t front = static_cast<unsigned char>(encoded[0]) - std::size_t{1};
  const std::size_t back = static_cast<unsigned char>(encoded[1]) - std::size_t{1};
  if (front > kMostCut || back > kMostCut || front + back > form.size()) return std::nullopt;
  LexiconKey key;
  key.word_class = static_cast<WordClass>(encoded[2]);
  key.lemma = form.substr(front, form.size() - front - back);
  key.lemma += encoded.substr(3);
  return key;
}

}  // namespace kto::text
