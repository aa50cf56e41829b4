// Any bytes as a letter: JSON that is no letter is a fault, and whatever a letter holds, its sentences stand in it, in
// order, each within the bounds of the text, and no fault repeats what was sent.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/text/normalize.h"
#include "searchd/api/letter_body.h"
#include "searchd/letter_sentences.h"

using namespace kto;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_sentences(const std::string& subject, const std::string& text) {
  std::size_t at = 0;
  for (const auto& one : searchd::letter_sentences(subject, text)) {
    if (one.begin == one.end) continue;  // the subject given beside the text
    require(one.begin >= at && one.end > one.begin && one.end <= text.size());
    at = one.end;
    require(!text::invalid_utf8(std::string_view(text).substr(one.begin, one.end - one.begin)));
    require(!text::invalid_utf8(one.words));
  }
}

void check_faults(const std::vector<front::Fault>& faults) {
  for (const auto& fault : faults) require(fault.field.size() <= 24 && !fault.code.empty() && !fault.message.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const api::Scope kScope{law::Date{}, {"lublin"}, "lublin", {}};
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto parsed = api::parse_letter(bytes, kScope);
  check_faults(parsed.faults);
  if (parsed.faults.empty()) check_sentences(parsed.query.subject, parsed.query.text);
  if (!text::invalid_utf8(bytes)) check_sentences("", bytes);
  return 0;
}
