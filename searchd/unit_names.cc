#include "searchd/unit_names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>

#include "indexer/store/recent.h"
#include "indexer/text/stop_words.h"

namespace kto::searchd {
namespace {

using Words = std::set<std::string>;

// What a unit is, not what it does; and "ds.", "do spraw", "w zakresie".
constexpr std::array<const char*, 26> kForms{
    "departament",  "wydział",   "biuro",    "referat",    "oddział",      "zespół",    "sekcja",
    "dział",        "pion",      "komórka",  "stanowisko", "samodzielny",  "inspektor", "wieloosobowy",
    "jednoosobowy", "kierownik", "zastępca", "dyrektor",   "naczelnik",    "urząd",     "praca",
    "sprawa",       "zakres",    "ds",       "ws",         "organizacyjna"};

// Whose unit it is: the office says so itself.
constexpr std::array<const char*, 10> kLevels{"gmina",  "gminny",    "miasto",      "miejski",    "miejsko-gminny",
                                              "powiat", "powiatowy", "województwo", "wojewódzki", "starostwo"};

template <std::size_t size>
bool is_among(const std::array<const char*, size>& words, const std::string& word) {
  return std::any_of(words.begin(), words.end(), [&word](const char* one) { return word == one; });
}

bool is_roman(const std::string& word) {
  return word.find_first_not_of("ivx") == std::string::npos;
}

std::string id_of(const Words& words) {
  std::string id;
  for (const std::string& word : words) id += (id.empty() ? "" : "_") + word;
  std::replace(id.begin(), id.end(), '-', '_');
  return id.empty() ? "_" : id;
}

Words without_level(const Words& content) {
  Words bare;
  std::remove_copy_if(content.begin(), content.end(), std::inserter(bare, bare.end()),
                      [](const std::string& word) { return is_among(kLevels, word); });
  return bare.empty() ? content : bare;
}

struct NameWords {
  Words content, all;
  std::string id;  // of the content, whatever kind of office it names
};

NameWords words_of(const text::Analyser& analyser, const std::string& name) {
  NameWords words;
  for (const text::Token& token : text::tokenize(name)) {
    if (token.kind != text::TokenKind::word || is_roman(token.text)) continue;
    const std::string lemma = analyser.index_readings(token).front().lemma;
    words.all.insert(lemma);
    if (!is_among(kForms, lemma) && !is_among(kForms, token.text) && !text::is_stop_word(token))
      words.content.insert(lemma);
  }
  if (words.content.empty()) words.content = words.all;  // "Biuro", "Zespół"
  words.id = id_of(without_level(words.content));
  return words;
}

// Names read lately: a country has some hundreds of them that matter, and reading those of one answer takes as long as
// ranking it. From any thread.
class KnownNames {
 public:
  std::shared_ptr<const NameWords> of(const text::Analyser& analyser, const std::string& name) {
    const std::lock_guard lock(mutex_);
    if (analysis_ != analyser.fingerprint()) names_ = {}, analysis_ = analyser.fingerprint();
    return names_.get(name, [&] { return std::make_shared<const NameWords>(words_of(analyser, name)); });
  }

 private:
  std::mutex mutex_;  // guards what follows
  std::string analysis_;
  store::Recent<std::string, std::shared_ptr<const NameWords>, 2048> names_;
};

// Names with the same words.
struct Cluster {
  Words content;                   // of its commonest name
  Words all;                       // of all of them
  std::vector<std::size_t> names;  // numbers of those given, the commonest first
  unsigned units = 0;
};

std::map<std::string, Cluster> clusters_of(const text::Analyser& analyser, const std::vector<CountedName>& names) {
  std::vector<std::size_t> order(names.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&names](std::size_t a, std::size_t b) {
    return std::tie(names[b].units, names[a].name) < std::tie(names[a].units, names[b].name);
  });
  static KnownNames known;
  std::map<std::string, Cluster> clusters;
  for (const std::size_t number : order) {
    const auto words = known.of(analyser, names[number].name);
    Cluster& cluster = clusters[words->id];
    if (cluster.names.empty()) cluster.content = words->content;
    cluster.all.insert(words->all.begin(), words->all.end());
    cluster.names.push_back(number);
    cluster.units += names[number].units;
  }
  return clusters;
}

// How many words both have, where all of one are among the other's; 0: they are different kinds.
std::size_t shared(const Words& a, const Words& b) {
  const bool within =
      std::includes(a.begin(), a.end(), b.begin(), b.end()) || std::includes(b.begin(), b.end(), a.begin(), a.end());
  return within ? std::min(a.size(), b.size()) : 0;
}

// A kind in the making, with the words that decide who joins it.
struct Leader {
  const Words* content;
  std::size_t kind;
};

}  // namespace

KindsOfUnits kinds_of_units(const text::Analyser& analyser, const std::vector<CountedName>& names) {
  const auto clusters = clusters_of(analyser, names);
  std::vector<std::pair<const std::string*, const Cluster*>> order;
  order.reserve(clusters.size());
  for (const auto& [id, cluster] : clusters) order.emplace_back(&id, &cluster);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second->units > b.second->units; });
  KindsOfUnits out{{}, std::vector<std::size_t>(names.size())};
  std::vector<Leader> leaders;
  for (const auto& [id, cluster] : order) {
    const Leader* joined = nullptr;
    std::size_t most = 0;
    for (const Leader& leader : leaders)
      if (const std::size_t words = shared(*leader.content, cluster->content); words > most)
        joined = &leader, most = words;
    const std::size_t kind = joined ? joined->kind : out.kinds.size();
    if (!joined) {
      out.kinds.push_back({*id, names[cluster->names.front()].name, {}, {}, 0});
      leaders.push_back({&cluster->content, kind});
    }
    out.kinds[kind].units += cluster->units;
    out.kinds[kind].words.insert(cluster->all.begin(), cluster->all.end());
    for (const std::size_t number : cluster->names) {
      out.kinds[kind].names.push_back(names[number].name);
      out.of_names[number] = kind;
    }
  }
  return out;
}

}  // namespace kto::searchd
