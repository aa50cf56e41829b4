#include "indexer/commands/open_analyser.h"

#include "indexer/law/error.h"
#include "indexer/text/dictionary.h"

namespace kto::commands {

std::shared_ptr<const text::Analyser> open_analyser(const std::filesystem::path& dictionary) {
  try {
    return text::Analyser::open(dictionary.empty() ? text::default_dictionary_path() : dictionary);
  } catch (const text::DictionaryError& error) {
    throw law::Error(error.code(), error.what(), error.hint());
  }
}

}  // namespace kto::commands
