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
  // Columns that tables are laid out for. Where no terminal says otherwise: a page of A4 in landscape.
  std::size_t columns = 120;
};

struct BuildRequest {
  std::filesystem::path index;
  std::vector<std::filesystem::path> corpora;
  std::vector<std::filesystem::path> catalogues;  // JSON Lines; "-": standard input
  std::vector<std::string> remotes;               // "db1.example:7001": machines that have the offices
  unsigned remote_timeout = 0;                    // ms; 0: store::kRemoteTimeout
  std::filesystem::path dictionary;               // empty: where the programs look by themselves
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

struct ExplainRequest {
  std::string citation;  // in any spelling
  std::filesystem::path corpus;
  law::Date as_of;
  std::string office;  // empty: all
  bool json = false;
};
// The wording of a provision on a day, who made it, and its whole history. Throws law::Error no-citation, and
// unknown-citation with the nearest known ones as the hint.
int explain(const ExplainRequest& request, const Streams& streams);

struct DiffRequest {
  std::filesystem::path corpus;
  law::Date from, to;
  std::string office;  // empty: all
  bool json = false;
};
// What moved, came, went or was reworded between two days, unit by unit. Throws law::Error days-reversed.
int diff(const DiffRequest& request, const Streams& streams);

struct AuditRequest {
  std::filesystem::path corpus;
  law::Date as_of;
  std::string office;  // empty: all
  bool json = false;
  bool strict = false;  // kDiagnosed when a finding is a warning or worse
};
// What in the law of a day an organisation department should look at.
int audit(const AuditRequest& request, const Streams& streams);

struct InfoRequest {
  std::filesystem::path index;
};
int info(const InfoRequest& request, const Streams& streams);

struct RollbackRequest {
  std::filesystem::path index;
  std::filesystem::path dictionary;  // empty: where the programs look by themselves
  std::optional<unsigned> to;        // a generation; none: the one before
};
// Makes an index folder answer as before its latest build.
int rollback(const RollbackRequest& request, const Streams& streams);

struct TextRequest {
  std::filesystem::path document;  // a file, or a folder that is one act
};
// Prints the text of a document as the parser gets it; what was done to it goes to `err`.
int text(const TextRequest& request, const Streams& streams);

}  // namespace kto::commands
