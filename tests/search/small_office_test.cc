// Questions to a small office, whose texts are worded otherwise and wider than those of Lublin: the same lexicon leads
// to its tasks, and what it does not do stays unanswered.
#include <string_view>

#include "indexer/law/common_task.h"
#include "searchd/search.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::searchd {
namespace {

law::Catalogue small_office() {
  law::Catalogue catalogue = test::office(
      "mala", {
                  {"§ 1 pkt 1", "GK Referat Gospodarki Komunalnej", "wydawanie zezwoleń na usunięcie drzew i krzewów"},
                  {"§ 2 pkt 1", "INF Stanowisko ds. informatyki",
                   "udzielanie pomocy użytkownikom sprzętu komputerowego i oprogramowania"},
                  {"§ 2 pkt 2", "INF Stanowisko ds. informatyki",
                   "nadawanie i odbieranie uprawnień w systemach informatycznych"},
                  {"§ 2 pkt 3", "INF Stanowisko ds. informatyki", "obsługa techniczna obrad"},
                  {"§ 3 pkt 1", "DG Stanowisko ds. działalności gospodarczej",
                   "wydawanie licencji na krajowy transport drogowy taksówką"},
                  {"§ 4 pkt 1", "ORG Referat Organizacyjny", "prowadzenie archiwum zakładowego urzędu"},
                  {"§ 6 pkt 1", "FN Referat Finansowy", "wymiar i pobór podatku od nieruchomości i podatku rolnego"},
                  {"§ 7 pkt 1", "POD Stanowisko ds. wymiaru podatków i opłat lokalnych",
                   "księgowanie wpłat podatków i opłat lokalnych"},
                  {"§ 5 pkt 1", "", "przekazywanie zakończonych spraw do archiwum zakładowego"},
              });
  for (law::TaskPoint& task : catalogue.tasks)
    if (!task.unit) task.unit_reason = std::string(law::kCommonTask) + " § 5 powierza je wielu komórkom.";
  return catalogue;
}

std::string first_of(const std::string& question) {
  static const test::TinyIndex kIndex(std::vector<law::Catalogue>{small_office()});
  WhoQuery query;
  query.q = question;
  query.as_of = test::day("2024-06-01");
  const Answer answer = who(kIndex.reader(), query);
  if (answer.answers.empty()) return "";
  const Holder& holder = answer.answers.front().holder;
  return holder.unit ? holder.unit->code : holder.position;
}

TEST_CASE("a small office is asked in the same words as a large one") {
  struct Row {
    const char* question;
    const char* holder;
  };
  const std::vector<Row> rows{
      {"drukarka brudzi papier", "INF"},                   // "urządzenia peryferyjne" elsewhere, a wider task here
      {"licencja na taksówkę", "DG"},                      // "udzielanie" elsewhere, "wydawanie" here
      {"nie mam dostępu do programu podatkowego", "INF"},  // said by no longer phrase of what nobody here does
      {"mąż chce ściąć orzech", "GK"},
      {"usunąć suchy konar nad domem sosny", "GK"},   // a phrase but for a word
      {"archiwum zakładowe", "ORG"},                  // before what all units do
      {"zgłoszenie zamiaru usunięcia drzewa", "GK"},  // worded as in another office
      {"podatek od domu", "FN"},                      // POD has a phrase for it in its name, and nobody typed that
      {"wymiar podatków i opłat lokalnych", "POD"},
      {"przegląd techniczny auta", ""},  // known to be done elsewhere
      {"telefon do gazowni", ""},
  };
  for (const Row& row : rows) {
    INFO(row.question);
    CHECK(first_of(row.question) == row.holder);
  }
}

}  // namespace
}  // namespace kto::searchd
