// An act's operations in short: "place kind target, target [new text]", one line an operation.
#pragma once

#include <sstream>

#include "indexer/law/act.h"

namespace kto::tests {

inline std::string brief(const law::Provision& provision) {
  std::string out = law::to_string(law::Citation({provision.step})) + " " + provision.text;
  for (const law::Provision& child : provision.children) out += " {" + brief(child) + "}";
  return out;
}

struct Content {
  template <class Change>
  std::string operator()(const Change& change) const {
    std::string out;
    if constexpr (requires { change.provisions; })
      for (const law::Provision& provision : change.provisions) out += " [" + brief(provision) + "]";
    if constexpr (requires { change.text; })
      if (!change.text.empty()) out += " [" + change.text + "]";
    if constexpr (requires { change.old_words; }) out += " -\"" + change.old_words + "\"";
    if constexpr (requires { change.anchor_words; }) out += " @\"" + change.anchor_words + "\"";
    if constexpr (requires { change.new_words; }) out += " +\"" + change.new_words + "\"";
    if constexpr (requires { change.all_forms; })
      if (change.all_forms) out += " in all forms";
    if constexpr (requires { change.old_mark; }) out += " " + change.old_mark + " to " + change.new_mark;
    return out;
  }
};

inline std::string short_form(const law::Act& act) {
  std::ostringstream out;
  for (const law::Amendment& amendment : act.amendments) {
    out << law::to_string(amendment.place) << ": " << law::kind(amendment.change);
    for (const std::string& target : law::targets(amendment.change)) out << " " << target << ",";
    out << std::visit(Content{}, amendment.change) << "\n";
  }
  return out.str();
}

}  // namespace kto::tests
