// A file as kto writes it is what the search library makes of the same documents, and the library finds it sound.
#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "indexer/law/error.h"
#include "indexer/store/glass_join.h"
#include "indexer/store/glass_writer.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

namespace fs = std::filesystem;

struct TestDocument {
  std::map<std::string, unsigned> terms;  // and how often
  std::map<unsigned, std::string> values;
  std::string record;
};

struct TestDatabase {
  std::vector<TestDocument> documents;
  std::map<std::string, std::string> metadata;
};

unsigned below(unsigned bound, std::mt19937& random) {
  return static_cast<unsigned>(random()) % bound;
}

std::string bytes(std::size_t count, std::mt19937& random) {
  std::string bytes(count, '\0');
  std::generate(bytes.begin(), bytes.end(), [&random] { return static_cast<char>(random()); });
  return bytes;
}

// Terms that all documents have, that some have and that one alone has; any bytes in all that is kept.
TestDatabase some_database(unsigned count, unsigned terms, std::mt19937& random) {
  TestDatabase made;
  for (unsigned i = 0; i < count; ++i) {
    TestDocument document;
    if (i % 17 != 3) document.terms["Lall"] = 1 + below(3, random);
    for (unsigned term = 1; term < terms; ++term)
      if (below(term, random) < 3)
        document.terms["L" + std::to_string(term)] = below(400, random) == 0 ? 300 : below(3, random);
    if (i % 5 == 0) document.terms["W" + bytes(below(50, random), random) + '\0' + bytes(6, random)] = 0;
    if (i % 7 != 2) document.values[0] = std::to_string(below(1000, random));
    document.values[2] = i % 3 == 0 ? "" : "same";
    if (i % 11 != 5) document.record = bytes(i % 101 == 0 ? 9000 : below(60, random), random);
    made.documents.push_back(std::move(document));
  }
  for (const unsigned size : {0U, 1U, 400U, 507U, 600U, 2048U, 100'000U}) {
    made.metadata["of\n" + std::to_string(size)] = bytes(size, random);
    made.metadata[std::string(200, 'k') + std::to_string(size)] = bytes(size, random);
  }
  return made;
}

void write_by_kto(const TestDatabase& from, const fs::path& file) {
  GlassWriter writer(file);
  for (const TestDocument& document : from.documents) {
    for (const auto& [term, times] : document.terms) {
      if (times > 1) writer.add(writer.term(term), 1);
      writer.add(writer.term(term), times > 1 ? times - 1 : times);
    }
    for (const auto& [slot, value] : document.values) writer.add_value(slot, value);
    writer.end_document(document.record);
  }
  for (const auto& [name, value] : from.metadata) writer.set_metadata(name, value);
  writer.finish();
}

void write_by_library(const TestDatabase& from, const fs::path& folder, const fs::path& file) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
  for (const TestDocument& one : from.documents) {
    Xapian::Document document;
    for (const auto& [term, times] : one.terms) document.add_term(term, times);
    for (const auto& [slot, value] : one.values) document.add_value(slot, value);
    document.set_data(one.record);
    database.add_document(document);
  }
  for (const auto& [name, value] : from.metadata) database.set_metadata(name, value);
  database.commit();
  Xapian::Database(folder.string()).compact(file.string(), Xapian::DBCOMPACT_SINGLE_FILE, kGlassBlock);
}

using Numbers = std::vector<std::uint64_t>;

Numbers size_of(const Xapian::Database& database) {
  return {database.get_doccount(),
          database.get_lastdocid(),
          database.get_total_length(),
          database.get_doclength_lower_bound(),
          database.get_doclength_upper_bound(),
          database.has_positions() ? 1U : 0U};
}

std::map<std::string, Numbers> terms_in(const Xapian::Database& database) {
  std::map<std::string, Numbers> terms;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    Numbers& of = terms[*term];
    of = {term.get_termfreq(), database.get_collection_freq(*term), database.get_wdf_upper_bound(*term)};
    for (auto one = database.postlist_begin(*term); one != database.postlist_end(*term); ++one)
      of.insert(of.end(), {*one, one.get_wdf(), one.get_doclength()});
  }
  return terms;
}

std::vector<std::string> values_in(const Xapian::Database& database) {
  std::vector<std::string> values;
  for (unsigned slot = 0; slot < 5; ++slot) {
    values.insert(values.end(), {std::to_string(database.get_value_freq(slot)), database.get_value_lower_bound(slot),
                                 database.get_value_upper_bound(slot)});
    for (auto one = database.valuestream_begin(slot); one != database.valuestream_end(slot); ++one)
      values.insert(values.end(), {std::to_string(one.get_docid()), *one});
  }
  return values;
}

std::map<std::string, std::string> metadata_in(const Xapian::Database& database) {
  std::map<std::string, std::string> metadata;
  for (auto name = database.metadata_keys_begin(); name != database.metadata_keys_end(); ++name)
    metadata[*name] = database.get_metadata(*name);
  return metadata;
}

std::vector<std::string> records_in(const Xapian::Database& database) {
  std::vector<std::string> records;
  for (Xapian::docid i = 1; i <= database.get_lastdocid(); ++i)
    records.push_back(database.get_document(i).get_data() + std::to_string(database.get_doclength(i)));
  return records;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void check_same(const fs::path& own, const fs::path& library) {
  CHECK(Xapian::Database::check(own.string()) == 0);
  const Xapian::Database a(own.string()), b(library.string());
  CHECK(size_of(a) == size_of(b));
  CHECK((terms_in(a) == terms_in(b)));
  CHECK((values_in(a) == values_in(b)));
  CHECK((metadata_in(a) == metadata_in(b)));
  CHECK((records_in(a) == records_in(b)));
}

TEST_CASE("a database written from its first key to its last is the library's own") {
  std::mt19937 random(37);
  struct Row {
    unsigned documents, terms;
  };
  for (const auto& [documents, terms] :
       {Row{0, 0}, Row{1, 1}, Row{2, 30}, Row{400, 60}, Row{3000, 400}, Row{40'000, 12}}) {
    CAPTURE(documents);
    const test::TempFolder folder;
    const TestDatabase made = some_database(documents, terms, random);
    const fs::path own = folder.path() / "own", library = folder.path() / "library";
    write_by_kto(made, own);
    write_by_library(made, folder.path() / "written", library);
    check_same(own, library);
    CHECK(fs::file_size(own) <= fs::file_size(library));
    write_by_kto(made, folder.path() / "again");
    CHECK((bytes_of(own) == bytes_of(folder.path() / "again")));
  }
}

TEST_CASE("files that are joined are one of all their documents") {
  std::mt19937 random(38);
  const test::TempFolder folder;
  const TestDatabase all = some_database(3000, 200, random);
  std::vector<fs::path> parts;
  for (const auto& [first, last] :
       {std::pair{0, 1700}, std::pair{1700, 1700}, std::pair{1700, 1701}, std::pair{1701, 3000}}) {
    TestDatabase part;
    part.documents.assign(all.documents.begin() + first, all.documents.begin() + last);
    if (first == 0) part.metadata = all.metadata;
    write_by_kto(part, parts.emplace_back(folder.path() / std::to_string(parts.size())));
  }
  join(parts, folder.path() / "joined");
  write_by_kto(all, folder.path() / "whole");
  CHECK((bytes_of(folder.path() / "joined") == bytes_of(folder.path() / "whole")));
}

TEST_CASE("where a database cannot be written, the file is named") {
  CHECK_THROWS_AS(GlassWriter("/dev/null/nowhere"), fs::filesystem_error);
  GlassWriter full("/dev/full");
  full.set_metadata("long", std::string(1 << 20, 'x'));
  CHECK_THROWS_AS(full.finish(), fs::filesystem_error);
}

TEST_CASE("a key that no block can hold is refused") {
  const test::TempFolder folder;
  GlassWriter writer(folder.path() / "file");
  writer.add(writer.term(std::string(128, '\0')), 1);
  writer.end_document("");
  CHECK_THROWS_AS(writer.finish(), law::Error);
}

}  // namespace
}  // namespace kto::store
