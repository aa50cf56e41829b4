// Answers → pages: what is shown when, and that nothing of a text or a request becomes mark-up.
#include <atomic>
#include <regex>
#include <thread>

#include "indexer/store/manifest.h"
#include "searchd/pages/assets.h"
#include "searchd/pages/offices_page.h"
#include "searchd/pages/problem_page.h"
#include "searchd/pages/search_page.h"
#include "searchd/pages/structure_page.h"
#include "tests/api/samples.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::pages;
using namespace kto::test;

namespace {

const std::string kAttack = R"("><script>alert(1)</script><img src=x onerror='alert(2)'>{{q}}&amp;)";

SearchPage asking(const std::string& q, const char* as_of = "2024-06-01") {
  SearchPage page;
  page.query = {q, day(as_of), "lublin", "", 5, 3};
  page.today = day("2024-06-01");
  page.office_name = "Urząd Miasta Lublin";
  page.basis = {{day("2023-11-15"), "19/11/2023", 33}, day("2022-01-01"), "abc"};
  return page;
}

std::string html(const SearchPage& page, const searchd::Answer* answer) {
  static const Templates templates;
  return templates.render("search", search_view(page, answer));
}

bool holds(const std::string& page, const std::string& part) {
  return page.find(part) != std::string::npos;
}

std::size_t count(const std::string& page, const std::string& part) {
  std::size_t n = 0;
  for (auto at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("the empty form: ready to type, examples to click") {
  auto page = asking("");
  page.examples = {"IT-ES"};
  const auto out = html(page, nullptr);
  CHECK(holds(out, " autofocus>"));
  CHECK(holds(out, R"(<a href="/?q=IT-ES&amp;as_of=2024-06-01">IT-ES</a>)"));
  CHECK(holds(out, R"(name="d" value="1")"));
  CHECK(holds(out, R"(name="m" value="6")"));
  CHECK(holds(out, R"(name="y" value="2024")"));
  CHECK_FALSE(holds(out, "id=\"wynik\""));
}

TEST_CASE("units that are no more stand last, with who took over") {
  auto answer = answered();
  CHECK_FALSE(holds(html(asking("straż"), &answer), "Komórki, których już nie ma"));
  searchd::FormerHolder guard{mail_hit().holder, day("2023-01-01"), {}, {mail_hit()}};
  guard.holder.unit = law::UnitRef{"SG", "Straż Gminna", law::UnitKind::inne};
  answer.former = {guard};
  CHECK(holds(html(asking("straż"), &answer), "Żaden akt nie pokazuje, kto ma teraz jej zadania."));
  answer.former[0].successors.push_back(
      {{"GK", "Referat <Komunalny>", law::UnitKind::referat}, law::Certainty::possible, 2, 7});
  const auto out = html(asking("straż"), &answer);
  CHECK(holds(out, R"(<a href="/jednostki/SG?as_of=2022-12-31">SG</a> Straż Gminna: do 31.12.2022.)"));
  CHECK(holds(out, R"(być może <a href="/jednostki/GK?as_of=2024-06-01">GK</a> Referat &lt;Komunalny&gt;.)"));
  CHECK(out.find("Komórki, których już nie ma") > out.find("Powiązane zadania"));
}

TEST_CASE("an answer: unit, place, wording, citation, act, days") {
  const auto answer = answered();
  const auto out = html(asking("pocztą"), &answer);
  CHECK(holds(out, "<h2 id=\"wynik\">Tym zajmuje się</h2>"));
  CHECK(holds(
      out,
      R"(<a href="/jednostki/IT-ES?as_of=2024-06-01"><span class="name">Referat ds. systemów internetowych</span> <span class="code">IT-ES</span></a>)"));
  CHECK(holds(out,
              R"(<a href="/jednostki/IT?as_of=2024-06-01"><span class="at-desk">Wydział Informatyki </span>IT</a>)"));
  CHECK(holds(out, "administrowania systemem <mark>poczty</mark> elektronicznej"));
  CHECK(holds(out, "§ 16 ust. 1 pkt 8</span>"));
  CHECK(holds(out, "[zarządzenie 19/11/2023, od 15.11.2023]"));
  CHECK_FALSE(holds(out, "obowiązuje od 15.11.2023"));  // the bracket has said it
  CHECK(holds(out, "Stan prawny na 15.11.2023.</strong>"));
  CHECK(holds(out, "Zmiany, których nie dało się nanieść: 33."));
  CHECK(holds(out, "Poprawiono pytanie: <a href=\"/?q=poczt%C4%85&amp;as_of=2024-06-01&amp;exact=poczt%C4%85\">"));
  CHECK(holds(out, "Szukano też: <a href=\"/?q=poczt%C4%85&amp;as_of=2024-06-01&amp;without=e-mail\">"));
  CHECK(holds(out, "jako: poczta; szukano też: e-mail"));
  CHECK(holds(out, "<dt>xyzzy</dt><dd>nie występuje w znanych aktach</dd>"));
  CHECK_FALSE(holds(out, "autofocus"));
  CHECK_FALSE(holds(out, "Odpowiedź na dzień"));
  // Beside it, under another heading: a weaker one, whose unit no act names.
  CHECK(holds(out, "<h2 id=\"bliskie\">Powiązane zadania</h2>"));
  CHECK(holds(out, "Akt nie nazywa komórki: § 25 ust. 3"));
  CHECK(holds(out, "<p class=\"why\">nagłówek listy nie jest znany</p>"));
  CHECK(holds(out, "stanowisko: kierownik"));
  CHECK(holds(out, "rola: współpraca"));
  CHECK(holds(out, "<span class=\"lead\">obsługi:</span> <mark>żądania</mark> wydruku"));
  CHECK(holds(out, "obowiązuje 01.01.2022–14.11.2023"));
  CHECK(holds(out, "Od 15.11.2023 ten punkt przestaje obowiązywać [19/11/2023]."));
}

TEST_CASE("several offices: one to choose, each answer says whose it is, links stay within") {
  const auto answer = answered();
  auto page = asking("pocztą");
  CHECK_FALSE(holds(html(page, &answer), "<select"));
  page.query.office = page.office_name = "";
  page.offices.all = {{"lublin", "Urząd Miasta Lublin"}, {"oława", "Urząd w Oławie"}};
  auto out = html(page, &answer);
  CHECK(holds(out, "<option value=\"lublin\">Urząd Miasta Lublin</option>"));
  CHECK(holds(out, "<strong>Urząd Miasta Lublin</strong>"));
  CHECK(holds(out, "href=\"/jednostki/IT-ES?as_of=2024-06-01&amp;office=lublin\""));
  CHECK(holds(out, "href=\"/?q=poczt%C4%85&amp;as_of=2024-06-01&amp;without=e-mail\""));
  page.query.office = page.offices.chosen = "lublin";
  out = html(page, &answer);
  CHECK(holds(out, "<option value=\"lublin\" selected>"));
  CHECK_FALSE(holds(out, "<strong>Urząd Miasta Lublin</strong>"));
  CHECK(holds(out, "href=\"/?q=poczt%C4%85&amp;as_of=2024-06-01&amp;office=lublin&amp;without=e-mail\""));
  CHECK(holds(out, "href=\"/?office=lublin\""));
}

TEST_CASE("what was read otherwise or searched beside is said once, and each can be taken out") {
  auto answer = answered();
  answer.did_you_mean = "drukarka pocztą";
  answer.understood = {{"drukrka", {"drukarka"}, {}, true},
                       {"mail", {"mail"}, {"poczta elektroniczna", "a & b"}},
                       {"mailowa", {}, {"poczta elektroniczna"}}};
  auto page = asking("drukrka mail");
  page.query.as_typed = {"mail", "skrzynka"};
  auto out = html(page, &answer);
  CHECK(count(out, "class=\"reading\"") == 2);
  CHECK(holds(out,
              "exact=mail%20drukrka&amp;without=skrzynka\"><span class=\"heard-inline\">Szukaj dokładnie: "
              "</span>drukrka → drukarka "));
  CHECK(count(out, ">Szukaj bez: </span>") == 2);
  CHECK(holds(out, "exact=mail&amp;without=skrzynka%3B%20a%20%26%20b\">"));
  CHECK(holds(out, R"(name="exact" value="mail" checked> dokładnie tak: mail)"));
  CHECK(holds(out, R"(name="without" value="skrzynka" checked> bez: skrzynka)"));
  answer.did_you_mean = "drukarka ma il";  // a split word, too: only the whole question can be taken as typed
  out = html(page, &answer);
  CHECK(count(out, "Szukaj dokładnie: </span>") == 2);
  CHECK(holds(out, "exact=drukrka%20mail&amp;"));
}

TEST_CASE("words that tell holders apart are questions") {
  auto answer = answered();
  answer.status = searchd::Status::ambiguous;
  answer.answers[0].apart = {"umów <g>"};
  const auto out = html(asking("asysta"), &answer);
  CHECK(holds(out, R"(<a href="/?q=asysta%20um%C3%B3w%20%3Cg%3E&amp;as_of=2024-06-01">umów &lt;g&gt;</a>)"));
}

TEST_CASE("more units than the first view has are said to be there") {
  auto answer = answered();
  auto page = asking("a");
  CHECK_FALSE(holds(html(page, &answer), "Pokaż więcej"));
  answer.total = 53;
  CHECK(holds(html(page, &answer),
              "<a class=\"go\" href=\"/?q=a&amp;as_of=2024-06-01&amp;limit=20\">Pokaż więcej komórek</a>"));
  page.query.limit = 20;
  const auto wide = html(page, &answer);
  CHECK_FALSE(holds(wide, "Pokaż więcej"));
  CHECK(holds(wide,
              R"(<a class="go" href="/?q=a&amp;as_of=2024-06-01&amp;limit=20&amp;offset=20">Następne komórki</a>)"));
  CHECK_FALSE(holds(wide, "Poprzednie"));
  page.query.offset = 40;
  const auto last = html(page, &answer);
  CHECK_FALSE(holds(last, "Następne"));
  CHECK(holds(last, "Kolejne komórki</h2>"));
  CHECK(holds(last, R"(&amp;limit=20&amp;offset=20">Poprzednie komórki</a>)"));
}

TEST_CASE("an inferred unit is labelled") {
  auto answer = answered();
  answer.answers[0].holder.unit_reason = "ust. 5 należy do IT-SG-III";
  CHECK(
      holds(html(asking("a"), &answer), "<p class=\"why\">Przypisanie wywnioskowane: ust. 5 należy do IT-SG-III</p>"));
}

TEST_CASE("each status has its own words") {
  auto answer = answered();
  answer.status = searchd::Status::ambiguous;
  auto out = html(asking("a"), &answer);
  CHECK(holds(out, "Nie da się wskazać jednej komórki"));
  CHECK(holds(out, "<ol class=\"cards doubtful\" aria-labelledby=\"wynik\">"));

  answer.status = searchd::Status::no_answer;
  answer.answers.clear();
  out = html(asking("a"), &answer);
  CHECK(holds(out, "Nie znaleziono takiego zadania"));
  CHECK(holds(out, "<h2 id=\"bliskie\">Najbliższe zadania</h2>"));
  CHECK(holds(out, "<details class=\"understood\" open>"));
  CHECK_FALSE(holds(out, "aria-labelledby=\"wynik\""));

  answer.status = searchd::Status::out_of_coverage;
  answer.related.clear();
  out = html(asking("a", "2021-12-31"), &answer);
  CHECK(holds(out, "Na dzień 31.12.2021 przepisy nie są znane"));
  CHECK(
      holds(out, "<a class=\"go\" href=\"/?q=a&amp;as_of=2022-01-01\">Zapytaj o 01.01.2022, pierwszy znany dzień</a>"));
  CHECK(holds(out, "Zapytaj o dziś, 01.06.2024"));
}

TEST_CASE("faults stand above the form and beside their field, and what was typed is kept") {
  auto page = asking("poczta");
  page.typed = {true, "31", "2", "<y>"};
  page.faults = {{"d", "not-a-date", "Nie ma takiego dnia."}, {"foo<", "unknown-parameter", "Nieznany."}};
  const auto out = html(page, nullptr);
  CHECK(holds(out, "<a href=\"#d\">Nie ma takiego dnia.</a>"));
  CHECK(holds(out, "<p class=\"fault\" id=\"blad-d\">Nie ma takiego dnia.</p>"));
  CHECK(holds(out, "<li>foo&lt;: Nieznany.</li>"));
  CHECK(holds(out, R"(name="d" value="31")"));
  CHECK(holds(out, R"(value="&lt;y&gt;")"));
  CHECK(holds(out, R"(name="q" type="search" value="poczta")"));
}

TEST_CASE("nothing of a text or a request becomes mark-up") {
  auto answer = answered();
  auto& hit = answer.answers[0].tasks[0];
  for (auto* field : {&hit.task.text, &hit.task.context, &hit.task.post, &hit.act.kind, &hit.act.number,
                      &answer.answers[0].holder.unit->code, &answer.answers[0].holder.unit->name,
                      &answer.answers[0].holder.position, &answer.answers[0].holder.unit_reason})
    *field = kAttack;
  answer.answers[0].holder.parents[0] = {kAttack, kAttack, law::UnitKind::inne};
  answer.did_you_mean = kAttack;
  answer.understood = {{kAttack, {kAttack}, {kAttack}}};
  auto page = asking(kAttack);
  page.query.unit = page.office_name = page.basis.freshness.last_act = kAttack;
  const auto out = html(page, &answer);
  CHECK(count(out, "<script") == 2);  // our own
  CHECK(count(out, "<img") == 0);
  CHECK(count(out, "onerror=") == count(out, "onerror=&apos;"));
  CHECK(holds(out, "{{q}}"));  // not a template either
  const std::regex inline_code(" (on[a-z]+|style)=|javascript:", std::regex::icase);
  const auto own = std::regex_replace(out, std::regex("onerror=&apos;"), "");
  CHECK_FALSE(std::regex_search(own, inline_code));
}

TEST_CASE("structure: a nested list") {
  static const Templates templates;
  law::Unit it;
  it.code = "IT";
  it.validity = {day("2022-01-01"), std::nullopt};
  law::Unit es = it;
  es.code = "IT-ES";
  es.name = "referat <b>";
  es.inferred = "bo";
  StructurePage page;
  page.query.as_of = page.today = day("2024-06-01");
  const std::vector<api::Node> roots = {{"lublin", it, {}, {{"lublin", es, {}, {}}}}};
  const auto out = templates.render("structure", structure_view(page, {{"lublin", {}, roots}}));
  CHECK(count(out, "<ul>") == 2);
  CHECK(count(out, "</ul>") == 2);
  CHECK(count(out, "</li>") == 2);
  CHECK(holds(out, "Komórka o nieznanej nazwie"));
  CHECK(holds(out, "Referat &lt;b&gt;"));
  CHECK(holds(out, "wywnioskowana: bo"));
  CHECK(holds(templates.render("structure", structure_view(page, {})), "nie jest znana treść żadnego przepisu"));
}

TEST_CASE("a unit: place, posts, members, tasks") {
  static const Templates templates;
  law::Unit es;
  es.code = "IT-ES";
  es.name = "referat ds. systemów internetowych";
  es.validity = {day("2023-11-15"), std::nullopt};
  es.listed_at = "§ 3 ust. 1 pkt 4";
  es.act = "19/11/2023";
  law::Unit head = es, it = es;
  head.name = "kierownik referatu";
  it.code = "IT";
  StructurePage page;
  page.query.as_of = day("2023-12-01");
  page.today = day("2024-06-01");
  const auto out = templates.render("unit", unit_view(page, {"lublin", es, {it}, {head}, {}, {mail_hit()}, {}}));
  CHECK(holds(out, "Kierownik referatu"));
  CHECK(holds(out, "§ 3 ust. 1 pkt 4 <span class=\"act\">[19/11/2023]</span>"));
  CHECK(holds(out, "<a href=\"/jednostki/IT?as_of=2023-12-01\""));
  CHECK(holds(out, "href=\"/jednostki/IT-ES?as_of=2024-06-01\">Zobacz na dziś, 01.06.2024</a>"));
  CHECK(holds(out, "§ 16 ust. 1 pkt 8"));
  CHECK_FALSE(holds(out, "id=\"sklad\""));
}

TEST_CASE("a unit on a day on which it is not listed: its nearest days") {
  static const Templates templates;
  law::Unit first;
  first.code = "IT-<S>";
  first.name = "referat <b>";
  first.validity = {day("2022-01-01"), day("2023-11-15")};
  law::Unit again = first;
  again.validity = {day("2024-03-01"), std::nullopt};
  StructurePage page;
  page.today = day("2024-06-01");
  const struct {
    const char* as_of;
    bool last, first;
  } rows[] = {{"2021-12-31", false, true}, {"2023-11-15", true, true}, {"2024-02-29", true, true}};
  for (const auto& row : rows) {
    page.query.as_of = day(row.as_of);
    const auto out = templates.render("unit_gone", unit_gone_view(page, {first, again}, {day(row.as_of)}, Data(false)));
    CAPTURE(row.as_of);
    CHECK(holds(out, "IT-&lt;S&gt;"));
    CHECK(holds(out, "<strong>" + law::to_polish(day(row.as_of)) + "</strong> żaden znany akt"));
    CHECK(holds(out, "?as_of=2023-11-14\">Zobacz ostatni dzień, 14.11.2023</a>") == row.last);
    CHECK(holds(out, std::string("?as_of=") + (row.last ? "2024-03-01" : "2022-01-01") + "\">Zobacz pierwszy dzień") ==
          row.first);
  }
}

TEST_CASE("offices to choose from, and how many more there are") {
  static const Templates templates;
  store::OfficeSummary office;
  office.id = "g59";
  office.name = "Urząd Gminy Łąka <59>";
  const api::Basis basis;
  const auto listed = [&](const api::Offices& found) {
    return templates.render("offices", offices_view({found, "<łąka>", day("2024-06-01"), basis}));
  };
  const auto cut = listed({2477, {&office, &office}});
  CHECK(holds(cut, "2477 urzędów"));
  CHECK(holds(cut, "Widać pierwsze 2."));
  CHECK(holds(cut, R"(<a href="/jednostki?as_of=2024-06-01&amp;office=g59">Urząd Gminy Łąka &lt;59&gt;</a>)"));
  CHECK(holds(cut, R"(value="&lt;łąka&gt;")"));
  CHECK_FALSE(holds(listed({1, {&office}}), "Widać pierwsze"));
  CHECK(holds(listed({0, {}}), "Żaden urząd nie ma takich słów"));
}

TEST_CASE("problems as pages") {
  static const Templates templates;
  front::Problem problem = front::plain_problem(404);
  problem.nearest = {"IT-ES"};
  const auto out = templates.render("problem", problem_view(problem, day("2024-06-01")));
  CHECK(holds(out, "<h1>Nie znaleziono</h1>"));
  CHECK(holds(out, "href=\"/jednostki/IT-ES?as_of=2024-06-01\""));
  CHECK_FALSE(holds(out, "class=\"fresh\""));
}

TEST_CASE("one set of templates serves all workers at once") {
  static const Templates templates;
  const auto answer = answered();
  const auto page = asking("pocztą");
  const std::string alone = templates.render("search", search_view(page, &answer));
  std::atomic<unsigned> differing = 0;
  std::vector<std::thread> workers;
  for (unsigned worker = 0; worker < 4; ++worker)
    workers.emplace_back([&] {
      for (unsigned i = 0; i < 20; ++i)
        if (templates.render("search", search_view(page, &answer)) != alone) ++differing;
    });
  for (auto& worker : workers) worker.join();
  CHECK(differing == 0);
}

TEST_CASE("the first view weighs less than 60 kB") {
  const auto answer = answered();
  std::size_t bytes = html(asking("pocztą"), &answer).size();
  front::Router router;
  add_assets(router);
  for (const char* name : {"kto.css", "kto.js", "sign.svg"}) {
    front::Request request;
    const auto response = router.answer(request, asset_address(name));
    CHECK(response.status == 200);
    bytes += response.body.size();
    REQUIRE(response.headers.size() == 2);
    CHECK(response.headers[1].second == "public, max-age=31536000, immutable");
    request.headers["if-none-match"] = response.headers[0].second;
    CHECK(router.answer(request, asset_address(name)).status == 304);
  }
  CHECK(bytes < 60'000);
}
