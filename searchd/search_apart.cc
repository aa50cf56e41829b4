#include "searchd/search_apart.h"

#include <algorithm>
#include <set>

#include "indexer/text/stop_words.h"

namespace kto::searchd {
namespace {

constexpr std::size_t kMostWords = 6;  // as many as a reader takes in at a glance
// A word in more texts than one of so many tells no unit from another; in a small index, in more than so many.
constexpr unsigned kOneOf = 8, kAtLeast = 5;

// What is read of a holder: what it does about the question, and how it is called.
std::string said_by(const HolderAnswer& holder) {
  std::string text = holder.tasks.empty() ? "" : holder.tasks.front().task.text;
  if (holder.holder.unit) text += "\n" + holder.holder.unit->name;
  return text;
}

std::vector<std::string> lemmas_of(const store::Reader& index, const text::Token& token) {
  if (token.kind != text::TokenKind::word) return {token.text};
  std::vector<std::string> lemmas;
  for (const text::Reading& reading : index.readings(token)) lemmas.push_back(reading.lemma);
  return lemmas;
}

std::set<std::string> all_lemmas(const store::Reader& index, const std::string& text) {
  std::set<std::string> lemmas;
  for (const text::Token& token : text::tokenize(text))
    for (std::string& lemma : lemmas_of(index, token)) lemmas.insert(std::move(lemma));
  return lemmas;
}

bool is_everywhere(const store::Reader& index, const std::vector<std::string>& lemmas) {
  const unsigned most = std::max(kAtLeast, index.documents() / kOneOf);
  return std::any_of(lemmas.begin(), lemmas.end(),
                     [&](const std::string& lemma) { return index.frequency(store::Field::lemma, lemma) > most; });
}

std::vector<std::string> own_words(const store::Reader& index, const std::string& text, std::set<std::string> others) {
  std::vector<std::string> words;
  for (const text::Token& token : text::tokenize(text)) {
    if (words.size() == kMostWords) break;
    if (token.kind != text::TokenKind::word || text::is_stop_word(token)) continue;
    const std::vector<std::string> lemmas = lemmas_of(index, token);
    const auto is_known = [&others](const std::string& lemma) { return others.contains(lemma); };
    if (std::any_of(lemmas.begin(), lemmas.end(), is_known) || is_everywhere(index, lemmas)) continue;
    words.push_back(text.substr(token.begin, token.end - token.begin));
    others.insert(lemmas.begin(), lemmas.end());
  }
  return words;
}

}  // namespace

void tell_apart(const store::Reader& index, const std::vector<std::size_t>& numbers,
                std::vector<HolderAnswer>& holders) {
  std::vector<std::set<std::string>> lemmas;
  lemmas.reserve(numbers.size());
  for (const std::size_t number : numbers) lemmas.push_back(all_lemmas(index, said_by(holders[number])));
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::set<std::string> others;
    for (std::size_t other = 0; other < numbers.size(); ++other)
      if (other != i) others.insert(lemmas[other].begin(), lemmas[other].end());
    HolderAnswer& holder = holders[numbers[i]];
    holder.apart = own_words(index, said_by(holder), std::move(others));
  }
}

}  // namespace kto::searchd
