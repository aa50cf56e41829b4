// Diagnostic: something odd in a source, with its place. Odd text is never an exception and never dropped: it becomes a
// value plus a Diagnostic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kto::law {

enum class Severity : std::uint8_t { info, warning, error };
std::string_view to_string(Severity severity);

struct Diagnostic {
  std::string file;
  unsigned line = 0;    // 1-based; 0 when the whole file is meant
  unsigned column = 0;  // 1-based, in Unicode code points
  Severity severity = Severity::info;
  std::string code;     // stable, kebab-case: not-understood, words-not-found
  std::string message;  // one English sentence with a hint
  std::string source;   // the source line, for the caret; may be empty

  bool operator==(const Diagnostic&) const = default;
};

// file:line:col: severity: message
//   source line
//        ^
std::string render(const Diagnostic& diagnostic);

}  // namespace kto::law
