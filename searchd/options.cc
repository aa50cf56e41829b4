#include "searchd/options.h"

#include <algorithm>
#include <set>
#include <utility>

#include "searchd/config.h"
#include "searchd/option_table.h"

namespace kto::searchd {
namespace {

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

void check_index(OptionsReading& reading) {
  const auto& index = reading.options.index;
  std::error_code ignored;
  if (index.empty())
    reading.faults.emplace_back("--index DIR is missing; build an index with: kto-indexer build --index DIR");
  else if (!std::filesystem::is_directory(index, ignored))
    reading.faults.push_back("there is no folder " + index.string() +
                             "; build the index with: kto-indexer build --index " + index.string());
}

void check_feedback(OptionsReading& reading) {
  if (!reading.options.feedback.empty() && reading.options.token.empty())
    reading.faults.emplace_back("--feedback wants --token FILE: only the office may judge");
}

}  // namespace

OptionsReading read_options(const std::vector<std::string>& arguments) {
  OptionsReading line;
  CommandLine(arguments, line).read();
  if (line.options.help || line.options.version) return line;
  if (line.options.config.empty()) {
    check_index(line);
    check_feedback(line);
    return line;
  }
  OptionsReading file = read_config_file(line.options.config);
  OptionsReading again{std::move(file.options), {}};
  CommandLine(arguments, again).read();  // over what the file says; its faults are those of `line`
  again.faults = std::move(line.faults);
  again.faults.insert(again.faults.end(), file.faults.begin(), file.faults.end());
  check_index(again);
  check_feedback(again);
  return again;
}

std::string usage() {
  std::string text =
      "kto-searchd: answers \"who handles X\" over HTTP, as JSON and as pages, from an index of kto-indexer\n\n"
      "  kto-searchd --index DIR [--host 127.0.0.1] [--port 8080] [--config FILE]\n"
      "  kto-searchd who QUESTION --index DIR       one question, answered on the terminal (who --help)\n\n";
  for (const auto& option : option_table()) {
    auto left = "  --" + std::string(option.name) + (option.value.empty() ? "" : " ") + std::string(option.value);
    left.resize(std::max<std::size_t>(left.size() + 1, 23), ' ');
    text += left + std::string(option.help);
    text += option.fallback.empty() ? "\n" : " [" + std::string(option.fallback) + "]\n";
  }
  return text +
         "\nWhen it is ready it prints one line, kto-searchd: listening on http://ADDRESS:PORT, to standard output.\n"
         "SIGHUP takes up a newly built index at once, SIGTERM and SIGINT finish running requests and end.\n"
         "Exit status: 0 ended on request, 1 the index or the address cannot be used, 2 wrong options.\n";
}

}  // namespace kto::searchd
