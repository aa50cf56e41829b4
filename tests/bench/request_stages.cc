// request-stages INDEX QUESTIONS.jsonl [COUNT]: where the time of a question goes inside the daemon, one JSON object a
// line for questions to one office and to all. Medians in microseconds, each question asked once before.
//
//   {"scope":"office","questions":100,"analysis":41.2,"match":96.0,"rank":80.1,"render":33.4,"postings":5210}
//   {"bytes_a_second":1.1e10}
//
// "analysis" reads the words, "match" finds task points on the day and on any day, "rank" is all else of the answer,
// "render" makes the JSON. "postings" is how long the lists of the question's words are, to be read or skipped; the
// last line is how fast this machine reads memory, in one thread.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/store/reader.h"
#include "indexer/text/analysis.h"
#include "indexer/text/dictionary.h"
#include "searchd/api/json.h"
#include "searchd/search.h"
#include "searchd/search_find.h"

using namespace kto;

namespace {

using Clock = std::chrono::steady_clock;

template <class Work>
double microseconds(const Work& work) {
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

struct Stages {
  std::vector<double> analysis, match, rank, render, postings;
};

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double postings_of(const store::Reader& index, const searchd::Question& question) {
  double sum = 0;
  for (const store::Group& group : searchd::groups_of(question))
    for (const store::Layer& layer : group.layers)
      for (const std::string& value : layer.values) sum += index.frequency(layer.field, value);
  return sum;
}

void ask(const store::Reader& whole, const searchd::WhoQuery& query, Stages& stages) {
  const store::Reader index = whole.within(query.office);
  searchd::Question question;
  searchd::Answer answer = searchd::who(whole, query);
  const double analysis = microseconds([&] { question = searchd::understand(index, query.q, query.office); });
  const double match = microseconds([&] {
    store::Query wanted = searchd::base_query(query.office, query.unit, query.as_of);
    wanted.limit = searchd::kDepth;
    if (index.is_country()) {  // days are looked at among the holders of what is found
      wanted.groups = searchd::groups_of(question);
      wanted.filter.as_of.reset();
      index.wordings(wanted);
      return;
    }
    wanted.any_day = searchd::kAnyDay;
    searchd::find(index, question, wanted);
  });
  const double all = microseconds([&] { answer = searchd::who(whole, query); });
  stages.analysis.push_back(analysis);
  stages.match.push_back(match);
  stages.rank.push_back(std::max(0.0, all - analysis - match));
  stages.render.push_back(microseconds([&] { static_cast<void>(api::to_json(query, answer)); }));
  stages.postings.push_back(postings_of(index, question));
}

std::vector<searchd::WhoQuery> read_questions(const char* path, std::size_t most) {
  std::vector<searchd::WhoQuery> questions;
  std::ifstream lines(path);
  for (std::string line; questions.size() < most && std::getline(lines, line);) {
    const auto row = nlohmann::json::parse(line);
    searchd::WhoQuery query;
    query.q = row.at("q").get<std::string>();
    query.as_of = law::parse_date(row.at("as_of").get<std::string>()).value();
    query.office = row.at("office").get<std::string>();
    questions.push_back(std::move(query));
  }
  if (questions.empty()) throw std::runtime_error(std::string(path) + " has no questions");
  return questions;
}

void print(const char* scope, const Stages& stages) {
  std::cout << nlohmann::ordered_json{{"scope", scope},
                                      {"questions", stages.analysis.size()},
                                      {"analysis", median(stages.analysis)},
                                      {"match", median(stages.match)},
                                      {"rank", median(stages.rank)},
                                      {"render", median(stages.render)},
                                      {"postings", median(stages.postings)}}
            << "\n";
}

// The best of several sums over more memory than caches hold.
double bytes_a_second() {
  const std::vector<std::uint64_t> numbers(std::size_t{1} << 25, 1);
  double best = 0;
  std::uint64_t sum = 0;
  for (int round = 0; round < 5; ++round) {
    const double taken =
        microseconds([&] { sum += std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0}); });
    best = std::max(best, static_cast<double>(numbers.size() * sizeof(numbers[0])) / taken * 1e6);
  }
  return sum == 0 ? 0 : best;
}

void measure(const char* index_dir, const char* questions_file, std::size_t most) {
  const auto index = store::Reader::open(
      index_dir, std::make_shared<text::Analyser>(text::Dictionary::open(text::default_dictionary_path())));
  Stages office, country;
  for (searchd::WhoQuery query : read_questions(questions_file, most)) {
    ask(index, query, office);
    query.office.clear();
    ask(index, query, country);
    index.rest();
  }
  print("office", office);
  print("country", country);
  std::cout << nlohmann::ordered_json{{"bytes_a_second", bytes_a_second()}} << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  try {
    measure(argv[1], argv[2], argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 100);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "request-stages: " << error.what() << "\n";
    return 1;
  }
}
