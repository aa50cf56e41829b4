#include "searchd/letter_lines.h"

#include <algorithm>

#include "searchd/letter_phrases.h"

namespace kto::searchd {
namespace {

// A line of a letterhead: longer ones are sentences.
constexpr std::size_t kShortWords = 8;
// A greeting this far down is no longer the end of a letterhead.
constexpr std::size_t kLetterhead = 20;
// A name with its title or office: "mgr inż. Anna Maria Kowalska-Nowak".
constexpr std::size_t kNameWords = 5;

struct Line {
  LetterLine place;
  std::string_view text;
  std::vector<PhraseWord> words;
};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

std::vector<Line> split(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto newline = std::min(text.find('\n', begin), text.size());
    LetterLine place{begin, newline, LineKind::blank};
    while (place.begin < place.end && is_space(text[place.begin])) ++place.begin;
    while (place.begin < place.end && is_space(text[place.end - 1])) --place.end;
    Line line{place, text.substr(place.begin, place.end - place.begin), {}};
    if (!line.text.empty()) line.place.kind = LineKind::body;
    line.words = phrase_words(line.text);
    lines.push_back(std::move(line));
    begin = newline + 1;
  }
  return lines;
}

bool is_body(const Line& line) {
  return line.place.kind == LineKind::body;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool ends_sentence(std::string_view text) {
  return !text.empty() && (text.back() == '.' || text.back() == '?' || text.back() == '!');
}

// "21-030 Motycz"
bool begins_with_postcode(std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  return text.size() > 6 && digit(0) && digit(1) && text[2] == '-' && digit(3) && digit(4) && digit(5);
}

// Begins with a label of the kind and a colon: "Od: …", "Wysłano: …"
bool is_field(const Line& line, Phrase kind) {
  const auto length = length_at(line.words, 0, kind);
  if (length == 0) return false;
  const auto after = line.words[length - 1].end;
  return line.text.substr(after, 2).find(':') != std::string_view::npos;
}

// "W dniu 12.05.2024 o 10:15 Urząd <…> napisał(a):", "On … wrote:", "pt., 3 maj 2024 o 10:00 … napisał(a):"
bool introduces_quote(const Line& line) {
  if (line.text.empty() || line.text.back() != ':') return false;
  return std::any_of(line.words.begin(), line.words.end(), [](const PhraseWord& word) {
    return word.folded == "napisal" || word.folded == "napisala" || word.folded == "wrote" || word.folded == "pisze";
  });
}

bool is_separator(const Line& line) {
  return contains(line.words, Phrase::quote_begins) && line.words.size() <= kShortWords;
}

bool is_address(const Line& line) {
  if (line.words.size() > kShortWords + 4) return false;
  if (begins_with_postcode(line.text)) return true;
  if (line.text.find('@') != std::string_view::npos && line.words.size() <= kShortWords) return true;
  return begins_with(line.words, Phrase::address) && has_digit(line.text) && !ends_sentence(line.text);
}

void mark_quotes(std::vector<Line>& lines) {
  bool old_mail = false;  // from here to the end
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (!is_body(line)) continue;
    const bool marked = line.text.front() == '>' || line.text.front() == '|';
    if (introduces_quote(line)) {
      line.place.kind = LineKind::quoted;
      const auto next = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(), is_body);
      if (next != lines.end() && next->text.front() != '>' && next->text.front() != '|') old_mail = true;
      continue;
    }
    if (is_separator(line)) old_mail = true;
    if (old_mail || marked) line.place.kind = LineKind::quoted;
  }
}

// Old mail with nothing above it is what was sent on: it is the letter.
void keep_forwarded(std::vector<Line>& lines) {
  if (std::any_of(lines.begin(), lines.end(), is_body)) return;
  for (Line& line : lines) {
    if (line.place.kind != LineKind::quoted || is_separator(line) || introduces_quote(line)) continue;
    while (!line.text.empty() &&
           (line.text.front() == '>' || line.text.front() == '|' || is_space(line.text.front()))) {
      line.text.remove_prefix(1);
      ++line.place.begin;
    }
    line.place.kind = line.text.empty() ? LineKind::blank : LineKind::body;
    line.words = phrase_words(line.text);
  }
}

void mark_fields(std::vector<Line>& lines) {
  for (Line& line : lines) {
    if (!is_body(line)) continue;
    if (is_field(line, Phrase::subject)) {
      line.place.kind = LineKind::subject;
      line.place.begin += line.text.find(':') + 1;
      while (line.place.begin < line.place.end &&
             line.text[line.place.begin - (line.place.end - line.text.size())] == ' ')
        ++line.place.begin;
    } else if ((is_field(line, Phrase::field) && line.words.size() <= kShortWords + 4) || is_address(line)) {
      line.place.kind = LineKind::contact;
    }
  }
}

// What stands above the greeting in short lines is a letterhead: names, addressee, place and day.
void mark_letterhead(std::vector<Line>& lines) {
  const auto last = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), kLetterhead));
  const auto greeting = std::find_if(
      lines.begin(), last, [](const Line& line) { return is_body(line) && begins_with(line.words, Phrase::greeting); });
  if (greeting == last) return;
  const bool short_lines = std::all_of(lines.begin(), greeting, [](const Line& line) {
    return !is_body(line) || (line.words.size() <= kShortWords && !ends_sentence(line.text));
  });
  if (!short_lines) return;
  for (auto line = lines.begin(); line != greeting; ++line)
    // "WNIOSEK o wydanie odpisu", "SKARGA na …": a title says what the letter is about.
    if (is_body(*line))
      line->place.kind = begins_with(line->words, Phrase::form) ? LineKind::subject : LineKind::contact;
}

// "--" begins what a mail program signs with.
void mark_signature(std::vector<Line>& lines) {
  bool below = false;
  for (Line& line : lines) {
    below = below || (is_body(line) && (line.text == "--" || line.text == "---"));
    if (below && is_body(line)) line.place.kind = LineKind::contact;
  }
}

// A line of nothing but a name, or a name and an office: "Jan Kowalski", "Krzysztof Maj, Wydział Kultury".
void mark_names(std::vector<Line>& lines) {
  for (Line& line : lines) {
    if (!is_body(line) || line.words.empty() || line.words.size() > kNameWords || ends_sentence(line.text)) continue;
    const bool capitals = std::all_of(line.words.begin(), line.words.end(),
                                      [](const PhraseWord& word) { return word.capitalised || word.number; });
    if (capitals && line.words.size() > 1 && !begins_with(line.words, Phrase::greeting) &&
        !begins_with(line.words, Phrase::form))
      line.place.kind = LineKind::contact;
  }
}

}  // namespace

std::vector<LetterLine> letter_lines(std::string_view text) {
  std::vector<Line> lines = split(text);
  mark_quotes(lines);
  keep_forwarded(lines);
  mark_fields(lines);
  mark_letterhead(lines);
  mark_signature(lines);
  mark_names(lines);
  std::vector<LetterLine> places;
  places.reserve(lines.size());
  for (const Line& line : lines) places.push_back(line.place);
  return places;
}

}  // namespace kto::searchd
