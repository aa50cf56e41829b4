// What happened to the units themselves, and the chapters of a report.
#include "indexer/changes/changes.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;

namespace {

const law::Date kFrom = test::day("2022-01-01"), kTo = test::day("2023-01-01");

law::Unit unit(const std::string& code, const std::string& name, bool before, bool after,
               std::optional<std::string> parent = std::nullopt, law::UnitKind kind = law::UnitKind::referat) {
  law::Unit out;
  out.id = code + name;
  out.code = code;
  out.name = name;
  out.kind = kind;
  out.parent = std::move(parent);
  out.validity = {before ? kFrom : kTo, after ? std::nullopt : std::optional(kTo)};
  out.act = before ? "1" : "2";
  out.listed_at = "§ 3 pkt 1";
  return out;
}

std::string told(const law::Catalogue& catalogue) {
  std::string out;
  for (const changes::UnitChange& change : changes::between(catalogue, kFrom, kTo).units) {
    const auto side = [](const std::optional<law::Unit>& each) { return each ? each->code + " " + each->name : "-"; };
    out += std::string(changes::to_string(change.kind)) + " " + side(change.before) + " → " + side(change.after) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("units come, go, are renamed, recoded and moved") {
  const law::Unit stays = unit("IT", "wydział", true, true);
  struct Row {
    std::vector<law::Unit> units;
    const char* told;
  };
  const Row rows[] = {
      {{stays}, ""},
      {{stays, unit("IT-A", "referat umów", false, true)}, "came - → IT-A referat umów\n"},
      {{stays, unit("IT-A", "referat umów", true, false)}, "went IT-A referat umów → -\n"},
      {{unit("IT-A", "referat umów", true, false), unit("IT-A", "referat umów i zleceń", false, true)},
       "renamed IT-A referat umów → IT-A referat umów i zleceń\n"},
      // listed anew in other letters is nothing
      {{unit("IT-A", "referat umów", true, false), unit("IT-A", "Referat umów", false, true)}, ""},
      {{unit("IT-A", "referat umów", true, false), unit("IT-B", "referat umów", false, true)},
       "recoded IT-A referat umów → IT-B referat umów\n"},
      {{stays, unit("IT-A", "referat umów", true, false), unit("IT-A", "referat umów", false, true, "IT")},
       "moved IT-A referat umów → IT-A referat umów\n"},
      // head posts are all called alike: a new one is not an old one recoded
      {{stays, unit("IT-A", "kierownik referatu", true, false, "IT-A", law::UnitKind::kierownik),
        unit("IT-B", "kierownik referatu", false, true, "IT-B", law::UnitKind::kierownik)},
       "came - → IT-B kierownik referatu\nwent IT-A kierownik referatu → -\n"},
  };
  for (const Row& row : rows) {
    law::Catalogue catalogue;
    catalogue.units = row.units;
    CHECK(told(catalogue) == row.told);
  }
}

TEST_CASE("a unit whose former listing is not known is first known") {
  law::Catalogue catalogue;
  catalogue.units = {unit("IT", "wydział", true, true), unit("IT-A", "referat umów", false, true)};
  catalogue.unknown_ends.push_back({{}, law::parse_citation("§ 3 pkt 1").value(), kTo, {"2", "§ 1"}, false});
  CHECK(told(catalogue) == "first_known - → IT-A referat umów\n");
}

TEST_CASE("chapters follow the listing; a move stands in both its units") {
  law::Catalogue catalogue =
      test::office("x", {{"§ 1 pkt 1", "IT-B drugi", "zakup sprzętu komputerowego", "2022-01-01", "2023-01-01"},
                         {"§ 2 pkt 1", "IT-A pierwszy", "zakup sprzętu komputerowego", "2023-01-01"},
                         {"§ 9 pkt 1", "", "prowadzenie spraw", "2023-01-01"}});
  catalogue.units = {unit("IT-A", "pierwszy", true, true), unit("IT-B", "drugi", true, true)};
  std::string told;
  for (const auto& chapter : changes::by_unit(changes::between(catalogue, kFrom, kTo), catalogue))
    told +=
        chapter.code + "|" + chapter.name + "|" + chapter.position + "|" + std::to_string(chapter.tasks.size()) + "\n";
  CHECK(told == "IT-A|pierwszy||1\nIT-B|drugi||1\n||§ 9|1\n");
}
