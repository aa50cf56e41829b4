// The daemon over an index, as a client of the API sees it. What it answers is also written down, one exchange a line,
// to be checked against the schemas of /openapi.json (tests/browser/schemas.mjs).
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/http/support/daemon.h"
#include "tests/http/support/raw_client.h"
#include "tests/support/index.h"

namespace kto::test {

class ApiDaemon {
 public:
  // `options`: further ones of the command line.
  explicit ApiDaemon(const std::filesystem::path& index, const std::vector<std::string>& options = {});

  // Throws std::runtime_error when there is no whole answer. `header_lines`: "If-None-Match: …\r\n".
  RawAnswer ask(const std::string& target, const std::string& header_lines = "") const;
  // A letter or many, as the media type says.
  RawAnswer post(const std::string& target, const std::string& body, const std::string& type) const;
  std::uint16_t port() const { return daemon_.port(); }
  // What it has written to its log so far.
  std::string err() const { return daemon_.err(); }
  // POST.
  RawAnswer send(const std::string& target, const std::string& body, const std::string& header_lines) const;
  nlohmann::json ask_json(const std::string& target) const { return nlohmann::json::parse(ask(target).body); }

 private:
  Daemon daemon_;
};

// Both are built or started once a program.
const ApiDaemon& corpus_daemon();   // over corpus/lublin, by kto-indexer
const ApiDaemon& hostile_daemon();  // over texts that try to become mark-up

// Percent-encodes everything but letters and digits.
std::string encoded(const std::string& text);
// /api/v1/who?q=…&as_of=…
std::string who_target(const std::string& q, const std::string& as_of);

}  // namespace kto::test
