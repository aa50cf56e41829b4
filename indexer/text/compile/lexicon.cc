#include "indexer/text/compile/lexicon.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <vector>

#include "indexer/text/compile/automaton_builder.h"
#include "indexer/text/compile/cfsa2.h"
#include "indexer/text/compile/families.h"
#include "indexer/text/compile/ipolish.h"
#include "indexer/text/compile/polimorf_tags.h"
#include "indexer/text/compile/word_lists.h"
#include "indexer/text/lexicon_key.h"
#include "indexer/text/normalize.h"

namespace kto::text {
namespace {

// The longest form of the sources has 64 bytes; the counts of a key reach to 250.
constexpr std::size_t kLongestForm = 200;
// Readings of an abbreviation shorter than this are nearly always wrong in running text.
constexpr std::size_t kShortestAbbreviation = 3;
// The classes of names until the choice is made, by letters that no WordClass has: ipolish's names, and acronyms.
constexpr auto kIpolishName = static_cast<WordClass>('n');
constexpr auto kAcronym = static_cast<WordClass>('k');

// All keys, 5.6 million of them, in one block of memory: as separate strings they would take three times as much.
class KeyList {
 public:
  void add(std::string_view form, std::string_view lemma, WordClass word_class) {
    if (form.empty() || form.size() > kLongestForm || lemma.find(' ') != std::string_view::npos) return;
    const std::size_t start = bytes_.size();
    bytes_ += form;
    bytes_ += kFormEnd;
    bytes_ += encode_reading(form, lemma, word_class);
    spans_.push_back({start, bytes_.size() - start});
  }

  // Orders the keys and drops repetitions.
  void sort() {
    const auto less = [this](const Span& a, const Span& b) { return view(a) < view(b); };
    const auto equal = [this](const Span& a, const Span& b) { return view(a) == view(b); };
    std::sort(spans_.begin(), spans_.end(), less);
    spans_.erase(std::unique(spans_.begin(), spans_.end(), equal), spans_.end());
  }

  std::size_t size() const { return spans_.size(); }
  std::string_view operator[](std::size_t index) const { return view(spans_[index]); }

 private:
  struct Span {
    std::size_t start, size;
  };
  std::string_view view(const Span& span) const { return std::string_view(bytes_).substr(span.start, span.size); }

  std::string bytes_;
  std::vector<Span> spans_;
};

// "niezgłoszony" for the verb zgłosić, passive: the lemma under which its negated forms stand.
class NegatedHeads {
 public:
  explicit NegatedHeads(const Cfsa2& polimorf) {
    polimorf.for_each([this](const Cfsa2::Entry& entry) {
      if (entry.tags.find(":neg") == std::string_view::npos) return;
      for (const NegatedHead& kind : negated_kinds(entry.tags, true)) {
        std::string& head = heads_[{std::string(entry.lemma), kind}];
        // Verbs with two stems have two heads; the shorter, then the first, stands for both.
        if (head.empty() || std::pair(entry.form.size(), entry.form) < std::pair(head.size(), std::string_view(head)))
          head = entry.form;
      }
    });
  }
  std::string of(std::string_view verb, const NegatedHead& kind) const {
    const auto found = heads_.find({std::string(verb), kind});
    return found != heads_.end() ? found->second : "nie" + std::string(verb);
  }

 private:
  std::map<std::pair<std::string, NegatedHead>, std::string> heads_;
};

bool is_negated(WordClass word_class) {
  return word_class == WordClass::negated_gerund || word_class == WordClass::negated_participle;
}

// PESEL; a letter alone is none.
bool is_acronym(std::string_view written) {
  return written.size() > 1 && upper(written) == written;
}

void collect_polimorf(const Cfsa2& polimorf, KeyList& keys) {
  const NegatedHeads heads(polimorf);
  polimorf.for_each([&](const Cfsa2::Entry& entry) {
    const std::string form = lower(entry.form), lemma = lower(entry.lemma);
    const bool name = form != entry.form;
    const bool acronym = name && form == lemma && is_acronym(entry.lemma);
    for (WordClass word_class : word_classes(entry.tags))
      if (!is_negated(word_class)) keys.add(form, lemma, acronym ? kAcronym : name ? WordClass::name : word_class);
    if (entry.tags.find(":neg") == std::string_view::npos) return;
    for (const NegatedHead& kind : negated_kinds(entry.tags, false))
      keys.add(form, heads.of(entry.lemma, kind), kind.word_class);
  });
}

void collect_ipolish(const Ipolish& ipolish, std::string_view words, const Cfsa2& polimorf, KeyList& keys) {
  ipolish.for_each(words, [&](const Ipolish::Form& found) {
    if (found.is_name)
      keys.add(found.form, found.lemma, found.is_acronym && found.form == found.lemma ? kAcronym : kIpolishName);
    else if (!polimorf.contains(found.form))
      keys.add(found.form, found.lemma, WordClass::unclassified);
  });
}

// Which source wins; the lowest.
int rank(WordClass word_class) {
  if (word_class == WordClass::unclassified) return 1;
  if (word_class == WordClass::name) return 2;
  if (word_class == kIpolishName) return 3;
  if (word_class == kAcronym) return 4;  // never in anyone's way, and nobody in its
  return 0;
}

// Chooses among the readings of one form.
class Choice {
 public:
  Choice(const std::unordered_set<std::string>& things, AutomatonBuilder& builder, LexiconFigures& figures)
      : things_(things), builder_(builder), figures_(figures) {}

  void of_form(std::string_view form, const std::vector<std::string_view>& encoded) {
    int best = rank(kAcronym);
    for (std::string_view reading : encoded) best = std::min(best, rank(class_of(reading)));
    const bool thing = std::any_of(encoded.begin(), encoded.end(), [&](std::string_view reading) {
      return class_of(reading) == WordClass::noun && things_.contains(decode_reading(form, reading)->lemma);
    });
    chosen_.clear();
    for (std::string_view reading : encoded) {
      const WordClass word_class = class_of(reading);
      if (rank(word_class) != best && word_class != kAcronym) continue;
      if (thing && word_class == WordClass::gerund) continue;
      if (word_class == WordClass::abbreviation && form.size() < kShortestAbbreviation) continue;
      chosen_.emplace_back(reading);
      if (word_class == kIpolishName || word_class == kAcronym) chosen_.back()[2] = static_cast<char>(WordClass::name);
    }
    write(form);
  }

 private:
  static WordClass class_of(std::string_view encoded) { return static_cast<WordClass>(encoded[2]); }

  void write(std::string_view form) {
    // The names have got another letter, so the order is not that of the list any more, and some are twice.
    std::sort(chosen_.begin(), chosen_.end());
    chosen_.erase(std::unique(chosen_.begin(), chosen_.end()), chosen_.end());
    for (const std::string& reading : chosen_) builder_.add(std::string(form) + kFormEnd + reading);
    figures_.written += chosen_.size();
  }

  const std::unordered_set<std::string>& things_;
  AutomatonBuilder& builder_;
  LexiconFigures& figures_;
  std::vector<std::string> chosen_;
};

// All lemmas with their word classes, names aside: no word is made from a name.
std::unordered_map<std::string, std::uint8_t> lemmas_of(const KeyList& keys) {
  std::unordered_map<std::string, std::uint8_t> lemmas;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::string_view form = keys[i].substr(0, keys[i].find(kFormEnd));
    const auto reading = decode_reading(form, keys[i].substr(form.size() + 1));
    if (!reading) continue;
    if (const std::uint8_t bit = class_bit(reading->word_class)) lemmas[reading->lemma] |= bit;
  }
  return lemmas;
}

// What the dictionary says of one lemma's family.
struct Kin {
  std::string root;               // empty: it has none but itself
  std::set<std::string> members;  // if it is the root

  void write(std::string_view lemma, AutomatonBuilder& builder) const {
    const auto key = [lemma](char end, const std::string& other) {
      return std::string(lemma) + end + encode_reading(lemma, other, WordClass::other);
    };
    if (!root.empty()) builder.add(key(kLemmaEnd, root));
    std::set<std::string> ordered;
    for (const std::string& member : members) ordered.insert(key(kRootEnd, member));
    for (const std::string& one : ordered) builder.add(one);
  }
};

// Only for lemmas that are forms too: others have no place in the dictionary.
std::map<std::string, Kin, std::less<>> families_of(const Families& families, const KeyList& keys) {
  std::map<std::string, Kin, std::less<>> kin;
  std::string_view before;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::string_view form = keys[i].substr(0, keys[i].find(kFormEnd));
    if (form == before) continue;
    before = form;
    const std::string lemma(form), root = families.root(lemma);
    if (root == lemma) continue;
    kin[lemma].root = root;
    kin[root].members.insert(lemma);
  }
  return kin;
}

}  // namespace

std::string compile_lexicon(LexiconSources sources, LexiconFigures& figures) {
  KeyList keys;
  for (const SupplementEntry& entry : parse_supplement(sources.supplement))
    keys.add(entry.form, entry.lemma, entry.word_class);
  {
    const Cfsa2 polimorf(std::move(sources.polimorf));
    collect_polimorf(polimorf, keys);
    collect_ipolish(Ipolish(sources.ipolish_affixes), sources.ipolish_words, polimorf, keys);
  }
  keys.sort();
  figures.collected = keys.size();
  const auto families = families_of(Families(lemmas_of(keys), sources.families, sources.apart), keys);
  for (const auto& [lemma, kin] : families) figures.members += kin.root.empty() ? 0 : 1;

  const std::unordered_set<std::string> things = parse_words(sources.things);
  AutomatonBuilder builder;
  Choice choice(things, builder, figures);
  std::vector<std::string_view> readings;
  for (std::size_t i = 0; i < keys.size();) {
    const std::string_view form = keys[i].substr(0, keys[i].find(kFormEnd));
    readings.clear();
    for (; i < keys.size() && keys[i].starts_with(form) && keys[i][form.size()] == kFormEnd; ++i)
      readings.push_back(keys[i].substr(form.size() + 1));
    choice.of_form(form, readings);
    if (const auto kin = families.find(form); kin != families.end()) kin->second.write(form, builder);
  }
  return builder.finish();
}

}  // namespace kto::text
