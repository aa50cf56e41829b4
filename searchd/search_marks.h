// Marks: unit codes and citations in a question. They are taken whole, before any word of it is looked at, and never
// stemmed or folded.
//
//   "kto w it-es ma pocztę"      → units {IT-ES},  the rest: "kto w", "ma pocztę"
//   "§ 16 ust. 1 pkt 8"          → citation
//   "§12/2"                      → two citations, ust. 2 and pkt 2; no § has both
//   "IT-ES.1431.5.2024"          → a case mark begins with its unit: units {IT-ES}
//   "IT-E"                       → a part of a code stands for the codes that begin with it: units {IT-ER, IT-ES}
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::searchd {

struct Mark {
  std::string typed;
  std::vector<std::string> means;  // codes, or a citation in each of its readings
  std::size_t begin = 0, end = 0;  // bytes of the question
};

struct Marks {
  std::vector<Mark> found;         // in order
  std::vector<std::string> units;  // in order of code; none is below another
  std::vector<law::Citation> citations;
};

// `codes` gives the codes there are, in order, each once; it is asked once, and only where anything looks like a code.
Marks find_marks(std::string_view question, const std::function<std::vector<std::string>()>& codes);

}  // namespace kto::searchd
