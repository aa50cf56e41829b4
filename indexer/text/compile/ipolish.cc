#include "indexer/text/compile/ipolish.h"

#include <algorithm>
#include <stdexcept>

#include "indexer/text/normalize.h"
#include "indexer/text/utf8.h"

namespace kto::text {
namespace {

constexpr char kNegation = 'b';

std::u32string letters(std::string_view utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint c = decode(utf8, i);
    out += c.value;
    i += c.length;
  }
  return out;
}

std::string utf8(const std::u32string& text) {
  std::string out;
  for (char32_t letter : text) append(out, letter);
  return out;
}

template <class Visit>
void for_each_line(std::string_view text, const Visit& visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string without_spaces(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != ' ' && c != '\t' && c != '\r'; });
  return out;
}

}  // namespace

Ipolish::Ipolish(std::string_view affixes) {
  bool suffixes = false;
  unsigned char flag = 0;
  for_each_line(affixes, [&](std::string_view line) {
    line = line.substr(0, line.find('#'));
    if (line.starts_with("suffixes")) suffixes = true;
    if (const std::size_t star = line.find('*'); line.starts_with("flag") && star != std::string_view::npos)
      flag = static_cast<unsigned char>(line.substr(star + 1, 1).front());
    const std::size_t arrow = line.find('>');
    if (!suffixes || flag == 0 || flag >= rules_.size() || arrow == std::string_view::npos) return;
    rules_[flag].push_back(parse_rule(line.substr(0, arrow), line.substr(arrow + 1)));
  });
  if (std::all_of(rules_.begin(), rules_.end(), [](const auto& rules) { return rules.empty(); }))
    throw std::runtime_error("polish.aff holds no rules");
}

std::vector<Ipolish::Letter> Ipolish::parse_ending(std::string_view text) {
  const std::u32string pattern = letters(lower(without_spaces(text)));
  std::vector<Letter> ending;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    Letter letter;
    if (pattern[i] == U'.') {
      letter.negated = true;
    } else if (pattern[i] == U'[') {
      const std::size_t close = pattern.find(U']', i);
      if (close == std::u32string::npos) throw std::runtime_error("polish.aff: '[' without ']'");
      letter.negated = pattern[i + 1] == U'^';
      const std::size_t from = i + (letter.negated ? 2 : 1);
      letter.set = pattern.substr(from, close - from);
      i = close;
    } else {
      letter.set = pattern.substr(i, 1);
    }
    ending.push_back(std::move(letter));
  }
  // A lone "." is any word, the empty one included.
  if (ending.size() == 1 && ending.front().negated && ending.front().set.empty()) ending.clear();
  return ending;
}

Ipolish::Rule Ipolish::parse_rule(std::string_view ending, std::string_view change) {
  Rule rule;
  rule.ending = parse_ending(ending);
  const std::u32string text = letters(lower(without_spaces(change)));
  if (!text.starts_with(U'-')) {
    rule.add = text;
    return rule;
  }
  const std::size_t comma = text.find(U',');
  if (comma == std::u32string::npos) throw std::runtime_error("polish.aff: a rule that strips has no comma");
  rule.strip = text.substr(1, comma - 1);
  rule.add = text.substr(comma + 1);
  if (rule.add == U"-") rule.add.clear();
  return rule;
}

bool Ipolish::fits(const Rule& rule, const std::u32string& word) {
  if (rule.ending.size() > word.size() || !word.ends_with(rule.strip)) return false;
  std::size_t at = word.size() - rule.ending.size();
  return std::all_of(rule.ending.begin(), rule.ending.end(), [&](const Letter& letter) {
    return (letter.set.find(word[at++]) != std::u32string::npos) != letter.negated;
  });
}

void Ipolish::expand(std::string_view line, const Visit& visit) const {
  const std::size_t slash = std::min(line.find('/'), line.size());
  const std::string_view written = line.substr(0, slash);
  const std::string_view flags = line.substr(std::min(slash + 1, line.size()));
  if (written.empty()) return;
  const std::string lemma = lower(written), negated_lemma = "nie" + lemma;
  const bool is_name = lemma != written, is_acronym = is_name && written.size() > 1 && upper(written) == written;
  const bool negated = flags.find(kNegation) != std::string_view::npos;
  const auto emit = [&](const std::string& form) {
    visit({form, lemma, is_name, is_acronym});
    if (negated) visit({"nie" + form, negated_lemma, is_name, is_acronym});
  };
  emit(lemma);
  const std::u32string word = letters(lemma);
  for (char flag : flags) {
    const auto index = static_cast<unsigned char>(flag);
    if (flag == kNegation || index >= rules_.size()) continue;
    for (const Rule& rule : rules_[index])
      if (fits(rule, word)) emit(utf8(word.substr(0, word.size() - rule.strip.size()) + rule.add));
  }
}

void Ipolish::for_each(std::string_view word_list, const Visit& visit) const {
  for_each_line(word_list, [&](std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    expand(line, visit);
  });
}

}  // namespace kto::text
