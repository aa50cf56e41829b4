#include "indexer/text/analysis.h"

#include <string>
#include <thread>

#include "indexer/text/dictionary.h"
#include "indexer/text/guess.h"
#include "indexer/text/normalize.h"
#include "tests/support/catch.h"

using namespace kto::text;

namespace {

const Analyser& analyser() {
  static const Analyser kAnalyser(Dictionary::open(default_dictionary_path()));
  return kAnalyser;
}

// "=" exact, "~" folded, "?" guessed, "!" unknown.
std::string shown(const std::vector<Reading>& readings) {
  std::string out;
  for (const Reading& reading : readings)
    out += (out.empty() ? "" : " ") + reading.lemma + "=~?!"[static_cast<int>(reading.how)];
  return out;
}

Token token_of(const std::string& text) {
  const auto tokens = tokenize(text);
  REQUIRE(tokens.size() == 1);
  return tokens.front();
}

}  // namespace

TEST_CASE("readings of words") {
  struct Row {
    std::string word, index, query;
  };
  const Row rows[] = {
      // the words of the first question
      {"pocztą", "poczta=", "poczta="},
      {"POCZTY", "poczet= poczt= poczta=", "poczet= poczt= poczta="},
      {"elektroniczna", "elektroniczny=", "elektroniczny="},
      {"administrowania", "administrować=", "administrować="},
      {"zarządzania", "zarządzanie= zarządzać=", "zarządzanie= zarządzać="},
      // negation stays
      {"nieodpłatnej", "nieodpłatny=", "nieodpłatny="},
      {"niezgłoszonych", "niezgłoszony=", "niezgłoszony="},
      // typed without diacritics
      {"zgloszen", "zgloszen!", "zgłoszenie~"},
      {"zgłoszen", "zgloszen!", "zgłoszenie~"},
      {"sad", "sad=", "sad= sąd~"},
      {"sąd", "sąd=", "sąd="},
      {"urzad", "urzad!", "urząd~"},
      {"lodz", "lodz!", "lodzić~ łódź~"},
      // names and acronyms
      {"Lublinie", "lublin=", "lublin="},
      {"PESEL", "pesel=", "pesel="},
      {"PESEL-u", "pesel=", "pesel="},
      {"Kennedy'ego", "kennedy? kennedy'ego!", "kennedy? kennedy'ego!"},
      // with a hyphen
      {"e-maila", "e-mail=", "e-mail="},
      {"wi-fi", "wifi=", "wifi="},
      {"e-doręczeń", "e-doręczenie=", "e-doręczenie="},
      {"e-wnioskami", "e-wniosek? e-wnioskami!", "e-wniosek? e-wnioskami!"},
      // not in the dictionary
      {"cybertablicami", "cybertablica? cybertablice? cybertablicami!", "cybertablica? cybertablice? cybertablicami!"},
      {"geomapach", "geomapa? geomapach!", "geomapa? geomapach!"},
      {"smartowania", "smartować? smartowania!", "smartować? smartowania!"},
      {"smartowac", "smartować? smartowac!", "smartować? smartowac!"},
      {"foobaracją", "foobaracja?", "foobaracja?"},
      {"xyzzy", "xyzzy!", "xyzzy!"},
      // not words
      {"IT-ES", "IT-ES=", "IT-ES="},
      {"2024", "2024=", "2024="},
      {"§16 ust 1", "§ 16 ust. 1=", "§ 16 ust. 1="},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    const Token token = token_of(row.word);
    CHECK(shown(analyser().index_readings(token)) == row.index);
    CHECK(shown(analyser().query_readings(token)) == row.query);
  }
}

TEST_CASE("what is written is found by itself, folded, capitalised and in capitals") {
  const std::string text =
      "Administrowanie systemem poczty elektronicznej, zgłoszeń użytkowników i nieodpłatnej pomocy prawnej; "
      "współpraca z cyberzagrożeniówką oraz obsługa e-doręczeń na podstawie § 16 ust. 1 pkt 8 w IT-ES-II.";
  for (const Token& token : tokenize(text)) {
    const auto indexed = analyser().index_readings(token);
    const std::string written = text.substr(token.begin, token.end - token.begin);
    for (const std::string& typed : {written, lower(written), upper(written), fold(written)}) {
      // Without its diacritics a letter may make two tokens of one citation or none; words and codes stay one.
      if (token.kind == TokenKind::citation && typed == fold(written)) continue;
      CAPTURE(written, typed);
      const auto tokens = tokenize(typed);
      REQUIRE(tokens.size() == 1);
      bool found = false;
      for (const Reading& asked : analyser().query_readings(tokens.front()))
        for (const Reading& have : indexed) found = found || asked.lemma == have.lemma;
      CHECK(found);
    }
  }
}

TEST_CASE("lemmas by ending") {
  struct Row {
    std::string word, lemma;
  };
  const Row rows[] = {
      {"tweetowania", "tweetować"},
      {"tweetowac", "tweetować"},
      {"blockchainowego", "blockchainowy"},
      {"onbordingiem", "onbording"},
      {"foosciami", "foosci"},
      {"blogosferyczną", "blogosferyczny"},
      {"smartności", "smartność"},
      {"hejtami", "hejt"},
      {"ami", "-"},
      {"", "-"},
      {"żółwiami", "żółwi"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(lemma_by_ending(row.word).value_or("-") == row.lemma);
  }
}

TEST_CASE("ways to cut a compound") {
  const auto ways = split_compound("multimediateka");
  REQUIRE(ways.size() == 1);
  CHECK(ways.front().rest == "mediateka");
  CHECK(split_compound("geo").empty());
  CHECK(split_compound("e-pit").size() == 1);
  CHECK(split_compound("półka").empty());  // what is left is no word
}

TEST_CASE("the fingerprint names the dictionary and the rules") {
  CHECK(analyser().fingerprint().find("-rules") == 16);
  CHECK(analyser().fingerprint() == Analyser(Dictionary::open(default_dictionary_path())).fingerprint());
}

TEST_CASE("one analyser serves many threads") {
  const Token token = token_of("zgloszen");
  std::vector<std::thread> threads;
  std::vector<std::string> answers(4);
  for (std::string& answer : answers)
    threads.emplace_back([&] {
      for (int i = 0; i < 500; ++i) answer = shown(analyser().query_readings(token));
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& answer : answers) CHECK(answer == "zgłoszenie~");
}
