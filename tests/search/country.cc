#include "tests/search/country.h"

namespace kto::test {
namespace {

constexpr unsigned kOffices = 45;

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

law::Catalogue one(unsigned number) {
  const std::string unit = number % 2 == 0 ? "KM Wydział Komunikacji" : "RK referat komunikacji";
  const std::string words = number % 5 == 0 ? "wydawania dowodów rejestracyjnych pojazdów" : "rejestrowania pojazdów";
  const std::string lost = number < 3 ? "2024-01-01" : "";
  law::Catalogue out = office("o" + two_digits(number),
                              {{"§ 5 pkt 1", unit, words},
                               {"§ 5 pkt 2", unit, "wydawania praw jazdy"},
                               {"§ 6 pkt 1", "SG Straż Gminna", "odławiania bezdomnych psów", "2022-01-01", lost},
                               {"§ 6 pkt 2", "SG Straż Gminna", "pilnowania porządku", "2022-01-01"},
                               {"§ 7 pkt 1", "BO Biuro Obsługi", words, "2022-01-01", "", "", law::Role::cooperates},
                               {"§ 8 pkt 1", "", "prowadzenia kancelarii tajnej"}});
  out.office_name = "Urząd Gminy " +
                    std::string(number % 3 == 0   ? "Ćmielów "
                                : number % 3 == 1 ? "Czarna "
                                                  : "Łask ") +
                    two_digits(number);
  return out;
}

}  // namespace

std::vector<law::Catalogue> country() {
  std::vector<law::Catalogue> offices;
  for (unsigned number = 0; number < kOffices; ++number) offices.push_back(one(number));
  return offices;
}

const TinyIndex& country_index() {
  static const TinyIndex kCountry(country());
  return kCountry;
}

}  // namespace kto::test
