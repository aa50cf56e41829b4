#include "searchd/log.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <string>

namespace kto::searchd {
namespace {

// One write a line: the kernel does not mix two of them.
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

}  // namespace

void log_line(std::string_view sentence) {
  std::string line = "kto-searchd: " + std::string(sentence);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  write_line(std::move(line));
}

void log_exchange(const front::Exchange& exchange) {
  std::array<char, 32> duration{};
  std::snprintf(duration.data(), duration.size(), "%.1fms", static_cast<double>(exchange.duration.count()) / 1000);
  write_line(utc_now() + " " + visible(exchange.method) + " " + visible(exchange.path) + " " +
             std::to_string(exchange.status) + " " + std::to_string(exchange.bytes) + " " + duration.data());
}

}  // namespace kto::searchd
