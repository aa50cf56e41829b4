// Sentences: where Polish text ends one, and where a stop ends nothing.
#include "indexer/text/sentences.h"

#include <string>

#include "tests/support/catch.h"

using namespace kto;

namespace {

std::string cut(const std::string& text) {
  std::string out;
  for (const auto& one : text::sentences(text))
    out += (out.empty() ? "" : " | ") + text.substr(one.begin, one.end - one.begin);
  return out;
}

}  // namespace

TEST_CASE("sentences of Polish text") {
  const struct {
    const char* text;
    const char* sentences;
  } rows[] = {
      {"", ""},
      {"  \n ", ""},
      {"Nie świeci lampa. Proszę o naprawę.", "Nie świeci lampa. | Proszę o naprawę."},
      {"Ile można czekać?! Hańba.", "Ile można czekać?! | Hańba."},
      {"Mieszkam przy ul. Polnej 3. Nie działa lampa.", "Mieszkam przy ul. Polnej 3. | Nie działa lampa."},
      {"Zgodnie z art. 35 k.p.a. termin minął.", "Zgodnie z art. 35 k.p.a. termin minął."},
      {"Proszę, zob. Dz. U. poz. 12, o zmianę.", "Proszę, zob. Dz. U. poz. 12, o zmianę."},
      {"Dzwonił p. J. Kowalski z firmy. Mówił o umowie.", "Dzwonił p. J. Kowalski z firmy. | Mówił o umowie."},
      {"Ul. Ł. Górnickiego jest ciemna.", "Ul. Ł. Górnickiego jest ciemna."},
      {"Pismo z 2 kwietnia 2024 r. Odpowiedzi brak.", "Pismo z 2 kwietnia 2024 r. | Odpowiedzi brak."},
      {"Firma ABC sp. z o.o. Lublin wygrała.", "Firma ABC sp. z o.o. | Lublin wygrała."},  // as often as not its end
      {"1. Proszę o kosz.\n2. Proszę o ławkę.", "1. Proszę o kosz. | 2. Proszę o ławkę."},
      {"Nie ma wody\nOd wczoraj", "Nie ma wody | Od wczoraj"},  // a line break ends a sentence
      {"Są lampy, kosze itp. Brakuje ławek.", "Są lampy, kosze itp. | Brakuje ławek."},
      {"Cena 3.50 zł, tel. 600 700 800.", "Cena 3.50 zł, tel. 600 700 800."},
      {"\xff Ala. Ola.", "\xff Ala. | Ola."},  // bytes that are not UTF-8 stay where they are
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(cut(row.text) == row.sentences);
  }
}
