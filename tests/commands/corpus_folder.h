// A corpus folder of one office, made of acts written in the test, and a run of a command over it.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/commands/commands.h"
#include "indexer/law/error.h"
#include "tests/support/index.h"

namespace kto::tests {

class CorpusFolder {
 public:
  // Acts are named 1.txt, 2.txt … in order.
  explicit CorpusFolder(const std::vector<std::string>& acts) {
    write("x/office.json", R"({"id": "x", "name": "Urząd X"})");
    for (std::size_t i = 0; i < acts.size(); ++i) write("x/acts/" + std::to_string(i + 1) + ".txt", acts[i]);
  }
  const std::filesystem::path& path() const { return folder_.path(); }

 private:
  void write(const std::string& file, const std::string& text) const {
    std::filesystem::create_directories((path() / file).parent_path());
    std::ofstream(path() / file, std::ios::binary) << text;
  }
  test::TempFolder folder_;
};

struct Run {
  int status = 0;
  std::string out;
  std::string error;  // "code: what (hint)"
};

// `command` is given streams 100 columns wide.
inline Run run(const std::function<int(const commands::Streams&)>& command) {
  Run result;
  std::ostringstream out, err;
  commands::Streams streams{out, err};
  streams.columns = 100;
  try {
    result.status = command(streams);
  } catch (const law::Error& error) {
    result.status = commands::kWrong;
    result.error = error.code() + ": " + error.what() + " (" + error.hint() + ")";
  }
  result.out = out.str();
  return result;
}

}  // namespace kto::tests
