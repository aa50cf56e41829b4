#include "indexer/extract/extract.h"

#include "indexer/extract/holders.h"
#include "indexer/extract/task_list.h"
#include "indexer/extract/units.h"

namespace kto::extract {
namespace {

using law::Citation;
using law::Level;
using law::ProvisionVersion;

std::string without_stop(std::string text) {
  while (!text.empty() && std::string_view(";,.: ").find(text.back()) != std::string_view::npos) text.pop_back();
  return text;
}

bool begins_lower(std::string_view text) {
  if (text.empty()) return false;
  if (text[0] >= 'a' && text[0] <= 'z') return true;
  for (std::string_view letter : {"ą", "ć", "ę", "ł", "ń", "ó", "ś", "ź", "ż"})
    if (text.substr(0, letter.size()) == letter) return true;
  return false;
}

// "w przypadku osób ubiegających się …": a point of a rule, not of a list of tasks.
bool states_condition(std::string_view text) {
  for (std::string_view start : {"w przypadku ", "w razie ", "jeżeli ", "jeśli ", "gdy ", "o ile "})
    if (text.substr(0, start.size()) == start) return true;
  return false;
}

class TaskReader {
 public:
  TaskReader(const Provisions& provisions, const std::vector<law::Unit>& units, Extraction& out)
      : provisions_(provisions), holders_(provisions, units, out.diagnostics), out_(out) {}

  void run(const std::vector<ProvisionVersion>& versions) {
    for (const ProvisionVersion& version : versions)
      if (version.citation.back().level >= Level::point) read(version);
  }

 private:
  void read(const ProvisionVersion& version) {
    std::string context;
    const auto position = list_position(version, context);
    if (!position || groups_tasks(version.text)) return;
    law::TaskPoint task;
    task.id = version.id;
    task.citation = version.citation;
    task.text = without_stop(version.text);
    task.context = std::move(context);
    task.position = law::to_string(*position);
    const bool own_verb = task.context.empty() || groups_tasks(task.context + ":");
    task.role = role_of(own_verb ? task.text : task.context);
    task.validity = version.validity;
    task.ended_by = version.ended_by;
    task.made_by = version.made_by;
    task.file = version.file;
    task.lines = version.lines;
    add_with_holders(task, version, *position);
  }

  // A task stays while its holder changes, when only the listing or the heading is amended: then it is one task point
  // until that day and another from it.
  void add_with_holders(const law::TaskPoint& task, const ProvisionVersion& version, const Citation& position) {
    std::vector<law::Date> days{version.validity.from};
    for (const law::Date day : holders_.days_of_change(version.document, position))
      if (version.validity.from < day && version.validity.contains(day)) days.push_back(day);
    std::optional<Holder> last;
    for (const law::Date day : days) {
      Holder holder = holders_.find(version.document, position, day);
      if (last && *last == holder) continue;
      law::TaskPoint point = task;
      if (last) {
        law::TaskPoint& before = out_.tasks.back();
        before.validity = before.validity.cut_at(day);
        before.ended_by = holders_.cause_of_change(version.document, position, day, *last);
        point.id = id_from(version.id, day);
      }
      point.validity.from = day;
      point.unit = holder.unit;
      point.unit_reason = holder.reason;
      point.inferred = holder.inferred;
      point.post = holder.post;
      out_.tasks.push_back(std::move(point));
      last = std::move(holder);
    }
  }

  // The id of a version with another first day: ids end with it.
  static std::string id_from(const std::string& id, law::Date day) {
    std::string digits = law::to_string(day);
    std::erase(digits, '-');
    return id.substr(0, id.rfind('-') + 1) + digits;
  }

  // The provision that holds the task list this provision is in; nullopt: it is no task. `context` gathers the words of
  // points above it.
  std::optional<Citation> list_position(const ProvisionVersion& version, std::string& context) const {
    if (!listing_in(provisions_, version).empty()) return std::nullopt;
    const Citation above = version.citation.parent();
    if (above.empty()) return std::nullopt;
    const auto* parent = provisions_.find(version.document, above, version.validity.from);
    const bool above_is_point = above.back().level >= Level::point;
    if (parent == nullptr) {
      // The words that open the list are not known. A point in lower case that lists no unit is a task: definitions and
      // units' names are written otherwise.
      if (above_is_point || version.citation.back().level != Level::point || !begins_lower(version.text) ||
          states_condition(version.text))
        return std::nullopt;
      return above;
    }
    if (above_is_point) {
      std::string outer;
      auto position = list_position(*parent, outer);
      if (!position) return std::nullopt;
      context = outer.empty() ? without_stop(parent->text) : outer + " " + without_stop(parent->text);
      return position;
    }
    return read_task_heading(parent->text) ? std::optional(above) : std::nullopt;
  }

  const Provisions& provisions_;
  Holders holders_;
  Extraction& out_;
};

// A changed stop („kropkę zastępuje się średnikiem”) makes a new version of the provision, but it is the same task.
bool goes_on(const law::TaskPoint& before, const law::TaskPoint& after) {
  law::TaskPoint same = after;
  same.id = before.id;
  same.validity = before.validity;
  same.made_by = before.made_by;
  same.file = before.file;
  same.lines = before.lines;
  same.ended_by = before.ended_by;
  return same == before && before.validity.to == after.validity.from;
}

void join_versions(std::vector<law::TaskPoint>& tasks) {
  std::vector<law::TaskPoint> out;
  for (law::TaskPoint& task : tasks) {
    if (!out.empty() && goes_on(out.back(), task)) {
      out.back().validity.to = task.validity.to;
      out.back().ended_by = std::move(task.ended_by);
    } else {
      out.push_back(std::move(task));
    }
  }
  tasks = std::move(out);
}

}  // namespace

Extraction extract(const std::vector<ProvisionVersion>& versions) {
  Extraction out;
  const Provisions provisions(versions);
  out.units = read_units(versions, provisions, out.diagnostics);
  TaskReader(provisions, out.units, out).run(versions);
  join_versions(out.tasks);
  return out;
}

}  // namespace kto::extract
