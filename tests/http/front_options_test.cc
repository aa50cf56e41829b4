// Options of the daemon: every fault at once, with the place of each.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "searchd/config.h"
#include "searchd/option_table.h"
#include "searchd/options.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto::searchd;
using Faults = std::vector<std::string>;
using Arguments = std::vector<std::string>;

namespace {

const std::string kKnown =
    "index, host, port, config, dictionary, workers, watch, log-format, access-log, keep-answers, learn, token, "
    "feedback, help, "
    "version";

std::string file_with(const kto::test::TempFolder& folder, const std::string& text) {
  const auto path = (folder.path() / "kto.conf").string();
  std::ofstream(path) << text;
  return path;
}

}  // namespace

TEST_CASE("a right command line") {
  const auto reading = read_options({"--index", ".", "--host=::1", "--port", "0", "--workers", "3", "--access-log"});
  CHECK(reading.faults.empty());
  Options expected;
  expected.index = ".";
  expected.host = "::1";
  expected.port = 0;
  expected.workers = 3;
  expected.access_log = true;
  CHECK(reading.options == expected);
}

TEST_CASE("what is not said has its default") {
  const auto options = read_options({"--index", "."}).options;
  CHECK(options.host == "127.0.0.1");
  CHECK(options.port == 8080);
  CHECK_FALSE(options.access_log);
}

TEST_CASE("help and version want no index") {
  CHECK(read_options({"--help"}).faults.empty());
  CHECK(read_options({"--version"}).options.version);
}

TEST_CASE("faults of the command line") {
  struct Row {
    Arguments arguments;
    Faults faults;
  };
  const std::vector<Row> rows = {
      {{}, {"--index DIR is missing; build an index with: kto-indexer build --index DIR"}},
      {{"--index", "/nowhere"},
       {"there is no folder /nowhere; build the index with: kto-indexer build --index /nowhere"}},
      {{"--index", ".", "--prot", "1"}, {"unknown option --prot; known are: " + kKnown}},
      {{"--index", ".", "--port", "65536"}, {"--port wants a whole number from 0 to 65535, not \"65536\""}},
      {{"--index", ".", "--port", "-1"}, {"--port wants a whole number from 0 to 65535, not \"-1\""}},
      {{"--index", ".", "--port", "80a"}, {"--port wants a whole number from 0 to 65535, not \"80a\""}},
      {{"--index", ".", "--port="}, {"--port wants a value"}},
      {{"--index", ".", "--port"}, {"--port wants a value: --port N"}},
      {{"--index", ".", "--workers", "65"}, {"--workers wants a whole number from 0 to 64, not \"65\""}},
      {{"--bad", "--index", "."}, {"unknown option --bad; known are: " + kKnown}},
      {{"--index", ".", "--port", "1", "--port", "2"}, {"--port is given twice; give it once"}},
      {{"--port", "x", "index"},
       {"--port wants a whole number from 0 to 65535, not \"x\"", "\"index\" is not an option; see kto-searchd --help",
        "--index DIR is missing; build an index with: kto-indexer build --index DIR"}},
      {{"--index", ".", "--config", "/nowhere"},
       {"cannot read the configuration file /nowhere; give --config a text file with at least one line"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.arguments);
    CHECK(read_options(row.arguments).faults == row.faults);
  }
}

TEST_CASE("a right configuration file") {
  const auto reading =
      read_config("# kto\n\nindex = /srv/kto  # where\nport=9000\r\n  access-log =  yes \n", "kto.conf");
  CHECK(reading.faults.empty());
  CHECK(reading.options.index == "/srv/kto");
  CHECK(reading.options.port == 9000);
  CHECK(reading.options.access_log);
}

TEST_CASE("every fault of a configuration file, with its line") {
  const auto reading = read_config(
      "port = many\nport 1\nprot = 1\nconfig = other\nhost = a\nhost = b\nindex =\n"
      "access-log = maybe\nlog-format = xml\nwatch = 90000\n",
      "kto.conf");
  const std::string known =
      "index, host, port, dictionary, workers, watch, log-format, access-log, keep-answers, learn, token, feedback";
  CHECK(reading.faults == Faults{
                              "kto.conf:1: port wants a whole number from 0 to 65535, not \"many\"",
                              "kto.conf:2: \"port 1\" is not \"option = value\"",
                              "kto.conf:3: unknown option \"prot\"; did you mean port?",
                              "kto.conf:4: unknown option \"config\"; known are: " + known,
                              "kto.conf:6: host is given twice; give it once",
                              "kto.conf:7: index wants a value",
                              "kto.conf:8: access-log is yes or no, not \"maybe\"",
                              "kto.conf:9: log-format is plain or json, not \"xml\"",
                              "kto.conf:10: watch wants a whole number from 0 to 86400, not \"90000\"",
                          });
}

TEST_CASE("the command line wins over the configuration file, and faults of both are told") {
  const kto::test::TempFolder folder;
  auto reading =
      read_options({"--config", file_with(folder, "index = .\nport = 9000\nhost = ::1\n"), "--port", "9001"});
  CHECK(reading.faults.empty());
  CHECK(reading.options.port == 9001);
  CHECK(reading.options.host == "::1");
  const auto path = file_with(folder, "index = .\nport = x\n");
  reading = read_options({"--config", path, "--workers", "y"});
  CHECK(reading.faults == Faults{"--workers wants a whole number from 0 to 64, not \"y\"",
                                 path + ":2: port wants a whole number from 0 to 65535, not \"x\""});
}

TEST_CASE("a slip of the finger is named") {
  struct Row {
    std::string line, hint;
  };
  for (const auto& row : std::vector<Row>{{"prot", "did you mean port?"},
                                          {"indexx", "did you mean index?"},
                                          {"hst", "did you mean host?"},
                                          {"access_log", "did you mean access-log?"},
                                          {"log", "known are: index, "},
                                          {"", "known are: index, "},
                                          {"version", "known are: index, "}}) {
    CAPTURE(row.line);
    const auto faults = read_config(row.line + " = 1\n", "kto.conf").faults;
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].find(row.hint) != std::string::npos);
  }
}

TEST_CASE("the help names every option with what holds without it") {
  for (const auto& option : option_table()) {
    CAPTURE(option.name);
    const auto at = usage().find("  --" + std::string(option.name) + " ");
    REQUIRE(at != std::string::npos);
    const auto line = usage().substr(at, usage().find('\n', at) - at);
    CHECK((option.fallback.empty() || line.ends_with(" [" + std::string(option.fallback) + "]")));
  }
}

TEST_CASE("what holds without an option is what the table says") {
  for (const auto& option : option_table()) {
    if (option.fallback.empty()) continue;
    CAPTURE(option.name);
    Options options;
    CHECK_FALSE(set_option(option, options, std::string(option.fallback)));
    CHECK(options == Options());
  }
}

// The file that is installed: every option with its explanation, and a value that may be uncommented.
TEST_CASE("the example configuration explains every option") {
  std::ostringstream text;
  text << std::ifstream("packaging/kto.conf").rdbuf();
  const auto example = "\n" + text.str();
  std::string live;
  for (const auto& option : option_table()) {
    if (!option.in_config) continue;
    CAPTURE(option.name);
    const auto set = example.find("\n" + std::string(option.name) + " = ");
    const auto off = example.find("\n#" + std::string(option.name) + " = ");
    REQUIRE((set != std::string::npos) != (off != std::string::npos));
    const auto at = std::min(set, off) + 1;
    const auto line = example.substr(at, example.find('\n', at) - at);
    CHECK(example.rfind("\n# ", at) != std::string::npos);  // something is said before
    if (off != std::string::npos && !option.fallback.empty())
      CHECK(line == "#" + std::string(option.name) + " = " + std::string(option.fallback));
    live += line.substr(line.front() == '#' ? 1 : 0) + "\n";
  }
  CHECK(read_config(live, "kto.conf").faults.empty());
  CHECK(read_config(text.str(), "kto.conf").faults.empty());
}
