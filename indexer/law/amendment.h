// Amendment (zmiana): one change commanded by an amending act. A variant, so that a new kind does not compile until
// every stage handles it. The formulas: Zasady techniki prawodawczej § 82-95.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/law/provision.h"

namespace kto::law {

// What of a provision is meant.
enum class Part : std::uint8_t {
  whole,
  introduction,  // wprowadzenie do wyliczenia: the words before the list
  closing,       // część wspólna: the words after it
  sentence,      // zdanie N
  title,         // of the act or of a chapter
};

struct Target {
  Citation citation;
  Part part = Part::whole;
  unsigned sentence = 0;  // with Part::sentence: 1 for "zdanie pierwsze"; 0: one more at the end
  auto operator<=>(const Target&) const = default;
};

// „§ 16 otrzymuje brzmienie: …”; several targets: „§ 15 i 16 otrzymują brzmienie: …”.
struct Replace {
  std::vector<Target> targets;
  std::vector<Provision> provisions;  // one for each whole target, found by label
  std::string text;                   // for parts, which are quoted without a label
  bool operator==(const Replace&) const = default;
};
// „po pkt 1 dodaje się pkt 1a w brzmieniu: …”
struct Insert {
  Citation anchor;
  std::vector<Target> targets;
  std::vector<Provision> provisions;
  std::string text;
  bool operator==(const Insert&) const = default;
};
// „dodaje się pkt 14-18 w brzmieniu: …”, at the end of the unit that holds them.
struct Append {
  std::optional<Citation> anchor;
  std::vector<Target> targets;
  std::vector<Provision> provisions;
  std::string text;
  bool operator==(const Append&) const = default;
};
// „uchyla się pkt 5”
struct Repeal {
  std::vector<Target> targets;
  bool operator==(const Repeal&) const = default;
};
// „użyte w … wyrazy „A” zastępuje się wyrazami „B””
struct ReplaceWords {
  std::vector<Target> targets;
  std::string old_words, new_words;
  bool all_forms = false;  // „w różnej liczbie i różnym przypadku”, ZTP § 88
  bool operator==(const ReplaceWords&) const = default;
};
// „skreśla się wyrazy „A””
struct DeleteWords {
  std::vector<Target> targets;
  std::string old_words;
  bool all_forms = false;
  bool operator==(const DeleteWords&) const = default;
};
// „po wyrazach „A” dodaje się wyrazy „B””; no anchor words: at the end („na końcu dodaje się wyrazy „B””).
struct InsertWords {
  std::vector<Target> targets;
  std::string anchor_words;
  bool before = false;  // „przed wyrazami „A””
  std::string new_words;
  bool operator==(const InsertWords&) const = default;
};
// „dotychczasową treść oznacza się jako ust. 1”
struct Renumber {
  Citation from, to;
  bool operator==(const Renumber&) const = default;
};
// „w pkt 9 kropkę zastępuje się średnikiem”: the stop at the end of the former last point.
struct Punctuation {
  Citation target;
  std::string old_mark, new_mark;
  bool operator==(const Punctuation&) const = default;
};
// „załącznik … otrzymuje brzmienie określone w załączniku do zarządzenia”
struct ReplaceAnnex {
  std::string annex;  // what is replaced, in the words of the act
  std::string by;     // „określone w załączniku do zarządzenia”
  std::string name;  // what is replaced, as a Document names annexes: "załącznik nr 2"; empty when it has no such name
  std::string by_name;  // the annex of the amending act that holds the new text
  bool repealed = false;
  bool operator==(const ReplaceAnnex&) const = default;
};

using Change = std::variant<Replace, Insert, Append, Repeal, ReplaceWords, DeleteWords, InsertWords, Renumber,
                            Punctuation, ReplaceAnnex>;

// replace insert append repeal replace_words delete_words insert_words renumber punctuation replace_annex
std::string_view kind(const Change& change);
// The targets after ranges and lists are expanded, printed as citations.
std::vector<std::string> targets(const Change& change);

struct Amendment {
  Document document;  // which text is amended
  Citation place;     // in the amending act itself: § 1 pkt 1 lit. a tiret 2
  Lines lines;
  std::optional<Date> effective;  // none: the act's entry into force is not known
  Change change;
  bool correction = false;  // sprostowanie błędu: the words are as they should have been from the first day
  bool operator==(const Amendment&) const = default;
};

}  // namespace kto::law
