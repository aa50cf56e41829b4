// Runs: the tasks of all offices in order of their wordings, by way of files, so that memory does not grow with the
// country. Each thread fills runs of its own and every run is in order; then all are merged, a part at a time. A
// wording belongs to a part by its hash, so that parts can be merged side by side. Inside this room only.
//
//   run     = the wordings of part 0 in order of their keys, those of part 1 …
//   wording = length of what follows (4 bytes), key, text, context, holders: their count, then office and bytes of each
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kto::store {

inline constexpr std::size_t kWordingParts = 8;

// What two tasks have in common that have the same wording (wording.h).
std::string wording_key(std::string_view text, std::string_view context);

// Names the wording in all files of wordings: some bytes of the key's hash.
std::string short_key(const std::string& key);

struct RawHolder {
  std::uint32_t office = 0;
  std::string bytes;  // as the caller likes them
};

struct RawWording {
  std::string key, text, context;
  std::vector<RawHolder> holders;  // in order of office, those of one office as they were added
  std::size_t part = 0;            // that it belongs to
};

struct Run {
  std::filesystem::path file;
  std::array<std::uint64_t, kWordingParts + 1> begins{};  // of the parts, in bytes; the last: the end
};

// For one thread.
class RunWriter {
 public:
  // Files are called `name` and a number.
  RunWriter(std::filesystem::path folder, std::string name) : folder_(std::move(folder)), name_(std::move(name)) {}
  void add(std::string key, std::string_view text, std::string_view context, RawHolder holder);
  // An office never goes on in the next run: call it after each. Writes what there is when it has become much. Throws
  // std::filesystem::filesystem_error.
  void end_of_office();
  // Writes the rest.
  std::vector<Run> finish();

 private:
  void write();

  std::filesystem::path folder_;
  std::string name_;
  std::vector<RawWording> kept_;  // of one holder each
  std::size_t bytes_ = 0;         // of all that is kept
  std::vector<Run> runs_;
};

// All wordings of a part in order of their keys. Each is given once. Throws std::filesystem::filesystem_error and what
// `take` throws.
void merge_part(const std::vector<Run>& runs, std::size_t part, const std::function<void(RawWording&&)>& take);

}  // namespace kto::store
