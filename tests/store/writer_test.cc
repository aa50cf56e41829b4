// The index folder: what a build leaves in it, and what it refuses.
#include "indexer/store/writer.h"

#include <xapian.h>

#include <algorithm>
#include <fstream>

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/seal.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

namespace fs = std::filesystem;
using test::office;

const std::vector<test::Point> kPoints{
    {"§ 16 ust. 1 pkt 8", "IT-ES referat ds. systemów internetowych", "administrowania systemem poczty elektronicznej",
     "2023-11-15"},
    {"§ 12 pkt 2", "", "związane z bezpośrednim nadzorem", "2022-01-01", "2023-11-15"}};

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

template <typename Work>
std::string error_of(const Work& work) {
  try {
    work();
  } catch (const law::Error& error) {
    CHECK_FALSE(error.hint().empty());
    return error.code();
  }
  return "none";
}

TEST_CASE("a build leaves the index, the line that names it and the lock") {
  const test::TempFolder folder;
  const BuildReport report = build_index({office("lublin", kPoints)}, *test::analyser(), folder.path() / "index");
  CHECK(report.built);
  CHECK(report.generation == 1);
  CHECK(report.documents == 2);
  CHECK(report.bytes > 0);
  CHECK(names_in(folder.path() / "index") ==
        std::vector<std::string>{"current", "generation-1.glass", "generation-1.seal", "lock"});
  CHECK(current_generation(folder.path() / "index") == 1);
}

TEST_CASE("an unchanged catalogue is not built again, unless forced") {
  const test::TempFolder folder;
  const auto build = [&folder](bool force) {
    return build_index({office("lublin", kPoints)}, *test::analyser(), folder.path(), {.force = force});
  };
  const BuildReport first = build(false), second = build(false), third = build(true);
  CHECK_FALSE(second.built);
  CHECK(second.generation == 1);
  CHECK(second.fingerprint == first.fingerprint);
  CHECK(third.built);
  CHECK(third.generation == 2);
}

TEST_CASE("the fingerprint is of the content, not of its order") {
  std::vector<test::Point> turned(kPoints.rbegin(), kPoints.rend());
  const auto of = [](const std::vector<law::Catalogue>& catalogues, const BuildOptions& options = {}) {
    return index_fingerprint(catalogues, *test::analyser(), options);
  };
  const law::Catalogue one = office("a", kPoints), other = office("b", {});
  CHECK(of({one, other}) == of({other, office("a", turned)}));
  CHECK(of({one, other}) != of({one}));
  CHECK(of({one}) != of({one}, {.parameters = {{"corpus", "x"}}}));
  std::vector<test::Point> reworded = kPoints;
  reworded[0].text += " Urzędu";
  CHECK(of({one}) != of({office("a", reworded)}));
}

TEST_CASE("one generation before is kept, older ones and leftovers are swept") {
  const test::TempFolder folder;
  const auto build = [&folder] {
    return build_index({office("lublin", kPoints)}, *test::analyser(), folder.path(), {.force = true});
  };
  build();
  build();
  fs::create_directories(folder.path() / "building" / "written");
  std::ofstream(folder.path() / "generation-9.glass") << "left by a builder that died before it was named";
  std::ofstream(folder.path() / "notes.txt") << "somebody else's";
  CHECK(build().generation == 10);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"current", "generation-10.glass", "generation-10.seal",
                                                            "generation-2.glass", "generation-2.seal", "lock",
                                                            "notes.txt"});
}

TEST_CASE("a reader goes on while a newer index is put in place") {
  const test::TempFolder folder;
  build_index({office("lublin", kPoints)}, *test::analyser(), folder.path());
  const Reader old = Reader::open(folder.path(), test::analyser());
  for (int round = 0; round < 3; ++round)
    build_index({office("lublin", {})}, *test::analyser(), folder.path(), {.force = true});
  CHECK(old.find({}).matches.size() == 2);
  CHECK(old.generation() != current_generation(folder.path()));
  CHECK(Reader::open(folder.path(), test::analyser()).find({}).matches.empty());
}

TEST_CASE("a second builder is refused") {
  const test::TempFolder folder;
  const FolderLock lock(folder.path());
  CHECK(error_of([&] { build_index({}, *test::analyser(), folder.path()); }) == "index-locked");
}

TEST_CASE("what cannot be an index folder") {
  const test::TempFolder folder;
  std::ofstream(folder.path() / "file") << "not a folder";
  CHECK(error_of([&] { build_index({}, *test::analyser(), folder.path() / "file"); }) == "index-not-writable");
  CHECK(error_of([&] { build_index({}, *test::analyser(), folder.path() / "file" / "x"); }) == "index-not-writable");
}

TEST_CASE("what cannot stand in one index") {
  const test::TempFolder folder;
  const law::Catalogue one = office("lublin", kPoints);
  law::Catalogue twice = one;
  twice.tasks.push_back(one.tasks.front());
  CHECK(error_of([&] { build_index({one, one}, *test::analyser(), folder.path()); }) == "duplicate-office");
  CHECK(error_of([&] { build_index({twice}, *test::analyser(), folder.path()); }) == "duplicate-task");
  CHECK_FALSE(current_generation(folder.path()).has_value());
}

TEST_CASE("no index, a lost one, a broken one") {
  const test::TempFolder folder;
  const auto open = [&folder] { Reader::open(folder.path(), test::analyser()); };
  CHECK(error_of(open) == "index-missing");
  CHECK(error_of([&] { index_info(folder.path()); }) == "index-missing");
  std::ofstream(folder.path() / "current") << "generation-7.glass\n";
  CHECK(error_of(open) == "index-unreadable");
  std::ofstream(folder.path() / "generation-7.glass") << "no index";
  CHECK(error_of(open) == "index-unreadable");
  CHECK_FALSE(index_info(folder.path()).problem.empty());
}

TEST_CASE("an index cut short is an error, not an answer") {
  const test::TempFolder folder;
  build_index({office("lublin", kPoints)}, *test::analyser(), folder.path());
  const fs::path file = generation_file(folder.path(), 1);
  for (std::uintmax_t size = fs::file_size(file) / 2; size > 0; size /= 2) {
    fs::resize_file(file, size);
    CHECK(error_of([&] { Reader::open(folder.path(), test::analyser()).find({}); }) == "index-unreadable");
  }
}

// An index as another version of the program would leave it.
void write_foreign(const fs::path& folder, const std::string& schema, const std::string& analysis) {
  Xapian::WritableDatabase database((folder / "w").string(), Xapian::DB_CREATE);
  database.set_metadata("schema", schema);
  database.set_metadata("analysis", analysis);
  database.set_metadata("program", "kto-indexer 9.9");
  database.commit();
  database.compact((folder / "generation-1.glass").string(), Xapian::DBCOMPACT_SINGLE_FILE);
  std::ofstream(folder / "generation-1.seal") << seal_of(folder / "generation-1.glass") << "\n";
  std::ofstream(folder / "current") << "generation-1.glass\n";
}

TEST_CASE("an index of another schema or another dictionary is refused, and can still be looked at") {
  struct Row {
    std::string schema, analysis, error;
  };
  const std::string ours = std::to_string(kSchemaVersion), words = test::analyser()->fingerprint();
  for (const Row& row : {Row{ours, words, "none"}, Row{"999", words, "index-schema"}, Row{"", words, "index-schema"},
                         Row{ours, "another", "index-analysis"}}) {
    const test::TempFolder folder;
    write_foreign(folder.path(), row.schema, row.analysis);
    CHECK(error_of([&] { Reader::open(folder.path(), test::analyser()); }) == row.error);
    const IndexInfo info = index_info(folder.path());
    CHECK(info.manifest.program == "kto-indexer 9.9");
    CHECK(info.problem.empty() == (row.error != "index-schema"));
  }
}

TEST_CASE("the manifest says what was built") {
  const test::TempFolder folder;
  const BuildReport report = build_index({office("lublin", kPoints), office("chełm", {})}, *test::analyser(),
                                         folder.path(), {.program = "p 1", .parameters = {{"corpus", "c"}}});
  const Reader reader = Reader::open(folder.path(), test::analyser());
  const Manifest& manifest = reader.manifest();
  CHECK(manifest.fingerprint == report.fingerprint);
  CHECK(manifest.program == "p 1");
  CHECK(manifest.parameters.at("corpus") == "c");
  REQUIRE(manifest.offices.size() == 2);
  const OfficeSummary& lublin = manifest.offices[1];
  CHECK(lublin == summarise(office("lublin", kPoints)));
  CHECK(lublin.covered_from == test::day("2022-01-01"));
  CHECK(lublin.law_state_as_of == test::day("2023-11-15"));
  CHECK(lublin.last_act == "act of 2023-11-15");
  CHECK_FALSE(manifest.offices[0].covered_from.has_value());
  CHECK(index_info(folder.path()).manifest == manifest);
  CHECK(reader.office("lublin")->units == office("lublin", kPoints).units);
  CHECK(reader.office("lublin")->acts == office("lublin", kPoints).acts);
  CHECK(reader.office("puławy") == nullptr);
}

}  // namespace
}  // namespace kto::store
