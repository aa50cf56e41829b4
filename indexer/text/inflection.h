// Inflection: comparing and making grammatical forms with the dictionary.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kto::text {

class Dictionary;

// The two words have a lemma in common; also when they are the same to the letter. Case of letters does not matter.
bool is_form_of(const Dictionary& dictionary, std::string_view form, std::string_view word);

// `to` with the ending that `form` has where `from` has its own: ("interesantów", "interesant", "klient") → "klientów".
// nullopt unless the dictionary knows the result as a form of `to`: "dom" → "blok" gives "bloku" for "domu", and
// nothing for "domem", since "blokem" is no form. A first capital letter is kept.
std::optional<std::string> transfer_form(const Dictionary& dictionary, std::string_view form, std::string_view from,
                                         std::string_view to);

}  // namespace kto::text
