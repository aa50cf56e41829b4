// Consolidated texts (teksty jednolite): the footnotes that tell who gave a provision its wording, and since when.
//
//   a)[^3] Wydział …        [^3]: W brzmieniu ustalonym przez § 1 pkt 1 lit. a zarządzenia … z dnia 11 lipca 2019 r. …,
//                                 które weszło w życie z dniem 1 września 2019 r.
//   b) (uchylona),[^4]      [^4]: Przez § 1 pkt 1 lit. b zarządzenia, o którym mowa w odnośniku 3.
#pragma once

#include <vector>

#include "indexer/law/act.h"
#include "indexer/parse/outline.h"

namespace kto::parse {

// What the footnotes say of the provisions of one document.
std::vector<law::FormerChange> read_former_changes(const Source& source, const std::vector<Node>& nodes,
                                                   const law::Document& document);

}  // namespace kto::parse
