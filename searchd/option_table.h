// The table of the daemon's options: one row for the command line, the configuration file, the help, the man page and
// the example that is installed. A new option is a row here and a member of Options.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/options.h"

namespace kto::searchd {

using Fault = std::optional<std::string>;  // the rest of a sentence that begins with the option's name

struct Option {
  std::string_view name;
  std::string_view value;     // its name in the help; empty: a switch, which takes no value on the command line
  std::string_view fallback;  // what holds when it is not given, as one would write it; empty: nothing, or see help
  std::string_view help;
  bool in_config;
  Fault (*read)(Options&, const std::string&);
};

// In the order of the help.
const std::vector<Option>& option_table();

// nullptr when there is none of that name.
const Option* find_option(std::string_view name);

// "index, host, port": of all, or of those that a configuration file may hold.
std::string known_names(bool in_config);

// An empty value is a fault: "--index=" is a slip of a script, not a wish.
Fault set_option(const Option& option, Options& options, const std::string& text);

}  // namespace kto::searchd
