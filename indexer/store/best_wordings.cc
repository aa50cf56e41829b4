#include "indexer/store/best_wordings.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "indexer/store/terms.h"
#include "indexer/store/word_weights.h"

namespace kto::store {
// The sums of one window after the other.
class BestWordings::Windows {
 public:
  Windows(const std::vector<Word>& words, std::size_t most)
      : words_(words), best_(most), sums_(kWindow), times_(kWindow) {}

  std::vector<WeighedDocument> run(std::size_t windows) {
    for (std::size_t window = 0; window < windows; ++window) {
      for (const Word& word : words_) word.lists.size() == 1 ? add_term(word, window) : add_terms(word, window);
      take_best(static_cast<Xapian::docid>(window * kWindow + 1));
      std::fill(sums_.begin(), sums_.end(), 0);
    }
    return best_.take();
  }

 private:
  void add_term(const Word& word, std::size_t window) {
    word.lists.front()->each_of(window,
                                [&](std::size_t place, unsigned times) { sums_[place] += word.by_times[times]; });
  }

  void add_terms(const Word& word, std::size_t window) {
    for (const auto& list : word.lists)
      list->each_of(window, [&](std::size_t place, unsigned times) {
        if (times_[place] == 0) touched_.push_back(static_cast<std::uint32_t>(place));
        times_[place] += times;
      });
    for (const std::uint32_t place : touched_)
      sums_[place] += word.by_times[std::min(std::exchange(times_[place], 0), kMostTimes)];
    touched_.clear();
  }

  // Most documents are none of the best: so many at once are looked at for any that is.
  void take_best(Xapian::docid first) {
    constexpr Xapian::docid kAtOnce = 32;
    static_assert(kWindow % kAtOnce == 0);
    for (Xapian::docid i = 0; i < kWindow; i += kAtOnce) {
      const double* const sums = sums_.data() + i;
      const double least = best_.least();
      double most[4] = {sums[0], sums[1], sums[2], sums[3]};
      for (Xapian::docid j = 4; j < kAtOnce; j += 4)
        for (Xapian::docid k = 0; k < 4; ++k) most[k] = sums[j + k] > most[k] ? sums[j + k] : most[k];
      const double one = most[0] > most[1] ? most[0] : most[1], other = most[2] > most[3] ? most[2] : most[3];
      if (one <= least && other <= least) continue;
      for (Xapian::docid j = 0; j < kAtOnce; ++j)
        if (sums[j] > best_.least()) best_.add({first + i + j, sums[j]});
    }
  }

  const std::vector<Word>& words_;
  Best best_;
  std::vector<double> sums_;
  std::vector<unsigned> times_;         // of one word, whichever of its terms
  std::vector<std::uint32_t> touched_;  // places with any
};

BestWordings::BestWordings(const Xapian::Database& database, PostingLists& lists, const Query& query)
    : windows_((std::size_t{database.get_lastdocid()} + kWindow - 1) / kWindow) {
  const double documents = database.get_doccount();
  for (unsigned group = 0; group < query.groups.size(); ++group)
    for (const Layer& layer : query.groups[group].layers) {
      Word word{{group, layer.field}, {}};
      std::vector<TermDocuments> counts;
      for (const std::string& value : layer.values) {
        auto list = lists.of(database, term(layer.field, value));
        if (list->documents() == 0) continue;
        counts.push_back({static_cast<double>(list->documents()), static_cast<double>(list->documents())});
        word.lists.push_back(std::move(list));
      }
      if (word.lists.empty()) continue;
      const double with_it = documents_with_any(std::move(counts), {documents, documents}).of_all;
      word.weight = weight_of_word(documents, with_it, layer.weight);
      for (unsigned times = 1; times <= kMostTimes; ++times) word.by_times[times] = weight_in_text(word.weight, times);
      words_.push_back(std::move(word));
    }
}

std::vector<WeighedDocument> BestWordings::best(std::size_t most) const {
  if (most == 0) return {};
  return Windows(words_, most).run(windows_);
}

std::vector<MatchedLayer> BestWordings::layers_of(Xapian::docid document) const {
  std::vector<MatchedLayer> layers;
  layers.reserve(words_.size());
  for (const Word& word : words_)
    if (std::any_of(word.lists.begin(), word.lists.end(), [document](const auto& list) { return list->has(document); }))
      layers.push_back(word.layer);
  std::sort(layers.begin(), layers.end());
  layers.erase(std::unique(layers.begin(), layers.end()), layers.end());
  return layers;
}

}  // namespace kto::store
