#include "searchd/rank.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>

namespace kto::searchd {
namespace {
double param(const char* n, double d) {
  const char* v = getenv(n);
  return v ? atof(v) : d;
}

bool is_unit_field(store::Field field) {
  return field == store::Field::unit_lemma || field == store::Field::unit_surface;
}

std::string code_of(const store::StoredTask& stored) {
  return stored.task.unit ? stored.task.unit->code : "";
}

bool same_holder(const store::StoredTask& a, const store::StoredTask& b) {
  if (a.office != b.office || code_of(a) != code_of(b)) return false;
  return a.task.unit || a.task.position == b.task.position;
}

// By code: IT-ES is above IT-ES-II.
bool is_above(const Ranked& a, const Ranked& b) {
  return a.office == b.office && !a.code.empty() && b.code.size() > a.code.size() && b.code.starts_with(a.code) &&
         b.code[a.code.size()] == '-';
}

double total_rarity(const Question& question) {
  double total = 0;
  for (const QueryWord& word : question.words)
    if (word.counts) total += word.rarity;
  return total;
}

bool better(const Evidence& a, const Evidence& b) {
  if (a.weight != b.weight) return a.weight > b.weight;
  return a.stored.task.post.empty() && !b.stored.task.post.empty();
}

double weight_of(const std::vector<Evidence>& points) {
  static const double d = param("D", 0.3);
  double weight = 0, share = 1;
  for (const Evidence& point : points) {
    weight += share * point.weight;
    share *= d;
  }
  return weight;
}

}  // namespace

std::vector<Evidence> weigh(const store::Matches& found, const std::vector<store::Group>& groups,
                            const Question& question) {
  std::vector<Evidence> evidence;
  const double total = total_rarity(question);
  for (const store::Match& match : found.matches) {
    std::set<unsigned> anywhere, in_text;
    for (const store::MatchedLayer& at : match.layers) {
      anywhere.insert(at.group);
      if (!is_unit_field(groups[at.group].layers[at.layer].field)) in_text.insert(at.group);
    }
    Evidence one{match.stored, match.weight, 0, 0};
    for (unsigned group : anywhere) one.coverage += question.words[group].counts ? question.words[group].rarity : 0;
    for (unsigned group : in_text) one.in_text += question.words[group].counts ? question.words[group].rarity : 0;
    if (total > 0) {
      one.coverage /= total;
      one.in_text /= total;
    }
    static const double rw = param("ROLE", 1);
    if (one.stored.task.role != law::Role::owner) one.weight *= rw;
    evidence.push_back(std::move(one));
  }
  return evidence;
}

std::vector<Ranked> rank_holders(std::vector<Evidence> evidence, const Question& question) {
  std::vector<Ranked> holders;
  for (Evidence& one : evidence) {
    auto holder = std::find_if(holders.begin(), holders.end(), [&one](const Ranked& known) {
      return same_holder(known.points.front().stored, one.stored);
    });
    if (holder == holders.end()) {
      holders.push_back({one.stored.office, code_of(one.stored), 0, {}});
      holder = std::prev(holders.end());
    }
    holder->points.push_back(std::move(one));
  }
  for (Ranked& holder : holders) {
    std::stable_sort(holder.points.begin(), holder.points.end(), better);
    holder.weight = weight_of(holder.points);
  }
  const auto named = [&question](const Ranked& holder) {
    const std::vector<std::string>& units = question.marks.units;
    return std::find(units.begin(), units.end(), holder.code) != units.end();
  };
  std::stable_sort(holders.begin(), holders.end(), [&named](const Ranked& a, const Ranked& b) {
    if (named(a) != named(b)) return named(a);
    return a.weight > b.weight;
  });
  return holders;
}

bool stands_behind(const std::vector<Ranked>& holders, const Question& question) {
  if (holders.empty()) return false;
  if (question.words.empty()) return true;
  double best = 0;
  for (const Evidence& point : holders.front().points) best = std::max(best, point.coverage);
  return best >= param("COV", 0.0);
}

bool is_ambiguous(const std::vector<Ranked>& holders) {
  for (std::size_t i = 1; i < holders.size(); ++i) {
    if (is_above(holders[0], holders[i]) || is_above(holders[i], holders[0])) continue;
    return holders[i].weight >= param("AMB", 0.98) * holders[0].weight;
  }
  return false;
}

double confidence(const Ranked& holder, double best_possible, const Question& question) {
  double known = 0;
  const double total = total_rarity(question);
  for (const QueryWord& word : question.words)
    if (word.known() && word.counts) known += word.rarity;
  if (best_possible <= 0 || total <= 0) return 1;
  return std::min(1.0, holder.weight / best_possible) * known / total;
}

}  // namespace kto::searchd
