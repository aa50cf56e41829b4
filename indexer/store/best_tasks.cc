#include "indexer/store/best_tasks.h"

#include <algorithm>
#include <numeric>
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

Xapian::Database as_one(const std::vector<Xapian::Database>& files) {
  if (files.size() == 1) return files.front();
  Xapian::Database all;
  for (const Xapian::Database& file : files) all.add_database(file);
  return all;
}

}  // namespace

// What one word weighs in each document of a file, or several together.
struct BestTasks::Sum {
  double documents = 0;  // that have any of them, as the library supposes
  Documents weights = {};
};

void BestTasks::read(const Xapian::Database& file, const Query& query) {
  std::vector<List> lists;
  for (const Group& group : query.groups)
    for (const Layer& layer : group.layers) {
      if (layer.values.empty()) continue;
      Word& word = words_[lists.size()];
      List& list = lists.emplace_back();
      for (std::size_t i = 0; i < layer.values.size(); ++i) {
        Documents times = times_of(file, term(layer.field, layer.values[i]));
        list.documents.push_back(static_cast<double>(times.size()));
        word.documents[i] += list.documents.back();
        list.times = list.times.empty() ? std::move(times) : merged(list.times, times);
      }
    }
  files_.push_back({std::move(lists)});
}

std::vector<BestTasks::Sum> BestTasks::weigh(const Xapian::Database& file, const Xapian::Database& all,
                                             const std::vector<List>& lists) const {
  // The library goes through its list of lengths from document to document: it is asked in their order, once each.
  std::vector<double> lengths(file.get_lastdocid() + 1);
  for (const List& list : lists)
    for (const WeighedDocument& one : list.times) lengths[one.document] = 1;
  for (Xapian::docid i = 0; i < lengths.size(); ++i)
    if (lengths[i] != 0) lengths[i] = file.get_doclength(i);
  const TermDocuments size{static_cast<double>(file.get_doccount()), static_cast<double>(all.get_doccount())};
  const double by_average = 1 / all.get_average_length();

  std::vector<Sum> sums;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Word& word = words_[i];
    std::vector<TermDocuments> terms;
    for (std::size_t j = 0; j < word.documents.size(); ++j) terms.push_back({lists[i].documents[j], word.documents[j]});
    const TermDocuments with_it = documents_with_any(std::move(terms), size);
    const double weight = weight_of_word(size.of_all, with_it.of_all, word.factor);
    const auto in_text = [&](double times, double length) {
      return weight_in_text(weight, times, half_of_length(length * by_average));
    };
    Sum sum{with_it.documents, lists[i].times};
    for (WeighedDocument& one : sum.weights) {
      const double length = lengths[one.document];
      one.weight = in_text(std::min(one.weight, length), length);
    }
    sums.push_back(std::move(sum));
  }
  return sums;
}

BestTasks::BestTasks(const std::vector<Xapian::Database>& files, const Query& query) {
  const Xapian::Database all = as_one(files);
  if (all.get_doccount() == 0) return;
  for (unsigned group = 0; group < query.groups.size(); ++group)
    for (const Layer& layer : query.groups[group].layers)
      if (!layer.values.empty())
        words_.push_back({{group, layer.field}, layer.weight, std::vector<double>(layer.values.size())});
  if (words_.empty()) return;
  for (const Xapian::Database& file : files) read(file, query);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const double documents = files[i].get_doccount();
    if (documents == 0) continue;
    const auto add = [documents](const Sum& commoner, const Sum& rarer) {
      return Sum{documents_with_either(commoner.documents, rarer.documents, documents),
                 merged(commoner.weights, rarer.weights)};
    };
    files_[i].weighed = joined_by_rarity(weigh(files[i], all, files_[i].lists), add).weights;
  }
}

std::vector<WeighedDocument> BestTasks::best(std::size_t most) const {
  if (most == 0) return {};
  std::vector<WeighedDocument> all;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    Best best(most);
    for (const WeighedDocument& one : files_[i].weighed)
      if (one.weight > best.least()) best.add(one);
    for (const WeighedDocument& one : best.take()) all.push_back({of_all(one.document, i), one.weight});
  }
  if (files_.size() > 1) std::sort(all.begin(), all.end(), Better{});
  all.resize(std::min(all.size(), most));
  return all;
}

std::vector<std::vector<MatchedLayer>> BestTasks::layers_of(const std::vector<WeighedDocument>& documents) const {
  std::vector<std::vector<std::size_t>> places(files_.size());  // in each file's order
  for (const std::size_t place : as_in_file(documents)) places[file_of(documents[place].document)].push_back(place);
  std::vector<std::size_t> words(words_.size());
  std::iota(words.begin(), words.end(), std::size_t{0});
  std::stable_sort(words.begin(), words.end(),
                   [this](std::size_t a, std::size_t b) { return words_[a].layer < words_[b].layer; });

  std::vector<std::vector<MatchedLayer>> layers(documents.size());
  for (std::vector<MatchedLayer>& found : layers) found.reserve(words.size());
  for (const std::size_t word : words)
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const Documents& times = files_[i].lists[word].times;
      auto at = times.begin();
      for (const std::size_t place : places[i]) {
        while (at != times.end() && of_all(at->document, i) < documents[place].document) ++at;
        if (at == times.end()) break;
        std::vector<MatchedLayer>& found = layers[place];
        if (of_all(at->document, i) == documents[place].document &&
            (found.empty() || found.back() != words_[word].layer))
          found.push_back(words_[word].layer);
      }
    }
  return layers;
}

}  // namespace kto::store
