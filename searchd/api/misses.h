// Misses: what people asked that found nobody, or several that could not be told apart: where the lexicon or the law
// has a gap. Counted without watching anyone, and only where the office switched it on (--learn):
//
// - in memory alone: a restart forgets all, no file is written;
// - the words of a question are told only after it was asked kTold times, so that a question somebody asked once with a
//   name in it is never seen; long ones are never kept, for they are pieces of letters;
// - digits and e-mail addresses are masked before anything is kept; no address, no time, no user is known here.
//
//   question,no_answer,ambiguous
//   zgubiłem dowód,12,0
//   (rzadsze),40,7        all that was asked less often
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "searchd/answer.h"
#include "searchd/api/csv.h"

namespace kto::api {

// Any thread may call any member.
class Misses {
 public:
  // The smallest group in which statistics of public bodies may show people without being about a person: Polish
  // statistics suppress below three; five leaves room for one person asking twice.
  static constexpr unsigned kTold = 5;
  // Different questions kept; further ones only count. Some 1.5 MiB.
  static constexpr std::size_t kMost = 10000;
  // Words of a question that is kept: the longest of the judged queries that are no letters have 14.
  static constexpr std::size_t kWords = 14;

  void count(std::string_view question, searchd::Status status);
  // The most asked first; what is told too seldom is in the last row.
  std::string csv(const CsvForm& form = {}) const;

 private:
  struct Counts {
    std::uint64_t no_answer = 0, ambiguous = 0;
    void add(searchd::Status status) { ++(status == searchd::Status::no_answer ? no_answer : ambiguous); }
  };

  mutable std::mutex mutex_;  // guards what follows
  std::map<std::string, Counts, std::less<>> questions_;
  Counts others_;  // too long, or too many different ones
};

// Lower case, single spaces, runs of digits as "#", words with "@" as "@". Empty when it has more than `most_words`.
std::string masked_question(std::string_view question, std::size_t most_words);

}  // namespace kto::api
