// Apart: where the first holders cannot be told apart by the question, the words of each that would.
//
//   "asysta techniczna" → IT-ES-II: wykonawcy, umów gwarancyjnych   IT-SZ-I: podmiotami, usługi
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/text/analysis.h"
#include "searchd/answer.h"

namespace kto::searchd {

// Fills `apart` of the holders numbered: the words of its best task, and then of its name, as written, that none of the
// others has in its own; in order, at most six.
void tell_apart(const text::Analyser& analyser, const std::vector<std::size_t>& numbers,
                std::vector<HolderAnswer>& holders);

}  // namespace kto::searchd
