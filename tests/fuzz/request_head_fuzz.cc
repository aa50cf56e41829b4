// The head of a request, byte by byte from anyone. What the front accepts must be small, framed once, and still the
// same request when it is written anew for the library; what it refuses early must not be acceptable later.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searchd/front/head.h"
#include "searchd/front/router.h"
#include "searchd/front/target.h"
#include "searchd/front/wire.h"

using namespace kto::front;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_status(int status) {
  return status == 0 || (status >= 400 && status <= 505);
}

void check_accepted(const Head& head, const Limits& limits) {
  require(head.method == "GET" || head.method == "HEAD" || head.method == "POST");
  require(head.target.front() == '/' && head.target.size() <= limits.target);
  require(path_of(head.target).size() <= limits.path);
  require(head.body <= limits.body && (head.body == 0 || head.method == "POST"));
  const auto text = rewrite(head);
  for (const char c : text) require(c != '\0');
  std::size_t lines = 0;
  for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at + 2)) ++lines;
  require(lines == head.fields.size() + 2);
  require(text.find("\r\n\r\n") == text.size() - 4);
  const auto query = query_of(std::string_view(text).substr(0, text.find("\r\n")));
  require(query.find('?') == std::string_view::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Limits limits;
  const std::string text(reinterpret_cast<const char*>(data), size);

  const auto reading = read_head(text, limits);
  require(is_status(reading.status));
  if (reading.status == 0) {
    check_accepted(reading.head, limits);
    for (std::size_t part = 0; part < text.size(); ++part)
      require(refuse_early(std::string_view(text).substr(0, part), limits) == 0);
    parameters(query_of(reading.head.target));
    static const Router router;
    require(router.answer({}, path_of(reading.head.target)).status == 404);
  }
  require(is_status(refuse_early(text, limits)));
  return 0;
}
