#include "indexer/parse/command.h"

#include <algorithm>
#include <array>

#include "indexer/parse/frame.h"
#include "indexer/parse/target_list.h"

namespace kto::parse {
namespace {

using law::Citation;
using law::Level;
using law::Part;
using law::Target;

struct Mark {
  std::string_view stem;
  std::string_view mark;
};
constexpr std::array<Mark, 4> kMarks{{{"kropk", "."}, {"średnik", ";"}, {"przecin", ","}, {"dwukrop", ":"}}};

std::optional<std::string> mark_named(const Cursor& cursor, std::size_t ahead = 0) {
  for (const Mark& mark : kMarks)
    if (cursor.is_stem(mark.stem, ahead)) return std::string(mark.mark);
  return std::nullopt;
}

class Reader {
 public:
  Reader(const Source& source, std::span<const Token> tokens, const Citation& context, const PayloadReader& payload)
      : source_(source), cursor_{tokens}, targets_(context), read_payload_(payload) {
    out_.context = context;
  }

  Command run() {
    while (!cursor_.done() && !failed_) step();
    if (words_ && !failed_) fail("words are quoted, but no verb says what to do with them");
    out_.context = targets_.last();
    return std::move(out_);
  }

 private:
  void step() {
    if (skip_filler() || read_container() || read_chain() || read_part() || read_words()) return;
    if (read_anchor() || read_punctuation() || read_verb() || skip_annex_subject()) return;
    fail("this is no amending formula that is known here");
  }

  bool skip_filler() {
    if (at_separator(0)) {
      separated_ = true;
      return skip(1);
    }
    for (auto kind : {TokenKind::colon, TokenKind::semicolon, TokenKind::stop})
      if (cursor_.is(kind)) return skip(1);
    if (cursor_.is_word("a")) return skip(1);
    if (cursor_.is_stem("użyt")) return skip(1);
    if (cursor_.is_word("na") && cursor_.is_word("końcu", 1)) {
      at_end_ = true;
      return skip(2);
    }
    return skip_forms();
  }
  // „w różnej liczbie i różnym przypadku”, „w odpowiedniej liczbie i odpowiednim przypadku”: ZTP § 88.
  bool skip_forms() {
    if (!cursor_.is_word("w") && !cursor_.is_word("we")) return false;
    if (!cursor_.is_stem("różn", 1) && !cursor_.is_stem("odpowiedni", 1)) return false;
    all_forms_ = true;
    skip(2);
    while (cursor_.is_stem("liczb") || cursor_.is_stem("przypad") || cursor_.is_word("i") || cursor_.is_stem("różn") ||
           cursor_.is_stem("odpowiedni"))
      skip(1);
    return true;
  }
  bool skip(std::size_t count) {
    cursor_.at += count;
    return true;
  }
  bool skip_word(std::string_view word) { return cursor_.is_word(word) && skip(1); }

  void fail(std::string message) {
    const Token* token = cursor_.peek();
    const std::size_t at = token != nullptr ? token->where.begin : last_place();
    out_.faults.push_back({at, "not-understood", std::move(message), true});
    failed_ = true;
  }
  void warn(std::size_t at, std::string code, std::string message) {
    out_.faults.push_back({at, std::move(code), std::move(message), false});
  }
  std::size_t last_place() const { return cursor_.tokens.empty() ? 0 : cursor_.tokens.back().where.begin; }

  bool at_preposition(std::size_t ahead) const {
    return cursor_.is_word("w", ahead) || cursor_.is_word("we", ahead) || cursor_.is_word("do", ahead);
  }
  bool at_separator(std::size_t ahead) const {
    return cursor_.is(TokenKind::comma, ahead) || cursor_.is_word("i", ahead) || cursor_.is_word("oraz", ahead);
  }

  // One more group for `list`, with its separator and preposition; false with the cursor unmoved when there is none.
  bool read_group_into(TargetList& list, bool first) {
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
    list.add(*group, separated || (first && separated_ && &list == &targets_));
    separated_ = false;
    cursor_ = trial;
    return true;
  }
  // "w 25 w ust. 3": a number where only a § can stand. Real acts lose the sign.
  std::optional<Group> read_lost_section(Cursor& trial, const TargetList& list) {
    if (!trial.is(TokenKind::number) || !list.last().empty()) return std::nullopt;
    const auto number = law::parse_ordinal(trial.peek()->text);
    if (!number || number->value == 0) return std::nullopt;
    warn(trial.peek()->where.begin, "lost-section-sign",
         "\"§\" is missing before " + trial.peek()->text + "; it was read as § " + trial.peek()->text);
    ++trial.at;
    return Group{Level::section, {*number}};
  }
  bool read_chain() {
    if (!read_group_into(targets_, true)) return false;
    do {
      if (at_preposition(0)) read_part();
    } while (read_group_into(targets_, false));
    return true;
  }
  // Targets named after a verb; none: empty.
  std::vector<Target> read_named() {
    TargetList list(anchor_ ? *anchor_ : targets_.last());
    if (!read_group_into(list, true)) return {};
    while (read_group_into(list, false)) {
    }
    return list.targets();
  }

  // „w załączniku nr 1 do zarządzenia”: the items below speak of that annex.
  bool read_container() {
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
  bool at_preposition_to_level() const { return at_preposition(0) && cursor_.is(TokenKind::level, 1); }

  // A part of a provision: the words before or after a list, a sentence, a title.
  bool read_part() {
    const std::size_t at = at_preposition(0) ? 1 : 0;
    if (cursor_.is_stem("wprowadzeni", at) && cursor_.is_word("do", at + 1) && cursor_.is_stem("wyliczeni", at + 2))
      return narrow(Part::introduction, at + 3);
    if (cursor_.is_stem("zdani", at) && cursor_.is_stem("wstępn", at + 1)) return narrow(Part::introduction, at + 2);
    if (at == 1 && cursor_.is_stem("wstęp", 1)) return narrow(Part::introduction, 2);
    if (cursor_.is_stem("częś", at) && cursor_.is_stem("wspóln", at + 1))
      return narrow(Part::closing, at + (cursor_.is_stem("wyliczeni", at + 2) ? 3 : 2));
    if (cursor_.is_stem("tytu", at) && cursor_.is(TokenKind::level, at + 1)) return read_title(at);
    if (!cursor_.is_stem("zdani", at) || !cursor_.is(TokenKind::word, at + 1)) return false;
    const auto number = ordinal_word(cursor_.peek(at + 1)->text);
    if (!number) return false;
    sentence_ = *number;
    return narrow(Part::sentence, at + 2);
  }
  bool narrow(Part part, std::size_t tokens) {
    // „w lit. d i w części wspólnej”: of which list is not said, so it is not guessed.
    if (separated_ && targets_.named() && part != Part::title) {
      warn(cursor_.peek()->where.begin, "part-left-out",
           "a part named beside other targets was left out of the change");
      separated_ = false;
      return skip(tokens);
    }
    targets_.narrow(part, sentence_);
    return skip(tokens);
  }
  // „tytuł rozdziału 6”
  bool read_title(std::size_t at) {
    skip(at + 1);
    if (!read_group_into(targets_, true)) return false;
    return narrow(Part::title, 0);
  }

  bool at_words(std::size_t ahead) const {
    for (std::string_view stem : {"wyraz", "słow", "liczb", "kwot", "określeni", "cyfr"})
      if (cursor_.is_stem(stem, ahead) && cursor_.is(TokenKind::quotation, ahead + 1)) return true;
    return false;
  }
  std::string quoted(std::size_t ahead) const {
    std::string words(source_.text(cursor_.peek(ahead)->quotation->inside));
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
  }

  bool read_words() {
    if (!at_words(0)) return false;
    words_ = quoted(1);
    return skip(2);
  }
  bool read_anchor() {
    if (!cursor_.is_word("po") && !cursor_.is_word("przed")) return false;
    if (at_words(1)) {
      before_ = cursor_.is_word("przed");
      anchor_words_ = quoted(2);
      return skip(3);
    }
    Cursor trial = cursor_;
    ++trial.at;
    const auto group = read_group(trial);
    if (!group || before_) return false;
    anchor_ = resolve(targets_.last(), *group).back();
    cursor_ = trial;
    return true;
  }

  bool read_punctuation() {
    const auto old_mark = mark_named(cursor_);
    if (!old_mark || !cursor_.is_word("zastępuje", 1) || !cursor_.is_word("się", 2)) return false;
    const auto new_mark = mark_named(cursor_, 3);
    if (!new_mark) return false;
    const Citation target = anchor_ ? *anchor_ : targets_.last();
    out_.changes.push_back(law::Punctuation{target, *old_mark, *new_mark});
    punctuated_ = target;
    return skip(4);
  }

  bool read_verb() {
    if (cursor_.is_stem("otrzymuj")) return read_replace();
    if ((cursor_.is_word("uchyla") || cursor_.is_stem("skreśl")) && cursor_.is_word("się", 1)) return read_repeal();
    if (cursor_.is_word("uchyla") || cursor_.is_word("skreśla")) return read_repeal();
    if (cursor_.is_word("dodaje")) return read_addition();
    if (cursor_.is_word("zastępuje") && cursor_.is_word("się", 1)) return read_word_replacement();
    if (cursor_.is_stem("dotychczasow")) return read_renumber();
    return false;
  }

  Payload payload(const std::vector<Target>& targets) {
    while (cursor_.is(TokenKind::colon) || cursor_.is_word("następujące") || cursor_.is_word("następującym")) skip(1);
    if (!cursor_.is(TokenKind::quotation)) {
      fail("the new text in quotation marks is missing");
      return {};
    }
    const Quotation& quotation = *cursor_.peek()->quotation;
    skip(1);
    return read_payload_(quotation, targets);
  }

  // A chapter is quoted with its §§: they are given as well.
  static void add_sections_of_chapter(std::vector<Target>& targets, const Payload& payload) {
    if (targets.empty() || targets.front().citation.back().level > Level::chapter) return;
    for (const law::Provision& provision : payload.provisions)
      if (provision.step.level > Level::chapter) targets.push_back({Citation({provision.step}), Part::whole, 0});
  }

  bool read_replace() {
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
  // The subject of that sentence is named in free words: „Schemat graficzny …, stanowiący załącznik do Regulaminu”.
  bool skip_annex_subject() {
    if (targets_.named()) return false;
    for (std::size_t ahead = 0; cursor_.peek(ahead + 2) != nullptr; ++ahead) {
      if (!cursor_.is_stem("otrzymuj", ahead) || !cursor_.is_word("brzmienie", ahead + 1)) continue;
      return cursor_.is_stem("określon", ahead + 2) && skip(ahead);
    }
    return false;
  }
  // „załącznik nr 2 … otrzymuje brzmienie określone w załączniku do niniejszego zarządzenia”: ZTP § 87a.
  bool read_annex(std::size_t begin, std::size_t verb) {
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

  bool read_repeal() {
    skip(1);
    skip_word("się");
    if (cursor_.is_word("w") && cursor_.is_word("całości", 1)) skip(2);
    if (cursor_.is_stem("załącznik")) return read_annex_repeal();
    read_words_target();
    if (at_words(0)) {
      out_.changes.push_back(law::DeleteWords{targets_.targets(), quoted(1), all_forms_});
      return skip(2) && finish_change();
    }
    const bool part = read_part();
    const std::vector<Target> named = part ? targets_.targets() : read_named();
    if (named.empty() && !targets_.named()) return false;
    out_.changes.push_back(law::Repeal{named.empty() ? targets_.targets() : named});
    return finish_change();
  }
  // „skreśla się użyte w …, w różnym przypadku, wyrazy „A””: the places come after the verb.
  void read_words_target() {
    if (!cursor_.is_stem("użyt")) return;
    skip(1);
    read_chain();
    while (cursor_.is(TokenKind::comma) || skip_forms())
      if (cursor_.is(TokenKind::comma)) skip(1);
  }
  bool read_annex_repeal() {
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

  bool read_addition() {
    skip(1);
    skip_word("się");
    if (anchor_words_ || at_words(0) || mark_named(cursor_)) return read_word_addition();
    const bool part = read_part();
    const std::vector<Target> named = part ? targets_.targets() : read_named();
    if (named.empty()) return false;
    auto targets = named;
    if (!skip_word("w") || (!skip_word("brzmieniu") && !(skip_word("następującym") && skip_word("brzmieniu")))) {
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
  // „po wyrazach „A” dodaje się wyrazy „B””, „na końcu dodaje się wyrazy „B””, „dodaje się przecinek i wyrazy „B””.
  bool read_word_addition() {
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
    }
    if (!at_words(0)) return false;
    added += quoted(1);
    skip(2);
    out_.changes.push_back(law::InsertWords{targets_.targets(), anchor_words_.value_or(""), before_, std::move(added)});
    return finish_change();
  }

  bool read_word_replacement() {
    if (!words_) return false;
    skip(2);
    if (cursor_.is_stem("użyt")) skip(1);
    skip_forms();
    if (!at_words(0)) return false;
    out_.changes.push_back(law::ReplaceWords{targets_.targets(), *words_, quoted(1), all_forms_});
    words_.reset();
    return skip(2) && finish_change();
  }

  // „dotychczasową treść oznacza się jako ust. 1 i dodaje się ust. 2 w brzmieniu: …”
  bool read_renumber() {
    skip(1);
    if (cursor_.is_stem("treś")) skip(1);
    if (cursor_.is(TokenKind::level)) read_chain();
    const bool marked = skip_word("oznacza") && skip_word("się") && skip_word("jako");
    if (!marked && !(skip_word("otrzymuje") && skip_word("oznaczenie"))) return false;
    const Citation from = targets_.last();
    TargetList list(from);
    if (!read_group_into(list, true)) return false;
    out_.changes.push_back(law::Renumber{from, list.last()});
    return true;
  }

  // What was said of the last change does not hold for the next one in the same sentence.
  bool finish_change() {
    anchor_.reset();
    anchor_words_.reset();
    punctuated_.reset();
    targets_.widen();
    before_ = at_end_ = all_forms_ = false;
    return true;
  }

  const Source& source_;
  Cursor cursor_;
  TargetList targets_;
  const PayloadReader& read_payload_;
  Command out_;
  std::optional<Citation> anchor_, punctuated_;
  std::optional<std::string> words_, anchor_words_;
  unsigned sentence_ = 0;
  bool before_ = false, at_end_ = false, all_forms_ = false, failed_ = false, separated_ = false;
};

}  // namespace

Command read_command(const Source& source, std::span<const Token> tokens, const Citation& context,
                     const PayloadReader& read_payload) {
  if (tokens.empty()) return {context, std::nullopt, {}, {}};
  return Reader(source, tokens, context, read_payload).run();
}

}  // namespace kto::parse
