#include "indexer/parse/entry_into_force.h"
#include "indexer/parse/label.h"
#include "indexer/parse/polish_date.h"
#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;

TEST_CASE("the frame of an act") {
  const law::Act act = tests::parse_commands("1) uchyla się § 9.");
  CHECK(act.kind == "zarządzenie");
  CHECK(act.number == "1/2024");
  CHECK(act.id == "1/2024");
  CHECK(act.organ == "Burmistrza Miasta");
  CHECK(act.date == law::parse_date("2024-01-02"));
  CHECK(act.in_force == law::parse_date("2024-02-01"));
  REQUIRE(act.amends);
  CHECK(act.amends->number == "9/2019");
  CHECK(act.amends->date == law::parse_date("2019-03-03"));
  REQUIRE(act.amendments.size() == 1);
  CHECK(act.amendments[0].document == law::Document{"9/2019", "załącznik"});
  CHECK(act.amendments[0].effective == act.in_force);
}

TEST_CASE("labels at the start of a line") {
  struct Row {
    const char* line;
    const char* label;  // citation and the rest of the line; "" is no label
  };
  const Row rows[] = {
      {"§ 14", "§ 14|"},
      {"§ 14.", "§ 14|"},
      {"§14. Treść", "§ 14|Treść"},
      {"§ 5 Traci moc", "§ 5|Traci moc"},
      {"§ 11 ust. 2 Regulaminu", ""},  // a wrapped line, not a label
      {"& 1", "§ 1|"},
      {"Art. 5. Treść", "art. 5|Treść"},
      {"2. Treść", "ust. 2|Treść"},
      {"1.Własne", "ust. 1|Własne"},
      {"2.5 mln", ""},
      {"2) treść", "pkt 2|treść"},
      {"13a) treść", "pkt 13a|treść"},
      {"2/ treść", "pkt 2|treść"},
      {"58/12/2021", ""},
      {"b) treść", "lit. b|treść"},
      {"za) treść", "lit. za|treść"},
      {"- treść", "tiret |treść"},
      {"– – treść", "podwójne tiret |treść"},
      {"-treść", ""},
      {"treść", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const auto label = parse::read_label(row.line);
    const std::string got = !label ? ""
                                   : law::to_string(law::Citation({{label->level, label->number}})) + "|" +
                                         std::string(row.line).substr(label->length);
    CHECK(got == row.label);
  }
}

TEST_CASE("dates in Polish text") {
  const auto day = [](const char* text) {
    const auto found = parse::find_date(text);
    return found ? law::to_string(found->date) : "";
  };
  CHECK(day("z dnia 13 listopada 2023 r.") == "2023-11-13");
  CHECK(day("z dnia 02 kwietnia 2003") == "2003-04-02");
  CHECK(day("z dniem 11.01.2005r.") == "2005-01-11");
  CHECK(day("poz. 40, 572, 1463 i 1688, 30 lutego 2020 r., potem 1 marca 2020 r.") == "2020-03-01");
  CHECK(day("w 2023 roku") == "");
}

TEST_CASE("entry into force") {
  struct Row {
    const char* sentence;
    const char* promulgated;
    const char* date;
  };
  const Row rows[] = {
      {"Zarządzenie wchodzi w życie z dniem 15 listopada 2023 r.", "", "2023-11-15"},
      {"Zarządzenie wchodzi w życie z dniem 31.01.2022 r.", "", "2022-01-31"},
      {"Zarządzenie wchodzi w życie z dniem podpisania.", "", "2020-05-05"},
      {"Uchwała wchodzi w życie z dniem podjęcia.", "", "2020-05-05"},
      // the days of the acts the catalogue of formulas was checked against
      {"Rozporządzenie wchodzi w życie po upływie 14 dni od dnia ogłoszenia.", "2025-04-01", "2025-04-16"},
      {"Zarządzenie wchodzi w życie po upływie 5 dni od dnia ogłoszenia.", "2024-11-18", "2024-11-24"},
      {"Zarządzenie wchodzi w życie po upływie 7 dni od dnia ogłoszenia.", "2012-01-09", "2012-01-17"},
      {"Zarządzenie wchodzi w życie po upływie miesiąca od dnia ogłoszenia.", "2018-10-01", "2018-11-02"},
      {"Ustawa wchodzi w życie po upływie 3 miesięcy od dnia ogłoszenia.", "2020-11-30", "2021-03-01"},
      {"Zarządzenie wchodzi w życie z dniem ogłoszenia.", "2011-08-01", "2011-08-01"},
      {"Zarządzenie wchodzi w życie z dniem następującym po dniu ogłoszenia.", "2025-08-29", "2025-08-30"},
      {"Zarządzenie wchodzi w życie po upływie 14 dni od dnia ogłoszenia.", "", ""},
      {"Zarządzenie wchodzi w życie wtedy, gdy trzeba.", "", ""},
      {"Zarządzenie wchodzi w życie po upływie 7 dni od dnia podpisania.", "", "2020-05-13"},
      {"Zarządzenie wchodzi w życie z dniem następującym po dniu podpisania.", "", "2020-05-06"},
      {"Zarządzenie wchodzi w życie z datą podpisania.", "", "2020-05-05"},
      {"Uchwała wchodzi w życie od dnia podjęcia.", "", "2020-05-05"},
      {"Zarządzenie wchodzi w życie od dnia 1 lipca 1999 roku.", "", "1999-07-01"},
      {"Zarządzenie wchodzi w życie 1 lipca 2020 r.", "", "2020-07-01"},
      {"Zarządzenie obowiązuje od dnia 1 maja 2005 r.", "", "2005-05-01"},
      {"Uchwała wchodzi w życie po 14 dniach od dnia ogłoszenia.", "2020-06-01", "2020-06-16"},
      {"Uchwała wchodzi w życie w terminie 14 dni od dnia ogłoszenia.", "2020-06-01", "2020-06-16"},
      {"Zarządzenie wchodzi w życie z dniem podpisania i podlega ogłoszeniu.", "", "2020-05-05"},
  };
  for (const Row& row : rows) {
    INFO(row.sentence);
    const auto entry =
        parse::read_entry_into_force(row.sentence, law::parse_date("2020-05-05"), law::parse_date(row.promulgated));
    CHECK((entry.date ? law::to_string(*entry.date) : "") == row.date);
    CHECK(parse::speaks_of_entry_into_force(row.sentence));
  }
}

TEST_CASE("texts that are no acts say what is missing") {
  struct Row {
    const char* text;
    const char* code;
  };
  const Row rows[] = {
      {"Lista zakupów\nchleb\n", "no-heading"},
      {"Zarządzenie nr 1\nWójta\nz dnia 1 maja 2020 r.\nw sprawie\n", "no-provisions"},
      {"Zarządzenie nr 1\nWójta\nz dnia 1 maja 2020 r.\nw sprawie\n§ 1. Ustala się plan.\n", "no-entry-into-force"},
      {"Zarządzenie nr 1\nWójta\nz dnia 1 maja 2020 r.\n§ 1. Plan.\n§ 2. Zarządzenie wchodzi w życie kiedyś.\n",
       "entry-into-force-not-understood"},
  };
  for (const Row& row : rows) {
    const law::Act act = parse::parse_act({"a.txt", row.text});
    std::string codes;
    for (const auto& diagnostic : act.diagnostics) codes += diagnostic.code + " ";
    INFO(codes);
    CHECK(codes.find(row.code) != std::string::npos);
  }
}
