// Log: what the operator reads, on standard error, one line an event, plain or JSON. Neither questions nor letters nor
// addresses are ever given to it.
//
//   kto-searchd: took up generation 8 of the index
//   {"time":"2024-06-01T08:00:00Z","level":"info","event":"index-taken-up","message":"took up generation 8 of …"}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "searchd/front/front.h"
#include "searchd/options.h"

namespace kto::searchd {

enum class Level : std::uint8_t { info, warning, error };

struct Event {
  Level level = Level::info;
  std::string_view name;      // stable, kebab-case; empty: the sentence says it all
  std::string_view sentence;  // English
};

// A value; may be used by all threads at once. A line is one write, so the kernel does not mix two.
class Log {
 public:
  explicit Log(LogFormat format = LogFormat::plain) : format_(format) {}

  void say(const Event& event) const;
  void exchange(const front::Exchange& exchange) const;

 private:
  LogFormat format_;
};

// The lines themselves, without their end. `time` as in "2024-06-01T08:00:00Z". Control characters become spaces or
// escapes, so that nothing can forge a line.
std::string line_of(const Event& event, LogFormat format, const std::string& time);

// "2024-06-01T08:00:00Z GET /api/v1/who 200 1234 0.8ms": no parameters, no address.
std::string line_of(const front::Exchange& exchange, LogFormat format, const std::string& time);

}  // namespace kto::searchd
