// How the table of suggestions is made of an index.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "indexer/store/reader.h"
#include "indexer/store/terms.h"
#include "indexer/text/concepts.h"
#include "searchd/suggest.h"

namespace kto::searchd {
namespace {

constexpr unsigned kPage = 1000;

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

// In these words: a phrase with words to choose from is said in others.
bool is_said_by_people(const text::Phrase& phrase) {
  return phrase.kind != text::PhraseKind::official && text::says(phrase.kind) && !phrase.has_alternatives();
}

bool is_head_post(const law::Unit& unit) {
  return unit.kind == law::UnitKind::kierownik || (unit.parent && *unit.parent == unit.code);
}

// Which task points hold which lemma: what the index knows too, but hundreds of phrases of the lexicon asked of it one
// by one took ten times as long.
class Holding {
 public:
  void add(const text::Analyser& analyser, const std::string& text, std::uint32_t task) {
    for (const text::Token& token : text::tokenize(text)) {
      if (!store::has_readings(token)) continue;
      for (const text::Reading& reading : analyser.index_readings(token)) {
        if (store::field_of(reading) != store::Field::lemma) continue;
        auto& tasks = tasks_[reading.lemma];
        if (tasks.empty() || tasks.back() != task) tasks.push_back(task);
      }
    }
  }

  // The task points that hold every word of the phrase, in order.
  std::vector<std::uint32_t> all_of(const text::Phrase& phrase, const text::Concepts& lexicon) const {
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
      std::set<std::uint32_t> one;
      for (const text::LemmaId id : phrase.words[i])
        if (const auto known = tasks_.find(lexicon.lemma(id)); known != tasks_.end())
          one.insert(known->second.begin(), known->second.end());
      if (i == 0)
        found.assign(one.begin(), one.end());
      else
        found.erase(std::remove_if(found.begin(), found.end(), [&](auto task) { return !one.contains(task); }),
                    found.end());
      if (found.empty()) break;
    }
    return found;
  }

 private:
  std::unordered_map<std::string, std::vector<std::uint32_t>> tasks_;
};

}  // namespace

class SuggestionsBuilder {
 public:
  SuggestionsBuilder(const store::Reader& index, const std::string& office, Suggestions& out)
      : index_(index), out_(out) {
    for (const auto& one : index.manifest().offices)
      if (office.empty() || one.id == office) out_.offices_.push_back(one.id);
  }

  void build() {
    if (out_.offices_.size() > 1 && index_.is_country()) return;
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
      for (const store::StoredTask& stored : page.tasks) {
        const law::TaskPoint& task = stored.task;
        const Span span{number_of(stored.office), task.validity};
        const auto citation = law::to_string(task.citation), text = clipped(task.text);
        add(SuggestionKind::task, text, task.unit ? task.unit->code : task.position, span);
        add(SuggestionKind::citation, citation, text, span);
        const auto number = static_cast<std::uint32_t>(tasks_.size());
        tasks_.push_back(span);
        holding_.add(index_.analyser(), task.text, number);
        holding_.add(index_.analyser(), task.context, number);
      }
    } while (!page.tasks.empty() && phrases_.size() < Suggestions::kMostTasks);
  }

  void add_words(const text::Concept& meaning) {
    std::vector<Span> spans;  // each once: many task points have the days of one act
    std::set<std::tuple<std::uint32_t, law::Date, std::optional<law::Date>>> seen;
    std::string called;
    for (const auto& phrase : meaning.phrases) {
      if (phrase.kind != text::PhraseKind::official) continue;
      const auto tasks = holding_.all_of(phrase, index_.analyser().concepts());
      for (const auto task : tasks) {
        const Span& span = tasks_[task];
        if (seen.emplace(span.office, span.validity.from, span.validity.to).second) spans.push_back(span);
      }
      if (called.empty() && !tasks.empty()) called = phrase.text;
    }
    for (const auto& phrase : meaning.phrases)
      if (is_said_by_people(phrase))
        for (const auto& span : spans) add(SuggestionKind::word, phrase.text, called, span);
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
  std::vector<Span> tasks_;  // by number
  Holding holding_;
};

Suggestions::Suggestions(const store::Reader& index, const std::string& office) {
  const store::Reader scoped = index.within(office);
  SuggestionsBuilder(scoped, office, *this).build();
}

}  // namespace kto::searchd
