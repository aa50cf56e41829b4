// Whatever a person types as a citation, a date or an ordinal: no crash, and what was understood prints as something
// that is understood as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/law/citation.h"
#include "indexer/law/date.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using kto::law::parse_citation, kto::law::parse_date, kto::law::parse_ordinal;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto citation = parse_citation(text); citation && parse_citation(to_string(*citation)) != citation)
    std::abort();
  for (const auto& reading : kto::law::citation_readings(text))
    if (parse_citation(to_string(reading)) != reading) std::abort();
  if (const auto date = parse_date(text); date && kto::law::to_string(*date) != text) std::abort();
  if (const auto ordinal = parse_ordinal(text); ordinal && parse_ordinal(to_string(*ordinal)) != ordinal) std::abort();
  return 0;
}
