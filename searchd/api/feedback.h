// Feedback, "wrong unit": somebody of the office says who handles a matter. Each is one judged query, a line of JSON as
// tests/relevance reads them, appended to a file that the office reviews before it becomes a test or a word of the
// lexicon.
//
//   POST /api/v1/feedback  {"q": "zgubiłem dowód", "as_of": "2024-06-01", "unit": "SC-DO", "note": "…"}
//   → {"id":"f0","style":"desk","q":"zgubiłem dowód","as_of":"2024-06-01","office":"lublin","units":{"SC-DO":3},…}
//
// Long numbers and e-mail addresses are masked. Nothing of the request but these fields is kept, no time and no
// address.
#pragma once

#include <filesystem>
#include <mutex>
#include <string>

#include "searchd/api/parameters.h"

namespace kto::api {

struct Feedback {
  std::string q;
  law::Date as_of;
  std::string office;
  std::string unit;  // empty: nobody here handles it
  std::string note;
  auto operator<=>(const Feedback&) const = default;
};

// The members of the body as parameters: strings and null alone, each once. Faults of the JSON itself are of no field.
Parsed<Feedback> parse_feedback(const std::string& body, const Scope& scope);
// What of the body names a unit, for the scope; empty when the body is not understood.
Sent members_of(const std::string& body);

// The line, its end included. `number` tells lines apart.
std::string judged_query(const Feedback& feedback, std::uint64_t number);

// The file. Any thread may append.
class FeedbackFile {
 public:
  // 1 MiB: some 4,000 judgements, more than anybody reviews at once.
  static constexpr std::uint64_t kMost = std::uint64_t{1} << 20;

  explicit FeedbackFile(std::filesystem::path path) : path_(std::move(path)) {}

  // False when the file is full. Throws law::Error feedback-unwritable.
  bool append(const Feedback& feedback);

 private:
  std::filesystem::path path_;
  std::mutex mutex_;
};

}  // namespace kto::api
