#include "searchd/api/feedback.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <sstream>
#include <string_view>

#include "indexer/law/error.h"
#include "searchd/api/intake.h"
#include "searchd/api/json_answer.h"

namespace kto::api {
namespace {

// From so many digits on a number may be a person's: a phone has 9, PESEL 11, an account 26. Days and acts stay.
constexpr std::size_t kPersonal = 7;

std::string masked(const std::string& text) {
  std::string out, digits;
  const auto flush = [&] {
    out += digits.size() < kPersonal ? digits : "#";
    digits.clear();
  };
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (!out.empty()) out += ' ';
    if (word.find('@') != std::string::npos) {
      out += '@';
      continue;
    }
    for (const char c : word) {
      if (c >= '0' && c <= '9') {
        digits += c;
        continue;
      }
      flush();
      out += c;
    }
    flush();
  }
  return out;
}

[[noreturn]] void unwritable(const std::filesystem::path& path) {
  throw law::Error("feedback-unwritable", path.string() + ": cannot be written: " + std::strerror(errno),
                   "check --feedback, the rights of its folder and the free space");
}

// Closed at the end.
struct OpenFile {
  int number;
  explicit OpenFile(const std::filesystem::path& path)
      : number(open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {}
  ~OpenFile() {
    if (number >= 0) close(number);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
};

// False with errno when not all of it could be written, as on a disk that fills up.
bool write_whole(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = write(file, bytes.data(), bytes.size());
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

Sent members_of(const std::string& body) {
  Sent sent;
  const Json json = Json::parse(body, nullptr, false);
  if (!json.is_object()) return sent;
  for (const auto& [name, value] : json.items())
    if (value.is_string()) sent.emplace(name, value.get<std::string>());
  return sent;
}

Parsed<Feedback> parse_feedback(const std::string& body, const Scope& scope) {
  const Json json = Json::parse(body, nullptr, false);
  if (!json.is_object()) return {{}, {{"", "not-json", "Treść nie jest obiektem JSON."}}};
  const Sent sent = members_of(body);
  Intake intake(sent, scope);
  for (const auto& [name, value] : json.items())
    if (!value.is_string() && !(name == "unit" && value.is_null()))
      intake.fault(name, "not-text", "Wartość musi być tekstem.");
  Feedback feedback;
  feedback.q = intake.question("q", true);
  feedback.as_of = intake.day("as_of");
  feedback.office = intake.office("office");
  feedback.unit = intake.unit("unit");
  feedback.note = intake.question("note", false);
  if (!json.contains("unit"))
    intake.fault("unit", "missing", "Podaj symbol komórki, która to załatwia, albo null, gdy żadna.");
  return {feedback, intake.faults()};
}

std::string judged_query(const Feedback& feedback, std::uint64_t number) {
  Json units = Json::object();
  if (!feedback.unit.empty()) units[feedback.unit] = 3;  // the grade of the best answer
  const Json line = {{"id", "f" + std::to_string(number)},
                     {"style", "desk"},
                     {"q", masked(feedback.q)},
                     {"as_of", law::to_string(feedback.as_of)},
                     {"office", feedback.office},
                     {"units", units},
                     {"points", Json::object()},
                     {"note", masked(feedback.note)}};
  return text_of(line);
}

bool FeedbackFile::append(const Feedback& feedback) {
  const std::lock_guard lock(mutex_);
  const OpenFile file(path_);
  struct stat state {};
  if (file.number < 0 || fstat(file.number, &state) != 0) unwritable(path_);
  const auto size = static_cast<std::uint64_t>(state.st_size);
  const std::string line = judged_query(feedback, size);  // where it begins: no two lines begin at one place
  if (size + line.size() > kMost) return false;
  if (!write_whole(file.number, line)) {
    const int reason = errno;
    // Half a line would spoil the one after it.
    if (ftruncate(file.number, state.st_size) == 0) errno = reason;
    unwritable(path_);
  }
  return true;
}

}  // namespace kto::api
