#include "tests/http/support/daemon.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace kto::test {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// A sanitizer build on two busy cores takes seconds to start.
constexpr milliseconds kStartPatience{30000};

std::string new_file() {
  std::string name = std::filesystem::temp_directory_path() / "kto-test-err-XXXXXX";
  close(mkstemp(name.data()));
  return name;
}

std::string text_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// The child's standard output goes to `out`, its standard error to the file. Signals are as in a shell.
pid_t spawn(const std::vector<std::string>& command, int out, const std::string& err_file) {
  const int err = open(err_file.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  std::vector<char*> arguments;
  for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t pid = fork();
  if (pid == 0) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  close(err);
  return pid;
}

// Reads up to the end, or to the first line break when `line` is set, or until time is up.
std::string read_text(int from, bool line, Clock::time_point until) {
  std::string text;
  std::array<char, 4096> buffer;
  while (!line || text.find('\n') == std::string::npos) {
    const auto left = std::chrono::duration_cast<milliseconds>(until - Clock::now()).count();
    pollfd waiting{from, POLLIN, 0};
    if (left <= 0 || poll(&waiting, 1, static_cast<int>(left)) <= 0) break;
    const auto size = read(from, buffer.data(), buffer.size());
    if (size <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(size));
  }
  return text;
}

int status_of(int raw) {
  return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
}

// Waits for the end of the process; kills it when time is up.
int end_of(pid_t pid, Clock::time_point until) {
  int raw = 0;
  while (waitpid(pid, &raw, WNOHANG) == 0) {
    if (Clock::now() > until) {
      kill(pid, SIGKILL);
      waitpid(pid, &raw, 0);
      break;
    }
    std::this_thread::sleep_for(milliseconds(5));
  }
  return status_of(raw);
}

}  // namespace

Ending run_program(const std::vector<std::string>& command, milliseconds patience) {
  const auto until = Clock::now() + patience;
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const auto err_file = new_file();
  const pid_t pid = spawn(command, ends[1], err_file);
  close(ends[1]);
  Ending ending;
  ending.out = read_text(ends[0], false, until);
  ending.status = end_of(pid, until);
  ending.err = text_of(err_file);
  close(ends[0]);
  unlink(err_file.c_str());
  return ending;
}

Daemon::Daemon(const std::vector<std::string>& command) : err_file_(new_file()) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  pid_ = spawn(command, ends[1], err_file_);
  close(ends[1]);
  out_ = ends[0];
  first_line_ = read_text(out_, true, Clock::now() + kStartPatience);
  const std::string mark = "listening on http://";
  const auto at = first_line_.find(mark);
  const auto colon = first_line_.rfind(':');
  if (at == std::string::npos || colon <= at + mark.size()) {
    const auto ending = wait(milliseconds(1000));
    throw std::runtime_error(command[0] + " does not serve: it printed \"" + first_line_ + "\", ended with " +
                             std::to_string(ending.status) + " and said: " + ending.err);
  }
  host_ = first_line_.substr(at + mark.size(), colon - at - mark.size());
  port_ = static_cast<std::uint16_t>(std::stoi(first_line_.substr(colon + 1)));
}

Daemon::~Daemon() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  if (out_ >= 0) close(out_);
  unlink(err_file_.c_str());
}

void Daemon::signal(int number) const {
  kill(pid_, number);
}

Ending Daemon::wait(milliseconds patience) {
  const auto until = Clock::now() + patience;
  Ending ending;
  ending.out = read_text(out_, false, until);
  ending.status = end_of(pid_, until);
  ending.err = err();
  pid_ = -1;
  return ending;
}

std::string Daemon::err() const {
  return text_of(err_file_);
}

}  // namespace kto::test
