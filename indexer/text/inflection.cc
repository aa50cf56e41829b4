#include "indexer/text/inflection.h"

#include <algorithm>

#include "indexer/text/dictionary.h"
#include "indexer/text/normalize.h"

namespace kto::text {
namespace {

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

// The length of the shared beginning, at a boundary of letters.
std::size_t shared(std::string_view a, std::string_view b) {
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  auto length = static_cast<std::size_t>(differ.first - a.begin());
  while (length > 0 && length < a.size() && (static_cast<unsigned char>(a[length]) & 0xC0) == 0x80) --length;
  return length;
}

}  // namespace

bool is_form_of(const Dictionary& dictionary, std::string_view form, std::string_view word) {
  const std::string a = lower(form), b = lower(word);
  if (a == b) return true;
  const auto lemmas = dictionary.exact(b);
  for (const DictionaryEntry& x : dictionary.exact(a))
    for (const DictionaryEntry& y : lemmas)
      if (x.lemma == y.lemma) return true;
  return false;
}

std::optional<std::string> transfer_form(const Dictionary& dictionary, std::string_view form, std::string_view from,
                                         std::string_view to) {
  const std::string a = lower(form), b = lower(from), c = lower(to);
  const std::size_t stem = shared(a, b);
  const std::string_view ending = std::string_view(b).substr(stem);
  if (!ends_with(c, ending)) return std::nullopt;
  std::string made = c.substr(0, c.size() - ending.size()) + a.substr(stem);
  if (made != c && !is_form_of(dictionary, made, c)) return std::nullopt;
  const bool capital = form.substr(0, 1) != std::string_view(a).substr(0, 1) || form.substr(0, 2) != a.substr(0, 2);
  if (!capital) return made;
  const std::size_t first = made.size() > 1 && (static_cast<unsigned char>(made[0]) & 0x80) != 0 ? 2 : 1;
  return upper(made.substr(0, first)) + made.substr(first);
}

}  // namespace kto::text
