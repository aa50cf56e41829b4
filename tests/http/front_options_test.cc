// Options of the daemon: every fault at once, with the place of each.
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "searchd/options.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto::searchd;
using Faults = std::vector<std::string>;
using Arguments = std::vector<std::string>;

namespace {

const std::string kKnown = "index, host, port, config, dictionary, workers, access-log, help, version";

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
      "access-log = maybe\n",
      "kto.conf");
  const std::string known = "index, host, port, dictionary, workers, access-log";
  CHECK(reading.faults == Faults{
                              "kto.conf:1: port wants a whole number from 0 to 65535, not \"many\"",
                              "kto.conf:2: \"port 1\" is not \"option = value\"",
                              "kto.conf:3: unknown option \"prot\"; known are: " + known,
                              "kto.conf:4: unknown option \"config\"; known are: " + known,
                              "kto.conf:6: host is given twice; give it once",
                              "kto.conf:7: index wants a value",
                              "kto.conf:8: access-log is yes or no, not \"maybe\"",
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

TEST_CASE("the help names every option") {
  for (const std::string name : {"index", "host", "port", "config", "dictionary", "workers", "access-log", "version"})
    CHECK(usage().find("  --" + name) != std::string::npos);
}
