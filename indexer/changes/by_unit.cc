#include <algorithm>
#include <map>

#include "indexer/changes/changes.h"

namespace kto::changes {
namespace {

// Chapters in the order in which they must be printed: units as the office lists them, then provisions whose unit no
// act names.
class Book {
 public:
  explicit Book(const law::Catalogue& catalogue) {
    for (const law::Unit& unit : catalogue.units) rank_.emplace(unit.code, rank_.size());
  }

  Chapter& at_unit(const std::string& code, const std::string& name) {
    const auto known = rank_.find(code);
    const std::size_t rank = known == rank_.end() ? rank_.size() : known->second;
    Chapter& chapter = chapters_[{rank, code, law::Citation()}];
    chapter.code = code;
    if (!name.empty()) chapter.name = name;
    return chapter;
  }

  Chapter& of(const law::TaskPoint& task) {
    if (task.unit) return at_unit(task.unit->code, task.unit->name);
    const law::Citation position = law::parse_citation(task.position).value_or(task.citation.parent());
    Chapter& chapter = chapters_[{rank_.size() + 1, "", position}];
    chapter.position = task.position;
    return chapter;
  }

  std::vector<Chapter> take() {
    std::vector<Chapter> out;
    for (auto& [key, chapter] : chapters_) out.push_back(std::move(chapter));
    return out;
  }

 private:
  using Key = std::tuple<std::size_t, std::string, law::Citation>;
  std::map<std::string, std::size_t> rank_;
  std::map<Key, Chapter> chapters_;
};

bool is_head(const law::Unit& unit) {
  return unit.kind == law::UnitKind::kierownik;
}

}  // namespace

std::vector<Chapter> by_unit(const Changes& changes, const law::Catalogue& catalogue) {
  Book book(catalogue);
  for (const UnitChange& change : changes.units) {
    const law::Unit& unit = change.after ? *change.after : *change.before;
    book.at_unit(unit.code, is_head(unit) ? std::string() : unit.name).units.push_back(change);
  }
  for (const TaskChange& change : changes.tasks) {
    Chapter& now = book.of(change.after ? *change.after : *change.before);
    now.tasks.push_back(change);
    if (change.kind != Kind::moved) continue;
    Chapter& then = book.of(*change.before);
    if (&then != &now) then.tasks.push_back(change);
  }
  return book.take();
}

}  // namespace kto::changes
