// Daemon: a program under test that serves HTTP. Started on a port of its own choice, read by the one line it prints,
// and ended by its process number at the latest with the object.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace kto::test {

// How a program ended and what it said.
struct Ending {
  int status = -1;  // exit status; 128 + N when signal N ended it
  std::string out, err;
};

// Runs a program that ends by itself; after `patience` it is killed.
Ending run_program(const std::vector<std::string>& command,
                   std::chrono::milliseconds patience = std::chrono::seconds(20));

class Daemon {
 public:
  // Starts `command` (program and arguments; "--port 0" is the caller's to give) and waits for the line
  // "…: listening on http://HOST:PORT". Throws std::runtime_error with the program's standard error when it ends
  // before.
  explicit Daemon(const std::vector<std::string>& command);
  ~Daemon();
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;

  std::uint16_t port() const { return port_; }
  const std::string& host() const { return host_; }
  const std::string& first_line() const { return first_line_; }
  pid_t pid() const { return pid_; }

  void signal(int number) const;
  // Waits for the end; after `patience` the program is killed (status 137).
  Ending wait(std::chrono::milliseconds patience = std::chrono::seconds(20));
  // What it has written to standard error so far.
  std::string err() const;

 private:
  pid_t pid_ = -1;
  int out_ = -1;          // reading end
  std::string err_file_;  // unlinked at the end
  std::string first_line_, host_;
  std::uint16_t port_ = 0;
};

}  // namespace kto::test
