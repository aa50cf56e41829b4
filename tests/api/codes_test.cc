// Unit codes as people type them.
#include "searchd/api/codes.h"

#include "searchd/api/problems.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::api;

TEST_CASE("one spelling of a code") {
  CHECK(canonical_code("it-es-ii") == "IT-ES-II");
  CHECK(canonical_code(" IT-ES\t") == "IT-ES");
  CHECK(canonical_code("oś-łą") == "OŚ-ŁĄ");
  CHECK(canonical_code("\xFF") == "");
}

TEST_CASE("what stands below a code") {
  CHECK(is_within("IT-ES-II", "IT-ES"));
  CHECK(is_within("IT-ES", "IT-ES"));
  CHECK(is_within("OR.I", "OR"));
  CHECK_FALSE(is_within("IT-ES", "IT-E"));
  CHECK_FALSE(is_within("IT", "IT-ES"));
}

TEST_CASE("codes near to one that nobody bears") {
  const std::vector<std::string> codes{"IT-ES", "IT-ES-I", "IT-ES-II", "IT-ER", "IT-SG", "OM-IU", "OM-IU", "BIP"};
  using Codes = std::vector<std::string>;
  CHECK(nearest_codes("IT-EX", codes) == Codes{"IT-ER", "IT-ES", "IT-SG", "IT-ES-I", "IT-ES-II"});
  CHECK(nearest_codes("om-ui", codes) == Codes{"OM-IU"});
  CHECK(nearest_codes("bpi", codes) == Codes{"BIP"});
  CHECK(nearest_codes("zzzzzz", codes).empty());
  CHECK(nearest_codes("", {}).empty());
}

TEST_CASE("404: another day, or another code") {
  law::Unit es;
  es.code = "IT-ES";
  es.validity = {*law::parse_date("2022-01-01"), law::parse_date("2023-11-15")};
  law::Unit sg;
  sg.code = "IT-SG";
  sg.validity = {*law::parse_date("2022-01-01"), std::nullopt};
  const law::Date day = *law::parse_date("2024-06-01");

  CHECK(front::to_response(unknown_unit({"it-es", day, ""}, {es, es, sg})).body ==
        R"({"type":"urn:problem-type:kto:unknown-unit","title":"Nie ma takiej komórki","status":404,"detail":)"
        R"("Komórki „it-es” nie było w strukturze w dniu 01.06.2024. Akty wymieniają ją od 01.01.2022 do 14.11.2023.",)"
        R"("errors":[{"field":"as_of","code":"not-in-force","message":"Komórki „it-es” nie było w strukturze w dniu )"
        R"(01.06.2024. Akty wymieniają ją od 01.01.2022 do 14.11.2023."}]})"
        "\n");
  CHECK(front::to_response(unknown_unit({"IT-SX", day, ""}, {es, sg})).body ==
        R"({"type":"urn:problem-type:kto:unknown-unit","title":"Nie ma takiej komórki","status":404,"detail":)"
        R"("Komórki „IT-SX” nie było w strukturze w dniu 01.06.2024.","errors":[{"field":"code","code":)"
        R"("unknown-unit","message":"Komórki „IT-SX” nie było w strukturze w dniu 01.06.2024."}],"nearest":["IT-SG"]})"
        "\n");
  CHECK(unknown_unit({"\xFF", day, ""}, {sg}).detail == "Komórki „?” nie było w strukturze w dniu 01.06.2024.");
}
