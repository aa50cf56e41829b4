#include "searchd/log.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>

namespace kto::searchd {
namespace {

using Json = nlohmann::ordered_json;

void write_line(std::string line) {
  line += '\n';
  [[maybe_unused]] const auto size = write(STDERR_FILENO, line.data(), line.size());
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 24> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

std::string visible(std::string_view path) {
  std::string text;
  for (const char c : path) {
    if (c > 0x20 && c < 0x7f) {
      text += c;
      continue;
    }
    std::array<char, 4> escape{};
    std::snprintf(escape.data(), escape.size(), "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    text += escape.data();
  }
  return text.empty() ? "-" : text;
}

const char* name_of(Level level) {
  switch (level) {
    case Level::info:
      return "info";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "error";
}

std::string dump(const Json& line) {
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string line_of(const Event& event, LogFormat format, const std::string& time) {
  if (format == LogFormat::json) {
    Json line = {{"time", time}, {"level", name_of(event.level)}, {"event", event.name}, {"message", event.sentence}};
    if (event.name.empty()) line.erase("event");
    return dump(line);
  }
  std::string line = "kto-searchd: " + std::string(event.sentence);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return line;
}

std::string line_of(const front::Exchange& exchange, LogFormat format, const std::string& time) {
  const double ms = static_cast<double>(exchange.duration.count()) / 1000;
  if (format == LogFormat::json)
    return dump({{"time", time},
                 {"level", "info"},
                 {"event", "request"},
                 {"method", visible(exchange.method)},
                 {"path", visible(exchange.path)},
                 {"status", exchange.status},
                 {"bytes", exchange.bytes},
                 {"ms", ms}});
  std::array<char, 32> duration{};
  std::snprintf(duration.data(), duration.size(), "%.1fms", ms);
  return time + " " + visible(exchange.method) + " " + visible(exchange.path) + " " + std::to_string(exchange.status) +
         " " + std::to_string(exchange.bytes) + " " + duration.data();
}

void Log::say(const Event& event) const {
  write_line(line_of(event, format_, utc_now()));
}

void Log::exchange(const front::Exchange& exchange) const {
  write_line(line_of(exchange, format_, utc_now()));
}

}  // namespace kto::searchd
