// Target: the request target of a request line, taken apart: /api/v1/units/IT%2DES?as_of=2024-06-01&q=a=b
// The library's own reading is not used: version 0.11.4 takes "q=a=b" for "b", folds repeated parameters into one and
// refuses a second question mark.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kto::front {

// %XX decoded; with `plus_is_space` (queries) also + → space. A % that starts no escape stays as it is: people type
// "100%".
std::string percent_decode(std::string_view text, bool plus_is_space);

// The path before the question mark, and the query behind it ("" when there is none).
std::string_view path_of(std::string_view target);
std::string_view query_of(std::string_view target);

// The parts between slashes, decoded after the split: "/a/b%2Fc" → {"a", "b/c"}, "/" → {""}, "/a/" → {"a", ""}.
std::vector<std::string> path_segments(std::string_view raw_path);

// "q=a=b&q=c&x" → q: "a=b", q: "c", x: "". Pieces without a name ("=v", "") are left out.
std::multimap<std::string, std::string> parameters(std::string_view query);

}  // namespace kto::front
