// Requests → queries, or every fault at once: the whole error document is asserted.
#include "searchd/api/parameters.h"

#include "searchd/api/problems.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::api;

namespace {

law::Date day(const char* iso) {
  return *law::parse_date(iso);
}

Scope lublin() {
  return {day("2024-06-01"), {"lublin"}, "lublin", {"IT", "IT-ES", "IT-ES-I", "IT-ES-II", "IT-SG", "OM-IU"}};
}

std::string body(const std::vector<front::Fault>& faults) {
  return front::to_response(invalid_parameters(faults)).body;
}

std::string faults_in_short(const std::vector<front::Fault>& faults) {
  std::string out;
  for (const auto& fault : faults) out += (out.empty() ? "" : " ") + fault.field + ":" + fault.code;
  return out;
}

std::string in_short(const WhoQuery& query) {
  const auto& [exact, without] = query.as_typed;
  return query.q + "|" + law::to_string(query.as_of) + "|" + query.office + "|" + query.unit + "|" +
         std::to_string(query.limit) + "|" + std::to_string(query.tasks) + (exact.empty() ? "" : "|exact " + exact) +
         (without.empty() ? "" : "|without " + without);
}

std::string repeated(const std::string& text, unsigned times) {
  std::string out;
  for (unsigned i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("what who understands") {
  const struct {
    Sent sent;
    const char* query;
  } rows[] = {
      {{{"q", "poczta"}}, "poczta|2024-06-01|lublin||5|3"},
      {{{"q", "  \t poczta \n"}}, "poczta|2024-06-01|lublin||5|3"},
      {{{"q", "żółw"}, {"as_of", "2023-11-14"}}, "żółw|2023-11-14|lublin||5|3"},
      {{{"q", "a"}, {"as_of", "2024-02-29"}}, "a|2024-02-29|lublin||5|3"},
      {{{"q", "a"}, {"unit", "it-es"}}, "a|2024-06-01|lublin|IT-ES|5|3"},
      {{{"q", "a"}, {"unit", " IT "}}, "a|2024-06-01|lublin|IT|5|3"},
      {{{"q", "a"}, {"limit", "20"}, {"tasks", "10"}}, "a|2024-06-01|lublin||20|10"},
      {{{"q", "a"}, {"office", "lublin"}}, "a|2024-06-01|lublin||5|3"},
      {{{"q", "a b"}, {"exact", " b "}, {"without", "c d; e"}}, "a b|2024-06-01|lublin||5|3|exact b|without c d; e"},
  };
  for (const auto& row : rows) {
    const auto parsed = parse_who(row.sent, lublin());
    INFO(faults_in_short(parsed.faults));
    CHECK(parsed.faults.empty());
    CHECK(in_short(parsed.query) == row.query);
  }
}

TEST_CASE("bounds are the last values that pass") {
  const auto passes = [](const std::string& q) { return faults_in_short(parse_who({{"q", q}}, lublin()).faults); };
  CHECK(passes(repeated("ż", 60)) == "");
  CHECK(passes(repeated("ż", 61)) == "q:word-too-long");
  CHECK(passes(repeated("żółw ", 399) + "żółw") == "q:too-many-words");
  CHECK(passes(repeated("a ", 299) + "a") == "");
  CHECK(passes(repeated("a ", 300) + "a") == "q:too-many-words");
  CHECK(passes(repeated("żó.żó żó,", 222) + "żż") == "q:too-many-words");
  CHECK(passes(repeated("abcdefghi ", 199) + "abcdefghij") == "");
  CHECK(passes(repeated("abcdefghi ", 199) + "abcdefghij!") == "q:too-long");
  CHECK(passes(repeated(". ", 1000)) == "");
}

TEST_CASE("who: faults in short") {
  const struct {
    Sent sent;
    const char* faults;
  } rows[] = {
      {{}, "q:missing"},
      {{{"q", " "}}, "q:missing"},
      {{{"q", "a"}, {"q", "b"}}, "q:repeated-parameter"},
      {{{"q", "a\x01"}}, "q:control-character"},
      {{{"q", std::string("a\0b", 3)}}, "q:control-character"},
      {{{"q", "a\xC2\x85"}}, "q:control-character"},      // NEL, a C1 control
      {{{"q", "a\xEF\xBF\xBF"}}, "q:control-character"},  // U+FFFF is no character
      {{{"q", "a\xFF"}}, "q:not-utf-8"},
      {{{"q", "\xC0\xAF"}}, "q:not-utf-8"},      // overlong "/"
      {{{"q", "\xED\xA0\x80"}}, "q:not-utf-8"},  // a surrogate
      {{{"q", "\xC5"}}, "q:not-utf-8"},          // cut in two
      {{{"q", "a"}, {"as_of", "2023-02-30"}}, "as_of:not-a-date"},
      {{{"q", "a"}, {"as_of", "15.11.2023"}}, "as_of:not-a-date"},
      {{{"q", "a"}, {"as_of", ""}}, "as_of:not-a-date"},
      {{{"q", "a"}, {"as_of", "2023-11-15 "}}, "as_of:not-a-date"},
      {{{"q", "a"}, {"office", "krakow"}}, "office:unknown-office"},
      {{{"q", "a"}, {"office", ""}}, "office:unknown-office"},
      {{{"q", "a"}, {"unit", "XX"}}, "unit:unknown-unit"},
      {{{"q", "a"}, {"unit", "IT-E"}}, "unit:unknown-unit"},  // not where codes are divided
      {{{"q", "a"}, {"unit", ""}}, "unit:not-a-code"},
      {{{"q", "a"}, {"limit", "0"}}, "limit:out-of-range"},
      {{{"q", "a"}, {"limit", "101"}}, "limit:out-of-range"},
      {{{"q", "a"}, {"limit", "-1"}}, "limit:out-of-range"},
      {{{"q", "a"}, {"limit", "+1"}}, "limit:out-of-range"},
      {{{"q", "a"}, {"limit", "1e1"}}, "limit:out-of-range"},
      {{{"q", "a"}, {"limit", "99999999999999999999"}}, "limit:out-of-range"},
      {{{"q", "a"}, {"tasks", "11"}}, "tasks:out-of-range"},
      {{{"q", "a"}, {"foo", "1"}, {"foo", "2"}}, "foo:unknown-parameter"},
      {{{"q", "a"}, {"Q", "a"}}, "Q:unknown-parameter"},
      {{{"q", "a"}, {"\xFF", "a"}}, "?:unknown-parameter"},
      {{{"q", "a"}, {"", "a"}}, ":unknown-parameter"},
  };
  for (const auto& row : rows) CHECK(faults_in_short(parse_who(row.sent, lublin()).faults) == row.faults);
}

TEST_CASE("all faults at once, as they are sent") {
  const Sent sent{{"as_of", "2023-02-30"}, {"office", "krakow"}, {"unit", "IT-EX"}, {"limit", "pięć"}, {"lmit", "3"}};
  CHECK(body(parse_who(sent, lublin()).faults) ==
        R"({"type":"urn:problem-type:kto:invalid-parameters","title":"Nieprawidłowe parametry","status":400,)"
        R"("detail":"W żądaniu jest więcej niż jeden błąd; wszystkie stoją w errors.","errors":[)"
        R"({"field":"q","code":"missing","message":"Brakuje pytania. Wpisz, jaką sprawę chcesz załatwić."},)"
        R"({"field":"as_of","code":"not-a-date","message":"„2023-02-30” nie jest dniem kalendarza; podaj go jako )"
        R"(RRRR-MM-DD, na przykład 2024-06-01."},)"
        R"({"field":"office","code":"unknown-office","message":"Nie znam urzędu „krakow”. Znane: lublin."},)"
        R"({"field":"unit","code":"unknown-unit","message":"Nie ma komórki „IT-EX”. Podobne symbole: IT-ES, IT-SG, )"
        R"(IT-ES-I, IT, IT-ES-II."},)"
        R"({"field":"limit","code":"out-of-range","message":"„pięć” nie jest liczbą od 1 do 100."},)"
        R"({"field":"lmit","code":"unknown-parameter","message":"Nieznany parametr. Ta usługa zna: q, as_of, office, )"
        R"(unit, exact, without, limit, offset, group, tasks, debug."}]})"
        "\n");
}

TEST_CASE("of many offices those like the one asked for are named") {
  const auto message = [](const std::string& asked) {
    const Scope scope{day("2024-06-01"), {"chelm", "lublin", "lubin", "lubartow", "pulawy", "zamosc"}, "", {}};
    return parse_units({{"office", asked}}, scope).faults.at(0).message;
  };
  CHECK(message("lublinn") == "Nie znam urzędu „lublinn”. Podobne: lublin, lubin, lubartow.");
  CHECK(message("xyz") == "Nie znam urzędu „xyz”. Urzędy wymienia /api/v1/offices.");
}

TEST_CASE("single faults, as they are sent") {
  const auto detail = [](const Sent& sent) {
    const auto faults = parse_who(sent, lublin()).faults;
    return faults.size() == 1 ? invalid_parameters(faults).detail : faults_in_short(faults);
  };
  CHECK(detail({{"q", repeated("a ", 668)}}) == "Pytanie ma za dużo słów: 668; najwięcej może ich być 300.");
  CHECK(detail({{"q", repeated(".", 2001)}}) == "Pytanie ma 2001 znaków; najwięcej może mieć 2000.");
  CHECK(detail({{"q", repeated("żó", 31)}}) ==
        "Słowo „" + repeated("żó", 20) + "…” ma 62 liter; najwięcej może ich być 60.");
  CHECK(detail({{"q", "a"}, {"as_of", repeated("9", 500)}}) ==
        "„" + repeated("9", 40) + "…” nie jest dniem kalendarza; podaj go jako RRRR-MM-DD, na przykład 2024-06-01.");
  CHECK(detail({{"q", "<script>"}, {"unit", "<b>"}}) == "Nie ma komórki „<b>”.");
}

TEST_CASE("tasks, units and documents") {
  const auto tasks = [](const Sent& sent) { return faults_in_short(parse_tasks(sent, lublin()).faults); };
  CHECK(tasks({}) == "");
  CHECK(tasks({{"q", ""}}) == "");
  CHECK(tasks({{"role", "owner"}, {"limit", "100"}, {"offset", "10000"}, {"unit", "IT"}}) == "");
  CHECK(tasks({{"role", "boss"}, {"limit", "101"}, {"offset", "10001"}, {"tasks", "3"}}) ==
        "role:unknown-role limit:out-of-range offset:out-of-range tasks:unknown-parameter");
  CHECK(parse_tasks({{"role", "cooperates"}}, lublin()).query.role == law::Role::cooperates);

  CHECK(faults_in_short(parse_units({{"as_of", "2023-11-15"}}, lublin()).faults) == "");
  CHECK(faults_in_short(parse_units({{"q", "a"}, {"as_of", "dziś"}}, lublin()).faults) ==
        "as_of:not-a-date q:unknown-parameter");
  CHECK(faults_in_short(parse_nothing({{"a", "1"}})) == "a:unknown-parameter");
  CHECK(parse_nothing({}).empty());
}

TEST_CASE("two offices: none is the default") {
  Scope both = lublin();
  both.offices = {"lublin", "oława"};
  both.default_office.clear();
  CHECK(parse_who({{"q", "a"}}, both).query.office == "");
  CHECK(parse_who({{"q", "a"}, {"office", "oława"}}, both).query.office == "oława");
}

TEST_CASE("an example beside the one real office is not asked unless it is named") {
  Scope with_example = lublin();
  with_example.offices = {"lublin", "przykladowa"};
  CHECK(parse_who({{"q", "a"}}, with_example).query.office == "lublin");
  CHECK(parse_who({{"q", "a"}, {"office", "przykladowa"}}, with_example).query.office == "przykladowa");
}

TEST_CASE("a page's day: in the address or in three fields") {
  const struct {
    Sent sent;
    const char* outcome;  // the day, + when the address is to be mended; or the faults
  } rows[] = {
      {{}, "2024-06-01"},
      {{{"as_of", "2023-11-14"}}, "2023-11-14"},
      {{{"d", "14"}, {"m", "11"}, {"y", "2023"}}, "2023-11-14+"},
      {{{"d", "1"}, {"m", "02"}, {"y", "2024"}}, "2024-02-01+"},
      {{{"d", ""}, {"m", ""}, {"y", ""}}, "2024-06-01+"},
      {{{"d", "31"}, {"m", "2"}, {"y", "2024"}}, "d:not-a-date"},
      {{{"d", "1"}, {"m", ""}, {"y", "2024"}}, "d:not-a-date"},
      {{{"d", "1"}, {"m", "1"}, {"y", "23"}}, "d:not-a-date"},
      {{{"d", "4294967297"}, {"m", "1"}, {"y", "2024"}}, "d:not-a-date"},
      {{{"d", "1"}, {"m", "1"}, {"y", "2024"}, {"as_of", "2024-01-01"}}, "as_of:repeated-parameter"},
      {{{"d", "1"}, {"d", "2"}, {"m", "1"}, {"y", "2024"}}, "d:repeated-parameter d:not-a-date"},
  };
  for (const auto& row : rows) {
    const auto parsed = parse_search_page(row.sent, lublin());
    const auto& page = parsed.query;
    const std::string outcome = law::to_string(page.query.as_of) + (page.typed.sent ? "+" : "");
    CHECK((parsed.faults.empty() ? outcome : faults_in_short(parsed.faults)) == row.outcome);
    CHECK(faults_in_short(parse_structure_page(row.sent, lublin()).faults) == faults_in_short(parsed.faults));
  }
  const auto typed = parse_search_page({{"d", "31"}, {"m", "2"}, {"y", "x"}}, lublin()).query.typed;
  CHECK(typed == TypedDay{true, "31", "2", "x"});
}
