#include "indexer/parse/command.h"

#include "indexer/parse/command_reader.h"

namespace kto::parse {

using law::Level;
using law::Part;
using law::Target;

Command CommandReader::run() {
  while (!cursor_.done() && !failed_) step();
  if (words_ && !failed_) fail("words are quoted, but no verb says what to do with them");
  out_.context = targets_.last();
  return std::move(out_);
}

void CommandReader::step() {
  if (skip_filler() || read_container() || read_chain() || read_part() || read_words()) return;
  if (read_whole_document() || read_document_of_target()) return;
  if (read_anchor() || read_punctuation() || read_verb() || skip_annex_subject()) return;
  fail("this is no amending formula that is known here");
}

bool CommandReader::skip_filler() {
  if (at_separator(0)) {
    separated_ = true;
    return skip(1);
  }
  for (auto kind : {TokenKind::colon, TokenKind::semicolon, TokenKind::stop})
    if (cursor_.is(kind)) return skip(1);
  if (cursor_.is_word("a") || cursor_.is_word("zaś") || cursor_.is_word("natomiast")) return skip(1);
  // „§ 6 – uchyla się”
  if (cursor_.is(TokenKind::dash) && !words_ && targets_.named() && cursor_.is(TokenKind::word, 1)) return skip(1);
  if (cursor_.is_stem("użyt")) return skip(1);
  // „a wyrazy „C” – wyrazami „D””: the verb is the one before.
  if (words_ && cursor_.is(TokenKind::dash) && at_words(1) && !out_.changes.empty() &&
      std::holds_alternative<law::ReplaceWords>(out_.changes.back())) {
    skip(1);
    return replace_words();
  }
  if (cursor_.is_word("na") && cursor_.is_word("końcu", 1)) {
    at_end_ = true;
    return skip(2);
  }
  return skip_forms();
}

bool CommandReader::skip_forms() {
  if (!cursor_.is_word("w") && !cursor_.is_word("we")) return false;
  if (!cursor_.is_stem("różn", 1) && !cursor_.is_stem("odpowiedni", 1)) return false;
  all_forms_ = true;
  skip(2);
  while (cursor_.is_stem("liczb") || cursor_.is_stem("przypad") || cursor_.is_word("i") || cursor_.is_stem("różn") ||
         cursor_.is_stem("odpowiedni"))
    skip(1);
  return true;
}

void CommandReader::fail(std::string message) {
  const Token* token = cursor_.peek();
  const std::size_t at = token != nullptr ? token->where.begin : last_place();
  out_.faults.push_back({at, "not-understood", std::move(message), true});
  failed_ = true;
}

void CommandReader::warn(std::size_t at, std::string code, std::string message) {
  out_.faults.push_back({at, std::move(code), std::move(message), false});
}

bool CommandReader::read_group_into(TargetList& list, bool first) {
  std::size_t ahead = 0;
  bool separated = false;
  while (!first && at_separator(ahead)) {
    ++ahead;
    separated = true;
  }
  const bool preposition = at_preposition(ahead);
  if (preposition) ++ahead;
  Cursor trial = cursor_;
  trial.at += ahead;
  auto group = read_group(trial);
  if (!group && (preposition || first)) group = read_lost_section(trial, list);
  if (!group) return false;
  if (!list.add(*group, separated || (first && separated_ && &list == &targets_))) return false;
  separated_ = false;
  cursor_ = trial;
  return true;
}

std::optional<Group> CommandReader::read_lost_section(Cursor& trial, const TargetList& list) {
  if (!trial.is(TokenKind::number) || !list.last().empty()) return std::nullopt;
  // "w 25", "dodaje się 30a", but not "lp. 3".
  const Token* before = trial.at > 0 ? &trial.tokens[trial.at - 1] : nullptr;
  const auto is_before = [&](std::string_view word) { return before != nullptr && before->text == word; };
  if (before != nullptr && !is_before("w") && !is_before("we") && !is_before("do") && !is_before("po") &&
      !is_before("się"))
    return std::nullopt;
  const auto number = law::parse_ordinal(trial.peek()->text);
  if (!number || number->value == 0) return std::nullopt;
  warn(trial.peek()->where.begin, "lost-section-sign",
       "\"§\" is missing before " + trial.peek()->text + "; it was read as § " + trial.peek()->text);
  ++trial.at;
  return Group{Level::section, {*number}};
}

bool CommandReader::read_chain() {
  // „… zastępuje się kropką, a pkt 6 skreśla się”: what is named after a change is not what was changed.
  const TargetList before = targets_;
  const bool after_change = out_.changes.size() > changes_before_chain_;
  if (after_change) targets_ = TargetList(targets_.last());
  if (!read_group_into(targets_, true)) {
    targets_ = before;
    return false;
  }
  changes_before_chain_ = out_.changes.size();
  do {
    if (at_preposition(0)) read_part();
  } while (read_group_into(targets_, false));
  return true;
}

std::vector<Target> CommandReader::read_named() {
  TargetList list(anchor_ ? *anchor_ : targets_.last());
  if (!read_group_into(list, true)) return {};
  while (read_group_into(list, false)) {
  }
  return list.targets();
}

bool CommandReader::read_container() {
  const std::size_t ahead = at_preposition(0) ? 1 : 0;
  if (ahead == 0 || !cursor_.is_stem("załącznik", ahead)) return false;
  skip(ahead + 1);
  out_.annex = "załącznik";
  if (skip_word("nr") && cursor_.is(TokenKind::number)) {
    *out_.annex += " nr " + cursor_.peek()->text;
    skip(1);
  }
  while (cursor_.is(TokenKind::word) && !at_preposition_to_level()) skip(1);
  return true;
}

bool CommandReader::read_part() {
  const std::size_t at = at_preposition(0) ? 1 : 0;
  if (cursor_.is_stem("wprowadzeni", at) && cursor_.is_word("do", at + 1) && cursor_.is_stem("wyliczeni", at + 2))
    return narrow(Part::introduction, at + 3);
  if (cursor_.is_stem("zdani", at) && cursor_.is_stem("wstępn", at + 1)) return narrow(Part::introduction, at + 2);
  if (at == 1 && cursor_.is_stem("wstęp", 1)) return narrow(Part::introduction, 2);
  if (cursor_.is_stem("częś", at) && cursor_.is_stem("wspóln", at + 1))
    return narrow(Part::closing, at + (cursor_.is_stem("wyliczeni", at + 2) ? 3 : 2));
  for (std::string_view title : {"tytu", "nazw", "nagłów"})
    if (cursor_.is_stem(title, at)) return read_title(at);
  if (!cursor_.is_stem("zdani", at)) return false;
  sentence_ = sentence_number(at + 1);
  if (sentence_ == 0) return false;
  return narrow(Part::sentence, at + 2);
}

// „drugie”, „2”; 0: neither.
unsigned CommandReader::sentence_number(std::size_t ahead) const {
  if (cursor_.is(TokenKind::word, ahead)) return ordinal_word(cursor_.peek(ahead)->text).value_or(0);
  if (!cursor_.is(TokenKind::number, ahead)) return 0;
  return law::parse_ordinal(cursor_.peek(ahead)->text).value_or(law::Ordinal{}).value;
}

bool CommandReader::narrow(Part part, std::size_t tokens) {
  if (separated_ && targets_.named() && (part == Part::introduction || part == Part::closing)) {
    // "w § 4 i w części wspólnej": of which list is not said, so it is not guessed.
    if (!targets_.add_part_of_list(part))
      warn(cursor_.peek()->where.begin, "part-left-out",
           "a part named beside other targets was left out of the change");
    separated_ = false;
    return skip(tokens);
  }
  targets_.narrow(part, sentence_);
  return skip(tokens);
}

bool CommandReader::read_title(std::size_t at) {
  if (cursor_.is(TokenKind::level, at + 1)) {
    skip(at + 1);
    return read_group_into(targets_, true) && narrow(Part::title, 0);
  }
  // „w rozdziale IV tytuł otrzymuje brzmienie”
  const bool of_chapter = targets_.named() && targets_.last().back().level <= Level::chapter;
  return of_chapter && cursor_.is_stem("otrzymuj", at + 1) && narrow(Part::title, at + 1);
}

// „użyte w Regulaminie wyrazy”, „w całym Regulaminie”, „w treści zarządzenia”: everything that holds the words.
bool CommandReader::read_whole_document() {
  if (targets_.named() || !targets_.last().empty() || !at_preposition(0)) return false;
  std::size_t at = 1;
  while (cursor_.is_stem("cał", at) || cursor_.is_stem("treś", at) || cursor_.is_stem("tekś", at) ||
         cursor_.is_stem("niniejsz", at))
    ++at;
  bool document = false;
  for (std::string_view stem : {"regulamin", "statu", "zarządzeni", "uchwa", "załącznik"})
    document = document || cursor_.is_stem(stem, at);
  if (!document || cursor_.is(TokenKind::number, at + 1) || cursor_.is_word("nr", at + 1)) return false;
  targets_.whole_document();
  skip(at + 1);
  while (cursor_.is_stem("organizacyjn") || cursor_.is_stem("urzędu")) skip(1);
  return true;
}

// „§ 42 Regulaminu”, „w § 19 ust. 4 zmian w statucie”, „§ 2 zarządzenia”: which text the citation before it is of.
bool CommandReader::read_document_of_target() {
  const Token* before = cursor_.at > 0 ? &cursor_.tokens[cursor_.at - 1] : nullptr;
  if (before == nullptr || (before->kind != TokenKind::number && before->kind != TokenKind::word)) return false;
  if (!targets_.named() && out_.changes.empty()) return false;
  if (cursor_.is_word("zmian") && cursor_.is_word("w", 1) &&
      (cursor_.is_stem("statu", 2) || cursor_.is_stem("regulamin", 2)))
    return skip(3);
  if (cursor_.is_word("tego") || cursor_.is_word("niniejszego")) skip(1);
  if (cursor_.is_word("regulaminu") || cursor_.is_word("statutu")) {
    skip(1);
    skip_word("organizacyjnego");
    return true;
  }
  if (cursor_.is_word("zarządzenia") || cursor_.is_word("uchwały")) {
    out_.annex = "";
    return skip(1);
  }
  if (!cursor_.is_word("załącznika")) return false;
  out_.annex = "załącznik";
  skip(1);
  if (skip_word("nr") && cursor_.is(TokenKind::number)) {
    *out_.annex += " nr " + cursor_.peek()->text;
    skip(1);
  }
  return true;
}

Command read_command(const Source& source, std::span<const Token> tokens, const law::Citation& context,
                     const PayloadReader& read_payload) {
  if (tokens.empty()) return {context, std::nullopt, {}, {}};
  return CommandReader(source, tokens, context, read_payload).run();
}

}  // namespace kto::parse
