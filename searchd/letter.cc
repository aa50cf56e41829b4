#include "searchd/letter.h"

#include <algorithm>
#include <numeric>

#include "indexer/store/reader.h"
#include "searchd/letter_country.h"
#include "searchd/letter_sentences.h"
#include "searchd/letter_slip.h"
#include "searchd/letter_vote.h"
#include "searchd/search.h"

namespace kto::searchd {
namespace {

// Sentences asked: subject and requests first, then complaints, then what is told, each in order. A letter of two pages
// has some 40; each costs as much as a question.
constexpr std::size_t kAsked = 40;
// Bytes of the whole letter asked as one question, in the same order: a page. More words only find more.
constexpr std::size_t kWholeQuestion = 2500;
// Bytes of all sentences asked one by one: five pages. A question takes some 0.03 ms a byte, so this bounds the longest
// letter to half a second.
constexpr std::size_t kAllQuestions = 12500;
// Of each sentence. With five holders two firsts of 47 less (letter_vote.cc), with one task three.
constexpr unsigned kHolders = 8, kTasks = 3;
// Shown, as by who.
constexpr std::size_t kShown = 5;
// Words shown as understood: those of a page.
constexpr std::size_t kUnderstood = 200;

// Cuts at a space, so that no letter is cut in two; one word longer than that leaves nothing.
void shorten(std::string& words, std::size_t most) {
  if (words.size() <= most) return;
  const auto space = words.rfind(' ', most);
  words.resize(space == std::string::npos ? 0 : space);
}

// The sentences worth asking, by what they do and then in order.
std::vector<LetterSentence> worth_asking(std::vector<LetterSentence> sentences) {
  const auto first_told = std::stable_partition(sentences.begin(), sentences.end(),
                                                [](const LetterSentence& one) { return one.speech != Speech::told; });
  std::stable_partition(sentences.begin(), first_told, [](const LetterSentence& one) {
    return one.speech == Speech::subject || one.speech == Speech::request;
  });
  if (sentences.size() > kAsked) sentences.resize(kAsked);
  std::size_t left = kAllQuestions;
  for (auto one = sentences.begin(); one != sentences.end(); ++one) {
    shorten(one->words, std::min(left, kWholeQuestion));
    left -= one->words.size();
    if (one->words.empty()) return {sentences.begin(), one};
  }
  return sentences;
}

WhoQuery question(const LetterQuery& query, std::string words) {
  WhoQuery who;
  who.q = std::move(words);
  who.as_of = query.as_of;
  who.office = query.office;
  who.limit = kHolders;
  who.tasks = kTasks;
  who.beside = false;
  return who;
}

std::string as_one_question(const std::vector<LetterSentence>& sentences) {
  std::string words;
  for (const LetterSentence& one : sentences) {
    if (!words.empty() && words.size() + one.words.size() > kWholeQuestion) break;
    words += (words.empty() ? "" : "\n") + one.words;
  }
  return words;
}

unsigned code_points(std::string_view text) {
  return static_cast<unsigned>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// A word once, as the first sentence that holds it was understood.
void add_understood(std::vector<UnderstoodWord>& all, const Answer& answer) {
  for (const UnderstoodWord& word : answer.understood) {
    if (all.size() >= kUnderstood) return;
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const UnderstoodWord& one) { return one.word == word.word; });
    if (!known) all.push_back(word);
  }
}

void fill(Routing& routing, const LetterQuery& query, const std::vector<Heard>& heard, Count count) {
  Answer& answer = routing.answer;
  answer.status = !count.stands ? Status::no_answer : count.ambiguous ? Status::ambiguous : Status::answered;
  for (const Heard& one : heard) add_understood(answer.understood, one.answer);
  if (count.holders.size() > kShown) count.holders.resize(kShown);
  for (Voted& one : count.holders) {
    if (one.holder.tasks.size() > kTasks) one.holder.tasks.resize(kTasks);
    (count.stands ? answer.answers : answer.related).push_back(one.holder);
    if (!count.stands || one.spoken.empty()) continue;
    HolderEvidence evidence{one.holder.holder, {}};
    for (const auto& [sentence, weight] : one.spoken)
      evidence.sentences.push_back(spoken(query, heard[sentence].sentence, weight));
    routing.evidence.push_back(std::move(evidence));
  }
  routing.slip = slip_of(routing, query.as_of, std::max(count.leading, count.ambiguous ? std::size_t{2} : 0));
}

}  // namespace

SpokenSentence spoken(const LetterQuery& query, const LetterSentence& sentence, double weight) {
  if (sentence.begin == sentence.end) return {query.subject, std::nullopt, weight};
  const std::string_view text = query.text;
  const unsigned start = code_points(text.substr(0, sentence.begin));
  const auto shown = text.substr(sentence.begin, sentence.end - sentence.begin);
  return {std::string(shown), std::pair{start, start + code_points(shown)}, weight};
}

Routing route(const store::Reader& index, const LetterQuery& query) {
  const auto sentences = worth_asking(letter_sentences(query.subject, query.text));
  Routing routing;
  const Answer whole = who(index, question(query, as_one_question(sentences)));
  routing.answer.freshness = whole.freshness;
  routing.answer.index = whole.index;
  if (whole.status == Status::out_of_coverage) {
    routing.answer.status = whole.status;
    routing.slip = slip_of(routing, query.as_of, 0);
    return routing;
  }
  std::vector<Heard> heard;
  heard.reserve(sentences.size());
  for (const LetterSentence& one : sentences)
    heard.push_back({one, sentences.size() == 1 ? whole : who(index, question(query, one.words))});
  if (query.office.empty() && index.is_country()) {
    CountryRouting of_country = route_by_kinds(query, heard, whole, kShown);
    routing = std::move(of_country.routing);
    routing.answer.understood.clear();
    for (const Heard& one : heard) add_understood(routing.answer.understood, one.answer);
    routing.slip = slip_of_country(routing, query.as_of, of_country.leading);
    return routing;
  }
  fill(routing, query, heard, count_votes(heard, whole));
  return routing;
}

}  // namespace kto::searchd
