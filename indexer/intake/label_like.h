// What at the start of a line a reader (and the parser) takes for a label of a provision: "§ 3", "Art. 5.", "2.", "2)",
// "2/", "b)", "– ". Here only the shape counts: intake must keep labels at line starts and let no other line begin with
// one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kto::intake {

enum class Rank : std::uint8_t { none, section, paragraph, point, letter, indent, double_indent };

// The rank of what stands inside a provision of this rank: § → ust. → pkt → lit. → tiret.
Rank below(Rank rank);

struct LabelLike {
  Rank rank = Rank::none;
  std::string number;      // "3", "13a", "b"; empty for a tiret
  std::size_t length = 0;  // bytes, blanks after it included
  bool quoted = false;     // behind an opening quotation mark: „2) …
  bool citation = false;   // "§ 11 ust. 2": looks like a label to the eye only; the parser does not take it for one
};

std::optional<LabelLike> label_like(std::string_view line);

// The label a list item of this rank has: 2 → "2.", "2)", "b)", "–". Letters go on after z as the drafting rules have
// them: za, zb (ZTP § 57).
std::string label_text(Rank rank, unsigned number);

}  // namespace kto::intake
