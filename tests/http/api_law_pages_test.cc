// The law over time as pages, through the daemon: wordings, acts, changes, the feed. That the feed is XML a browser
// says (tests/browser/law.test.mjs).
#include "tests/http/api_daemon.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("pages of the law say what, since when and by whom") {
  const struct {
    const char* target;
    std::vector<const char*> parts;
  } rows[] = {
      {"/przepisy/lublin-par16-ust1-pkt8-20231115",
       {"<h1>§ 16 ust. 1 pkt 8</h1>", "Brzmienie od 15.11.2023", "administrowania systemem poczty elektronicznej;",
        "/akty/zarzadzenie-19-11-2023#w82", "zarządzenie 19/11/2023, § 1 pkt 6", "IT-ES",
        "brzmienie sprzed 15.11.2023 nie jest znane"}},
      {"/przepisy?citation=%C2%A7%2016&as_of=2024-06-01",
       {"Części tego przepisu w dniu 01.06.2024", "§ 16 ust. 1 pkt 8"}},
      {"/akty", {"Zarządzenie 19/11/2023", "Zarządzenie 58/12/2021", "22 polecenia, z tego nie naniesiono 5"}},
      {"/akty/zarzadzenie-19-11-2023",
       {"<h1>Zarządzenie 19/11/2023</h1>", "Prezydent Miasta Lublin", "nowe brzmienie: § 16, od 15.11.2023",
        "brzmienie § 22b ust. 1 pkt 9 nie jest znane", "<li id=\"w82\">"}},
      {"/jednostki/IT-ES?as_of=2024-06-01",
       {"<ol class=\"timeline\" reversed>", "<time datetime=\"2023-11-15\">15.11.2023</time></a> <span class=\"tag\">",
        "/jednostki/IT-ES?as_of=2023-11-15", "/zmiany?from=2023-11-14&amp;to=2023-11-15"}},
      {"/jednostki/it-es?as_of=2021-06-01",
       {"W dniu <strong>01.06.2021</strong> żaden znany akt nie wymienia tej komórki.", "Zobacz pierwszy dzień,",
        "<ol class=\"timeline\" reversed>"}},
      {"/zmiany", {"Co zmieniło zarządzenie 19/11/2023", "Wieloosobowe stanowisko pracy ds. zamówień publicznych"}},
      {"/zmiany?act=58%2F12%2F2021", {"Co zmieniło zarządzenie 58/12/2021"}},
      {"/zmiany?from=2024-01-01&to=2024-01-02", {"Między tymi dniami nic się nie zmieniło."}},
      {"/zmiany?from=2021-01-01&to=2022-01-01", {"Przepisy są znane dopiero od 01.01.2022"}},
  };
  for (const auto& row : rows) {
    const auto answer = corpus_daemon().ask(row.target);
    INFO(row.target);
    CHECK(answer.status == 200);
    for (const char* part : row.parts) {
      CAPTURE(part);
      CHECK(holds(answer.body, part));
    }
    CHECK_FALSE(holds(answer.body, "lang=\"en\""));  // every note of our offices is put into Polish
  }
}

TEST_CASE("a citation on a day, and days in three fields, lead to the address that is kept") {
  const struct {
    const char* target;
    const char* location;
  } rows[] = {
      {"/przepisy?citation=par.+16+ust+1+pkt+8&as_of=2024-06-01", "/przepisy/lublin-par16-ust1-pkt8-20231115"},
      {"/przepisy?citation=%C2%A7+12+pkt+2&as_of=2022-06-01", "/przepisy/lublin-par12-pkt2-20220101"},
      {"/zmiany?from_d=1&from_m=1&from_y=2023&to_d=2&to_m=12&to_y=2023", "/zmiany?from=2023-01-01&to=2023-12-02"},
  };
  for (const auto& row : rows) {
    const auto answer = corpus_daemon().ask(row.target);
    INFO(row.target);
    CHECK(answer.status == 303);
    CHECK(answer.header("location") == row.location);
  }
}

TEST_CASE("what is not there is said as a page") {
  const struct {
    const char* target;
    int status;
  } rows[] = {
      {"/przepisy/nie-ma", 404},
      {"/przepisy/x?q=1", 400},
      {"/przepisy?citation=%C2%A7+999", 404},
      {"/przepisy?citation=abc", 400},
      {"/akty/nie-ma", 404},
      {"/akty?office=nie-ma", 400},
      {"/zmiany?act=99%2F99%2F99", 404},
      {"/zmiany?from=2024-02-30", 400},
      {"/zmiany?from_d=30&from_m=2&from_y=2024", 400},
      {"/zmiany?from=2024-02-01&to=2024-01-01", 400},
      {"/zmiany?act=19%2F11%2F2023&from=2024-01-01", 400},
  };
  for (const auto& row : rows) {
    const auto answer = corpus_daemon().ask(row.target);
    INFO(row.target);
    CHECK(answer.status == row.status);
    CHECK(holds(answer.body, "<!doctype html>"));
  }
}

TEST_CASE("the feed names whole addresses") {
  const auto answer = corpus_daemon().ask("/zmiany.atom");
  CHECK(answer.status == 200);
  CHECK(answer.header("content-type") == "application/atom+xml; charset=utf-8");
  CHECK(holds(answer.body, "/zmiany?act=zarzadzenie-19-11-2023"));
  CHECK(holds(answer.body, "<updated>2023-11-15T00:00:00Z</updated>"));
  CHECK(holds(answer.body, "<link rel=\"self\" type=\"application/atom+xml\" href=\"http://"));
}
