// CommandReader: the state of reading one amending sentence, left to right. Targets (command.cc) are gathered until a
// verb (command_changes.cc) says what becomes of them; a sentence may hold several changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/parse/command.h"
#include "indexer/parse/target_list.h"

namespace kto::parse {

class CommandReader {
 public:
  CommandReader(const Source& source, std::span<const Token> tokens, const law::Citation& context,
                const PayloadReader& payload)
      : source_(source), cursor_{tokens}, targets_(context), read_payload_(payload) {
    out_.context = context;
  }

  Command run();

 private:
  void step();
  bool skip_filler();
  // „w różnej liczbie i różnym przypadku”, „w odpowiedniej liczbie i odpowiednim przypadku”: ZTP § 88.
  bool skip_forms();
  bool skip(std::size_t count) {
    cursor_.at += count;
    return true;
  }
  bool skip_word(std::string_view word) { return cursor_.is_word(word) && skip(1); }
  void fail(std::string message);
  void warn(std::size_t at, std::string code, std::string message);
  std::size_t last_place() const { return cursor_.tokens.empty() ? 0 : cursor_.tokens.back().where.begin; }
  bool at_preposition(std::size_t ahead) const {
    return cursor_.is_word("w", ahead) || cursor_.is_word("we", ahead) || cursor_.is_word("do", ahead);
  }
  bool at_separator(std::size_t ahead) const {
    return cursor_.is(TokenKind::comma, ahead) || cursor_.is_word("i", ahead) || cursor_.is_word("oraz", ahead);
  }
  // One more group for `list`, with its separator and preposition; false with the cursor unmoved when there is none.
  bool read_group_into(TargetList& list, bool first);
  // "w 25 w ust. 3": a number where only a § can stand. Real acts lose the sign.
  std::optional<Group> read_lost_section(Cursor& trial, const TargetList& list);
  bool read_chain();
  // Targets named after a verb; none: empty.
  std::vector<law::Target> read_named();
  // „w załączniku nr 1 do zarządzenia”: the items below speak of that annex.
  bool read_container();
  bool at_preposition_to_level() const { return at_preposition(0) && cursor_.is(TokenKind::level, 1); }
  // A part of a provision: the words before or after a list, a sentence, a title.
  bool read_part();
  unsigned sentence_number(std::size_t ahead) const;
  bool narrow(law::Part part, std::size_t tokens);
  bool read_whole_document();
  bool read_document_of_target();
  // „tytuł rozdziału 6”
  bool read_title(std::size_t at);
  bool at_words(std::size_t ahead) const;
  std::string quoted(std::size_t ahead) const;
  bool read_words();
  bool read_anchor();
  bool read_punctuation();
  bool read_verb();
  Payload payload(const std::vector<law::Target>& targets);
  // A chapter is quoted with its §§: they are given as well.
  static void add_sections_of_chapter(std::vector<law::Target>& targets, const Payload& payload);
  bool read_replace();
  // The subject of that sentence is named in free words: „Schemat graficzny …, stanowiący załącznik do Regulaminu”.
  bool skip_annex_subject();
  // „załącznik nr 2 … otrzymuje brzmienie określone w załączniku do niniejszego zarządzenia”: ZTP § 87a.
  bool read_annex(std::size_t begin, std::size_t verb);
  bool read_annex_addition();
  bool read_repeal();
  // „skreśla się użyte w …, w różnym przypadku, wyrazy „A””: the places come after the verb.
  void read_words_target();
  bool read_annex_repeal();
  bool read_addition();
  // „po wyrazach „A” dodaje się wyrazy „B””, „na końcu dodaje się wyrazy „B””, „dodaje się przecinek i wyrazy „B””.
  bool read_word_addition();
  // „dodaje się zdanie w brzmieniu”: at the end, whatever its number.
  bool read_unnumbered_sentence();
  bool read_word_replacement();
  bool replace_words();
  // „dotychczasową treść oznacza się jako ust. 1 i dodaje się ust. 2 w brzmieniu: …”
  bool read_renumber();
  // „jako ust. 1”, „jako § 9 ust. 1”, „numerem 4”
  bool read_new_number(TargetList& list);
  void renumber_all(const std::vector<law::Target>& from, const std::vector<law::Target>& to);
  // What was said of the last change does not hold for the next one in the same sentence.
  bool finish_change();

  const Source& source_;
  Cursor cursor_;
  TargetList targets_;
  const PayloadReader& read_payload_;
  Command out_;
  std::optional<law::Citation> anchor_, punctuated_;
  std::optional<std::string> words_, anchor_words_;
  unsigned sentence_ = 0;
  std::size_t changes_before_chain_ = 0;  // how many there were when the targets were named
  bool before_ = false, at_end_ = false, all_forms_ = false, failed_ = false, separated_ = false;
};

}  // namespace kto::parse
