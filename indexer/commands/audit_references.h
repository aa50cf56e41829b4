// References: the provisions that a text of the law refers to, found in running words.
//
//   "referaty, o których mowa w § 13-16"                    § 13, § 14, § 15, § 16
//   "zadania określone w § 11 ust. 2 Regulaminu"            § 11 ust. 2
//   "sprawy, o których mowa w pkt 1 i 2"  in § 4 ust. 3     § 4 ust. 3 pkt 1, § 4 ust. 3 pkt 2
//   "art. 33 ust. 2 ustawy z dnia …", "§ 5 rozporządzenia"  nothing: another act is meant
#pragma once

#include <string_view>
#include <vector>

#include "indexer/law/citation.h"

namespace kto::commands {

// In order of the text, ranges and lists expanded. `here`: the provision in which the text stands, to which "ust. 3" or
// "pkt 1" without a § are relative.
std::vector<law::Citation> find_references(std::string_view text, const law::Citation& here);

}  // namespace kto::commands
