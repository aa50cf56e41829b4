#include "indexer/extract/extract.h"

#include <set>

#include "indexer/extract/directory.h"
#include "indexer/extract/listing.h"
#include "indexer/extract/provisions.h"
#include "indexer/extract/task_list.h"
#include "indexer/text/normalize.h"

namespace kto::extract {
namespace {

using law::Citation;
using law::Level;
using law::ProvisionVersion;
using law::UnitKind;

law::Diagnostic diagnostic_at(const ProvisionVersion& version, law::Severity severity, std::string code,
                              std::string message) {
  return {version.file, version.lines.first, 1, severity, std::move(code), std::move(message), ""};
}

// What the provision lists, in the light of the words above it.
std::vector<ListedUnit> listing_in(const Provisions& provisions, const ProvisionVersion& version) {
  const Citation above = version.citation.parent();
  const auto* parent = above.empty() ? nullptr : provisions.find(version.document, above, version.validity.from);
  return read_listing(version.text, parent != nullptr && announces_units(parent->text));
}

class UnitReader {
 public:
  UnitReader(const Provisions& provisions, std::vector<law::Diagnostic>& diagnostics)
      : provisions_(provisions), diagnostics_(diagnostics) {}

  std::vector<law::Unit> run(const std::vector<ProvisionVersion>& versions) {
    for (const ProvisionVersion& version : versions) read(version);
    return std::move(units_);
  }

 private:
  void read(const ProvisionVersion& version) {
    const auto all = listing_of(version);
    if (all.empty() && opens_unit_list(version.text)) report_missing_code(version);
    auto parent = parent_code(version);
    unsigned number = 0;
    for (const ListedUnit& listed : all) {
      law::Unit unit;
      unit.id = version.id + "-u" + std::to_string(++number);
      unit.code = listed.code;
      unit.name = listed.name;
      // A post listed under the code of the unit it is in is the head of that unit, whatever it is called.
      const bool head = parent && *parent == listed.code && !listed.code.empty();
      unit.kind = head ? UnitKind::kierownik : listed.kind;
      unit.parent = parent;
      unit.validity = version.validity;
      unit.act = version.made_by.act;
      unit.listed_at = law::to_string(version.citation);
      units_.push_back(std::move(unit));
      if (!listed.code.empty()) parent = listed.code;
    }
  }

  std::vector<ListedUnit> listing_of(const ProvisionVersion& version) const { return listing_in(provisions_, version); }
  static bool opens_unit_list(const std::string& text) {
    return kind_of_name(text) && text.find("w skład któr") != std::string::npos;
  }
  void report_missing_code(const ProvisionVersion& version) {
    diagnostics_.push_back(diagnostic_at(version, law::Severity::warning, "listing-without-code",
                                         law::to_string(version.citation) +
                                             " lists a unit without a code in brackets, as \"(IT-ES)\"; its tasks can "
                                             "be found by their words only"));
  }

  // The last unit that the provision above lists: it is the one "w skład którego wchodzi" speaks of. Where the words of
  // that provision are not known, a post under a letter is still part of the unit its code begins with.
  std::optional<std::string> parent_code(const ProvisionVersion& version) const {
    const Citation above = version.citation.parent();
    if (const auto* parent = provisions_.find(version.document, above, version.validity.from)) {
      const auto listed = listing_of(*parent);
      return listed.empty() || listed.back().code.empty() ? std::nullopt : std::optional(listed.back().code);
    }
    const auto listed = read_listing(version.text);
    if (listed.empty() || version.citation.back().level != Level::letter) return std::nullopt;
    const auto hyphen = listed.front().code.rfind('-');
    return hyphen == std::string::npos ? std::nullopt : std::optional(listed.front().code.substr(0, hyphen));
  }

  const Provisions& provisions_;
  std::vector<law::Diagnostic>& diagnostics_;
  std::vector<law::Unit> units_;
};

struct Holder {
  std::optional<law::UnitRef> unit;
  std::string post;
  std::string reason;
  bool inferred = false;
  bool operator==(const Holder&) const = default;
};

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

class TaskReader {
 public:
  TaskReader(const Provisions& provisions, const std::vector<law::Unit>& units, Extraction& out)
      : provisions_(provisions), directory_(units), out_(out) {}

  void run(const std::vector<ProvisionVersion>& versions) {
    for (const ProvisionVersion& version : versions) {
      days_of_change_.insert(version.validity.from);
      if (version.validity.to) days_of_change_.insert(*version.validity.to);
    }
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
    task.made_by = version.made_by;
    task.file = version.file;
    task.lines = version.lines;
    add_with_holders(task, version, *position);
  }

  // A task stays while its holder changes, when only the listing or the heading is amended: then it is one task point
  // until that day and another from it.
  void add_with_holders(const law::TaskPoint& task, const ProvisionVersion& version, const Citation& position) {
    std::vector<law::Date> days{version.validity.from};
    for (const law::Date day : days_of_change_)
      if (version.validity.from < day && version.validity.contains(day)) days.push_back(day);
    std::optional<Holder> last;
    for (const law::Date day : days) {
      Holder holder = holder_of(version, position, day);
      if (last && *last == holder) continue;
      law::TaskPoint point = task;
      if (last) {
        out_.tasks.back().validity = out_.tasks.back().validity.cut_at(day);
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
      if (above_is_point || version.citation.back().level != Level::point || !begins_lower(version.text))
        return std::nullopt;
      return above;
    }
    if (above_is_point) {
      std::string outer;
      const auto position = list_position(*parent, outer);
      if (!position) return std::nullopt;
      context = outer.empty() ? without_stop(parent->text) : outer + " " + without_stop(parent->text);
      return position;
    }
    return read_task_heading(parent->text) ? std::optional(above) : std::nullopt;
  }

  Holder holder_of(const ProvisionVersion& task, const Citation& position, law::Date day) {
    if (const auto* heading = provisions_.find(task.document, position, day)) return named_holder(*heading, day);
    if (auto inferred = holder_from_siblings(task, position, day)) return *inferred;
    Holder out;
    out.reason = "Żaden z wczytanych aktów nie podaje brzmienia " + law::to_string(position) +
                 ", które nazywa komórkę wykonującą to zadanie.";
    return out;
  }

  static law::UnitRef reference(const law::Unit& unit) { return {unit.code, unit.name, unit.kind}; }

  Holder named_holder(const ProvisionVersion& heading, law::Date day) {
    Holder out;
    const auto found = read_task_heading(heading.text);
    if (!found) {
      // The heading was amended while the task stayed.
      out.reason = law::to_string(heading.citation) + " nie mówi już, czyje to zadanie: „" + heading.text + "”.";
      return out;
    }
    const TaskHeading& read = *found;
    if (read.common) {
      out.reason = "Zadanie wspólne: " + law::to_string(heading.citation) + " powierza je wielu komórkom („" +
                   read.subject + "”).";
      return out;
    }
    if (const auto post = head_post(read.subject)) return head_holder(heading, read.subject, *post, day);
    const auto match = match_of(read, day);
    if (!match) {
      out.reason = "Nazwy „" + read.subject + "” (" + law::to_string(heading.citation) +
                   ") nie ma na liście komórek w żadnym z wczytanych aktów.";
      return out;
    }
    out.unit = reference(*match->unit);
    if (match->unit->kind == UnitKind::kierownik) {
      out.post = text::lower(match->unit->name.substr(0, match->unit->name.find(' ')));
      if (const law::Unit* headed = directory_.by_code(match->unit->code, day)) out.unit = reference(*headed);
    }
    if (match->differs) report_difference(heading, read.subject, *match->unit);
    return out;
  }

  std::optional<Directory::Match> match_of(const TaskHeading& heading, law::Date day) const {
    if (!heading.code.empty())
      if (const law::Unit* unit = directory_.by_code(heading.code, day)) return Directory::Match{unit, false};
    return directory_.find(heading.subject, heading.genitive, day);
  }

  Holder head_holder(const ProvisionVersion& heading, const std::string& subject, const std::string& post,
                     law::Date day) const {
    Holder out;
    out.post = post;
    out.unit = headed_unit(heading, day);
    if (!out.unit)
      out.reason = law::to_string(heading.citation) + " mówi tylko „" + subject +
                   "”, a żaden z wczytanych aktów nie nazywa komórki, którą ten kieruje.";
    return out;
  }

  void report_difference(const ProvisionVersion& heading, const std::string& subject, const law::Unit& unit) {
    if (!reported_.insert(heading.id).second) return;
    out_.diagnostics.push_back(diagnostic_at(heading, law::Severity::info, "name-differs",
                                             "\"" + subject + "\" in " + law::to_string(heading.citation) +
                                                 " was taken for " + unit.code + ", listed in " + unit.listed_at +
                                                 " as \"" + unit.name + "\""));
  }

  // "Kierownik referatu" heads the unit whose own tasks the same § gives.
  std::optional<law::UnitRef> headed_unit(const ProvisionVersion& heading, law::Date day) const {
    for (const ProvisionVersion* sibling : siblings(heading.document, heading.citation, day)) {
      const auto read = read_task_heading(sibling->text);
      if (!read || read->common || head_post(read->subject)) continue;
      const auto match = match_of(*read, day);
      if (match && directory_.head_of(match->unit->code, day) != nullptr) return reference(*match->unit);
    }
    return std::nullopt;
  }

  // The ustępy of the same § whose words are known.
  std::vector<const ProvisionVersion*> siblings(const law::Document& document, const Citation& position,
                                                law::Date day) const {
    std::vector<const ProvisionVersion*> out;
    for (const ProvisionVersion* version : provisions_.below(document, position.parent(), day))
      if (!position.parent().empty() && version->citation.parent() == position.parent()) out.push_back(version);
    return out;
  }

  // A § of a referat gives first its own tasks, then its head's, then its posts'. So where ust. 1 is not known but a
  // later ustęp belongs to a post, ust. 1 belongs to the unit of that post.
  std::optional<Holder> holder_from_siblings(const ProvisionVersion& task, const Citation& position,
                                             law::Date day) const {
    if (position.back().level != Level::paragraph || position.back().number != law::Ordinal{1, ""}) return std::nullopt;
    std::optional<std::string> parent;
    std::string why;
    for (const ProvisionVersion* sibling : siblings(task.document, position, day)) {
      const auto read = read_task_heading(sibling->text);
      const auto match = read ? match_of(*read, day) : std::nullopt;
      if (!match || !match->unit->parent) continue;
      if (parent && *parent != *match->unit->parent) return std::nullopt;
      parent = match->unit->parent;
      why = law::to_string(sibling->citation) + " należy do " + match->unit->code;
    }
    if (!parent) return std::nullopt;
    Holder out;
    const auto listed = directory_.by_code(*parent, day);
    out.unit = listed != nullptr ? reference(*listed) : law::UnitRef{*parent, "", UnitKind::inne};
    out.inferred = true;
    out.reason = "Wywnioskowano: " + why + ", a ust. 1 takiego paragrafu podaje zadania całej komórki " + *parent + ".";
    return out;
  }

  const Provisions& provisions_;
  Directory directory_;
  Extraction& out_;
  std::set<law::Date> days_of_change_;
  std::set<std::string> reported_;  // headings by version
};

// A changed stop („kropkę zastępuje się średnikiem”) makes a new version of the provision, but it is the same task.
bool goes_on(const law::TaskPoint& before, const law::TaskPoint& after) {
  law::TaskPoint same = after;
  same.id = before.id;
  same.validity = before.validity;
  same.made_by = before.made_by;
  same.file = before.file;
  same.lines = before.lines;
  return same == before && before.validity.to == after.validity.from;
}

void join_versions(std::vector<law::TaskPoint>& tasks) {
  std::vector<law::TaskPoint> out;
  for (law::TaskPoint& task : tasks) {
    if (!out.empty() && goes_on(out.back(), task)) {
      out.back().validity.to = task.validity.to;
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
  out.units = UnitReader(provisions, out.diagnostics).run(versions);
  TaskReader(provisions, out.units, out).run(versions);
  join_versions(out.tasks);
  return out;
}

}  // namespace kto::extract
