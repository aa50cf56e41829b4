// The sub-commands of kto-indexer. Each takes its options as a value, writes results to `out` and messages for people
// to `err`, and returns the exit status. Throws law::Error when the world is broken or the input unusable.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "indexer/law/date.h"

namespace kto::commands {

// Exit statuses of all programs of this project.
inline constexpr int kDone = 0;
inline constexpr int kDiagnosed = 1;  // --strict, and something was a warning or worse
inline constexpr int kWrong = 2;      // wrong options or unusable input

struct Streams {
  std::ostream& out;
  std::ostream& err;
  bool progress = false;  // a person is watching `err`
};

struct BuildRequest {
  std::filesystem::path index;
  std::vector<std::filesystem::path> corpora;
  std::filesystem::path dictionary;  // empty: where the programs look by themselves
  bool strict = false;
  bool timings = false;
};
int build(const BuildRequest& request, const Streams& streams);

struct DumpRequest {
  std::string what;  // acts, operations, provisions, units, tasks, diagnostics
  std::filesystem::path corpus;
  std::optional<law::Date> as_of;
  std::string office;  // empty: all
};
int dump(const DumpRequest& request, const Streams& streams);

struct InfoRequest {
  std::filesystem::path index;
};
int info(const InfoRequest& request, const Streams& streams);

}  // namespace kto::commands
