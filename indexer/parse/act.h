// A source text → an Act. Total: any text gives an Act; what was not understood is among its diagnostics, and every
// byte of the text is in exactly one of its spans.
#pragma once

#include <optional>
#include <string>

#include "indexer/law/act.h"

namespace kto::parse {

struct ActSource {
  std::string file;                      // as it is to be named in diagnostics and answers
  std::string text;                      // valid UTF-8
  std::optional<law::Date> promulgated;  // from office.json; acts seldom say it themselves
};

law::Act parse_act(const ActSource& source);

}  // namespace kto::parse
