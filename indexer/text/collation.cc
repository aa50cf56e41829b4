#include "indexer/text/collation.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>
#include <memory>

#include "indexer/text/normalize.h"

namespace kto::text {

std::string polish_sort_key(std::string_view utf8) {
  // One a thread: making one takes longer than ordering thousands of names.
  thread_local const std::unique_ptr<const icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::Collator> made(icu::Collator::createInstance(icu::Locale("pl"), status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  if (!collator) return lower(utf8);
  const auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  std::array<std::uint8_t, 256> at_once{};  // a name of 80 letters has 110 bytes
  const auto length = collator->getSortKey(text, at_once.data(), static_cast<std::int32_t>(at_once.size()));
  std::string key(static_cast<std::size_t>(length), '\0');
  if (static_cast<std::size_t>(length) <= at_once.size())
    key.assign(at_once.begin(), at_once.begin() + length);
  else
    collator->getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()), length);
  return key;
}

}  // namespace kto::text
