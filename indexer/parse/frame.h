// Frame: what stands around the provisions of an act. Kind, number, organ, date, subject, legal basis before them;
// signature and distribution list after them. ZTP § 120, catalogue of formulas part 2.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/law/act.h"
#include "indexer/parse/quotation.h"
#include "indexer/parse/source.h"

namespace kto::parse {

struct Frame {
  std::string kind, number, organ, title;
  std::optional<law::Date> date;
  std::optional<law::ActRef> amends;
  Slice heading;  // from the start of the text to the first §
  Slice body;     // the act's own provisions
  Slice trailer;  // signature, distribution list
};

Frame read_frame(const Source& source);

// „zarządzenie nr 56/12/2018 … z dnia 31 grudnia 2018 r.” inside a sentence.
std::optional<law::ActRef> find_act_reference(std::string_view sentence);

}  // namespace kto::parse
