// The file of an office: what is written is read again, whatever it is; damaged bytes end in a value or an Error; and
// its points are weighed as the search library would weigh them.
#include "indexer/store/office_file.h"

#include <xapian.h>

#include <cmath>
#include <random>

#include "indexer/law/error.h"
#include "indexer/store/matching.h"
#include "indexer/store/office_file_writer.h"
#include "indexer/store/terms.h"
#include "tests/store/generator.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

OfficeContent content(const std::vector<StoredTask>& stored) {
  law::Catalogue catalogue;
  catalogue.office = "lublin";
  catalogue.office_name = "Urząd";
  for (const StoredTask& one : stored) catalogue.tasks.push_back(one.task);
  OfficeContent content = content_of(catalogue);
  content.law = {{"a", ""}, {"b", std::string(5000, 'x')}, {"c", "short"}};
  return content;
}

// Some with ids of the shapes that are taken apart.
OfficeContent generated(Generator& generate, unsigned points) {
  std::vector<StoredTask> stored;
  for (unsigned i = 0; i < points; ++i) {
    stored.push_back(generate.task());
    law::TaskPoint& task = stored.back().task;
    if (i % 2 == 0)
      task.id += std::to_string(i);
    else
      task.id = "lublin-p000" + std::to_string(1000 + i);
  }
  return content(stored);
}

TEST_CASE("what is written is read again") {
  Generator generate(20261129);
  for (int round = 0; round < 60; ++round) {
    const OfficeContent written = generated(generate, static_cast<unsigned>(round));
    const std::string bytes = office_bytes(written, "source", *test::analyser());
    const OfficeFile file(bytes);
    CHECK(about_office(file.about()).content == written.hash);
    CHECK(about_office(file.about()).source == "source");
    for (const auto& [name, note] : written.law) CHECK(file.note(name) == note);
    CHECK(file.note("d").empty());
    REQUIRE(file.points() == written.tasks.size());
    for (std::uint32_t i = 0; i < file.points(); ++i) {
      REQUIRE(file.task(i) == written.tasks[i]);
      const law::Citation& citation = written.tasks[i].task.citation;
      CHECK(file.citation(i) == citation);
      CHECK(file.points_within(citation) ==
            std::count_if(written.tasks.begin(), written.tasks.end(),
                          [&](const StoredTask& one) { return citation.contains(one.task.citation); }));
      CHECK(file.long_words(i) == long_words(written.tasks[i].task.text));
      for (std::uint32_t other = 0; other < i; ++other)
        CHECK((file.coded_text(i) == file.coded_text(other)) ==
              (written.tasks[i].task.text == written.tasks[other].task.text));
    }
  }
}

TEST_CASE("days at their edges") {
  StoredTask stored;
  stored.task.id = "a";
  stored.task.validity = {test::day("2020-01-01"), test::day("2021-01-01")};
  StoredTask open = stored;
  open.task.id = "b";
  open.task.validity.to.reset();
  const std::string bytes = office_bytes(content({stored, open}), "", *test::analyser());
  const OfficeFile file(bytes);
  const auto is_law = [&](std::uint32_t point, const char* day) {
    return file.is_law(point, file.days_until(test::day(day)));
  };
  CHECK_FALSE(is_law(0, "2019-12-31"));
  CHECK(is_law(0, "2020-01-01"));
  CHECK(is_law(0, "2020-12-31"));
  CHECK_FALSE(is_law(0, "2021-01-01"));
  CHECK(is_law(1, "2021-01-01"));
  CHECK(is_law(1, "9999-12-30"));
}

// Reads all there is.
std::string seen_in(const std::string& bytes) {
  try {
    const OfficeFile file(bytes);
    about_office(file.about());
    for (const char* name : {"a", "b", "c"}) file.note(name);
    for (const std::string& term : file.terms("", 1000))
      for (Postings at(file.term(term).postings); at.next();) static_cast<void>(at.times());
    for (std::uint32_t i = 0; i < file.points(); ++i) {
      file.task(i);
      file.coded_text(i);
    }
  } catch (const law::Error& error) {
    return error.code();
  }
  return "read";
}

TEST_CASE("damaged bytes end in a value or an error") {
  std::mt19937 random(5);
  Generator generate(11);
  const std::string whole = office_bytes(generated(generate, 20), "", *test::analyser());
  CHECK(seen_in(whole) == "read");
  CHECK(seen_in(whole + "x") == "record-damaged");
  for (std::size_t size = 0; size < whole.size(); size += 1 + size / 50)
    REQUIRE(seen_in(whole.substr(0, size)) == "record-damaged");
  unsigned refused = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = whole;
    bytes[random() % bytes.size()] = static_cast<char>(random() & 0xFF);
    const std::string seen = seen_in(bytes);
    REQUIRE((seen == "read" || seen == "record-damaged"));
    if (seen != "read") ++refused;
  }
  CHECK(refused > 100);
}

// The same points as the search library would have them, and the same question.
class Library {
 public:
  explicit Library(const OfficeFile& file) : database_("", Xapian::DB_BACKEND_INMEMORY) {
    std::vector<Xapian::Document> documents(file.points());
    for (const std::string& term : file.terms("", 1000))
      for (Postings at(file.term(term).postings); at.next();) documents[at.at()].add_term(term, at.times());
    for (const Xapian::Document& document : documents) database_.add_document(document);
  }

  Xapian::MSet ask(const std::vector<std::vector<std::string>>& words, unsigned most) const {
    std::vector<Xapian::Query> all;
    for (const auto& word : words) {
      std::vector<std::string> terms;
      for (const std::string& lemma : word) terms.push_back(term(Field::lemma, lemma));
      all.emplace_back(Xapian::Query::OP_SYNONYM, terms.begin(), terms.end());
    }
    Xapian::Enquire enquire(database_);
    enquire.set_query({Xapian::Query::OP_OR, all.begin(), all.end()});
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.5, 0.5));
    return enquire.get_mset(0, most);
  }

 private:
  Xapian::WritableDatabase database_;
};

TEST_CASE("points are weighed as the search library weighs them") {
  const std::vector<std::string> lemmas{"poczta", "dom", "las", "rzeka", "most", "droga"};
  std::mt19937 random(3);
  const auto any = [&] { return lemmas[std::min<std::size_t>(random() % 6, random() % 6)]; };
  std::vector<StoredTask> stored;
  for (unsigned i = 0; i < 300; ++i) {
    StoredTask one;
    one.task.id = std::to_string(i);
    one.task.validity.from = test::day("2020-01-01");
    for (auto words = 1 + random() % 9; words > 0; --words) one.task.text += any() + " ";
    stored.push_back(one);
  }
  const std::string bytes = office_bytes(content(stored), "", *test::analyser());
  const auto file = std::make_shared<const OfficeFile>(bytes);
  const Library library(*file);
  for (const std::vector<std::vector<std::string>>& words : std::vector<std::vector<std::vector<std::string>>>{
           {{"poczta"}}, {{"dom", "las"}}, {{"droga"}, {"most", "rzeka", "las"}}, {{"poczta"}, {"dom"}, {"droga"}}}) {
    Query query{.limit = 50};
    for (const auto& word : words) query.groups.push_back({{{Field::lemma, word, 1}}});
    const Matches found = match({file}, query);
    const Xapian::MSet wanted = library.ask(words, 50);
    REQUIRE(found.matches.size() == wanted.size());
    for (unsigned i = 0; i < wanted.size(); ++i) {
      CHECK(std::abs(found.matches[i].weight - wanted[i].get_weight()) < 1e-9);
      CHECK(found.matches[i].stored->task.id == file->task(*wanted[i] - 1).task.id);
    }
  }
}

}  // namespace
}  // namespace kto::store
