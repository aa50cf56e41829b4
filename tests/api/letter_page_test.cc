// The letter as the page shows it: every letter of it once, in order, what spoke marked with the numbers of its units.
#include "searchd/pages/letter_page.h"

#include "tests/support/catch.h"

using namespace kto;

namespace {

using Span = std::pair<unsigned, unsigned>;

searchd::HolderEvidence evidence(const std::vector<std::optional<Span>>& spans) {
  searchd::HolderEvidence out;
  for (const auto& span : spans) out.sentences.push_back({"", span, 1});
  return out;
}

// "Ala |1,2:ma kota.| Tak."
std::string shown(const std::string& text, const std::vector<searchd::HolderEvidence>& all) {
  std::string out;
  for (const auto& stretch : pages::letter_stretches(text, all)) {
    std::string units;
    for (const unsigned unit : stretch.units) units += (units.empty() ? "" : ",") + std::to_string(unit);
    out += units.empty() ? stretch.text : "|" + units + ":" + stretch.text + "|";
  }
  return out;
}

}  // namespace

TEST_CASE("the letter with its sentences marked") {
  const std::string text = "Żółć. Ala ma kota. Tak.";
  CHECK(shown(text, {}) == text);
  CHECK(shown(text, {evidence({Span{6, 18}})}) == "Żółć. |1:Ala ma kota.| Tak.");
  CHECK(shown(text, {evidence({Span{6, 18}, Span{0, 5}}), evidence({Span{6, 18}})}) ==
        "|1:Żółć.| |1,2:Ala ma kota.| Tak.");
  CHECK(shown(text, {evidence({std::nullopt, Span{19, 23}})}) == "Żółć. Ala ma kota. |1:Tak.|");
  // out of bounds and overlapping ones are left out, never the text
  CHECK(shown(text, {evidence({Span{20, 99}, Span{5, 5}})}) == text);
  CHECK(shown(text, {evidence({Span{0, 5}, Span{3, 8}})}) == "|1:Żółć.| Ala ma kota. Tak.");
  CHECK(shown("", {evidence({Span{0, 5}})}).empty());
}
