// Any bytes through the whole of the text room: whatever comes in, tokens stay inside the text and every word has a
// reading. With valid UTF-8, folding is stable too.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/text/analysis.h"
#include "indexer/text/dictionary.h"
#include "indexer/text/normalize.h"
#include "indexer/text/stop_words.h"

using namespace kto::text;

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

void check(std::string_view text, const KnownCodes& codes) {
  static const Analyser kAnalyser(Dictionary::open(default_dictionary_path()));
  std::size_t at = 0;
  for (const Token& token : tokenize(text, codes)) {
    require(token.begin >= at && token.end > token.begin && token.end <= text.size() && !token.text.empty());
    at = token.end;
    is_stop_word(token);
    const auto readings = kAnalyser.index_readings(token);
    require(!readings.empty() && !kAnalyser.query_readings(token).empty());
    for (const Reading& reading : readings) require(!reading.lemma.empty() && !invalid_utf8(reading.lemma));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const KnownCodes kCodes{"IT-ES", "WO-1"};
  check(text, {});
  check(text, kCodes);
  if (invalid_utf8(text)) return 0;
  const std::string once = fold(text);
  require(fold(once) == once && !invalid_utf8(once) && lower(lower(text)) == lower(text));
  return 0;
}
