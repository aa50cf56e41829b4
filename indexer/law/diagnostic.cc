#include "indexer/law/diagnostic.h"

namespace kto::law {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

std::string render(const Diagnostic& d) {
  std::string out = d.file;
  if (d.line > 0) out += ":" + std::to_string(d.line) + ":" + std::to_string(d.column > 0 ? d.column : 1);
  out += ": ";
  out += to_string(d.severity);
  out += ": " + d.message + "\n";
  if (d.line > 0 && !d.source.empty()) {
    out += "  " + d.source + "\n  ";
    out += std::string(d.column > 1 ? d.column - 1 : 0, ' ') + "^\n";
  }
  return out;
}

}  // namespace kto::law
