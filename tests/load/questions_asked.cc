#include "tests/load/questions_asked.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace kto::load {
namespace {

std::vector<std::string> lines_of(const std::string& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  if (lines.empty()) throw std::runtime_error(file + ": no lines, or it cannot be read");
  return lines;
}

std::string bytes_of(const std::string& line) {
  const auto tab = line.find('\t');
  std::string bytes = line.substr(0, tab) + " HTTP/1.1\r\nHost: kto\r\n";
  if (tab == std::string::npos) return bytes + "\r\n";
  const auto body = line.substr(tab + 1);
  return bytes + "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace

std::vector<Request> read_requests(const std::string& requests, const std::string& answers) {
  std::vector<Request> read;
  for (const auto& line : lines_of(requests)) read.push_back({bytes_of(line), {}});
  if (answers.empty()) return read;
  const auto right = lines_of(answers);
  if (right.size() != read.size()) throw std::runtime_error(answers + ": not as many lines as " + requests);
  for (std::size_t i = 0; i < right.size(); ++i) {
    std::istringstream sums(right[i]);
    for (std::uint32_t sum = 0; sums >> std::hex >> sum;) read[i].right.push_back(sum);
  }
  return read;
}

}  // namespace kto::load
