// Apart: where the first holders cannot be told apart by the question, the words of each that would.
//
//   "asysta techniczna" → IT-ES-II: wykonawcy, umów gwarancyjnych   IT-SZ-I: podmiotami, usługi
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/store/reader.h"
#include "searchd/answer.h"

namespace kto::searchd {

// Fills `apart` of the holders numbered: the words of its best task, and then of its name, as written, that none of the
// others has in its own; in order, at most six. Words that many texts of the index have tell nothing ("zakresie",
// "prowadzenie").
void tell_apart(const store::Reader& index, const std::vector<std::size_t>& numbers,
                std::vector<HolderAnswer>& holders);

}  // namespace kto::searchd
