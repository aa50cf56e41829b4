#include "indexer/store/spoken_of.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/text/analysis.h"

namespace kto::store {
namespace {

using text::Token;
using text::TokenKind;

// From the first provision to the last; of one provision they are the same.
using Range = std::pair<law::Citation, law::Citation>;

constexpr std::array<std::string_view, 3> kDashes{"-", "–", "—"};

// What stands between two tokens, or behind the last.
std::string_view between(std::string_view text, std::size_t from, std::size_t to) {
  std::string_view gap = text.substr(from, to - from);
  while (!gap.empty() && gap.front() == ' ') gap.remove_prefix(1);
  while (!gap.empty() && gap.back() == ' ') gap.remove_suffix(1);
  return gap;
}

bool is_dash(std::string_view gap) {
  return std::find(kDashes.begin(), kDashes.end(), gap) != kDashes.end();
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text), tokens_(text::tokenize(text)) {}

  std::vector<Range> run() const {
    std::vector<Range> out;
    for (std::size_t at = 2; at < tokens_.size(); ++at) {
      if (tokens_[at].kind != TokenKind::citation || tokens_[at - 2].text != "mowa" || tokens_[at - 1].text != "w")
        continue;
      const auto first = law::parse_citation(tokens_[at].text);
      if (!first || first->steps().front().level != law::Level::section) continue;
      const auto last = end_of_range(*first, at);
      const std::size_t behind = last ? at + 1 : at;
      if (ends_there(behind)) out.emplace_back(*first, last.value_or(*first));
    }
    return out;
  }

 private:
  std::size_t begin_of(std::size_t token) const { return token < tokens_.size() ? tokens_[token].begin : text_.size(); }

  // Of "§ 13-16", whose first token is `at`, § 16.
  std::optional<law::Citation> end_of_range(const law::Citation& first, std::size_t at) const {
    if (at + 1 >= tokens_.size() || !is_dash(between(text_, tokens_[at].end, begin_of(at + 1)))) return std::nullopt;
    if (tokens_[at + 1].kind == TokenKind::citation) return law::parse_citation(tokens_[at + 1].text);
    const auto number = law::parse_ordinal(tokens_[at + 1].text);
    if (!number) return std::nullopt;
    return first.parent().child({first.back().level, *number});
  }

  // Behind "§ 5 rozporządzenia" a word goes on: another act is meant.
  bool ends_there(std::size_t last) const {
    return last + 1 >= tokens_.size() || !between(text_, tokens_[last].end, begin_of(last + 1)).empty();
  }

  std::string_view text_;
  std::vector<Token> tokens_;
};

bool is_of(const law::Citation& citation, const Range& range) {
  return range.first <= citation && (citation <= range.second || range.second.contains(citation));
}

}  // namespace

std::set<std::string> units_spoken_of(const law::TaskPoint& task, const std::vector<StoredTask>& tasks) {
  std::set<std::string> names;
  if (task.text.find("mowa w") == std::string::npos) return names;  // of nearly all, without reading their words
  for (const Range& range : Finder(task.text).run()) {
    // A § of a unit gives first its own tasks, then those of its posts.
    law::Step section;
    std::string position;
    for (const StoredTask& other : tasks) {
      const law::TaskPoint& one = other.task;
      if (!one.unit || !is_of(one.citation, range) || !one.validity.overlaps(task.validity)) continue;
      if (one.citation.steps().front() != section) {
        section = one.citation.steps().front();
        position = one.position;
      }
      if (one.position == position) names.insert(one.unit->name);
    }
  }
  return names;
}

}  // namespace kto::store
