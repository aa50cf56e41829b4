#include "searchd/options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

namespace kto::searchd {
namespace {

using Fault = std::optional<std::string>;  // the rest of a sentence that begins with the option's name

template <class Number>
Fault read_number(const std::string& text, Number highest, Number& number) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value > highest)
    return "wants a whole number from 0 to " + std::to_string(highest) + ", not \"" + text + "\"";
  number = value;
  return {};
}

Fault read_switch(const std::string& text, bool& on) {
  if (text != "yes" && text != "no") return "is yes or no, not \"" + text + "\"";
  on = text == "yes";
  return {};
}

struct Option {
  std::string_view name;
  std::string_view value;  // its name in the help; empty: a switch, which takes no value on the command line
  std::string_view help;
  bool in_config;
  Fault (*read)(Options&, const std::string&);
};

// The most workers: more than any machine that serves one office has processors; each holds an open index.
constexpr unsigned kMostWorkers = 64;

// One table for the command line, the configuration file and the help.
constexpr std::array kOptions = {
    Option{"index", "DIR", "the index to answer from, as kto-indexer build left it (required)", true,
           [](Options& options, const std::string& text) -> Fault {
             options.index = text;
             return {};
           }},
    Option{"host", "ADDRESS", "where to listen: an IPv4 or IPv6 address or a name [127.0.0.1]", true,
           [](Options& options, const std::string& text) -> Fault {
             options.host = text;
             return {};
           }},
    Option{"port", "N", "on which port; 0 picks a free one and prints it [8080]", true,
           [](Options& options, const std::string& text) {
             return read_number<std::uint16_t>(text, 65535, options.port);
           }},
    Option{"config", "FILE", "lines of \"option = value\" with the names of this list, # begins a comment", false,
           [](Options& options, const std::string& text) -> Fault {
             options.config = text;
             return {};
           }},
    Option{"dictionary", "FILE", "the compiled dictionary [kto.lexicon beside the program or in ../share/kto]", true,
           [](Options& options, const std::string& text) -> Fault {
             options.dictionary = text;
             return {};
           }},
    Option{"workers", "N", "requests answered at once; 0: one for each processor, at least two [0]", true,
           [](Options& options, const std::string& text) { return read_number(text, kMostWorkers, options.workers); }},
    Option{"access-log", "", "a line on standard error for each request, without its parameters and addresses", true,
           [](Options& options, const std::string& text) { return read_switch(text, options.access_log); }},
    Option{"help", "", "print this and end", false,
           [](Options& options, const std::string& text) { return read_switch(text, options.help); }},
    Option{"version", "", "print the version and end", false,
           [](Options& options, const std::string& text) { return read_switch(text, options.version); }},
};

const Option* find_option(std::string_view name) {
  const auto* found =
      std::find_if(kOptions.begin(), kOptions.end(), [&](const Option& option) { return option.name == name; });
  return found == kOptions.end() ? nullptr : found;
}

std::string known_names(bool in_config) {
  std::string names;
  for (const auto& option : kOptions)
    if (option.in_config || !in_config) names.append(names.empty() ? "" : ", ").append(option.name);
  return names;
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// The value must not be empty: "--index=" is a slip of a script, not a wish.
Fault set_option(const Option& option, Options& options, const std::string& text) {
  if (text.empty()) return "wants a value";
  return option.read(options, text);
}

class CommandLine {
 public:
  CommandLine(const std::vector<std::string>& arguments, OptionsReading& reading)
      : arguments_(arguments), reading_(reading) {}

  void read() {
    while (at_ < arguments_.size()) read_next();
  }

 private:
  void read_next() {
    const auto argument = arguments_[at_++];
    if (argument.rfind("--", 0) != 0) return fault("\"" + argument + "\" is not an option; see kto-searchd --help");
    const auto equals = argument.find('=');
    const auto name = argument.substr(2, equals == std::string::npos ? equals : equals - 2);
    const auto* option = find_option(name);
    // Of an unknown option too: one slip is one fault.
    const bool wants_value = option ? !option->value.empty() : has_value_next();
    std::string value = "yes";
    if (equals != std::string::npos)
      value = argument.substr(equals + 1);
    else if (wants_value && at_ < arguments_.size())
      value = arguments_[at_++];
    else if (wants_value)
      return fault("--" + name + " wants a value: --" + name + " " + std::string(option->value));
    if (!option) return fault("unknown option --" + name + "; known are: " + known_names(false));
    if (!seen_.insert(name).second) return fault("--" + name + " is given twice; give it once");
    if (auto why = set_option(*option, reading_.options, value)) fault("--" + name + " " + *why);
  }

  bool has_value_next() const { return at_ < arguments_.size() && arguments_[at_].rfind("--", 0) != 0; }

  void fault(std::string sentence) { reading_.faults.push_back(std::move(sentence)); }

  const std::vector<std::string>& arguments_;
  OptionsReading& reading_;
  std::size_t at_ = 0;
  std::set<std::string> seen_;
};

void read_config_into(OptionsReading& reading, const std::string& text, const std::string& name) {
  std::istringstream lines(text);
  std::string line;
  std::set<std::string> seen;
  for (unsigned number = 1; std::getline(lines, line); ++number) {
    const auto fault = [&](const std::string& sentence) {
      reading.faults.push_back(name + ":" + std::to_string(number) + ": " + sentence);
    };
    const auto content = trim(std::string_view(line).substr(0, line.find('#')));
    if (content.empty()) continue;
    const auto equals = content.find('=');
    const std::string key(trim(content.substr(0, equals)));
    const auto* option = find_option(key);
    if (equals == std::string_view::npos)
      fault("\"" + std::string(content) + "\" is not \"option = value\"");
    else if (!option || !option->in_config)
      fault("unknown option \"" + key + "\"; known are: " + known_names(true));
    else if (!seen.insert(key).second)
      fault(key + " is given twice; give it once");
    else if (auto why = set_option(*option, reading.options, std::string(trim(content.substr(equals + 1)))))
      fault(key + " " + *why);
  }
}

void read_config_file(OptionsReading& reading, const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  if (std::filesystem::is_directory(path) || !file || !(text << file.rdbuf()))
    reading.faults.push_back("cannot read the configuration file " + path.string() +
                             "; give --config a text file with at least one line");
  else
    read_config_into(reading, text.str(), path.string());
}

void check_index(OptionsReading& reading) {
  const auto& index = reading.options.index;
  std::error_code ignored;
  if (index.empty())
    reading.faults.emplace_back("--index DIR is missing; build an index with: kto-indexer build --index DIR");
  else if (!std::filesystem::is_directory(index, ignored))
    reading.faults.push_back("there is no folder " + index.string() +
                             "; build the index with: kto-indexer build --index " + index.string());
}

}  // namespace

OptionsReading read_options(const std::vector<std::string>& arguments) {
  OptionsReading line;
  CommandLine(arguments, line).read();
  if (line.options.help || line.options.version) return line;
  if (line.options.config.empty()) {
    check_index(line);
    return line;
  }
  OptionsReading both;
  read_config_file(both, line.options.config);
  OptionsReading again{std::move(both.options), {}};
  CommandLine(arguments, again).read();  // over what the file says; its faults are those of `line`
  again.faults = std::move(line.faults);
  again.faults.insert(again.faults.end(), both.faults.begin(), both.faults.end());
  check_index(again);
  return again;
}

OptionsReading read_config(const std::string& text, const std::string& name) {
  OptionsReading reading;
  read_config_into(reading, text, name);
  return reading;
}

std::string usage() {
  std::string text =
      "kto-searchd: answers \"who handles X\" over HTTP, as JSON and as pages, from an index of kto-indexer\n\n"
      "  kto-searchd --index DIR [--host 127.0.0.1] [--port 8080] [--config FILE]\n\n";
  for (const auto& option : kOptions) {
    auto left = "  --" + std::string(option.name) + (option.value.empty() ? "" : " ") + std::string(option.value);
    left.resize(std::max<std::size_t>(left.size() + 1, 21), ' ');
    text += left + std::string(option.help) + "\n";
  }
  return text +
         "\nWhen it is ready it prints one line, kto-searchd: listening on http://ADDRESS:PORT, to standard output.\n"
         "SIGHUP takes up a newly built index, SIGTERM and SIGINT finish running requests and end.\n"
         "Exit status: 0 ended on request, 1 the index or the address cannot be used, 2 wrong options.\n";
}

}  // namespace kto::searchd
