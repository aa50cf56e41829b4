#include "tests/http/api_daemon.h"

#include <fstream>
#include <mutex>
#include <stdexcept>

namespace kto::test {
namespace {

void write_down(const std::string& method, const std::string& target, const RawAnswer& answer,
                const std::string& body) {
  static std::mutex mutex;
  static std::ofstream file(KTO_API_ANSWERS, std::ios::trunc);
  const std::lock_guard lock(mutex);
  file << nlohmann::json{{"method", method},
                         {"target", target},
                         {"status", answer.status},
                         {"type", answer.header("content-type")},
                         {"body", body}}
              .dump()
       << std::endl;
}

// Built by the program under test, so that the daemon and its index come from one build.
std::filesystem::path corpus_index() {
  static const TempFolder folder;
  const auto index = folder.path() / "index", corpus = folder.path() / "corpus";
  std::filesystem::create_directory(corpus);
  std::filesystem::create_directory_symlink(std::filesystem::absolute("corpus/lublin"), corpus / "lublin");
  const auto ending = run_program({KTO_INDEXER, "build", "--index", index.string(), "--corpus", corpus.string()});
  if (ending.status != 0) throw std::runtime_error("the corpus was not indexed: " + ending.err);
  return index;
}

const char kScript[] = "obsługi <script>alert(1)</script> & \"><img src=x onerror='alert(2)'> {{q}}";

std::vector<std::string> command(const std::filesystem::path& index, const std::vector<std::string>& options) {
  std::vector<std::string> all{KTO_SEARCHD, "--index", index.string(), "--port", "0", "--workers", "4"};
  all.insert(all.end(), options.begin(), options.end());
  return all;
}

// A conditional or compressed answer has no body to check.
bool is_plain(const std::string& header_lines) {
  return header_lines.find("If-None-Match") == std::string::npos &&
         header_lines.find("Accept-Encoding") == std::string::npos;
}

}  // namespace

ApiDaemon::ApiDaemon(const std::filesystem::path& index, const std::vector<std::string>& options)
    : daemon_(command(index, options)) {}

RawAnswer ApiDaemon::ask(const std::string& target, const std::string& header_lines) const {
  auto answer = RawClient(daemon_.port()).ask(get(target, header_lines));
  if (!answer) throw std::runtime_error("no answer to " + target);
  if (is_plain(header_lines)) write_down("get", target, *answer, answer->body);
  return *answer;
}

RawAnswer ApiDaemon::send(const std::string& target, const std::string& body, const std::string& header_lines) const {
  auto answer = RawClient(daemon_.port()).ask(test::post(target, body, header_lines));
  if (!answer) throw std::runtime_error("no answer to " + target);
  write_down("post", target, *answer, answer->body);
  return *answer;
}

RawAnswer ApiDaemon::post(const std::string& target, const std::string& body, const std::string& type) const {
  auto answer = RawClient(daemon_.port()).ask(test::post(target, body, "Content-Type: " + type + "\r\n"));
  if (!answer) throw std::runtime_error("no answer to a letter");
  if (answer->header("content-type") != "application/x-ndjson") {
    write_down("post", target, *answer, answer->body);
    return *answer;
  }
  for (std::size_t at = 0, end = 0; (end = answer->body.find('\n', at)) != std::string::npos; at = end + 1)
    write_down("post", target, *answer, answer->body.substr(at, end - at));
  return *answer;
}

const ApiDaemon& corpus_daemon() {
  static const ApiDaemon daemon(corpus_index());
  return daemon;
}

const ApiDaemon& hostile_daemon() {
  static const TinyIndex index({{"§ 1 pkt 1", std::string("AB-<B> ") + kScript, kScript},
                                {"§ 1 pkt 2", std::string("AB-<B> ") + kScript, "obsługi poczty"},
                                {"§ 2 pkt 1", "", kScript}});
  static const ApiDaemon daemon(index.folder());
  return daemon;
}

std::string encoded(const std::string& text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isalnum(byte) != 0) {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

std::string who_target(const std::string& q, const std::string& as_of) {
  return "/api/v1/who?q=" + encoded(q) + "&as_of=" + as_of;
}

}  // namespace kto::test
