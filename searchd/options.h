// Options: what the daemon is told on its command line and in a configuration file. Both know the same names; the
// command line wins. Every fault is reported at once.
//
//   kto-searchd --index build/index --config /etc/kto.conf
//   # /etc/kto.conf
//   port = 9000
//   access-log = yes
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kto::searchd {

enum class LogFormat : std::uint8_t { plain, json };

struct Options {
  std::filesystem::path index;
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;
  std::filesystem::path config;
  std::filesystem::path dictionary;  // empty: where the programs look by themselves
  unsigned workers = 0;              // 0: one for each processor, at least two
  unsigned watch = 5;                // seconds between two looks for a newly built index; 0: only when told
  LogFormat log_format = LogFormat::plain;
  bool access_log = false;
  unsigned keep_answers = 8;       // MiB of answers that many ask for; 0: none are kept
  bool learn = false;              // count questions without an answer
  std::filesystem::path token;     // of the office; empty: its routes are not there
  std::filesystem::path feedback;  // where judgements go; empty: none are taken
  bool help = false, version = false;

  bool operator==(const Options&) const = default;
};

struct OptionsReading {
  Options options;
  std::vector<std::string> faults;  // one English sentence each, with a hint; empty: the options may be used
};

// `arguments` without the program's name. Reads the configuration file and looks whether the folder of the index
// exists.
OptionsReading read_options(const std::vector<std::string>& arguments);

// What --help prints.
std::string usage();

}  // namespace kto::searchd
