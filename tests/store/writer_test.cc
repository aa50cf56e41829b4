// The index folder: what a build leaves in it, and what it refuses.
#include "indexer/store/writer.h"

#include <algorithm>
#include <fstream>
#include <map>

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/manifest_text.h"
#include "indexer/store/reader.h"
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

// The one shard of an office.
fs::path shard_of(const fs::path& folder, const std::string& office) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder / "shards"))
    if (entry.path().filename().string().starts_with(office + ".")) return entry.path();
  return {};
}

TEST_CASE("a build leaves the index, the line that names it and the lock") {
  const test::TempFolder folder;
  const BuildReport report = build_index({office("lublin", kPoints)}, *test::analyser(), folder.path() / "index");
  CHECK(report.built);
  CHECK(report.generation == 1);
  CHECK(report.documents == 2);
  CHECK(report.bytes > 0);
  CHECK(report.written == 1);
  CHECK(names_in(folder.path() / "index") ==
        std::vector<std::string>{"current", "generation-1.index", "lock", "shards"});
  CHECK(names_in(folder.path() / "index" / "shards").size() == 1);
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
  std::vector<test::Point> points = kPoints;
  const auto build = [&folder, &points] {
    points[0].text += " Urzędu";
    return build_index({office("lublin", points)}, *test::analyser(), folder.path());
  };
  build();
  build();
  fs::create_directories(folder.path() / "building" / "written");
  std::ofstream(folder.path() / "generation-9.index") << "left by a builder that died before it was named";
  std::ofstream(folder.path() / "generation-8.glass") << "of a version that kept an index in one file";
  std::ofstream(folder.path() / "shards" / "lublin.0.glass") << "named by nobody";
  std::ofstream(folder.path() / "notes.txt") << "somebody else's";
  CHECK(build().generation == 10);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"current", "generation-10.index", "generation-2.index",
                                                            "lock", "notes.txt", "shards"});
  CHECK(names_in(folder.path() / "shards").size() == 2);
}

TEST_CASE("the same offices make the same files, and what is in place is not written over") {
  const test::TempFolder folder, other;
  const std::vector<law::Catalogue> offices{office("a", kPoints), office("b", {})};
  build_index(offices, *test::analyser(), folder.path());
  build_index(offices, *test::analyser(), other.path());
  CHECK(names_in(folder.path() / "shards") == names_in(other.path() / "shards"));
  std::map<std::string, fs::file_time_type> written;
  for (const std::string& name : names_in(folder.path() / "shards"))
    written[name] = fs::last_write_time(folder.path() / "shards" / name);
  CHECK(written.size() == 3);
  CHECK(build_index(offices, *test::analyser(), folder.path(), {.force = true}).written == 2);
  for (const auto& [name, time] : written) CHECK(fs::last_write_time(folder.path() / "shards" / name) == time);
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

TEST_CASE("only the office that changed is built again") {
  const test::TempFolder folder;
  std::vector<law::Catalogue> offices{office("a", kPoints), office("b", kPoints), office("c", kPoints)};
  const auto build = [&] { return build_index(offices, *test::analyser(), folder.path()); };
  CHECK(build().written == 3);
  const fs::path a = shard_of(folder.path(), "a"), c = shard_of(folder.path(), "c");
  offices[1].tasks[0].text += " Urzędu";
  const BuildReport second = build();
  CHECK(second.built);
  CHECK(second.written == 1);
  CHECK(names_in(folder.path() / "shards").size() == 6);  // of four versions of three offices, and of two wordings
  offices.erase(offices.begin());
  const BuildReport third = build();
  CHECK(third.written == 0);
  CHECK(third.built);
  CHECK(third.offices == 2);
  CHECK(fs::exists(a));  // the generation before still names it
  offices[0].tasks.pop_back();
  CHECK(build().written == 1);
  CHECK_FALSE(fs::exists(a));
  CHECK(fs::exists(c));
  const Reader reader = Reader::open(folder.path(), test::analyser());
  CHECK(reader.documents() == 3);
  CHECK(reader.within("b").documents() == 1);
}

TEST_CASE("an office whose source is known to be the same is not even read") {
  const test::TempFolder folder;
  unsigned read = 0;
  const auto build = [&](const std::string& source) {
    const auto catalogue = [&read] {
      ++read;
      return office("lublin", kPoints);
    };
    return build_from(std::vector<OfficeSource>{{"lublin", source, 2, catalogue}}, *test::analyser(), folder.path());
  };
  CHECK(build("one").built);
  CHECK_FALSE(build("one").built);
  CHECK(read == 1);
  CHECK_FALSE(build("another").built);  // other words of the source, the same content
  CHECK(read == 2);
}

TEST_CASE("a source that fails leaves what was done before it to the next build") {
  const test::TempFolder folder;
  bool fails = true;
  unsigned read = 0;
  const auto build = [&] {
    std::vector<OfficeSource> sources;
    for (const std::string id : {"a", "b", "c"})
      sources.push_back({id, id, 2, [&, id] {
                           if (fails && id == "c") throw law::Error("catalogue-invalid", "c", "mend it");
                           ++read;
                           return office(id, kPoints);
                         }});
    return build_from(sources, *test::analyser(), folder.path(), {.threads = 1});
  };
  CHECK(error_of(build) == "catalogue-invalid");
  CHECK_FALSE(current_generation(folder.path()).has_value());
  fails = false;
  CHECK(build().built);
  CHECK(read == 3);
  CHECK_FALSE(fs::exists(folder.path() / "building"));
}

TEST_CASE("a generation that is read is not swept") {
  const test::TempFolder folder;
  const auto build = [&folder](const std::string& text) {
    build_index({office("lublin", {{"§ 1", "IT", text}})}, *test::analyser(), folder.path());
  };
  build("pierwszego");
  {
    const Reader first = Reader::open(folder.path(), test::analyser());
    for (const char* text : {"drugiego", "trzeciego", "czwartego"}) build(text);
    CHECK(generations(folder.path()) == std::vector<unsigned>{1, 3, 4});
    CHECK(first.find({}).matches.front().found->stored().task.text == "pierwszego");
  }
  build("piątego");
  CHECK(generations(folder.path()) == std::vector<unsigned>{4, 5});
  CHECK(names_in(folder.path() / "shards").size() == 2);
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

TEST_CASE("no index, a lost one, a broken one, one of a version that kept all in one file") {
  const test::TempFolder folder;
  const auto open = [&folder] { Reader::open(folder.path(), test::analyser()); };
  CHECK(error_of(open) == "index-missing");
  CHECK(error_of([&] { index_info(folder.path()); }) == "index-missing");
  std::ofstream(folder.path() / "current") << "generation-7.index\n";
  CHECK(error_of(open) == "index-unreadable");
  std::ofstream(folder.path() / "generation-7.index") << "no index";
  CHECK(error_of(open) == "index-damaged");
  CHECK_FALSE(index_info(folder.path()).problem.empty());
  std::ofstream(folder.path() / "current") << "generation-6.glass\n";
  std::ofstream(folder.path() / "generation-6.glass") << "an index of schema 4";
  CHECK(error_of(open) == "index-schema");
  CHECK_FALSE(index_info(folder.path()).problem.empty());
  CHECK(build_index({office("lublin", kPoints)}, *test::analyser(), folder.path()).generation == 8);
}

TEST_CASE("an index cut short is an error, not an answer") {
  const test::TempFolder folder;
  build_index({office("lublin", kPoints)}, *test::analyser(), folder.path());
  const fs::path file = shard_of(folder.path(), "lublin");
  for (std::uintmax_t size = fs::file_size(file) / 2; size > 0; size /= 2) {
    fs::resize_file(file, size);
    CHECK(error_of([&] { Reader::open(folder.path(), test::analyser()).find({}); }) == "index-unreadable");
  }
}

// An index as another version of the program would leave it.
void write_foreign(const fs::path& folder, unsigned schema, const std::string& analysis) {
  Manifest manifest;
  manifest.schema = schema;
  manifest.analysis = analysis;
  manifest.program = "kto-indexer 9.9";
  std::ofstream(folder / "generation-1.index") << to_text(manifest);
  std::ofstream(folder / "current") << "generation-1.index\n";
}

TEST_CASE("an index of another schema or another dictionary is refused, and can still be looked at") {
  struct Row {
    unsigned schema;
    std::string analysis, error;
  };
  const std::string words = test::analyser()->fingerprint();
  for (const Row& row : {Row{kSchemaVersion, words, "none"}, Row{999, words, "index-schema"},
                         Row{0, words, "index-schema"}, Row{kSchemaVersion, "another", "index-analysis"}}) {
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
