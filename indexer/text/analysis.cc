#include "indexer/text/analysis.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "indexer/text/concept_files.h"  // made by CMake from corpus/lexicon/concepts
#include "indexer/text/concepts.h"
#include "indexer/text/concepts_file.h"
#include "indexer/text/dictionary.h"
#include "indexer/text/guess.h"
#include "indexer/text/normalize.h"

namespace kto::text {
namespace {

// Goes up with every change of the tokeniser, the guesses or the order of look-ups.
constexpr int kRulesVersion = 1;

enum class Diacritics { as_typed, open };

void add(std::vector<Reading>& readings, std::string lemma, How how) {
  readings.push_back({std::move(lemma), how});
}

// Best first, then by lemma; of two readings with one lemma the better stays.
void order(std::vector<Reading>& readings) {
  std::stable_sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
    return std::pair(a.lemma, a.how) < std::pair(b.lemma, b.how);
  });
  const auto same = [](const Reading& a, const Reading& b) { return a.lemma == b.lemma; };
  readings.erase(std::unique(readings.begin(), readings.end(), same), readings.end());
  std::stable_sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) { return a.how < b.how; });
}

// The readings of one word, looked up in steps until one of them knows it.
class LookUp {
 public:
  LookUp(const Dictionary& dictionary, Diacritics diacritics) : dictionary_(dictionary), diacritics_(diacritics) {}

  std::vector<Reading> of(std::string_view word) {
    known(word, "", How::exact);
    if (readings_.empty()) hyphenated(word);
    if (readings_.empty()) compound(word);
    if (readings_.empty()) parts(word);
    if (readings_.empty()) ending(word);
    if (readings_.empty() || readings_.front().how == How::guessed) add(readings_, surface(word), How::unknown);
    order(readings_);
    return std::move(readings_);
  }

 private:
  // The dictionary's readings of `word`, each lemma behind `beginning`; `best` is what an exact one counts as.
  void known(std::string_view word, std::string_view beginning, How best) {
    auto entries = diacritics_ == Diacritics::open ? dictionary_.folded(word) : dictionary_.exact(word);
    // A name that differs from what was typed in diacritics is meant only if no common word is: "sad" is no Sąd.
    const auto is_name = [](const DictionaryEntry& entry) { return entry.word_class == WordClass::name; };
    const auto is_far_name = [&](const DictionaryEntry& entry) { return is_name(entry) && entry.form != word; };
    if (!std::all_of(entries.begin(), entries.end(), is_name))
      entries.erase(std::remove_if(entries.begin(), entries.end(), is_far_name), entries.end());
    for (const DictionaryEntry& entry : entries) {
      const How how = entry.form == word ? How::exact : How::folded;
      add(readings_, std::string(beginning) + entry.lemma, std::max(how, best));
    }
  }

  // "wi-fi" is known as "wifi", if not with its hyphen.
  void hyphenated(std::string_view word) {
    if (word.find('-') == std::string_view::npos) return;
    std::string joined(word);
    joined.erase(std::remove(joined.begin(), joined.end(), '-'), joined.end());
    known(joined, "", How::guessed);
  }

  void compound(std::string_view word) {
    for (const Compound& way : split_compound(word)) {
      known(way.rest, way.beginning, How::guessed);
      if (!readings_.empty()) return;
    }
  }

  // "PESEL-owi", "Kennedy'ego": what stands before and behind the mark, as far as it is known and long enough to be a
  // word and not a single letter or the ending of a case.
  void parts(std::string_view word) {
    const std::size_t mark = word.find_first_of("-'");
    if (mark == std::string_view::npos) return;
    const std::string_view rest = word.substr(mark + 1);
    if (mark > 1) known(word.substr(0, mark), "", How::guessed);
    if (mark <= 1 || rest.size() > kLongestCaseEnding) known(rest, "", How::guessed);
  }

  void ending(std::string_view word) {
    if (auto lemma = lemma_by_ending(word)) add(readings_, std::move(*lemma), How::guessed);
  }

  static std::string surface(std::string_view word) {
    std::string folded = fold(word);
    return folded.empty() ? std::string(word) : folded;
  }

  static constexpr std::size_t kLongestCaseEnding = 3;  // "owi"; "ów" in bytes

  const Dictionary& dictionary_;
  Diacritics diacritics_;
  std::vector<Reading> readings_;
};

}  // namespace

Analyser::Analyser(std::shared_ptr<const Dictionary> dictionary) : Analyser(std::move(dictionary), {}) {}

Analyser::Analyser(std::shared_ptr<const Dictionary> dictionary, std::string_view compiled_concepts)
    : dictionary_(std::move(dictionary)) {
  fold("Ü");  // ICU reads its tables at the first use: now, before there are threads
  fingerprint_ = dictionary_->fingerprint() + "-rules" + std::to_string(kRulesVersion) + "-unicode" +
                 std::string(U_UNICODE_VERSION);
  auto concepts = std::make_shared<Concepts>();
  if (!read_bytes(compiled_concepts, lexicon_id(), *concepts)) {
    *concepts = Concepts();
    for (const auto& [name, file] : kConceptFiles) concepts->read(file, std::string(name), *this);
  }
  concepts_ = std::move(concepts);
}

std::shared_ptr<const Analyser> Analyser::open(const std::filesystem::path& dictionary) {
  std::filesystem::path beside = dictionary;
  std::ifstream file(beside.replace_extension(kConceptsExtension), std::ios::binary);
  const std::string compiled{std::istreambuf_iterator<char>(file), {}};
  return std::make_shared<const Analyser>(Dictionary::open(dictionary), compiled);
}

std::string Analyser::lexicon_id() const {
  return fingerprint_ + "-lexicon" + kConceptsHash;
}

std::vector<Reading> Analyser::index_readings(const Token& word) const {
  if (word.kind != TokenKind::word) return {{word.text, How::exact}};
  return LookUp(*dictionary_, Diacritics::as_typed).of(word.text);
}

std::vector<Reading> Analyser::query_readings(const Token& word) const {
  if (word.kind != TokenKind::word) return {{word.text, How::exact}};
  return LookUp(*dictionary_, Diacritics::open).of(word.text);
}

}  // namespace kto::text
