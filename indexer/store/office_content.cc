#include "indexer/store/office_content.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "indexer/law/error.h"
#include "indexer/store/hash.h"
#include "indexer/store/office_record.h"
#include "indexer/store/record.h"
#include "indexer/store/spoken_of.h"

namespace kto::store {
namespace {

void require_distinct(const OfficeContent& content) {
  constexpr char kOnce[] = "A version of a provision may stand in a catalogue once.";
  std::set<std::string_view> tasks;
  for (const StoredTask& stored : content.tasks)
    if (!tasks.insert(stored.task.id).second)
      throw law::Error("duplicate-task", "Two task points have the id \"" + stored.task.id + "\".", kOnce);
  const auto same_name = [](const auto& a, const auto& b) { return a.first == b.first; };
  const auto twice = std::adjacent_find(content.law.begin(), content.law.end(), same_name);
  if (twice != content.law.end())
    throw law::Error("duplicate-provision", "Two records of the law have the name \"" + twice->first + "\".", kOnce);
}

Office office_of(const law::Catalogue& catalogue) {
  Office office{summarise(catalogue), catalogue.units, catalogue.acts, catalogue.details};
  std::stable_sort(office.units.begin(), office.units.end(), [](const law::Unit& a, const law::Unit& b) {
    return std::tie(a.code, a.validity.from, a.id) < std::tie(b.code, b.validity.from, b.id);
  });
  return office;
}

// Their places in the order in which they stand.
void number(std::vector<StoredTask>& tasks) {
  for (std::size_t begin = 0, end = 0; begin < tasks.size(); begin = end) {
    while (end < tasks.size() && tasks[end].task.citation == tasks[begin].task.citation) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      tasks[i].number = static_cast<unsigned>(i + 1);
      tasks[i].before = static_cast<unsigned>(i - begin);
      tasks[i].behind = static_cast<unsigned>(end - i - 1);
    }
  }
}

std::string hash_of(const OfficeContent& content) {
  const StringList none;
  const WordNumbers no_names(none);
  std::uint64_t hash = hash64(encode_office(content.office, no_names));
  if (content.office.summary.example) hash = hash64("example", hash);
  for (const StoredTask& stored : content.tasks) hash = hash64(encode_task(stored, no_names), hash);
  for (const std::set<std::string>& names : content.spoken_of)
    for (const std::string& name : names) hash = hash64(name, hash);
  for (const auto& [name, record] : content.law) hash = hash64(record, hash);
  return to_hex(hash);
}

}  // namespace

OfficeContent content_of(law::Catalogue catalogue) {
  OfficeContent content{office_of(catalogue), {}, {}, law_records(catalogue), {}};
  const auto before = [](const law::TaskPoint& a, const law::TaskPoint& b) {
    return std::tie(a.citation, a.validity.from, a.id) < std::tie(b.citation, b.validity.from, b.id);
  };
  if (!std::is_sorted(catalogue.tasks.begin(), catalogue.tasks.end(), before))
    std::stable_sort(catalogue.tasks.begin(), catalogue.tasks.end(), before);
  content.tasks.reserve(catalogue.tasks.size());
  for (law::TaskPoint& task : catalogue.tasks)
    content.tasks.push_back({.office = catalogue.office, .task = std::move(task)});
  require_distinct(content);
  number(content.tasks);
  for (const StoredTask& stored : content.tasks)
    content.spoken_of.push_back(units_spoken_of(stored.task, content.tasks));
  content.hash = hash_of(content);
  return content;
}

}  // namespace kto::store
