// The law behind the task points: kept by key, read when asked for.
#include "indexer/law/error.h"
#include "indexer/store/reader.h"
#include "indexer/store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

using test::day;

law::ProvisionVersion version(const std::string& citation, const std::string& text, const std::string& from,
                              const std::string& to = "") {
  law::ProvisionVersion out;
  out.citation = law::parse_citation(citation).value();
  out.id = "lublin-" + law::to_slug(out.citation) + "-" + from;
  out.document = {"56/12/2018", "załącznik"};
  out.text = text;
  out.validity.from = day(from);
  out.made_by = {"act of " + from, "§ 1"};
  if (to.empty()) return out;
  out.validity.to = day(to);
  out.ended_by = law::Provenance{"act of " + to, "§ 2"};
  return out;
}

law::Catalogue catalogue() {
  law::Catalogue out =
      test::office("lublin", {{"§ 1 pkt 1", "IT-B biuro", "pocztą"}, {"§ 2 pkt 1", "IT-A referat", "sieciami"}});
  out.units[0].listed_at = "§ 3 pkt 10";  // IT-A
  out.units[1].listed_at = "§ 3 pkt 2";   // IT-B
  out.provisions = {version("§ 10 pkt 2", "poczty;", "2023-11-15"), version("§ 2 pkt 1", "sieci;", "2022-01-01"),
                    version("§ 10 pkt 2", "pocztą;", "2022-01-01", "2023-11-15")};
  out.operations = {{.act = "19/11/2023", .place = "§ 1 pkt 1", .kind = "replace", .targets = {"§ 10 pkt 2"}},
                    {.act = "58/12/2021", .place = "§ 1", .kind = "repeal", .note = "not known"},
                    {.act = "19/11/2023", .place = "§ 1 pkt 2", .kind = "repeal", .applied = true}};
  out.unknown_ends = {
      {{"56/12/2018", ""}, law::parse_citation("§ 5").value(), day("2022-01-01"), {"58/12/2021", "§ 1"}}};
  out.successions = {
      {"IT-Z", "IT-A", day("2022-01-01"), law::Certainty::likely, {law::SuccessionReason::same_name}, 1, 2}};
  return out;
}

TEST_CASE("an outline holds every provision with its versions, in order") {
  const test::TinyIndex index(std::vector{catalogue(), test::office("chełm", {})});
  const Outline* outline = index.reader().outline("lublin");
  REQUIRE(outline != nullptr);
  std::string in_short;
  for (const ProvisionEntry& entry : outline->provisions) {
    in_short += to_string(entry.citation) + ":";
    for (const law::ProvisionVersion& one : index.reader().versions(entry)) in_short += " " + one.text;
    in_short += "\n";
  }
  CHECK(in_short == "§ 2 pkt 1: sieci;\n§ 10 pkt 2: pocztą; poczty;\n");
  CHECK(outline->unknown_ends == catalogue().unknown_ends);
  CHECK(outline->successions == catalogue().successions);
  CHECK(index.reader().outline("chełm")->provisions.empty());
  CHECK(index.reader().outline("radom") == nullptr);
}

TEST_CASE("a version by its id, the operations of an act") {
  const test::TinyIndex index(std::vector{catalogue()});
  const Reader& reader = index.reader();
  CHECK(reader.provision("lublin-par10-pkt2-2022-01-01") == StoredProvision{"lublin", catalogue().provisions[2]});
  CHECK_FALSE(reader.provision("lublin-par10-pkt2-2022-01-02").has_value());
  CHECK_FALSE(reader.provision("").has_value());
  const auto operations = reader.operations("lublin", "19/11/2023");
  REQUIRE(operations.size() == 2);
  CHECK(operations[0] == catalogue().operations[0]);
  CHECK(operations[1] == catalogue().operations[2]);
  CHECK(reader.operations("lublin", "1/2000").empty());
}

TEST_CASE("ids of any length and bytes") {
  law::Catalogue long_ids = catalogue();
  const std::string many = "lublin-" + std::string(300, 'x');
  long_ids.provisions[0].id = many + "1";
  long_ids.provisions[1].id = many + "2";
  long_ids.operations[0].act = many + "/" + std::string(3, '\0') + "\n";
  const test::TinyIndex index(std::vector{long_ids});
  CHECK(index.reader().provision(many + "2")->version == long_ids.provisions[1]);
  CHECK(index.reader().operations("lublin", long_ids.operations[0].act).size() == 1);
}

TEST_CASE("the catalogue comes back, but its provisions and operations; units as they are listed") {
  const test::TinyIndex index(std::vector{catalogue(), test::office("chełm", {{"§ 1 pkt 1", "X", "pocztą"}})});
  const law::Catalogue expected = catalogue();
  const auto read = index.reader().catalogue("lublin");
  REQUIRE(read.has_value());
  REQUIRE(read->units.size() == 2);
  CHECK(read->units[0].listed_at == "§ 3 pkt 2");  // not § 3 pkt 10, though its code comes first
  CHECK(read->units[1].listed_at == "§ 3 pkt 10");
  CHECK(read->tasks == expected.tasks);
  CHECK(read->acts == expected.acts);
  CHECK(read->unknown_ends == expected.unknown_ends);
  CHECK(read->successions == expected.successions);
  CHECK_FALSE(index.reader().catalogue("radom").has_value());
}

TEST_CASE("the law is part of the fingerprint, and a version stands once") {
  const auto fingerprint = [](const law::Catalogue& one) { return index_fingerprint({one}, *test::analyser()); };
  law::Catalogue reworded = catalogue(), noted = catalogue(), twice = catalogue();
  reworded.provisions[0].text += " x";
  noted.operations[1].note = "known";
  twice.provisions.push_back(twice.provisions[0]);
  CHECK(fingerprint(catalogue()) == fingerprint(catalogue()));
  CHECK(fingerprint(reworded) != fingerprint(catalogue()));
  CHECK(fingerprint(noted) != fingerprint(catalogue()));
  CHECK_THROWS_AS(fingerprint(twice), law::Error);
}

}  // namespace
}  // namespace kto::store
