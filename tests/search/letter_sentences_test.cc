// Letters cut into what counts: S subject, R request, C complaint, t told. Everything else is left out.
#include "searchd/letter_sentences.h"

#include <string>

#include "searchd/letter_asides.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

// "R Proszę o naprawę. | t Mieszkam obok."
std::string read(const std::string& text, const std::string& subject = "") {
  std::string out;
  for (const auto& one : searchd::letter_sentences(subject, text)) {
    const auto shown = one.begin == one.end ? subject : text.substr(one.begin, one.end - one.begin);
    out += (out.empty() ? "" : " | ") + std::string(1, "SRCt"[static_cast<int>(one.speech)]) + " " + shown;
  }
  return out;
}

}  // namespace

TEST_CASE("greetings, closings and signatures do not count") {
  const struct {
    const char* text;
    const char* read;
  } rows[] = {
      {"Dzień dobry, proszę o naprawę lampy.\nZ poważaniem\nJan Kowalski", "R proszę o naprawę lampy."},
      {"Szanowni Państwo,\n\nlampa zgasła.\n\nŁączę wyrazy szacunku\nmgr inż. Anna Maj\nprezes", "t lampa zgasła."},
      {"Witam chciałbym zgłosić dziurę w drodze", "R chciałbym zgłosić dziurę w drodze"},
      {"Witam!\nDziura w drodze.", "C Dziura w drodze."},
      {"Szanowny Panie Burmistrzu Miasta Motycz, lampa zgasła.", "t lampa zgasła."},
      {"Dzień dobry, Szanowni Państwo, lampa zgasła.", "t lampa zgasła."},
      {"Lampa zgasła. Pozdrawiam, Marek Nowak", "t Lampa zgasła."},
      {"Lampa zgasła. Z góry dziękuję za pomoc. Ewa Lis", "t Lampa zgasła."},
      {"Lampa zgasła. Bożena Kozieł, kierownik", "t Lampa zgasła."},
      {"Lampa zgasła i jest ciemno.\nKamil", "C Lampa zgasła i jest ciemno."},
      {"Lampa zgasła.\n--\nBeata Król\ninspektor do spraw oświetlenia ulic i placów", "t Lampa zgasła."},
      // what follows a closing and asks is part of the letter again
      {"Lampa zgasła.\nPozdrawiam\nJan\nPS. Proszę też o naprawę ławki.",
       "t Lampa zgasła. | R Proszę też o naprawę ławki."},
      {"Czekam na odpowiedź na piśmie, Danuta Pawlak, ul. Leśna 7", ""},
      {"Dzień dobry", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(read(row.text) == row.read);
  }
}

TEST_CASE("letterheads, addresses and numbers do not count") {
  CHECK(read("Jan Kowalski\nul. Polna 14/3\n21-030 Motycz\ntel. 600 700 800\njan@example.pl\n\nUrząd Gminy\n\n"
             "Dzień dobry,\nlampa zgasła.\nPESEL 44051401359") == "t lampa zgasła.");
  CHECK(read("Lampa zgasła.\nDrogbud sp. z o.o., al. Tysiąclecia 3, KRS 0000123456") == "t Lampa zgasła.");
  CHECK(read("WNIOSEK o naprawę lampy\n\nSzanowni Państwo,\nlampa zgasła.") ==
        "S WNIOSEK o naprawę lampy | t lampa zgasła.");
}

TEST_CASE("older mail does not count, unless it is all there is") {
  const std::string old = "> Dowód osobisty można odebrać w pokoju 3.\n> Z poważaniem\n";
  CHECK(read("Proszę o raty.\n\nW dniu 12.05.2024 o 10:15 Urząd <u@g.pl> napisał(a):\n" + old) == "R Proszę o raty.");
  CHECK(read("W dniu 12.05.2024 urząd napisał:\n" + old + "Proszę o raty.") == "R Proszę o raty.");
  CHECK(read("Proszę o raty.\n-----Original Message-----\nFrom: Jan\nSubject: Dowód\n\nDowód jest gotowy.") ==
        "R Proszę o raty.");
  CHECK(read("-----Original Message-----\nFrom: Jan\nSubject: Wirus\n\nNa ekranie jest żądanie okupu.") ==
        "S Wirus | C Na ekranie jest żądanie okupu.");
  CHECK(read("> Lampa zgasła przy szkole.") == "t Lampa zgasła przy szkole.");
}

TEST_CASE("thanks, anger and what programs add do not count") {
  const struct {
    const char* text;
    const char* read;
  } rows[] = {
      {"Chciałabym serdecznie podziękować panu z referatu finansowego. Dach przecieka.", "C Dach przecieka."},
      {"Żądam wyjaśnień! To jest kpina z obywatela. Hańba. Latarnie nie świecą.",
       "R Żądam wyjaśnień! | C Latarnie nie świecą."},
      {"To skandal, proszę o naprawę lampy!", "R To skandal, proszę o naprawę lampy!"},
      {"Od miesiąca nie świecą latarnie, to skandal!", "t Od miesiąca nie świecą latarnie, to skandal!"},
      {"Lampa zgasła.\nNiniejsza wiadomość może zawierać informacje poufne.\nWysłano z iPhone'a", "t Lampa zgasła."},
      {"SKARGA\n\nLatarnie nie świecą.", "C Latarnie nie świecą."},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(read(row.text) == row.read);
  }
}

TEST_CASE("the subject counts, unless it only says what kind of letter it is") {
  CHECK(read("Zgasła.", "Lampa") == "S Lampa | t Zgasła.");
  CHECK(read("Zgasła.", "Re: Wniosek – pilne") == "t Zgasła.");
  CHECK(read("Dotyczy: lampa przy szkole\nDzień dobry,\nzgasła wczoraj wieczorem.") ==
        "S lampa przy szkole | t zgasła wczoraj wieczorem.");
}

TEST_CASE("lines that a mail program broke are one sentence, those of a list are many") {
  CHECK(read("Od początku zimy na naszej ulicy, tuż przy przedszkolu, jest dziura\n"
             "głęboka na pół koła i nikt jej nie zasypał, choć prosiliśmy o to.\n") ==
        "R Od początku zimy na naszej ulicy, tuż przy przedszkolu, jest dziura\n"
        "głęboka na pół koła i nikt jej nie zasypał, choć prosiliśmy o to.");
  CHECK(read("Prosimy o informację:\n1) gdzie zarejestrować dziecko,\n2) kto prowadzi rejestr żłobków.") ==
        "R 1) gdzie zarejestrować dziecko, | R 2) kto prowadzi rejestr żłobków.");
}

TEST_CASE("particulars are not searched") {
  const struct {
    const char* sentence;
    const char* searched;
  } rows[] = {
      {"Lampa przy ul. Szkolnej 5 zgasła", "Lampa przy zgasła"},
      {"przy ulicy Kwiatowej jest ciemno", "przy ulicy jest ciemno"},
      {"pan Paweł Dąb zaczyna pracę", "pan zaczyna pracę"},
      {"Rejestr mieszkańców i Biuletyn Informacji Publicznej", "Rejestr mieszkańców i Biuletyn Informacji Publicznej"},
      {"pisałem na jan.kowalski@example.pl i www.example.pl", "pisałem na i"},
      {"decyzja z dnia 12.05.2024 nr 77", "decyzja z dnia nr"},
      {"zgodnie z § 16 ust. 1 pkt 8", "zgodnie z § 16 ust. 1 pkt 8"},
  };
  const auto searched = [](const char* sentence) {
    std::string out;
    for (const char c : searchd::without_particulars(sentence))
      if (c == '.' || c == ',')
        out +=
            out.size() > 2 && out.back() != ' ' && std::string("tk").find(out.back()) != std::string::npos ? "." : "";
      else if (c != ' ' || (!out.empty() && out.back() != ' '))
        out += c;
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
  };
  for (const auto& row : rows) CHECK(searched(row.sentence) == row.searched);
  CHECK(searchd::without_particulars(std::string(200, 'a')).find('a') == std::string::npos);
}

TEST_CASE("any length, any bytes in it: every sentence stands in the text, in order") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "Proszę o naprawę lampy\t\x01 numer " + std::to_string(i) + ". \r\n";
  std::size_t at = 0, count = 0;
  for (const auto& one : searchd::letter_sentences("", text)) {
    CHECK(one.begin >= at);
    CHECK(one.end > one.begin);
    at = one.end;
    ++count;
  }
  CHECK(at <= text.size());
  CHECK(count == 2000);
}

TEST_CASE("what is asked of any matter does not count beside a matter") {
  const struct {
    const char* text;
    const char* read;
  } rows[] = {
      {"Chcę wyciąć jesion. Jakie dokumenty mam złożyć? Czy w sobotę jest czynne?", "R Chcę wyciąć jesion."},
      {"Lampa zgasła. Do kogo dzwonić w weekend?", "t Lampa zgasła."},
      {"Lampa zgasła. Ile kosztuje odpis aktu?", "t Lampa zgasła. | R Ile kosztuje odpis aktu?"},
      {"Jakie dokumenty mam przynieść?", "R Jakie dokumenty mam przynieść?"},  // there is nothing else
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(read(row.text) == row.read);
  }
  CHECK(searchd::without_asides("Ile kosztuje zezwolenie na piwo, jakie są godziny przyjęć, czy można wysłać pocztą") ==
        "Ile kosztuje zezwolenie na piwo");
  CHECK(searchd::without_asides("proszę o informację, IT-ES.1431.5.2024, 14") == " IT-ES.1431.5.2024");
  CHECK(searchd::without_asides("karty pracy, podatek, umowa, drukarka") == "karty pracy, podatek, umowa, drukarka");
}
