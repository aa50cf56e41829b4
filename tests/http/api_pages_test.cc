// Pages through the daemon: the form's address, headers, texts that try to become mark-up, many askers at once.
#include <atomic>
#include <thread>

#include "tests/http/api_daemon.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("the form's three fields become one address") {
  const struct {
    const char* target;
    const char* location;
  } rows[] = {
      {"/?q=poczta+z&d=14&m=11&y=2023", "/?q=poczta%20z&as_of=2023-11-14"},
      {"/?q=a&d=1&m=1&y=2024&unit=it-es", "/?q=a&as_of=2024-01-01&unit=IT-ES"},
      {"/?q=%0D%0ASet-Cookie%3A+a&d=1&m=1&y=2024", "/?q=Set-Cookie%3A%20a&as_of=2024-01-01"},
      {"/jednostki?d=14&m=11&y=2023", "/jednostki?as_of=2023-11-14"},
      {"/jednostki/IT-ES?d=1&m=1&y=2024", "/jednostki/IT-ES?as_of=2024-01-01"},
      {"/jednostki/%2F%2Fevil.example%0D%0AX?d=1&m=1&y=2024", "/jednostki/%2F%2Fevil.example%0D%0AX?as_of=2024-01-01"},
  };
  for (const auto& row : rows) {
    const auto answer = corpus_daemon().ask(row.target);
    INFO(row.target);
    CHECK(answer.status == 303);
    CHECK(answer.header("location") == row.location);
  }
}

TEST_CASE("a wrong day is shown with the form, 400") {
  const auto answer = corpus_daemon().ask("/?q=poczta&d=31&m=2&y=2024");
  CHECK(answer.status == 400);
  CHECK(holds(answer.body, "Nie ma takiego dnia w kalendarzu."));
  CHECK(holds(answer.body, R"(name="d" value="31")"));
  CHECK(holds(answer.body, R"(value="poczta")"));
  CHECK(corpus_daemon().ask("/jednostki?as_of=x").status == 400);
  CHECK(holds(corpus_daemon().ask("/jednostki/IT-ES?as_of=x").body, "<h1>Nieprawidłowe parametry</h1>"));
}

TEST_CASE("pages come from here alone: no cookie, no foreign address, no inline code") {
  for (const char* target : {"/", "/?q=poczta&as_of=2024-06-01", "/jednostki", "/jednostki/IT-ES", "/nothing"}) {
    const auto answer = corpus_daemon().ask(target);
    INFO(target);
    CHECK(answer.header("set-cookie").empty());
    CHECK(holds(answer.header("content-security-policy"), "default-src 'none'"));
    CHECK_FALSE(holds(answer.header("content-security-policy"), "unsafe"));
    CHECK(count(answer.body, "://") == 0);
    CHECK(count(answer.body, "<script") == count(answer.body, "<script src=\"/zasoby/"));  // our own
    CHECK(count(answer.body, "style=") == 0);
    CHECK(answer.body.size() < 40'000);
  }
}

TEST_CASE("texts and questions never become mark-up") {
  const std::string attack = "obsługi <script>alert(1)</script>\"><img src=x onerror=alert(2)>";
  for (const std::string& target :
       {"/?q=" + encoded(attack), "/?q=" + encoded("obsługi"), "/?q=" + encoded("obsługi") + "&as_of=2000-01-01",
        std::string("/jednostki"), "/jednostki/" + encoded("AB-<B>"), "/jednostki/" + encoded(attack),
        "/?q=a&" + encoded(attack) + "=1", "/?q=a&d=" + encoded(attack) + "&m=1&y=1"}) {
    INFO(target);
    const auto answer = hostile_daemon().ask(target);
    CHECK(answer.header("content-type") == "text/html; charset=utf-8");
    CHECK(count(answer.body, "<script") == count(answer.body, "<script src=\"/zasoby/"));  // our own
    CHECK(count(answer.body, "<img") == 0);
    CHECK(count(answer.body, "<B>") == 0);
  }
  CHECK(holds(hostile_daemon().ask("/jednostki/" + encoded("AB-<B>")).body, "&lt;script&gt;"));
  const auto json = hostile_daemon().ask("/api/v1/tasks");
  CHECK(json.header("content-type") == "application/json; charset=utf-8");
  CHECK(json.header("x-content-type-options") == "nosniff");
}

TEST_CASE("many askers at once get what one gets") {
  const std::vector<std::string> targets{"/", "/?q=poczta&as_of=2024-06-01", "/jednostki?as_of=2024-06-01",
                                         "/jednostki/IT-ES?as_of=2024-06-01", "/api/v1/who?q=poczta&as_of=2024-06-01"};
  std::vector<std::string> alone;
  for (const auto& target : targets) alone.push_back(corpus_daemon().ask(target).body);
  std::atomic<unsigned> differing = 0;
  std::vector<std::thread> askers;
  for (unsigned asker = 0; asker < 4; ++asker)
    askers.emplace_back([&, asker] {
      for (unsigned i = 0; i < 25; ++i) {
        const auto at = (i + asker) % targets.size();
        if (corpus_daemon().ask(targets[at]).body != alone[at]) ++differing;
      }
    });
  for (auto& asker : askers) asker.join();
  CHECK(differing == 0);
}
