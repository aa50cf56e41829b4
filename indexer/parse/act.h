// A source text → an Act. Total: any text gives an Act; what was not understood is among its diagnostics, and every
// byte of the text is in exactly one of its spans.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "indexer/law/act.h"

namespace kto::parse {

// What the office says of a text that does not say it itself: a regulation published without the act that gave it has
// neither number nor day. What the text says stands; this fills the gaps.
struct GivenFacts {
  std::string kind, number, organ, title;
  std::optional<law::Date> date, in_force;
  bool operator==(const GivenFacts&) const = default;
};

struct ActSource {
  std::string file;  // as it is to be named in diagnostics and answers
  std::string text;  // valid UTF-8
  // Days of promulgation from office.json, for acts seldom say theirs: by number, by date (2017-05-11) for an act that
  // has no number, or by the name of its file.
  std::map<std::string, law::Date> promulgated{};
  GivenFacts given{};
};

law::Act parse_act(const ActSource& source);

}  // namespace kto::parse
