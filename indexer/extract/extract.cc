#include "indexer/extract/extract.h"

#include <set>

#include "indexer/extract/directory.h"
#include "indexer/extract/listing.h"
#include "indexer/extract/provisions.h"
#include "indexer/extract/task_list.h"

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
    const auto all = read_listing(version.text);
    if (all.empty() && opens_unit_list(version.text)) report_missing_code(version);
    auto parent = parent_code(version);
    unsigned number = 0;
    for (const ListedUnit& listed : all) {
      law::Unit unit;
      unit.id = version.id + "-u" + std::to_string(++number);
      unit.code = listed.code;
      unit.name = listed.name;
      unit.kind = listed.kind;
      unit.parent = parent;
      unit.validity = version.validity;
      unit.act = version.made_by.act;
      unit.listed_at = law::to_string(version.citation);
      units_.push_back(std::move(unit));
      parent = listed.code;
    }
  }

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
      const auto listed = read_listing(parent->text);
      return listed.empty() ? std::nullopt : std::optional(listed.back().code);
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
    for (const ProvisionVersion& version : versions)
      if (version.citation.back().level >= Level::point) read(version);
  }

 private:
  void read(const ProvisionVersion& version) {
    std::string context;
    const auto position = list_position(version, context);
    if (!position) return;
    law::TaskPoint task;
    task.id = version.id;
    task.citation = version.citation;
    task.text = without_stop(version.text);
    task.context = std::move(context);
    task.position = law::to_string(*position);
    task.role = role_of(task.context.empty() ? task.text : task.context);
    task.validity = version.validity;
    task.made_by = version.made_by;
    task.file = version.file;
    task.lines = version.lines;
    Holder holder = holder_of(version, *position);
    task.unit = std::move(holder.unit);
    task.unit_reason = std::move(holder.reason);
    task.inferred = holder.inferred;
    task.post = std::move(holder.post);
    out_.tasks.push_back(std::move(task));
  }

  // The provision that holds the task list this provision is in; nullopt: it is no task. `context` gathers the words of
  // points above it.
  std::optional<Citation> list_position(const ProvisionVersion& version, std::string& context) const {
    if (!read_listing(version.text).empty()) return std::nullopt;
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
    return task_list_subject(parent->text) ? std::optional(above) : std::nullopt;
  }

  Holder holder_of(const ProvisionVersion& task, const Citation& position) {
    const law::Date day = task.validity.from;
    if (const auto* heading = provisions_.find(task.document, position, day)) return named_holder(*heading, day);
    if (auto inferred = holder_from_siblings(task, position, day)) return *inferred;
    Holder out;
    out.reason = "Żaden z wczytanych aktów nie podaje brzmienia " + law::to_string(position) +
                 ", które nazywa komórkę wykonującą to zadanie.";
    return out;
  }

  Holder named_holder(const ProvisionVersion& heading, law::Date day) {
    const std::string subject = *task_list_subject(heading.text);
    Holder out;
    if (const auto post = head_post(subject)) {
      if (const auto unit = headed_unit(heading, day)) {
        out.unit = unit;
        out.post = *post;
        return out;
      }
      out.post = *post;
      out.reason = law::to_string(heading.citation) + " mówi tylko „" + subject +
                   "”, a żaden z wczytanych aktów nie nazywa komórki, którą ten kieruje.";
      return out;
    }
    const auto match = directory_.find(subject, day);
    if (!match) {
      out.reason = "Nazwy „" + subject + "” (" + law::to_string(heading.citation) +
                   ") nie ma na liście komórek w żadnym z wczytanych aktów.";
      return out;
    }
    out.unit = law::UnitRef{match->unit->code, match->unit->name, match->unit->kind};
    if (match->differs) report_difference(heading, subject, *match->unit);
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
      const auto subject = task_list_subject(sibling->text);
      if (!subject || head_post(*subject)) continue;
      const auto match = directory_.find(*subject, day);
      if (match && directory_.head_of(match->unit->code, day) != nullptr)
        return law::UnitRef{match->unit->code, match->unit->name, match->unit->kind};
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
      const auto subject = task_list_subject(sibling->text);
      const auto match = subject ? directory_.find(*subject, day) : std::nullopt;
      if (!match || !match->unit->parent) continue;
      if (parent && *parent != *match->unit->parent) return std::nullopt;
      parent = match->unit->parent;
      why = law::to_string(sibling->citation) + " należy do " + match->unit->code;
    }
    if (!parent) return std::nullopt;
    Holder out;
    const auto listed = directory_.by_code(*parent, day);
    out.unit = listed != nullptr ? law::UnitRef{listed->code, listed->name, listed->kind}
                                 : law::UnitRef{*parent, "", UnitKind::inne};
    out.inferred = true;
    out.reason = "Wywnioskowano: " + why + ", a ust. 1 takiego paragrafu podaje zadania całej komórki " + *parent + ".";
    return out;
  }

  const Provisions& provisions_;
  Directory directory_;
  Extraction& out_;
  std::set<std::string> reported_;  // headings by version
};

}  // namespace

Extraction extract(const std::vector<ProvisionVersion>& versions) {
  Extraction out;
  const Provisions provisions(versions);
  out.units = UnitReader(provisions, out.diagnostics).run(versions);
  TaskReader(provisions, out.units, out).run(versions);
  return out;
}

}  // namespace kto::extract
