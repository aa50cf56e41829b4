// A web page with an act → its lines. Block elements become lines, lists get the labels a reader sees (html_list.h),
// footnote marks are written "[^1]", and what belongs to the page and not to the act is left out.
#pragma once

#include <string>

namespace kto::intake {

struct HtmlText {
  std::string text;
  unsigned furniture = 0;  // elements and lines of the page that were left out
  unsigned pictures = 0;   // images: the act may be in them
};

// `utf8` must be UTF-8; any text gives a result.
HtmlText read_html(const std::string& utf8);

}  // namespace kto::intake
