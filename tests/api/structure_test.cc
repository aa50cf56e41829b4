// Units of one day → a tree. Short form: code(children), + for a head post.
#include "searchd/api/structure.h"

#include "tests/support/catch.h"

using namespace kto;
using namespace kto::api;

namespace {

law::Date day(const char* iso) {
  return *law::parse_date(iso);
}

law::Unit unit(const char* code, const char* parent, const char* listed_at = "", const char* to = "") {
  law::Unit out;
  out.code = code;
  out.kind = std::string(code) == parent ? law::UnitKind::kierownik : law::UnitKind::referat;
  if (*parent) out.parent = parent;
  out.validity = {day("2022-01-01"), law::parse_date(to)};
  out.listed_at = listed_at;
  return out;
}

std::string in_short(const std::vector<Node>& nodes) {
  std::string out;
  for (const auto& node : nodes) {
    out += (out.empty() ? "" : " ") + node.unit.code;
    for (std::size_t i = 0; i < node.posts.size(); ++i) out += "+";
    if (!node.children.empty()) out += "(" + in_short(node.children) + ")";
  }
  return out;
}

}  // namespace

TEST_CASE("tree") {
  const struct {
    std::vector<law::Unit> units;
    const char* tree;
  } rows[] = {
      {{}, ""},
      {{unit("IT", ""), unit("IT-ES", "IT"), unit("IT-ES-I", "IT-ES")}, "IT(IT-ES(IT-ES-I))"},
      {{unit("IT-ES", ""), unit("IT-ES", "IT-ES"), unit("IT-ES-I", "IT-ES")}, "IT-ES+(IT-ES-I)"},
      {{unit("IT-ES", "IT-ES"), unit("IT-ES", "")}, "IT-ES+"},       // the post listed before its unit
      {{unit("IT-ES", "IT-ES")}, "IT-ES"},                           // a post whose unit is not listed
      {{unit("IT-ES", "IT")}, "IT-ES"},                              // a parent that is not listed
      {{unit("A", "B"), unit("B", "A"), unit("C", "A")}, "A(C) B"},  // a circle ends nowhere and loses nobody
      {{unit("A", "", "", "2023-01-01"), unit("B", "A")}, "B"},      // the parent is gone that day
      {{unit("Z", "", "§ 3 ust. 1 pkt 2"), unit("A", "", "§ 3 ust. 1 pkt 10"), unit("B", "")}, "Z A B"},
  };
  for (const auto& row : rows) CHECK(in_short(tree("lublin", row.units, day("2024-06-01"))) == row.tree);
}
