// An answer across offices → its page: who did not answer, a wording written out once, and nothing that becomes
// mark-up.
#include "searchd/pages/across_view.h"

#include "tests/api/samples.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::pages;
using namespace kto::test;

namespace {

SearchPage asking_all() {
  SearchPage page;
  page.query.q = "psy";
  page.query.as_of = page.today = day("2024-06-01");
  page.offices.all = {{"a", "Gmina A"}, {"b", "Gmina B"}};
  return page;
}

searchd::AcrossGroup group_of(const std::string& label) {
  searchd::AcrossGroup group;
  group.id = "straz";
  group.label = label;
  group.offices = group.total = 1;
  group.wordings = {{0, 1}};
  searchd::AcrossHolder holder;
  holder.office = "a";
  holder.office_name = "Gmina <A>";
  holder.validity.from = day("2022-01-01");
  group.holders = {holder};
  return group;
}

std::string html(const searchd::Across& across) {
  static const Templates templates;
  searchd::Answer answer;
  answer.status = searchd::Status::answered;
  answer.across = std::make_shared<const searchd::Across>(across);
  return templates.render("search", search_view(asking_all(), &answer));
}

bool holds(const std::string& page, const std::string& part) {
  return page.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("offices that did not answer are named, and only then") {
  searchd::Across across;
  across.wordings = {{"odławiania <b>psów</b>", "", {}, 1, 1}};
  across.groups = {group_of("Straż Gminna")};
  across.total = 1;
  CHECK_FALSE(holds(html(across), "Nie odpowiedziały"));
  across.missing = {"b"};
  CHECK(holds(html(across), "Nie odpowiedziały teraz: <strong>Gmina B</strong>."));
  across.groups.clear();
  CHECK(holds(html(across), "Nie odpowiedziały teraz: <strong>Gmina B</strong>."));
  across.missing = {"a", "b", "a", "b", "a", "b", "a"};
  CHECK(holds(html(across), "Gmina A i 2 inne urzędy</strong>"));
}

TEST_CASE("a wording of two kinds is written out once and led to") {
  searchd::Across across;
  across.wordings = {{"odławiania <b>psów</b>", "", {}, 2, 1}};
  across.groups = {group_of("Straż <Gminna>"), group_of("")};
  across.total = 2;
  const std::string page = html(across);
  CHECK(holds(page, "odławiania &lt;b&gt;psów&lt;/b&gt;"));
  CHECK(page.find("odławiania") == page.rfind("odławiania"));
  CHECK(holds(page, "to samo co wyżej: <a href=\"#brzmienie-1\">brzmienie 1</a>"));
  CHECK(holds(page, "Straż &lt;Gminna&gt;"));
  CHECK(holds(page, "Gmina &lt;A&gt;"));
  CHECK(holds(page, "Komórki, których akty nie nazywają"));
}
