#include "indexer/store/matching.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "indexer/store/bm25.h"
#include "indexer/store/terms.h"

namespace kto::store {
namespace {

// A point found. Among several files points of one place in theirs stand together, in order of the files, as in the
// order of citations they would.
struct Found {
  std::uint32_t file = 0, point = 0;
  double weight = 0;
};

bool better(const Found& a, const Found& b) {
  if (a.weight != b.weight) return a.weight > b.weight;
  return std::pair(a.point, a.file) < std::pair(b.point, b.file);
}

Collection collection_of(const OfficeFiles& files) {
  Collection all;
  for (const auto& file : files) {
    const OfficeStatistics& one = file->statistics();
    all.points += file->points();
    all.length += one.length;
    all.most = std::max(all.most, one.most);
    if (one.least > 0 && (all.least == 0 || one.least < all.least)) all.least = one.least;
  }
  return all;
}

// A layer of the query as the files have it.
struct WeighedLayer {
  MatchedLayer at;
  bool of_one_term = false;
  std::vector<std::vector<TermView>> terms;  // of each file, those that it has
  double weight = 0;
  std::vector<std::uint32_t> most_times;  // of each file gone through, what is known of how often one point has it
};

std::vector<WeighedLayer> weighed_layers(const OfficeFiles& files, const Query& query, const Collection& all) {
  const Bm25 bm25(all);
  std::vector<WeighedLayer> layers;
  for (unsigned group = 0; group < query.groups.size(); ++group)
    for (const Layer& layer : query.groups[group].layers) {
      WeighedLayer weighed{{group, layer.field}, layer.values.size() == 1, {}, 0, {}};
      weighed.terms.resize(files.size());
      std::vector<std::uint64_t> points;
      for (const std::string& value : layer.values) {
        const std::string name = term(layer.field, value);
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < files.size(); ++i)
          if (const TermView view = files[i]->term(name); view.points > 0) {
            weighed.terms[i].push_back(view);
            sum += view.points;
          }
        if (sum > 0) points.push_back(sum);
      }
      if (points.empty()) continue;
      weighed.weight = bm25.of_word(points_with_any(std::move(points), all.points), layer.weight);
      layers.push_back(std::move(weighed));
    }
  return layers;
}

bool is_of_unit(Field field) {
  return field == Field::unit_lemma || field == Field::unit_surface;
}

// What of one file a filter lets through, but for the day.
class Conditions {
 public:
  Conditions(const OfficeFile& file, const Filter& filter) : file_(file), filter_(filter) {
    if (filter.units.empty() && filter.units_within.empty()) return;
    for (std::uint32_t i = 0; i < file.holders(); ++i) holders_.push_back(lets_through(file.holder_view(i)));
  }

  bool operator()(std::uint32_t point) const {
    if (!holders_.empty() && !holders_[file_.holder(point)]) return false;
    if (filter_.role && file_.setting(point).role != *filter_.role) return false;
    if (!filter_.citations.empty() && !any_contains(file_.citation(point))) return false;
    return filter_.ids.empty() || is_any(filter_.ids, file_.task(point).task.id);
  }

 private:
  static bool is_any(const std::vector<std::string>& wanted, std::string_view value) {
    return std::find(wanted.begin(), wanted.end(), value) != wanted.end();
  }

  bool lets_through(const HolderView& holder) const {
    const auto is_within = [&holder](const std::string& above) {
      return holder.code.starts_with(above) && (holder.code.size() == above.size() || holder.code[above.size()] == '-');
    };
    const auto& within = filter_.units_within;
    return holder.has_unit && (filter_.units.empty() || is_any(filter_.units, holder.code)) &&
           (within.empty() || std::any_of(within.begin(), within.end(), is_within));
  }

  bool any_contains(const law::Citation& citation) const {
    return std::any_of(filter_.citations.begin(), filter_.citations.end(),
                       [&citation](const law::Citation& one) { return one.contains(citation); });
  }

  const OfficeFile& file_;
  const Filter& filter_;
  std::vector<bool> holders_;  // empty: all
};

// Goes through one file.
class FileSearch {
 public:
  FileSearch(const OfficeFile& file, const Bm25& bm25) : file_(file), bm25_(bm25), weights_(file.points()) {}

  // Adds what the layer weighs. `number`: its place among the layers.
  void add(WeighedLayer& layer, const std::vector<TermView>& terms, std::uint32_t number) {
    std::uint32_t all_times = 0, first = file_.points(), first_times = 0;
    for (const auto& [point, times] : is_of_unit(layer.at.field) ? points_of(times_of(terms)) : times_of(terms)) {
      const std::uint32_t length = file_.length(point);
      if (!is_found(point)) found_.push_back(point);
      weights_[point].first += layer.weight * bm25_.share(std::min(times, length), length);
      weights_[point].second = true;
      uses_.emplace_back(point, number);
      all_times += times;
      if (point < first) {
        first = point;
        first_times = times;
      }
    }
    layer.most_times.push_back(std::max(first_times, all_times - first_times));
  }

  void add_all() {
    found_.resize(file_.points());
    std::iota(found_.begin(), found_.end(), 0U);
  }

  // Points with a word, in no order.
  const std::vector<std::uint32_t>& found() const { return found_; }
  double weight(std::uint32_t point) const { return weights_[point].first; }
  // A point and the number of a layer that it has, layer by layer.
  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& uses() const { return uses_; }

 private:
  using Times = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

  bool is_found(std::uint32_t point) const { return weights_[point].second; }

  // Words of one layer count as one.
  static Times times_of(const std::vector<TermView>& terms) {
    Times times;
    for (const TermView& term : terms)
      for (Postings at(term.postings); at.next();) times.emplace_back(at.at(), at.times());
    if (terms.size() < 2) return times;
    std::sort(times.begin(), times.end());
    std::size_t kept = 0;
    for (std::size_t i = 1; i < times.size(); ++i) {
      if (times[i].first == times[kept].first)
        times[kept].second += times[i].second;
      else
        times[++kept] = times[i];
    }
    times.resize(kept + 1);
    return times;
  }

  // Those whose holders these are.
  Times points_of(const Times& holders) {
    if (points_of_holder_.empty()) sort_by_holder();
    Times times;
    for (const auto& [holder, count] : holders) {
      if (holder >= file_.holders()) continue;
      for (std::uint32_t i = first_of_holder_[holder]; i < first_of_holder_[holder + 1]; ++i)
        times.emplace_back(points_of_holder_[i], count);
    }
    return times;
  }

  void sort_by_holder() {
    first_of_holder_.assign(file_.holders() + 1, 0);
    for (std::uint32_t i = 0; i < file_.points(); ++i) ++first_of_holder_.at(file_.holder(i) + 1);
    std::partial_sum(first_of_holder_.begin(), first_of_holder_.end(), first_of_holder_.begin());
    std::vector<std::uint32_t> next = first_of_holder_;
    points_of_holder_.resize(file_.points());
    for (std::uint32_t i = 0; i < file_.points(); ++i) points_of_holder_[next[file_.holder(i)]++] = i;
  }

  const OfficeFile& file_;
  const Bm25& bm25_;
  std::vector<std::pair<double, bool>> weights_;  // and whether it is found
  std::vector<std::uint32_t> found_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> uses_;
  std::vector<std::uint32_t> first_of_holder_, points_of_holder_;
};

using Counts = std::map<std::string, unsigned>;

std::vector<std::pair<std::string, unsigned>> most_first(const Counts& counts) {
  std::vector<std::pair<std::string, unsigned>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

// One query, asked of all files.
class Search {
 public:
  Search(const OfficeFiles& files, const Query& query)
      : files_(files), query_(query), collection_(collection_of(files)), bm25_(collection_) {
    layers_ = weighed_layers(files, query, collection_);
    for (std::size_t file = 0; file < files.size(); ++file) look(static_cast<std::uint32_t>(file));
  }

  Matches matches() {
    Matches out;
    out.best_possible = best_possible();
    std::vector<Found> of_any_day;
    if (query_.any_day > 0 && query_.filter.as_of) of_any_day = best(of_any_day_, 0, query_.any_day);
    if (query_.count) count(out);
    const std::vector<Found> found = best(on_the_day_, query_.offset, query_.limit);
    out.matches = with_layers(found);
    out.of_any_day = with_layers(of_any_day);
    if (!query_.count) out.total = static_cast<unsigned>(found.size());
    return out;
  }

 private:
  void look(std::uint32_t number) {
    const OfficeFile& file = *files_[number];
    FileSearch& search = searches_.emplace_back(file, bm25_);
    for (std::uint32_t i = 0; i < layers_.size(); ++i) search.add(layers_[i], layers_[i].terms[number], i);
    if (query_.groups.empty()) search.add_all();
    const Conditions lets_through(file, query_.filter);
    // The last day of the calendar is no day on which anything ends: it is asked about as the one before.
    constexpr law::Date kLast = std::chrono::sys_days{std::chrono::year{9999} / 12 / 30};
    const auto& day = query_.filter.as_of;
    const std::uint32_t days = day ? file.days_until(std::min(*day, kLast)) : 0;
    for (const std::uint32_t point : search.found()) {
      if (!lets_through(point)) continue;
      const Found found{number, point, search.weight(point)};
      if (!day || file.is_law(point, days)) on_the_day_.push_back(found);
      if (query_.any_day > 0) of_any_day_.push_back(found);
    }
  }

  // The greatest weight that a point could have: all layers, each as well as can be. As in the library: a point may
  // have one word as often as all points but the first have it together, one of several as often as the longest has
  // words.
  double best_possible() const {
    double best = 0;
    for (std::size_t file = 0; file < files_.size(); ++file) {
      double sum = 0;
      for (const WeighedLayer& layer : layers_)
        if (!layer.terms[file].empty())
          sum += layer.weight * bm25_.greatest_share(layer.of_one_term ? layer.most_times[file] : collection_.most);
      best = std::max(best, sum);
    }
    return best;
  }

  std::vector<Found> best(std::vector<Found>& found, std::size_t first, std::size_t count) {
    const std::size_t end = std::min(found.size(), first + count), begin = std::min(first, end);
    const auto last = found.begin() + static_cast<std::ptrdiff_t>(end);
    if (query_.order == Order::citation)
      sort_by_citation(found);
    else
      std::partial_sort(found.begin(), last, found.end(), better);
    return {found.begin() + static_cast<std::ptrdiff_t>(begin), last};
  }

  // Points of one file stand in that order.
  void sort_by_citation(std::vector<Found>& found) const {
    const auto by_place = [](const Found& a, const Found& b) {
      return std::pair(a.point, a.file) < std::pair(b.point, b.file);
    };
    std::sort(found.begin(), found.end(), by_place);
    if (files_.size() < 2) return;
    std::vector<std::pair<law::Citation, Found>> cited;
    cited.reserve(found.size());
    for (const Found& one : found) cited.emplace_back(files_[one.file]->citation(one.point), one);
    std::stable_sort(cited.begin(), cited.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < found.size(); ++i) found[i] = cited[i].second;
  }

  void count(Matches& out) const {
    Counts by_unit, by_role;
    for (const Found& one : on_the_day_) {
      const OfficeFile& file = *files_[one.file];
      const HolderView holder = file.holder_view(file.holder(one.point));
      if (!holder.code.empty()) ++by_unit[std::string(holder.code)];
      ++by_role[std::string(to_string(file.setting(one.point).role))];
    }
    out.total = static_cast<unsigned>(on_the_day_.size());
    out.by_unit = most_first(by_unit);
    out.by_role = most_first(by_role);
  }

  std::vector<Match> with_layers(const std::vector<Found>& found) const {
    std::vector<Match> matches;
    matches.reserve(found.size());
    std::vector<std::vector<std::uint32_t>> place_of(files_.size());  // in `matches`, and one; by file and point
    for (const Found& one : found) {
      auto& places = place_of[one.file];
      if (places.empty()) places.resize(files_[one.file]->points());
      matches.push_back({TaskHandle(files_[one.file], one.point), one.weight, {}});
      places[one.point] = static_cast<std::uint32_t>(matches.size());
    }
    for (std::size_t file = 0; file < files_.size(); ++file) {
      if (place_of[file].empty()) continue;
      for (const auto& [point, layer] : searches_[file].uses()) {
        const std::uint32_t place = place_of[file][point];
        if (place == 0) continue;
        std::vector<MatchedLayer>& layers = matches[place - 1].layers;
        const MatchedLayer& at = layers_[layer].at;  // in order, but that a field may have several layers
        if (layers.empty() || layers.back() != at) layers.push_back(at);
      }
    }
    return matches;
  }

  const OfficeFiles& files_;
  const Query& query_;
  const Collection collection_;
  const Bm25 bm25_;
  std::vector<WeighedLayer> layers_;
  std::vector<FileSearch> searches_;
  std::vector<Found> on_the_day_, of_any_day_;
};

}  // namespace

Matches match(const OfficeFiles& files, const Query& query) {
  return Search(files, query).matches();
}

}  // namespace kto::store
