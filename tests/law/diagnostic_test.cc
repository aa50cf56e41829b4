#include "indexer/law/diagnostic.h"

#include "indexer/law/amendment.h"
#include "indexer/law/catalogue.h"
#include "tests/support/catch.h"

using namespace kto::law;

TEST_CASE("a diagnostic shows its line and a caret under the place") {
  Diagnostic d{"acts/a.txt", 12, 4, Severity::warning, "not-understood", "this is no formula kto knows", "ab §x"};
  CHECK(render(d) == "acts/a.txt:12:4: warning: this is no formula kto knows\n  ab §x\n     ^\n");
  d.line = 0;
  CHECK(render(d) == "acts/a.txt: warning: this is no formula kto knows\n");
}

TEST_CASE("names of kinds and roles are read back") {
  for (const auto kind : {UnitKind::departament, UnitKind::zastępca_dyrektora, UnitKind::inne})
    CHECK(parse_unit_kind(to_string(kind)) == kind);
  for (const auto role : {Role::owner, Role::supports}) CHECK(parse_role(to_string(role)) == role);
  CHECK(!parse_role("boss"));
}

TEST_CASE("a change prints its kind and its targets") {
  const auto c = [](const char* text) { return parse_citation(text).value(); };
  const Change repeal = Repeal{{{c("§ 3 pkt 2"), Part::whole, 0}, {c("§ 4"), Part::sentence, 2}}};
  CHECK(kind(repeal) == "repeal");
  CHECK(targets(repeal) == std::vector<std::string>{"§ 3 pkt 2", "§ 4 zdanie 2"});
  CHECK(kind(Punctuation{}) == "punctuation");
  CHECK(kind(ReplaceAnnex{}) == "replace_annex");
}
