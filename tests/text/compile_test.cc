#include <map>
#include <set>
#include <string>

#include "indexer/text/compile/cfsa2.h"
#include "indexer/text/compile/ipolish.h"
#include "indexer/text/compile/polimorf_tags.h"
#include "indexer/text/compile/word_lists.h"
#include "tests/support/catch.h"

using namespace kto::text;

namespace {

// A file in format CFSA2 with one key: a chain of arcs, each behind the other.
std::string cfsa2_with(std::string_view key) {
  std::string file("\\fsa\xC6\0\0\x01\0", 9);
  file += std::string("\xC0\0", 2);
  for (char c : key.substr(0, key.size() - 1)) {
    file += '\xC0';
    file += c;
  }
  file += '\x60';
  file += key.back();
  file += '\0';
  return file;
}

std::string entries(const std::string& file) {
  std::string out;
  Cfsa2(file).for_each([&](const Cfsa2::Entry& entry) {
    out.append(entry.form).append(" ").append(entry.lemma).append(" ").append(entry.tags).append("\n");
  });
  return out;
}

}  // namespace

TEST_CASE("entries of polish.dict") {
  CHECK(entries(cfsa2_with("pocztą;ACa;subst:sg:inst:f")) == "pocztą poczta subst:sg:inst:f\n");
  CHECK(entries(cfsa2_with("najlepszy;@@dobry;adj")) == "najlepszy dobry adj\n");  // 'A' - 1 = 255: all cut
  const Cfsa2 dictionary(cfsa2_with("pocztą;ACa;subst"));
  CHECK(dictionary.contains("pocztą"));
  CHECK_FALSE(dictionary.contains("poczt"));
  CHECK_FALSE(dictionary.contains("pocztąa"));
}

TEST_CASE("a broken polish.dict is refused") {
  CHECK_THROWS(Cfsa2("not a dictionary"));
  CHECK_THROWS(entries(cfsa2_with("pocztą;ZZa;subst")));  // cuts more than there is
  const std::string whole = cfsa2_with("pocztą;ACa;subst");
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK_THROWS(entries(whole.substr(0, size)));
}

TEST_CASE("forms by ipolish's rules") {
  const Ipolish ipolish(
      "flag *x:\n.>NEVER  # before \"suffixes\": not ours\n"
      "suffixes\nflag *X:  # adjectives\n"
      "[^L] I\t>\tEGO\nL I > -I,EGO\nY > -Y,EGO\n"
      "flag *N:\n[^AĆ] > OM\nĆ > -Ć,CIOM\nK A > -KA,-\n. > Ó\n");
  std::string out;
  ipolish.for_each("miły/X\nmali/X\ndrogi/Xb\nchęć/N\nmatka/N\r\nLublin/N\nVAT\n\n", [&](const Ipolish::Form& form) {
    out.append(form.form).append("<").append(form.lemma).append(form.is_acronym ? "!!" : form.is_name ? "! " : " ");
  });
  CHECK(out ==
        "miły<miły miłego<miły mali<mali malego<mali drogi<drogi niedrogi<niedrogi drogiego<drogi "
        "niedrogiego<niedrogi chęć<chęć chęciom<chęć chęćó<chęć matka<matka mat<matka matkaó<matka "
        "lublin<lublin! lublinom<lublin! lublinó<lublin! vat<vat!!");
  CHECK_THROWS(Ipolish("suffixes\nflag *X:\n[^L > A\n"));
  CHECK_THROWS(Ipolish("nothing"));
}

TEST_CASE("word classes of PoliMorf's tags") {
  struct Row {
    std::string tags, classes;
  };
  const Row rows[] = {
      {"subst:sg:nom:f", "S"},
      {"subst:pl:gen:f+depr:pl:nom:m2+adj:sg:nom:m1:pos", "SA"},
      {"ger:sg:nom.acc:n2:perf:aff", "G"},
      {"ger:sg:gen:n2:perf:neg:refl", "g"},
      {"ppas:pl:acc:m1:perf:neg+pact:sg:nom:f:imperf:aff", "pP"},
      {"pcon:imperf", "V"},
      {"brev:pun", "B"},
      {"interj+prep:acc", "O"},
      {"adja", "A"},
      {"", "O"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.tags);
    std::string classes;
    for (WordClass word_class : word_classes(row.tags)) classes += static_cast<char>(word_class);
    CHECK(classes == row.classes);
  }
  CHECK(negated_kinds("ppas:sg:nom.voc:m1.m2.m3:perf:neg", true).size() == 1);
  CHECK(negated_kinds("ppas:sg:nom.voc:f:perf:neg", true).empty());
  CHECK(negated_kinds("ppas:sg:nom.voc:f:perf:neg", false).size() == 1);
  CHECK(negated_kinds("ppas:sg:nom.voc:m1:perf:aff", false).empty());
}

TEST_CASE("word lists") {
  const auto entries = parse_supplement("# note\nParklet\tS\tparkletu parklecie\n\nvpn\tN\n");
  REQUIRE(entries.size() == 4);
  CHECK(entries[0].form == "parklet");
  CHECK(entries[2].form == "parklecie");
  CHECK(entries[2].lemma == "parklet");
  CHECK(entries[3].word_class == WordClass::name);
  CHECK_THROWS_WITH(parse_supplement("a S\nparklet parkletu\n"), "supplement.tsv:2: no word class: parklet parkletu");
  CHECK_THROWS(parse_supplement("parklet Z x\n"));
  CHECK(parse_words("# not this\na B\nc") == std::unordered_set<std::string>{"a", "b", "c"});
}
