#include "searchd/search_marks.h"

#include <algorithm>
#include <optional>

namespace kto::searchd {
namespace {

// A stretch of the question between blanks, without the stops around it.
struct Piece {
  std::size_t begin = 0, end = 0;
};

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kStops = ".,;:?!()[]\"'";

std::vector<Piece> pieces_of(std::string_view question) {
  std::vector<Piece> pieces;
  std::size_t at = question.find_first_not_of(kBlanks);
  while (at != std::string_view::npos) {
    const std::size_t blank = std::min(question.find_first_of(kBlanks, at), question.size());
    const std::string_view piece = question.substr(at, blank - at);
    const std::size_t first = piece.find_first_not_of(kStops);
    if (first != std::string_view::npos) pieces.push_back({at + first, at + piece.find_last_not_of(kStops) + 1});
    at = question.find_first_not_of(kBlanks, blank);
  }
  return pieces;
}

// "§ 22b ust. 5 pkt 7 lit. a podwójne tiret 2" and a "w" before each level: no citation has more pieces.
constexpr std::size_t kLongestCitation = 16;

struct CitationAt {
  std::vector<law::Citation> readings;
  std::size_t pieces = 0;
};

// The longest citation that begins with this piece.
std::optional<CitationAt> citation_at(std::string_view question, const std::vector<Piece>& pieces, std::size_t first) {
  for (std::size_t count = std::min(kLongestCitation, pieces.size() - first); count > 0; --count) {
    const std::size_t begin = pieces[first].begin, end = pieces[first + count - 1].end;
    const std::string_view typed = question.substr(begin, end - begin);
    // A number with dots is a citation where nothing else is asked; inside a question it may be anything.
    if (pieces.size() > 1 && typed.front() >= '0' && typed.front() <= '9') continue;
    if (auto readings = law::citation_readings(typed); !readings.empty()) return CitationAt{std::move(readings), count};
  }
  return std::nullopt;
}

bool is_code_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

// Codes are of ASCII letters, digits and dashes; whatever follows (".1431.5.2024") is not part of it.
std::string_view code_part(std::string_view piece) {
  const auto end = std::find_if_not(piece.begin(), piece.end(), is_code_character);
  return piece.substr(0, static_cast<std::size_t>(end - piece.begin()));
}

std::string upper_ascii(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return upper;
}

bool is_below(std::string_view code, std::string_view other) {
  return code.size() > other.size() && code.starts_with(other) && code[other.size()] == '-';
}

// Only the highest: what is below them is found with them.
std::vector<std::string> highest(std::vector<std::string> codes) {
  std::vector<std::string> kept;
  for (std::string& code : codes)
    if (std::none_of(kept.begin(), kept.end(), [&code](const auto& above) { return is_below(code, above); }))
      kept.push_back(std::move(code));
  return kept;
}

std::vector<std::string> codes_that(const std::vector<std::string>& codes, const auto& holds) {
  std::vector<std::string> found;
  std::copy_if(codes.begin(), codes.end(), std::back_inserter(found), holds);
  return highest(std::move(found));
}

// "it" or "om" inside a sentence is a word; with a dash, in capitals or alone it is a code.
bool may_be_partial(std::string_view typed, bool alone) {
  if (typed.size() < 2) return false;
  const bool capitals = typed == upper_ascii(typed) && typed.find_first_not_of("0123456789-") != std::string_view::npos;
  return alone || capitals || typed.find('-') != std::string_view::npos;
}

// The codes there are, which most questions never need.
class Codes {
 public:
  explicit Codes(const std::function<std::vector<std::string>()>& ask) : ask_(ask) {}

  // What a piece of the question may stand for.
  std::vector<std::string> named_by(std::string_view piece, bool alone) {
    const std::string_view typed = code_part(piece);
    if (typed.size() < piece.size() && piece[typed.size()] != '.' && piece[typed.size()] != '/') return {};
    if (!may_be_partial(typed, alone)) return {};
    if (!all_) all_ = ask_();
    const std::string code = upper_ascii(typed);
    if (std::binary_search(all_->begin(), all_->end(), code)) return {code};
    std::vector<std::string> found = codes_that(*all_, [&](const std::string& one) { return one.starts_with(code); });
    if (found.empty() && typed.find('-') != std::string_view::npos)
      found = codes_that(*all_, [&](const std::string& one) { return one.ends_with('-' + code); });
    return found;
  }

 private:
  const std::function<std::vector<std::string>()>& ask_;
  std::optional<std::vector<std::string>> all_;
};

Mark mark_of(std::string_view question, std::size_t begin, std::size_t end, std::vector<std::string> means) {
  return {std::string(question.substr(begin, end - begin)), std::move(means), begin, end};
}

}  // namespace

Marks find_marks(std::string_view question, const std::function<std::vector<std::string>()>& codes) {
  Marks marks;
  Codes known(codes);
  const std::vector<Piece> pieces = pieces_of(question);
  for (std::size_t at = 0; at < pieces.size();) {
    if (auto found = citation_at(question, pieces, at)) {
      std::vector<std::string> means;
      for (law::Citation& reading : found->readings) {
        means.push_back(to_string(reading));
        marks.citations.push_back(std::move(reading));
      }
      marks.found.push_back(mark_of(question, pieces[at].begin, pieces[at + found->pieces - 1].end, std::move(means)));
      at += found->pieces;
      continue;
    }
    const std::string_view piece = question.substr(pieces[at].begin, pieces[at].end - pieces[at].begin);
    if (const auto units = known.named_by(piece, pieces.size() == 1); !units.empty()) {
      marks.found.push_back(mark_of(question, pieces[at].begin, pieces[at].end, units));
      marks.units.insert(marks.units.end(), units.begin(), units.end());
    }
    ++at;
  }
  std::sort(marks.units.begin(), marks.units.end());
  marks.units.erase(std::unique(marks.units.begin(), marks.units.end()), marks.units.end());
  marks.units = highest(std::move(marks.units));
  return marks;
}

}  // namespace kto::searchd
