// Remote: a folder without files of its own, whose manifest names the machines that have them. A question across
// offices is asked of all of these; one to an office belongs to its machine (docs/decisions/0022).
//
//   build_remote({{"db1.example", 7001, 2000, ""}, …}, analyser, "/var/lib/kto/front")
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "indexer/store/manifest.h"
#include "indexer/store/writer.h"

namespace kto::store {

inline constexpr unsigned kRemoteTimeout = 2000;  // ms

// "db1.example:7001", without a limit of its own. Throws law::Error remote-name.
Remote remote_from(std::string_view name);

// Asks each machine what it has, and puts a generation in place where anything changed. Throws law::Error:
// remote-unreachable (a machine does not answer: start it, or build without it), remote-schema (another version or
// dictionary made what it has), duplicate-office (two have the same one), and what build_from throws for the folder.
BuildReport build_remote(std::vector<Remote> remotes, const text::Analyser& analyser,
                         const std::filesystem::path& index_dir, const BuildOptions& options = {});

}  // namespace kto::store
