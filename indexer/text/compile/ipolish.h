// Ipolish: the word list of SJP.PL (Debian's ipolish) expanded to all its forms.
//
// polish.mwl holds a lemma and its flags a line: "poczta/Mm". polish.aff says what a flag means, a rule a line, letters
// in upper case standing for either case:
//
//   flag *X:
//   L I    >  -I,EGO      a word ending in "li" loses "i" and takes "ego"
//   [^L] I >  EGO         any other word in "i" only takes "ego"
//
// The one prefix, flag b, puts "nie" before every form; such a form has the lemma "nie" + lemma, never the affirmative.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kto::text {

class Ipolish {
 public:
  struct Form {
    std::string_view form, lemma;  // lower case; valid during the call only
    bool is_name = false;          // the lemma has a capital letter
    bool is_acronym = false;       // it has no other letters
  };
  using Visit = std::function<void(const Form&)>;

  explicit Ipolish(std::string_view affixes);
  // Every form of every line of the word list, the lemmas themselves included; some come more than once.
  void for_each(std::string_view word_list, const Visit& visit) const;

 private:
  struct Letter {
    bool negated = false;
    std::u32string set;  // empty and negated: any letter
  };
  struct Rule {
    std::vector<Letter> ending;
    std::u32string strip, add;
  };

  static Rule parse_rule(std::string_view ending, std::string_view change);
  static std::vector<Letter> parse_ending(std::string_view text);
  static bool fits(const Rule& rule, const std::u32string& word);
  void expand(std::string_view line, const Visit& visit) const;

  std::array<std::vector<Rule>, 128> rules_;  // by flag
};

}  // namespace kto::text
