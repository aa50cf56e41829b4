#include "indexer/parse/path.h"

#include <array>

#include "indexer/parse/label.h"

namespace kto::parse {
namespace {

using law::Level;
using law::Ordinal;

// A range longer than this is a misreading, not a command.
constexpr unsigned kLongestRange = 200;

bool is_conjunction(const Token& token) {
  return token.kind == TokenKind::comma ||
         (token.kind == TokenKind::word && (token.text == "i" || token.text == "oraz" || token.text == "lub"));
}

// "w ust. 2", "w części wspólnej": after it a letter "w" is the preposition.
bool opens_part_or_level(const Cursor& cursor, std::size_t ahead) {
  if (cursor.is(TokenKind::level, ahead)) return true;
  for (std::string_view stem : {"częśc", "zdani", "wprowadzeni", "tytul"})
    if (cursor.is_stem(stem, ahead)) return true;
  return false;
}

// The number at the cursor, in the way its level writes numbers.
std::optional<Ordinal> read_number(const Cursor& cursor, Level level, std::size_t ahead, bool first) {
  const Token* token = cursor.peek(ahead);
  if (token == nullptr) return std::nullopt;
  if (level == Level::indent || level == Level::double_indent) {
    if (token->kind == TokenKind::number) return law::parse_ordinal(token->text);
    const auto value = token->kind == TokenKind::word ? ordinal_word(token->text) : std::nullopt;
    return value ? std::optional(Ordinal{*value, ""}) : std::nullopt;
  }
  if (level == Level::chapter || level == Level::division) {
    std::string upper = token->text;
    for (char& c : upper) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    if (const auto roman = parse_roman(upper)) return Ordinal{*roman, ""};
    return law::parse_ordinal(token->text);
  }
  if (level == Level::letter) {
    if (token->kind != TokenKind::word) return std::nullopt;
    const auto letter = law::parse_ordinal(token->text);
    // After a comma or "i" the letter w may be the preposition: "lit. a i w ust. 2".
    const bool preposition = !first && (token->text == "po" || opens_part_or_level(cursor, ahead + 1));
    return letter && letter->suffix.size() <= 3 && !preposition ? letter : std::nullopt;
  }
  return token->kind == TokenKind::number ? law::parse_ordinal(token->text) : std::nullopt;
}

void increment_letters(std::string& letters) {
  if (letters.back() == 'z') {
    letters += 'a';  // z, za
  } else {
    ++letters.back();
  }
}

// 14-18 → 14, 15 … 18; 22g-22h → 22g, 22h; 3a–3c → 3a, 3b, 3c; a-c → a, b, c. Letters of the alphabet used in
// numbering have no Polish ones, and real acts skip no other (ZTP § 57).
std::vector<Ordinal> expand(const Ordinal& first, const Ordinal& last) {
  std::vector<Ordinal> out{first};
  while (out.back() < last && out.size() < kLongestRange) {
    Ordinal next = out.back();
    if (next.value < last.value) {
      ++next.value;
      next.suffix.clear();
    } else if (next.suffix.empty()) {
      next.suffix = "a";
    } else {
      increment_letters(next.suffix);
    }
    out.push_back(next);
  }
  if (out.back() != last) return {first, last};
  return out;
}

}  // namespace

std::optional<unsigned> ordinal_word(std::string_view word) {
  constexpr std::array<std::string_view, 12> kStems{"pierwsz", "drug", "trzeci",   "czwart",   "piąt",     "szóst",
                                                    "siódm",   "ósm",  "dziewiąt", "dziesiąt", "jedenast", "dwunast"};
  for (std::size_t i = 0; i < kStems.size(); ++i)
    if (word.compare(0, kStems[i].size(), kStems[i]) == 0 && word.size() <= kStems[i].size() + 4)
      return static_cast<unsigned>(i + 1);
  return std::nullopt;
}

std::optional<Group> read_group(Cursor& cursor) {
  const Token* head = cursor.peek();
  if (head == nullptr || head->kind != TokenKind::level) return std::nullopt;
  Group group{head->level, {}};
  std::size_t ahead = 1;
  auto number = read_number(cursor, group.level, ahead, true);
  if (!number) return std::nullopt;
  while (number) {
    group.numbers.push_back(*number);
    ++ahead;
    if (cursor.is(TokenKind::dash, ahead)) {
      if (const auto last = read_number(cursor, group.level, ahead + 1, true)) {
        group.numbers.pop_back();
        for (Ordinal& each : expand(*number, *last)) group.numbers.push_back(std::move(each));
        ahead += 2;
      }
    }
    const Token* separator = cursor.peek(ahead);
    if (separator == nullptr || !is_conjunction(*separator)) break;
    number = read_number(cursor, group.level, ahead + 1, false);
    if (number) ++ahead;
  }
  cursor.at += ahead;
  return group;
}

std::vector<law::Citation> resolve(const law::Citation& base, const Group& group) {
  law::Citation above = base;
  // A § is cited without the chapter it stands in.
  while (!above.empty() && (above.back().level >= group.level || above.back().level <= Level::chapter))
    above = above.parent();
  std::vector<law::Citation> out;
  for (const Ordinal& number : group.numbers) out.push_back(above.child({group.level, number}));
  return out;
}

}  // namespace kto::parse
