#include "searchd/explain.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

#include "searchd/rank.h"
#include "searchd/search_across.h"
#include "searchd/search_find.h"

namespace kto::searchd {
namespace {

constexpr std::size_t kMostPoints = 20;

ExplainedWord explained(const QueryWord& word) {
  return {word.typed, word.lemmas, word.folded, word.surfaces, word.meant,
          word.kin,   word.rarity, word.share,  word.counts};
}

ExplainedPhrase explained(const Expansion& expansion, const Question& question) {
  ExplainedPhrase phrase{expansion.phrase, {}};
  for (const unsigned word : expansion.stands_for) phrase.stands_for.push_back(question.words[word].typed);
  return phrase;
}

ExplainedPoint explained(const Evidence& point, const Ranked& holder, const Question& question) {
  const law::TaskPoint& task = point.found->stored().task;
  ExplainedPoint out;
  out.id = task.id;
  out.citation = to_string(task.citation);
  out.holder = task.unit ? task.unit->code : task.position;
  out.found_weight = point.found_weight;
  out.coverage = point.coverage;
  out.weight = point.weight;
  out.holder_weight = holder.weight;
  for (const unsigned group : point.groups) {
    if (group < question.words.size())
      out.found.push_back(question.words[group].typed);
    else
      out.added.push_back(question.added[group - question.words.size()].lemmas.front());
  }
  return out;
}

void add_points(const std::vector<Ranked>& holders, const Question& question, Explanation& explanation) {
  std::vector<ExplainedPoint>& points = explanation.points;
  for (const Ranked& holder : holders)
    for (const Evidence& point : holder.points) points.push_back(explained(point, holder, question));
  std::stable_sort(points.begin(), points.end(),
                   [](const ExplainedPoint& a, const ExplainedPoint& b) { return a.weight > b.weight; });
  if (points.size() > kMostPoints) points.resize(kMostPoints);
}

std::string in_line(const std::vector<std::string>& values) {
  std::string line;
  for (const std::string& value : values) line += (line.empty() ? "" : ", ") + value;
  return line;
}

void print(const ExplainedWord& word, std::ostream& out) {
  out << "  " << word.typed << "  rarity " << word.rarity;
  if (word.share < 1) out << "  of asking or a circumstance";
  if (!word.counts) out << "  does not count";
  const auto list = [&out](const char* name, const std::vector<std::string>& values) {
    if (!values.empty()) out << "  " << name << ": " << in_line(values);
  };
  list("is", word.lemmas);
  list("folded", word.folded);
  list("unknown word", word.surfaces);
  list("meant", word.meant);
  list("family", word.kin);
  out << "\n";
}

void print(const ExplainedPoint& point, std::ostream& out) {
  out << "  " << point.weight << "  " << point.holder << "  " << point.citation << "  found " << point.found_weight
      << "  coverage " << point.coverage << "  holder " << point.holder_weight;
  if (!point.found.empty()) out << "  has: " << in_line(point.found);
  if (!point.added.empty()) out << "  has of phrases: " << in_line(point.added);
  out << "\n";
}

}  // namespace

Explanation explain(const store::Reader& all, const WhoQuery& query) {
  const store::Reader index = all.within(query.office);
  Explanation explanation;
  const Question question = understand(index, query.q, query.office, query.as_typed);
  for (const QueryWord& word : question.words) explanation.words.push_back(explained(word));
  for (const Expansion& expansion : question.expansions) explanation.phrases.push_back(explained(expansion, question));
  if (index.is_country()) {
    const RankedAcross ranked = rank_across(index, question, query);
    add_points(ranked.kinds, question, explanation);
    explanation.on_any_day = ranked.on_any_day;
    return explanation;
  }
  Spoken spoken = find_evidence(index, question, base_query(query.office, query.unit, query.as_of));
  add_points(rank_holders(std::move(spoken.on_the_day), question), question, explanation);
  explanation.on_any_day = best_coverage(spoken.on_any_day);
  return explanation;
}

std::string to_text(const Explanation& explanation) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(2) << "best coverage on any day " << explanation.on_any_day << "\nwords\n";
  for (const ExplainedWord& word : explanation.words) print(word, out);
  out << "official phrases\n";
  for (const ExplainedPhrase& phrase : explanation.phrases)
    out << "  " << phrase.phrase << "  for: " << in_line(phrase.stands_for) << "\n";
  out << "points\n";
  for (const ExplainedPoint& point : explanation.points) print(point, out);
  return out.str();
}

}  // namespace kto::searchd
