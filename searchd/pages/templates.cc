#include "searchd/pages/templates.h"

#include <stdexcept>

#include "searchd/pages/web_files.h"

namespace kto::pages {
namespace {

constexpr std::string_view kEnding = ".mustache";

std::string with_includes(const std::string& page) {
  std::string text(web_file(page + std::string(kEnding)).bytes);
  for (auto at = text.find("{{> "); at != std::string::npos; at = text.find("{{> ", at)) {
    const auto end = text.find("}}", at);
    if (end == std::string::npos) throw std::logic_error(page + ": {{> without an end");
    const auto length = end + 2 - at + (text.compare(end + 2, 1, "\n") == 0 ? 1 : 0);
    text.replace(at, length, web_file(text.substr(at + 4, end - at - 4) + std::string(kEnding)).bytes);
  }
  return text;
}

}  // namespace

Templates::Templates() {
  for (const char* page : {"search", "structure", "offices", "unit", "unit_gone", "letter", "accessibility",
                           "provision", "act", "acts", "changes", "feed", "data", "opensearch", "problem"}) {
    const std::string text = with_includes(page);
    if (text.find("{{{") != std::string::npos || text.find("{{&") != std::string::npos)
      throw std::logic_error(std::string(page) + ".mustache prints raw text");
    kainjow::mustache::mustache parsed(text);
    if (!parsed.is_valid()) throw std::logic_error(std::string(page) + ".mustache: " + parsed.error_message());
    pages_.emplace(page, std::move(parsed));
  }
}

std::string Templates::render(const std::string& page, const Data& data) const {
  return pages_.at(page).render(data);
}

}  // namespace kto::pages
