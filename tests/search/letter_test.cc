// Whole letters over the law of Lublin: who is first, which sentences spoke, and the slip.
#include "searchd/letter.h"

#include <string>

#include "tests/search/lublin.h"
#include "tests/support/catch.h"

using namespace kto;
using searchd::LetterQuery;
using searchd::Routing;

namespace {

LetterQuery letter(std::string text, std::string subject = "", const char* as_of = "2024-06-01") {
  return {std::move(subject), std::move(text), *law::parse_date(as_of), "lublin"};
}

Routing route(const LetterQuery& query) {
  return searchd::route(test::lublin_index().reader(), query);
}

std::string name(const searchd::Holder& holder) {
  return holder.unit ? holder.unit->code : holder.position;
}

std::string code_points(const std::string& text, unsigned start, unsigned end) {
  std::string out;
  unsigned at = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++at;
    if (at > start && at <= end) out += c;
  }
  return out;
}

const char kMail[] =
    "Dzień dobry,\nod rana nie działa mi poczta elektroniczna. Proszę o pilną naprawę poczty elektronicznej.\n\nZ "
    "poważaniem\nBeata Król";

}  // namespace

TEST_CASE("a letter with one request") {
  const Routing routing = route(letter(kMail));
  REQUIRE_FALSE(routing.answer.answers.empty());
  CHECK(routing.answer.status != searchd::Status::no_answer);
  CHECK(name(routing.answer.answers[0].holder).substr(0, 5) == "IT-ES");
  CHECK(routing.answer.answers.size() <= 5);
  CHECK(routing.answer.freshness.last_act == "19/11/2023");
}

TEST_CASE("evidence is what stands in the letter, at its place") {
  const LetterQuery query = letter(kMail, "Poczta");
  const Routing routing = route(query);
  REQUIRE_FALSE(routing.evidence.empty());
  bool of_subject = false;
  for (const auto& one : routing.evidence) {
    CHECK_FALSE(one.sentences.empty());
    double before = 1;
    for (const auto& sentence : one.sentences) {
      CHECK(sentence.weight <= before);
      CHECK(sentence.weight > 0);
      before = sentence.weight;
      of_subject |= !sentence.span.has_value();
      if (sentence.span)
        CHECK(code_points(query.text, sentence.span->first, sentence.span->second) == sentence.text);
      else
        CHECK(sentence.text == "Poczta");
    }
  }
  CHECK(of_subject);
}

TEST_CASE("two requests lead to two units, each with its sentences") {
  const Routing routing =
      route(letter("Szanowni Państwo, proszę o dostęp do systemu poczty elektronicznej dla nowego pracownika. "
                   "Chciałbym też poprosić "
                   "o publikację zamówienia w Biuletynie Informacji Publicznej i wpis do rejestru zamówień."));
  REQUIRE(routing.answer.answers.size() >= 2);
  const std::string first = name(routing.answer.answers[0].holder), second = name(routing.answer.answers[1].holder);
  CHECK((first == "IT-ZP" || second == "IT-ZP"));
  CHECK((first.substr(0, 5) == "IT-ES" || second.substr(0, 5) == "IT-ES"));
  CHECK(routing.slip.find("Pismo zawiera sprawy różnych komórek.") == 0);
}

TEST_CASE("a theme repeated in ten sentences does not outvote a request") {
  const std::string request = "Proszę o wpis do rejestru zamówień realizowanych przez Wydział. ";
  std::string repeated;
  for (int i = 0; i < 10; ++i) repeated += "Komputer jest stary. ";
  const Routing routing = route(letter(repeated + request));
  REQUIRE_FALSE(routing.answer.answers.empty());
  CHECK(name(routing.answer.answers[0].holder) == "IT-ZP");
}

TEST_CASE("what stands around the letter does not lead anywhere") {
  const Routing with =
      route(letter(std::string(kMail) +
                   "\n\nW dniu 3.06.2024 urząd napisał:\n> Prosimy o zamówienie publiczne i rejestr zamówień.\n"));
  const Routing without = route(letter(kMail));
  REQUIRE(with.answer.answers.size() == without.answer.answers.size());
  for (std::size_t i = 0; i < with.answer.answers.size(); ++i)
    CHECK(name(with.answer.answers[i].holder) == name(without.answer.answers[i].holder));
}

TEST_CASE("no answer, no law, nothing said") {
  const Routing nothing = route(letter("Dzień dobry\nZ poważaniem\nJan Kowalski"));
  CHECK(nothing.answer.status == searchd::Status::no_answer);
  CHECK(nothing.answer.answers.empty());
  CHECK(nothing.slip.find("W znanych aktach nie ma komórki") == 0);
  const Routing earlier = route(letter(kMail, "", "2021-12-31"));
  CHECK(earlier.answer.status == searchd::Status::out_of_coverage);
  CHECK(earlier.answer.answers.empty());
  CHECK(earlier.slip.find("Na ten dzień nie jest znany") == 0);
}

TEST_CASE("the slip: unit, code, citation, reason, days; the same bytes every time") {
  const LetterQuery query = letter("Proszę o wpis do rejestru zamówień realizowanych przez Wydział.");
  const Routing routing = route(query);
  CHECK(routing.slip ==
        "Komórka: wieloosobowe stanowisko pracy ds. zamówień publicznych (IT-ZP)\n"
        "Podstawa: § 13a pkt 1: prowadzenia rejestru zamówień realizowanych przez Wydział\n"
        "Obowiązuje: od 15.11.2023 (akt 19/11/2023, § 1 pkt 5)\n"
        "Powód: w piśmie czytamy „Proszę o wpis do rejestru zamówień realizowanych przez Wydział.”\n"
        "\n"
        "Stan na 01.06.2024. Akty przeczytane do 15.11.2023.\n");
  CHECK(route(query).slip == routing.slip);
}

TEST_CASE("a holder whom no act names is shown by its position") {
  const Routing routing = route(letter("Jak umówić telefonicznie wizytę w punkcie nieodpłatnej pomocy prawnej?"));
  REQUIRE_FALSE(routing.answer.answers.empty());
  CHECK(name(routing.answer.answers[0].holder) == "§ 25 ust. 3");
  CHECK(routing.slip.find("akt nie nazywa komórki; zadania są w § 25 ust. 3") != std::string::npos);
}

TEST_CASE("letters made to take long are answered from their first pages") {
  const auto repeated = [](const std::string& piece) {
    std::string out;
    while (out.size() < 100000) out += piece;
    return out;
  };
  for (const char* piece : {"Dzień dobry, ", "Temat: poczta\n", "proszę o pocztę ", "Proszę o pocztę. ", "> poczta\n",
                            "poczta,", "pan Jan ", "1) ", "\n", "W dniu napisał:\n"}) {
    INFO(piece);
    const Routing routing = route(letter(repeated(piece)));
    CHECK(routing.answer.answers.size() <= 5);
    std::size_t sentences = 0;
    for (const auto& one : routing.evidence) sentences = std::max(sentences, one.sentences.size());
    CHECK(sentences <= 40);
  }
}

TEST_CASE("a very long letter is answered from its requests") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "Było to dawno temu i padał deszcz. ";
  const Routing routing = route(letter(text + kMail));
  REQUIRE_FALSE(routing.answer.answers.empty());
  CHECK(name(routing.answer.answers[0].holder).substr(0, 5) == "IT-ES");
}
