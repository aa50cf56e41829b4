#include "indexer/store/best_tasks.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/store/terms.h"
#include "indexer/store/word_weights.h"

namespace kto::store {
namespace {

using Documents = std::vector<WeighedDocument>;

Documents merged(const Documents& a, const Documents& b) {
  Documents both;
  both.reserve(a.size() + b.size());
  auto left = a.begin(), right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (left->document < right->document)
      both.push_back(*left++);
    else if (right->document < left->document)
      both.push_back(*right++);
    else
      both.push_back({left->document, left++->weight + right++->weight});
  }
  both.insert(both.end(), left, a.end());
  both.insert(both.end(), right, b.end());
  return both;
}

// How often a term stands in each document that has it.
Documents times_of(const Xapian::Database& shard, const std::string& term) {
  Documents times;
  const auto end = shard.postlist_end(term);
  for (auto at = shard.postlist_begin(term); at != end; ++at) times.push_back({*at, static_cast<double>(at.get_wdf())});
  return times;
}

// No document has the term more often, as the library supposes: not more often than all others together, or the first.
double most_times(const Documents& times) {
  if (times.empty()) return 0;
  double all = 0;
  for (const WeighedDocument& one : times) all += one.weight;
  return std::max(all - times.front().weight, times.front().weight);
}

}  // namespace

// What one word weighs in each document, or several together.
struct BestTasks::Sum {
  double documents = 0;  // that have any of them, as the library supposes
  double most = 0;       // no document weighs more, likewise
  Documents weights = {};
};

BestTasks::Word BestTasks::read(const Xapian::Database& shard, const Layer& layer, unsigned group) {
  Word word{{group, layer.field}, layer.weight};
  std::vector<double> counts;
  for (const std::string& value : layer.values) {
    Documents times = times_of(shard, term(layer.field, value));
    counts.push_back(static_cast<double>(times.size()));
    word.times = word.times.empty() ? std::move(times) : merged(word.times, times);
  }
  word.documents = documents_with_any(std::move(counts), shard.get_doccount());
  word.most_times = layer.values.size() == 1 ? most_times(word.times) : shard.get_doclength_upper_bound();
  return word;
}

std::vector<BestTasks::Sum> BestTasks::weigh(const Xapian::Database& shard) const {
  // The library goes through its list of lengths from document to document: it is asked in their order, once each.
  std::vector<double> lengths(shard.get_lastdocid() + 1);
  for (const Word& word : words_)
    for (const WeighedDocument& one : word.times) lengths[one.document] = 1;
  for (Xapian::docid i = 0; i < lengths.size(); ++i)
    if (lengths[i] != 0) lengths[i] = shard.get_doclength(i);
  const double by_average = 1 / shard.get_average_length();

  std::vector<Sum> sums;
  for (const Word& word : words_) {
    const double weight = weight_of_word(shard.get_doccount(), word.documents, word.factor);
    const auto in_text = [&](double times, double length) {
      return weight_in_text(weight, times, half_of_length(length * by_average));
    };
    Sum sum{word.documents, 0, word.times};
    if (!word.times.empty())
      sum.most = in_text(word.most_times, std::max<double>(word.most_times, shard.get_doclength_lower_bound()));
    for (WeighedDocument& one : sum.weights) {
      const double length = lengths[one.document];
      one.weight = in_text(std::min(one.weight, length), length);
    }
    sums.push_back(std::move(sum));
  }
  return sums;
}

BestTasks::BestTasks(const Xapian::Database& shard, const Query& query) {
  const double documents = shard.get_doccount();
  if (documents == 0) return;
  for (unsigned group = 0; group < query.groups.size(); ++group)
    for (const Layer& layer : query.groups[group].layers)
      if (!layer.values.empty()) words_.push_back(read(shard, layer, group));
  if (words_.empty()) return;

  // In the library's order: what fewest documents have is added to what second fewest have, then again.
  std::vector<Sum> sums = weigh(shard);
  const auto is_commoner = [](const Sum& a, const Sum& b) { return a.documents > b.documents; };
  std::make_heap(sums.begin(), sums.end(), is_commoner);
  while (sums.size() > 1) {
    std::pop_heap(sums.begin(), sums.end(), is_commoner);
    const Sum rarest = std::move(sums.back());
    sums.pop_back();
    std::pop_heap(sums.begin(), sums.end(), is_commoner);
    const Sum& next = sums.back();
    sums.back() = {documents_with_any({next.documents, rarest.documents}, documents), next.most + rarest.most,
                   merged(next.weights, rarest.weights)};
    std::push_heap(sums.begin(), sums.end(), is_commoner);
  }
  weighed_ = std::move(sums.front().weights);
  best_possible_ = sums.front().most;
  std::stable_sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return a.layer < b.layer; });
}

std::vector<WeighedDocument> BestTasks::best(std::size_t most) const {
  if (most == 0) return {};
  Best best(most);
  for (const WeighedDocument& one : weighed_)
    if (one.weight > best.least()) best.add(one);
  return best.take();
}

std::vector<std::vector<MatchedLayer>> BestTasks::layers_of(const std::vector<WeighedDocument>& documents) const {
  const std::vector<std::size_t> places = as_in_file(documents);
  std::vector<std::vector<MatchedLayer>> layers(documents.size());
  for (std::vector<MatchedLayer>& found : layers) found.reserve(words_.size());
  for (const Word& word : words_) {
    auto at = word.times.begin();
    for (const std::size_t place : places) {
      while (at != word.times.end() && at->document < documents[place].document) ++at;
      if (at == word.times.end()) break;
      std::vector<MatchedLayer>& found = layers[place];
      if (at->document == documents[place].document && (found.empty() || found.back() != word.layer))
        found.push_back(word.layer);
    }
  }
  return layers;
}

}  // namespace kto::store
