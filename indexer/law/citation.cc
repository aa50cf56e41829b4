#include "indexer/law/citation.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace kto::law {
namespace {

struct LevelName {
  Level level;
  std::string_view printed;  // before the number
  std::string_view slug;
};

constexpr std::array<LevelName, 10> kLevelNames{{
    {Level::division, "dział ", "dzial"},
    {Level::chapter, "rozdział ", "rozdz"},
    {Level::article, "art. ", "art"},
    {Level::section, "§ ", "par"},
    {Level::paragraph, "ust. ", "ust"},
    {Level::point, "pkt ", "pkt"},
    {Level::subpoint, "ppkt ", "ppkt"},
    {Level::letter, "lit. ", "lit-"},
    {Level::indent, "tiret ", "tir"},
    {Level::double_indent, "podwójne tiret ", "ptir"},
}};

const LevelName& name_of(Level level) {
  return kLevelNames[static_cast<std::size_t>(level)];
}

// How far a known citation is from the one asked for: steps of the asked one it does not share, levels of depth between
// them, and how far the numbers of the first step in which they differ are apart.
std::tuple<std::size_t, std::size_t, unsigned> distance(const Citation& asked, const Citation& known) {
  const auto &a = asked.steps(), &b = known.steps();
  std::size_t shared = 0;
  while (shared < a.size() && shared < b.size() && a[shared] == b[shared]) ++shared;
  const std::size_t depth = a.size() < b.size() ? b.size() - a.size() : a.size() - b.size();
  if (shared == a.size() || shared == b.size()) return {a.size() - shared, depth, 0};
  const unsigned m = a[shared].number.value, n = b[shared].number.value;
  return {a.size() - shared, depth, m < n ? n - m : m - n};
}

}  // namespace

std::string to_string(const Ordinal& ordinal) {
  return ordinal.value == 0 ? ordinal.suffix : std::to_string(ordinal.value) + ordinal.suffix;
}

std::optional<Ordinal> parse_ordinal(std::string_view text) {
  std::size_t i = 0;
  unsigned value = 0;
  while (i < text.size() && text[i] >= '0' && text[i] <= '9') {
    value = value * 10 + static_cast<unsigned>(text[i++] - '0');
    if (value > 9999) return std::nullopt;
  }
  const std::string_view suffix = text.substr(i);
  const bool letters = std::all_of(suffix.begin(), suffix.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || suffix.size() > 4 || text.empty() || (i > 0 && value == 0)) return std::nullopt;
  return Ordinal{value, std::string(suffix)};
}

Citation Citation::child(Step step) const {
  std::vector<Step> steps = steps_;
  steps.push_back(std::move(step));
  return Citation(std::move(steps));
}

Citation Citation::parent() const {
  if (steps_.empty()) return {};
  return Citation(std::vector<Step>(steps_.begin(), steps_.end() - 1));
}

bool Citation::contains(const Citation& other) const {
  return steps_.size() <= other.steps_.size() && std::equal(steps_.begin(), steps_.end(), other.steps_.begin());
}

std::string to_string(const Citation& citation) {
  std::string out;
  for (const Step& step : citation.steps()) {
    if (!out.empty()) out += ' ';
    out += name_of(step.level).printed;
    out += to_string(step.number);
  }
  return out;
}

std::string to_slug(const Citation& citation) {
  std::string out;
  for (const Step& step : citation.steps()) {
    if (!out.empty()) out += '-';
    out += name_of(step.level).slug;
    out += to_string(step.number);
  }
  return out;
}

std::optional<Citation> renumbered(const Citation& citation, const Citation& from, const Citation& to) {
  if (!from.contains(citation)) return std::nullopt;
  Citation out = to;
  for (std::size_t i = from.steps().size(); i < citation.steps().size(); ++i) out = out.child(citation.steps()[i]);
  return out;
}

std::vector<Citation> nearest(const Citation& asked, std::vector<Citation> known, std::size_t count) {
  std::stable_sort(known.begin(), known.end(),
                   [&](const Citation& a, const Citation& b) { return distance(asked, a) < distance(asked, b); });
  if (known.size() > count) known.resize(count);
  return known;
}

}  // namespace kto::law
