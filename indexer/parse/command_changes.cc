#include <algorithm>
#include <array>

#include "indexer/parse/command_reader.h"
#include "indexer/parse/frame.h"

namespace kto::parse {

using law::Citation;
using law::Level;
using law::Part;
using law::Target;

namespace {

struct Mark {
  std::string_view stem;
  std::string_view mark;
};
constexpr std::array<Mark, 4> kMarks{{{"kropk", "."}, {"średnik", ";"}, {"przecin", ","}, {"dwukrop", ":"}}};

// What quoted words are called. A quotation always follows, so the beginnings may be short.
constexpr std::array<std::string_view, 18> kQuotedWords{
    "wyraz",  "wyrażeni",     "słow", "liczb", "kwot",      "określeni", "cyfr",  "zwrot", "skrót",
    "symbol", "sformułowani", "fraz", "nazw",  "oznaczeni", "dat",       "zapis", "znak",  "treś"};

std::optional<std::string> mark_named(const Cursor& cursor, std::size_t ahead = 0) {
  for (const Mark& mark : kMarks)
    if (cursor.is_stem(mark.stem, ahead)) return std::string(mark.mark);
  return std::nullopt;
}

}  // namespace

bool CommandReader::at_words(std::size_t ahead) const {
  for (std::string_view stem : kQuotedWords)
    if (cursor_.is_stem(stem, ahead) && cursor_.is(TokenKind::quotation, ahead + 1)) return true;
  // „liczbę 5 zastępuje się liczbą 6”
  return (cursor_.is_stem("liczb", ahead) || cursor_.is_stem("cyfr", ahead)) &&
         cursor_.is(TokenKind::number, ahead + 1);
}
std::string CommandReader::quoted(std::size_t ahead) const {
  const Token& token = *cursor_.peek(ahead);
  if (token.kind != TokenKind::quotation) return token.text;
  std::string words(source_.text(token.quotation->inside));
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

bool CommandReader::read_words() {
  if (!at_words(0)) return false;
  words_ = quoted(1);
  return skip(2);
}

bool CommandReader::read_anchor() {
  if (!cursor_.is_word("po") && !cursor_.is_word("przed")) return false;
  if (at_words(1)) {
    before_ = cursor_.is_word("przed");
    anchor_words_ = quoted(2);
    return skip(3);
  }
  // „po zdaniu pierwszym dodaje się zdanie drugie”: its number says where.
  if (cursor_.is_stem("zdani", 1) && cursor_.is(TokenKind::word, 2) && ordinal_word(cursor_.peek(2)->text))
    return skip(3);
  Cursor trial = cursor_;
  ++trial.at;
  const auto group = read_group(trial);
  if (!group || before_) return false;
  anchor_ = resolve(targets_.last(), *group).back();
  cursor_ = trial;
  return true;
}

bool CommandReader::read_punctuation() {
  const auto old_mark = mark_named(cursor_);
  const std::size_t verb = cursor_.is_word("na", 1) && cursor_.is_word("końcu", 2) ? 3 : 1;
  if (!old_mark || !cursor_.is_word("zastępuje", verb) || !cursor_.is_word("się", verb + 1)) return false;
  const auto new_mark = mark_named(cursor_, verb + 2);
  if (!new_mark) return false;
  const Citation target = anchor_ ? *anchor_ : targets_.last();
  if (target.empty()) return false;
  out_.changes.push_back(law::Punctuation{target, *old_mark, *new_mark});
  punctuated_ = target;
  return skip(verb + 3);
}

bool CommandReader::read_verb() {
  if (cursor_.is_stem("otrzymuj")) return read_replace();
  if ((cursor_.is_word("uchyla") || cursor_.is_stem("skreśl")) && cursor_.is_word("się", 1)) return read_repeal();
  if (cursor_.is_word("uchyla") || cursor_.is_word("skreśla")) return read_repeal();
  if (cursor_.is_word("dodaje")) return read_addition();
  if (cursor_.is_word("zastępuje") && cursor_.is_word("się", 1)) return read_word_replacement();
  if (cursor_.is_stem("dotychczasow")) return read_renumber();
  return false;
}

Payload CommandReader::payload(const std::vector<Target>& targets) {
  while (cursor_.is(TokenKind::colon) || cursor_.is_word("następujące") || cursor_.is_word("następującym")) skip(1);
  if (!cursor_.is(TokenKind::quotation)) {
    fail("the new text in quotation marks is missing");
    return {};
  }
  const Quotation& quotation = *cursor_.peek()->quotation;
  skip(1);
  return read_payload_(quotation, targets);
}

void CommandReader::add_sections_of_chapter(std::vector<Target>& targets, const Payload& payload) {
  if (targets.empty() || targets.front().citation.back().level > Level::chapter) return;
  for (const law::Provision& provision : payload.provisions)
    if (provision.step.level > Level::chapter) targets.push_back({Citation({provision.step}), Part::whole, 0});
}

bool CommandReader::read_replace() {
  const std::size_t begin = cursor_.tokens.front().where.begin, verb = cursor_.peek()->where.begin;
  skip(1);
  skip_word("następujące");
  if (!skip_word("brzmienie")) return false;
  if (cursor_.is_stem("określon") || cursor_.is_stem("ustalon")) return read_annex(begin, verb);
  if (targets_.last().empty()) return false;
  auto targets = targets_.targets();
  Payload text = payload(targets);
  add_sections_of_chapter(targets, text);
  out_.changes.push_back(law::Replace{targets, std::move(text.provisions), std::move(text.text)});
  return finish_change();
}

bool CommandReader::skip_annex_subject() {
  if (targets_.named()) return false;
  for (std::size_t ahead = 0; cursor_.peek(ahead + 2) != nullptr; ++ahead) {
    if (!cursor_.is_stem("otrzymuj", ahead) || !cursor_.is_word("brzmienie", ahead + 1)) continue;
    return cursor_.is_stem("określon", ahead + 2) && skip(ahead);
  }
  return false;
}

bool CommandReader::read_annex(std::size_t begin, std::size_t verb) {
  skip(1);
  const std::size_t by = cursor_.peek() != nullptr ? cursor_.peek()->where.begin : last_place();
  std::size_t end = by;
  while (!cursor_.done() && !cursor_.is(TokenKind::semicolon)) {
    if (!cursor_.is(TokenKind::stop)) end = cursor_.peek()->where.end;
    skip(1);
  }
  std::string annex = joined_text(source_, {{begin, verb}});
  while (!annex.empty() && (annex.back() == ',' || annex.back() == ' ')) annex.pop_back();
  const std::string by_text = joined_text(source_, {{by, end}});
  out_.changes.push_back(law::ReplaceAnnex{annex, by_text, find_annex_name(annex), find_annex_name(by_text), false});
  return finish_change();
}

// „dodaje się załącznik nr 4 w brzmieniu określonym w załączniku nr 1 do niniejszego zarządzenia”
bool CommandReader::read_annex_addition() {
  const std::size_t begin = cursor_.peek()->where.begin;
  while (!cursor_.done() && !cursor_.is_word("brzmieniu")) skip(1);
  if (cursor_.done()) return false;
  const std::size_t end = cursor_.tokens[cursor_.at - 1].where.begin;  // without "w"
  skip(1);
  return cursor_.is_stem("określon") && read_annex(begin, end);
}

bool CommandReader::read_repeal() {
  skip(1);
  skip_word("się");
  if (cursor_.is_word("w") && cursor_.is_word("całości", 1)) skip(2);
  if (cursor_.is_stem("załącznik")) return read_annex_repeal();
  read_words_target();
  if (at_words(0)) {
    out_.changes.push_back(law::DeleteWords{targets_.targets(), quoted(1), all_forms_});
    for (skip(2); at_separator(0) && at_words(1); skip(3))
      out_.changes.push_back(law::DeleteWords{targets_.targets(), quoted(2), all_forms_});
    return finish_change();
  }
  const bool part = read_part();
  const std::vector<Target> named = part ? targets_.targets() : read_named();
  if (named.empty() && (!targets_.named() || targets_.last().empty())) return false;
  out_.changes.push_back(law::Repeal{named.empty() ? targets_.targets() : named});
  return finish_change();
}

void CommandReader::read_words_target() {
  if (!cursor_.is_stem("użyt")) return;
  skip(1);
  read_chain();
  while (cursor_.is(TokenKind::comma) || skip_forms())
    if (cursor_.is(TokenKind::comma)) skip(1);
}

bool CommandReader::read_annex_repeal() {
  const std::size_t begin = cursor_.peek()->where.begin;
  std::size_t end = begin;
  while (!cursor_.done() && !cursor_.is(TokenKind::semicolon) && !cursor_.is(TokenKind::stop)) {
    end = cursor_.peek()->where.end;
    skip(1);
  }
  const std::string annex = joined_text(source_, {{begin, end}});
  out_.changes.push_back(law::ReplaceAnnex{annex, "", find_annex_name(annex), "", true});
  return finish_change();
}

bool CommandReader::read_addition() {
  skip(1);
  skip_word("się");
  if (anchor_words_ || at_words(0) || mark_named(cursor_)) return read_word_addition();
  if (cursor_.is_stem("załącznik")) return read_annex_addition();
  const bool part = read_part() || read_unnumbered_sentence();
  const std::vector<Target> named = part ? targets_.targets() : read_named();
  if (named.empty()) return false;
  auto targets = named;
  if (cursor_.is(TokenKind::comma)) skip(1);
  const bool given = (skip_word("w") && skip_word("brzmieniu")) || (skip_word("otrzymuje") && skip_word("brzmienie"));
  if (!given) {
    fail("after \"dodaje się\" and its targets \"w brzmieniu:\" is expected");
    return true;
  }
  Payload text = payload(targets);
  add_sections_of_chapter(targets, text);
  if (anchor_ && !punctuated_) {
    out_.changes.push_back(law::Insert{*anchor_, targets, std::move(text.provisions), std::move(text.text)});
  } else {
    out_.changes.push_back(law::Append{punctuated_, targets, std::move(text.provisions), std::move(text.text)});
  }
  return finish_change();
}

bool CommandReader::read_unnumbered_sentence() {
  if (!cursor_.is_word("zdanie") || !cursor_.is_word("w", 1) || !targets_.named()) return false;
  sentence_ = 0;
  return narrow(Part::sentence, 1);
}

bool CommandReader::read_word_addition() {
  // „w miejsce wyrazów „A” wpisuje się wyrazy „B””
  if (words_ && !anchor_words_ && at_words(0)) return replace_words();
  // Where to, is said by words, by "na końcu", or by the stop that makes room for more.
  if (!anchor_words_ && !at_end_ && !punctuated_) {
    fail("it is not said where the words are to be added");
    return true;
  }
  std::string added;
  if (const auto mark = mark_named(cursor_)) {
    added = *mark + " ";
    skip(1);
    if (!skip_word("i") && !skip_word("oraz")) return false;
    if (skip_word("dodaje")) skip_word("się");
  }
  if (!at_words(0)) return false;
  added += quoted(1);
  skip(2);
  out_.changes.push_back(law::InsertWords{targets_.targets(), anchor_words_.value_or(""), before_, std::move(added)});
  return finish_change();
}

bool CommandReader::read_word_replacement() {
  if (!words_) return false;
  skip(2);
  if (cursor_.is_stem("użyt")) skip(1);
  skip_forms();
  return at_words(0) && replace_words();
}
bool CommandReader::replace_words() {
  out_.changes.push_back(law::ReplaceWords{targets_.targets(), *words_, quoted(1), all_forms_});
  words_.reset();
  return skip(2) && finish_change();
}

bool CommandReader::read_renumber() {
  skip(1);
  for (std::string_view stem : {"treś", "tekst", "zapis", "brzmieni"}) {
    if (!cursor_.is_stem(stem)) continue;
    skip(1);
    break;
  }
  if (cursor_.is(TokenKind::level)) read_chain();
  // „dotychczasowy § 8 otrzymuje brzmienie”
  if (cursor_.is_stem("otrzymuj") && cursor_.is_word("brzmienie", 1)) return read_replace();
  const bool marked = skip_word("oznacza") && skip_word("się") &&
                      (skip_word("jako") || skip_word("numerem") || cursor_.is(TokenKind::level));
  const bool named = !marked && cursor_.is_stem("otrzymuj") && cursor_.is_stem("oznaczeni", 1) && skip(2);
  if (!marked && !named) return false;
  TargetList list(targets_.last());
  if (!read_new_number(list)) return false;
  if (targets_.targets().size() != list.targets().size()) return false;
  renumber_all(targets_.targets(), list.targets());
  return true;
}
// „jako ust. 1”, „jako § 9 ust. 1”, „numerem 4”.
bool CommandReader::read_new_number(TargetList& list) {
  const auto bare = cursor_.is(TokenKind::number) ? law::parse_ordinal(cursor_.peek()->text) : std::nullopt;
  if (bare && !list.last().empty()) {
    list = TargetList(list.last().parent().child({list.last().back().level, *bare}));
    return skip(1);
  }
  if (!read_group_into(list, true)) return false;
  while (read_group_into(list, false)) {
  }
  return true;
}
// Several move up from the last on and down from the first on, so that none meets one that has not moved yet.
void CommandReader::renumber_all(const std::vector<Target>& from, const std::vector<Target>& to) {
  const bool up = from.back() < to.back();
  for (std::size_t i = 0; i < from.size(); ++i) {
    const std::size_t at = up ? from.size() - 1 - i : i;
    out_.changes.push_back(law::Renumber{from[at].citation, to[at].citation});
  }
}

bool CommandReader::finish_change() {
  anchor_.reset();
  anchor_words_.reset();
  punctuated_.reset();
  targets_.widen();
  before_ = at_end_ = all_forms_ = false;
  return true;
}

}  // namespace kto::parse
