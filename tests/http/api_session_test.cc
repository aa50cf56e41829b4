// The session of docs/api.md, asked line by line.
#include <fstream>
#include <sstream>

#include "tests/http/api_daemon.h"
#include "tests/support/catch.h"

using namespace kto::test;

namespace {

constexpr char kSite[] = "http://127.0.0.1:8080";

// Words of a shell's line, without quotation marks.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '\'')
      quoted = !quoted;
    else if (c == ' ' && !quoted)
      words.emplace_back();
    else
      words.back() += c;
  }
  return words;
}

// What curl would ask for.
std::string target_of(const std::string& line) {
  std::string path, query;
  const auto words = words_of(line);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto equals = i + 1 < words.size() ? words[i + 1].find('=') : std::string::npos;
    if (words[i].rfind(kSite, 0) == 0) path = words[i].substr(sizeof kSite - 1);
    if (words[i] == "--data-urlencode")
      query += "&" + words[i + 1].substr(0, equals + 1) + encoded(words[i + 1].substr(equals + 1));
    if (words[i] == "-d") query += "&" + words[i + 1];
  }
  if (!query.empty()) query[0] = '?';
  return path + query;
}

}  // namespace

TEST_CASE("every command of the session is answered") {
  std::ifstream file("docs/api.md");
  unsigned asked = 0;
  bool shell = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("```", 0) == 0) shell = line == "```sh";
    if (!shell || line.rfind("curl ", 0) != 0) continue;
    INFO(line);
    CHECK(corpus_daemon().ask(target_of(line)).status == 200);
    ++asked;
  }
  CHECK(asked == 19);
}
