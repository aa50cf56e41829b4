#include "searchd/config.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string_view>

#include "searchd/option_table.h"

namespace kto::searchd {
namespace {

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// The known name that one slip of the finger makes of `name`: a letter too many, too few, another, or two swapped.
bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) return one_slip_apart(b, a);
  if (b.size() - a.size() > 1) return false;
  std::size_t at = 0;
  while (at < a.size() && a[at] == b[at]) ++at;
  if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
  if (a.substr(std::min(at + 1, a.size())) == b.substr(std::min(at + 1, b.size()))) return true;
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

std::string unknown(const std::string& key) {
  for (const auto& option : option_table())
    if (option.in_config && one_slip_apart(option.name, key))
      return "unknown option \"" + key + "\"; did you mean " + std::string(option.name) + "?";
  return "unknown option \"" + key + "\"; known are: " + known_names(true);
}

class ConfigText {
 public:
  explicit ConfigText(std::string name) : name_(std::move(name)) {}

  void read_line(std::string_view line) {
    ++number_;
    const auto content = trim(line.substr(0, line.find('#')));
    if (content.empty()) return;
    const auto equals = content.find('=');
    if (equals == std::string_view::npos) return fault("\"" + std::string(content) + "\" is not \"option = value\"");
    set(std::string(trim(content.substr(0, equals))), std::string(trim(content.substr(equals + 1))));
  }

  OptionsReading take() { return std::move(reading_); }

 private:
  void set(const std::string& key, const std::string& value) {
    const auto* option = find_option(key);
    if (!option || !option->in_config) return fault(unknown(key));
    if (!seen_.insert(key).second) return fault(key + " is given twice; give it once");
    if (auto why = set_option(*option, reading_.options, value)) fault(key + " " + *why);
  }

  void fault(const std::string& sentence) {
    reading_.faults.push_back(name_ + ":" + std::to_string(number_) + ": " + sentence);
  }

  std::string name_;
  OptionsReading reading_;
  std::set<std::string> seen_;
  unsigned number_ = 0;
};

}  // namespace

OptionsReading read_config(const std::string& text, const std::string& name) {
  ConfigText config(name);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) config.read_line(line);
  return config.take();
}

OptionsReading read_config_file(const std::filesystem::path& path) {
  std::error_code ignored;
  std::ifstream file(path);
  std::ostringstream text;
  if (!std::filesystem::is_directory(path, ignored) && file && text << file.rdbuf())
    return read_config(text.str(), path.string());
  OptionsReading unread;
  unread.faults.push_back("cannot read the configuration file " + path.string() +
                          "; give --config a text file with at least one line");
  return unread;
}

}  // namespace kto::searchd
