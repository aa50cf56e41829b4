// Misspelt, shortened, joined and split words, on the law of Lublin.
#include <fstream>
#include <iostream>

#include "indexer/text/concepts.h"
#include "searchd/search.h"
#include "searchd/search_spelling.h"
#include "searchd/search_words.h"
#include "tests/search/lublin.h"
#include "tests/support/catch.h"

namespace kto::searchd {
namespace {

const store::Reader& index() {
  return test::lublin_index().reader();
}

std::set<std::string> lemmas_of(const QueryWord& word) {
  std::set<std::string> lemmas(word.lemmas.begin(), word.lemmas.end());
  lemmas.insert(word.folded.begin(), word.folded.end());
  lemmas.insert(word.meant.begin(), word.meant.end());
  return lemmas;
}

std::string lemma_of(const std::string& word) {
  for (const text::Token& token : text::tokenize(word)) return index().analyser().index_readings(token).front().lemma;
  return "";
}

TEST_CASE("misspelt words find what the right ones find") {
  std::ifstream lines("tests/text/data/typos.tsv");
  REQUIRE(lines);
  unsigned words = 0, found = 0;
  std::string typed, right, missed;
  while (lines >> typed >> right) {
    ++words;
    const text::Token token = text::tokenize(typed).front();
    // Without its diacritics the analysis knows the word itself.
    text::Lemmas understood = text::concept_lemmas(index().analyser(), token);
    if (const auto respelling = respell(index(), token))
      understood = {respelling->lemmas.begin(), respelling->lemmas.end()};
    if (understood.contains(lemma_of(right)))
      ++found;
    else
      missed += " " + typed + "/" + right;
  }
  // The others are words of the language, which are left as they are: stancja, szklenie, uprawienia, napawa.
  std::cout << "typos: " << found << " of " << words << " found, missed:" << missed << "\n";
  CHECK(words == 66);
  CHECK(found >= 62);
}

TEST_CASE("words of the language, names, numbers and marks are never changed") {
  for (const char* q : {"drzewo", "kino", "prawo jazdy", "IT-ESS", "2023", "40a", "§ 16 ust. 1 pkt 88", "kot", "ab",
                        "napisałem do pana Beridzego", "rozmawiałam z Walentyną Xiękniewską", ""}) {
    INFO(q);
    CHECK_FALSE(understand(index(), q, "lublin").respelt);
  }
}

TEST_CASE("what was meant is said") {
  struct Row {
    const char* typed;
    const char* meant;
  };
  const std::vector<Row> rows{
      {"drukrka nie dziala", "drukarka nie dziala"},   {"DRUKRKA", "drukarka"},
      {"Drukrka w pokoju 12", "drukarka w pokoju 12"}, {"rejstr uprawnien", "rejestr uprawnien"},
      {"rejestr upraw nien", "rejestr uprawnien"},     {"szkol enie dla nas", "szkolenie dla nas"},
      {"drukarka niedziala!", "drukarka nie dziala!"}, {"wi fi", "wifi"},
  };
  for (const Row& row : rows) {
    INFO(row.typed);
    CHECK(understand(index(), row.typed, "lublin").respelt.value_or("") == row.meant);
  }
}

TEST_CASE("shortened words are the words of the index that begin so") {
  const Question question = understand(index(), "przygot umów syst", "lublin");
  REQUIRE(question.words.size() == 3);
  CHECK(lemmas_of(question.words[0]).contains("przygotować"));
  CHECK(lemmas_of(question.words[2]).contains("system"));
  CHECK_FALSE(question.respelt);
}

TEST_CASE("after what somebody asks says less than for what") {
  const auto shares = [](const std::string& q) {
    std::string out;
    for (const QueryWord& word : understand(index(), q, "lublin").words) out += word.share < 1 ? '-' : '+';
    return out;
  };
  CHECK(shares("prawo jazdy po zmianie nazwiska żony") == "++--+");
  CHECK(shares("po rozwodzie nowy dowód") == "-+");
  CHECK(shares("odszkodowanie po wypadku na drodze") == "+-+");
  CHECK(shares("raty podatku w związku z utratą pracy") == "++---");  // "związku" is of asking
  CHECK(shares("raty podatku z powodu choroby") == "++--");
  CHECK(shares("po zmianie nazwiska") == "++");  // there is nothing else
  CHECK(shares("co załatwić po śmierci brata") == "-++");
  CHECK(shares("kto sprząta po psach") == "++");
}

TEST_CASE("the answer says what was meant, also when it is none") {
  WhoQuery query;
  query.q = "administrwoanie poczta elektornicznej";
  query.as_of = test::day("2024-06-01");
  query.office = "lublin";
  const Answer answer = who(index(), query);
  CHECK(answer.did_you_mean == "administrowanie poczta elektronicznej");
  REQUIRE_FALSE(answer.answers.empty());
  CHECK(answer.answers.front().holder.unit->code == "IT-ES");
  query.q = "przedszole";
  CHECK(who(index(), query).answers.empty());
}

// "word>what it was taken for+what was searched beside" of each word that is corrected or added to.
std::string changed_words(const std::string& q, const AsTyped& as_typed) {
  WhoQuery query;
  query.q = q;
  query.as_of = test::day("2024-06-01");
  query.office = "lublin";
  query.as_typed = as_typed;
  std::string out;
  for (const UnderstoodWord& word : who(index(), query).understood) {
    if (!word.corrected && word.also.empty()) continue;
    out += (out.empty() ? "" : " ") + word.word;
    if (word.corrected)
      for (const auto& lemma : word.as) out += ">" + lemma;
    for (const auto& phrase : word.also) out += "+" + phrase;
  }
  return out;
}

TEST_CASE("what is to be taken as typed is neither mended nor added to") {
  const std::string mail = changed_words("mail", {});
  REQUIRE(mail.find("+poczta elektroniczna") != std::string::npos);
  const std::string printer = changed_words("drukrka", {});
  REQUIRE(printer.starts_with("drukrka>drukarka+"));
  const struct {
    const char* q;
    AsTyped as_typed;
    std::string words;
  } rows[] = {
      {"drukrka", {"drukrka", ""}, ""}, {"drukrka", {"Drukrka, mail", ""}, ""},  {"drukrka", {"drukarka", ""}, printer},
      {"mail", {"mail", ""}, ""},       {"mail drukrka", {"mail", ""}, printer}, {"mail", {"", "skrzynka"}, mail},
  };
  for (const auto& row : rows) {
    CAPTURE(row.q, row.as_typed.exact, row.as_typed.without);
    CHECK(changed_words(row.q, row.as_typed) == row.words);
  }
  CHECK(changed_words("mail", {"", " poczta elektroniczna ;x"}).find("+poczta elektroniczna") == std::string::npos);
  CHECK_FALSE(understand(index(), "upraw nien", "lublin", {"upraw nien", ""}).respelt);
  CHECK_FALSE(understand(index(), "niedziala poczta", "lublin", {"niedziala", ""}).respelt);
}

}  // namespace
}  // namespace kto::searchd
