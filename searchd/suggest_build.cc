// How the table of suggestions is made of an index.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "indexer/store/reader.h"
#include "indexer/text/concepts.h"
#include "searchd/suggest.h"

namespace kto::searchd {
namespace {

constexpr unsigned kPage = 1000;
// Task points looked at for a word of the lexicon: enough to know on which days it leads somewhere.
constexpr unsigned kLedTo = 50;

// The first words of a text, at most kLongest letters of it.
std::string clipped(const std::string& text) {
  std::size_t letters = 0, end = 0, word_end = 0;
  for (; end < text.size() && letters <= Suggestions::kLongest; ++end) {
    if (text[end] == ' ') word_end = end;
    letters += (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
  }
  if (end == text.size() && letters <= Suggestions::kLongest) return text;
  return text.substr(0, word_end > 0 ? word_end : end - 1);
}

bool is_said_by_people(text::PhraseKind kind) {
  return kind != text::PhraseKind::official && kind != text::PhraseKind::test;
}

bool is_head_post(const law::Unit& unit) {
  return unit.kind == law::UnitKind::kierownik || (unit.parent && *unit.parent == unit.code);
}

store::Query query_of(const text::Phrase& phrase) {
  store::Query query;
  for (const auto& lemmas : phrase.words)
    query.groups.push_back({{{store::Field::lemma, {lemmas.begin(), lemmas.end()}, 1}}});
  query.limit = kLedTo;
  return query;
}

bool holds_every_word(const store::Match& match, std::size_t words) {
  std::set<unsigned> groups;
  for (const auto& layer : match.layers) groups.insert(layer.group);
  return groups.size() == words;
}

}  // namespace

class SuggestionsBuilder {
 public:
  SuggestionsBuilder(const store::Reader& index, Suggestions& out) : index_(index), out_(out) {
    for (const auto& office : index.manifest().offices) out_.offices_.push_back(office.id);
  }

  void build() {
    add_units();
    add_tasks();
    for (const auto& meaning : index_.analyser().concepts().all()) add_words(meaning);
    order();
  }

 private:
  using Span = Suggestions::Span;
  using Phrase = Suggestions::Phrase;

  std::uint32_t number_of(const std::string& office) const {
    return static_cast<std::uint32_t>(std::find(out_.offices_.begin(), out_.offices_.end(), office) -
                                      out_.offices_.begin());
  }

  void add(SuggestionKind kind, const std::string& text, const std::string& detail, const Span& span) {
    if (text.empty()) return;
    Phrase& phrase = phrases_[{kind, text, kind == SuggestionKind::task ? "" : detail}];
    if (phrase.text.empty()) phrase = {kind, text, detail, Suggestions::words_of(text), {}};
    phrase.spans.push_back(span);
  }

  void add_units() {
    for (const auto& office : out_.offices_)
      for (const auto& unit : index_.office(office)->units) {
        if (is_head_post(unit)) continue;
        const Span span{number_of(office), unit.validity};
        add(SuggestionKind::code, unit.code, unit.name, span);
        add(SuggestionKind::unit, unit.name, unit.code, span);
      }
  }

  void add_tasks() {
    store::TaskPage page;
    do {
      page = index_.tasks_after(page.last, kPage);
      for (const auto& [office, task] : page.tasks) {
        const Span span{number_of(office), task.validity};
        const auto citation = law::to_string(task.citation), text = clipped(task.text);
        add(SuggestionKind::task, text, task.unit ? task.unit->code : task.position, span);
        add(SuggestionKind::citation, citation, text, span);
      }
    } while (!page.tasks.empty() && phrases_.size() < Suggestions::kMostTasks);
  }

  void add_words(const text::Concept& meaning) {
    std::vector<Span> spans;
    std::string called;
    for (const auto& phrase : meaning.phrases) {
      if (phrase.kind != text::PhraseKind::official || !may_lead(phrase)) continue;
      const std::size_t before = spans.size();
      for (const auto& match : index_.find(query_of(phrase)).matches)
        if (holds_every_word(match, phrase.words.size()))
          spans.push_back({number_of(match.stored.office), match.stored.task.validity});
      if (called.empty() && spans.size() > before) called = phrase.text;
    }
    for (const auto& phrase : meaning.phrases)
      if (is_said_by_people(phrase.kind))
        for (const auto& span : spans) add(SuggestionKind::word, phrase.text, called, span);
  }

  // Before it is searched for: whether the index knows all its words at all.
  bool may_lead(const text::Phrase& phrase) const {
    return !phrase.words.empty() && std::all_of(phrase.words.begin(), phrase.words.end(), [&](const auto& lemmas) {
      return std::any_of(lemmas.begin(), lemmas.end(),
                         [&](const auto& lemma) { return index_.frequency(store::Field::lemma, lemma) > 0; });
    });
  }

  // Short phrases first: they are whole sooner.
  void order() {
    auto& phrases = out_.phrases_;
    for (auto& [key, phrase] : phrases_) phrases.push_back(std::move(phrase));
    std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
      return std::tuple(a.kind, a.words.size()) < std::tuple(b.kind, b.words.size());
    });
    auto& entries = out_.entries_;
    for (std::uint32_t number = 0; number < phrases.size(); ++number) {
      const auto& words = phrases[number].words;
      for (std::uint32_t at = 0; at < words.size(); ++at)
        if (at == 0 || words[at - 1] == ' ') entries.push_back({number, at});
    }
    std::sort(entries.begin(), entries.end(),
              [&](auto a, auto b) { return std::tuple(out_.from(a), a.phrase) < std::tuple(out_.from(b), b.phrase); });
  }

  const store::Reader& index_;
  Suggestions& out_;
  std::map<std::tuple<SuggestionKind, std::string, std::string>, Phrase> phrases_;
};

Suggestions::Suggestions(const store::Reader& index) {
  SuggestionsBuilder(index, *this).build();
}

}  // namespace kto::searchd
