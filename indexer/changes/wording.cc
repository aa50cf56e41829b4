#include "indexer/changes/wording.h"

#include <algorithm>
#include <array>

#include "indexer/text/normalize.h"

namespace kto::changes {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00a0";

bool is_stop(char c) {
  return c == '.' || c == ';' || c == ',' || c == ':';
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, kNoBreakSpace.size()) == kNoBreakSpace) {
      finish();
      at += kNoBreakSpace.size();
    } else if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r') {
      finish();
      ++at;
    } else {
      word += text[at++];
    }
  }
  finish();
  return out;
}

// Marks that stand around a word: "„Rejestr”," is the word "rejestr".
constexpr std::array<std::string_view, 10> kMarks{"(", ")", "\"", "„", "”", "“", ",", ";", ".", ":"};

std::string bare(std::string word) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : kMarks) {
      if (word.size() <= mark.size()) continue;
      if (word.compare(0, mark.size(), mark) == 0) {
        word.erase(0, mark.size());
        found = true;
      } else if (word.compare(word.size() - mark.size(), mark.size(), mark) == 0) {
        word.erase(word.size() - mark.size());
        found = true;
      }
    }
  }
  return word;
}

using Words = std::vector<std::string>;

// common[i][j]: words in common, in order, of a from i and b from j.
std::vector<std::vector<unsigned>> common_words(const Words& a, const Words& b) {
  std::vector<std::vector<unsigned>> common(a.size() + 1, std::vector<unsigned>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  return common;
}

void add(std::vector<Piece>& pieces, PieceKind kind, const std::string& word) {
  if (!pieces.empty() && pieces.back().kind == kind) {
    pieces.back().text += " " + word;
  } else {
    pieces.push_back({kind, word});
  }
}

// "old new" word by word comes out as removed added removed added: gathered into one run each.
std::vector<Piece> gathered(const std::vector<Piece>& pieces) {
  std::vector<Piece> out;
  for (std::size_t at = 0; at < pieces.size();) {
    if (pieces[at].kind == PieceKind::kept) {
      out.push_back(pieces[at++]);
      continue;
    }
    const std::size_t begin = at;
    while (at < pieces.size() && pieces[at].kind != PieceKind::kept) ++at;
    for (const PieceKind kind : {PieceKind::removed, PieceKind::added})
      for (std::size_t i = begin; i < at; ++i)
        if (pieces[i].kind == kind) add(out, kind, pieces[i].text);
  }
  return out;
}

}  // namespace

std::string_view to_string(PieceKind kind) {
  constexpr std::array<std::string_view, 3> kNames{"kept", "removed", "added"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string same_wording(std::string_view text) {
  std::string out;
  for (const std::string& word : split(text::lower(text))) out += (out.empty() ? "" : " ") + word;
  while (!out.empty() && (is_stop(out.back()) || out.back() == ' ')) out.pop_back();
  return out;
}

double likeness(std::string_view before, std::string_view after) {
  Words a = split(text::lower(before)), b = split(text::lower(after));
  for (Words* words : {&a, &b}) std::transform(words->begin(), words->end(), words->begin(), bare);
  if (a.empty() && b.empty()) return 1;
  return 2.0 * common_words(a, b)[0][0] / static_cast<double>(a.size() + b.size());
}

std::vector<Piece> differences(std::string_view before, std::string_view after) {
  const Words a = split(before), b = split(after);
  Words lower_a = a, lower_b = b;
  for (Words* words : {&lower_a, &lower_b})
    for (std::string& word : *words) word = text::lower(word);
  const auto common = common_words(lower_a, lower_b);
  std::vector<Piece> out;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && lower_a[i] == lower_b[j]) {
      add(out, PieceKind::kept, b[j]);
      ++i;
      ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      add(out, PieceKind::removed, a[i++]);
    } else {
      add(out, PieceKind::added, b[j++]);
    }
  }
  return gathered(out);
}

}  // namespace kto::changes
