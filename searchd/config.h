// The configuration file: lines of "option = value" with the names of the command line. Every fault is told, with its
// line.
//
//   # /etc/kto/kto.conf
//   index = /var/lib/kto/index   # where kto-indexer build puts it
//   access-log = yes
#pragma once

#include <filesystem>
#include <string>

#include "searchd/options.h"

namespace kto::searchd {

// One text of a configuration file; `name` is its place in messages ("kto.conf:3: …").
OptionsReading read_config(const std::string& text, const std::string& name);

// The same for a file; one that cannot be read is a fault.
OptionsReading read_config_file(const std::filesystem::path& path);

}  // namespace kto::searchd
