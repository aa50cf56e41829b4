#include "indexer/law/catalogue.h"
#include "tests/support/catch.h"

using namespace kto::law;

TEST_CASE("an act's name in an address") {
  const auto act = [](const char* kind, const char* number, const char* date, const char* id = "") {
    ActSummary out;
    out.kind = kind;
    out.number = number;
    out.date = parse_date(date);
    out.id = *id ? id : number;
    return out;
  };
  const std::vector<ActSummary> acts{
      act("zarządzenie", "19/11/2023", "2023-11-13"),
      act("uchwała", "XII/345/2019", "2019-10-17"),
      act("zarządzenie", "Nr OŚ.0050.1.2020", ""),
      act("zarządzenie", "", "2019-02-04", "zarządzenie 2019-02-04"),
      act("zarządzenie", "19/11/2023", "2023-12-01"),  // of another organ
      act("zarządzenie", "19/11/2023", "2023-12-01"),
      act("", "", ""),
      act("ŻÓŁĆ", "1", ""),
  };
  CHECK(slugs(acts) == std::vector<std::string>{"zarzadzenie-19-11-2023", "uchwala-xii-345-2019",
                                                "zarzadzenie-nr-os-0050-1-2020", "zarzadzenie-2019-02-04",
                                                "zarzadzenie-19-11-2023-2023-12-01",
                                                "zarzadzenie-19-11-2023-2023-12-01-2", "akt", "zolc-1"});
}
