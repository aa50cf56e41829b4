// Error: the world is broken (no folder, no index, a wrong schema, a full disk). Thrown, and caught only in the two
// mains and the daemon's route wrapper. Odd text is a Diagnostic; a wrong request is a problem document.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace kto::law {

class Error : public std::runtime_error {
 public:
  // `what`: one sentence with the place; `hint`: what to do about it.
  Error(std::string code, const std::string& what, std::string hint)
      : std::runtime_error(what), code_(std::move(code)), hint_(std::move(hint)) {}

  const std::string& code() const { return code_; }
  const std::string& hint() const { return hint_; }

 private:
  std::string code_, hint_;
};

}  // namespace kto::law
