// Dictionary: word form → lemmas and word classes, from a file made by kto-lexicon-compiler and mapped read-only.
//
// Forms and lemmas are in lower case. Names, acronyms and all other words written with a capital letter in the sources
// are there too, but only under forms that no common word has.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/automaton.h"
#include "indexer/text/lexicon_key.h"

namespace kto::text {

// There is no usable dictionary: missing, unreadable, cut short, altered, or of another version. what() is one sentence
// with the path, hint() says what to do about it. This room knows no other, so it has its own class of error.
class DictionaryError : public std::runtime_error {
 public:
  DictionaryError(const std::string& what, std::string hint) : std::runtime_error(what), hint_(std::move(hint)) {}
  const char* code() const { return "dictionary-unusable"; }
  const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

struct DictionaryEntry {
  std::string form;  // the form of the dictionary: as asked for, or with diacritics where the word had none
  std::string lemma;
  WordClass word_class = WordClass::other;
  auto operator<=>(const DictionaryEntry&) const = default;
};

// Thread-safe: all members are const. Keep the file in place while it is open; replace it by renaming another over it.
class Dictionary {
 public:
  // Maps the file and checks it as a whole. Throws DictionaryError.
  static std::shared_ptr<const Dictionary> open(const std::filesystem::path& path);
  // Reads a file already in memory, which it takes over. Throws DictionaryError, with `name` as the place.
  static std::shared_ptr<const Dictionary> read(std::string bytes, const std::string& name);

  // The readings of a word in lower case and NFC, ordered, no two equal; empty for an unknown word.
  std::vector<DictionaryEntry> exact(std::string_view word) const;
  // The same for every form that the word may stand for when it was typed without diacritics: each ASCII letter also
  // matches its Polish variants, a typed diacritic matches only itself. Contains exact().
  std::vector<DictionaryEntry> folded(std::string_view word) const;
  bool knows(std::string_view word) const;
  // The root of a lemma's family: administracja → administrować. The lemma itself when it was made from no other word.
  std::string root(std::string_view lemma) const;
  // All other lemmas of its family, ordered: administrować, administrator, administracyjny …
  std::vector<std::string> kin(std::string_view lemma) const;

  // For walks of other kinds (nearest words). Valid as long as the Dictionary.
  const Automaton& automaton() const { return automaton_; }
  // 16 hexadecimal digits; two files with the same readings have the same.
  std::string fingerprint() const;

 private:
  class Storage;
  Dictionary(std::shared_ptr<const Storage> storage, Automaton automaton);
  static std::shared_ptr<const Dictionary> check(std::shared_ptr<const Storage> storage, const std::string& name);

  std::shared_ptr<const Storage> storage_;
  Automaton automaton_;
};

// Where the programs look when no path is given: kto.lexicon beside the running executable, else
// ../share/kto/kto.lexicon seen from it. The first that exists; when none does, the first, so that open() names it.
std::filesystem::path default_dictionary_path();

}  // namespace kto::text
