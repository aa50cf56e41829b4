// Inflection: what consolidation must know of Polish to change words "in every number and case" (ZTP § 88). The law's
// room knows no dictionary; whoever has one fills this in. Empty functions: nothing is known, and such changes are not
// made.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kto::law {

struct Inflection {
  // Both words are forms of one word: "interesantów", "interesant".
  std::function<bool(std::string_view form, std::string_view word)> is_form;
  // `to` in the form that `form` is of `from`: ("interesantów", "interesant", "klient") → "klientów"; nullopt when that
  // cannot be said with certainty.
  std::function<std::optional<std::string>(std::string_view form, std::string_view from, std::string_view to)> transfer;
};

}  // namespace kto::law
