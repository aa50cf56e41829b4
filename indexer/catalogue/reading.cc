#include "indexer/catalogue/reading.h"

#include <algorithm>
#include <set>
#include <utility>

#include "indexer/catalogue/fields.h"
#include "indexer/law/error.h"

namespace kto::catalogue {
namespace {

// Faults told at once: a wrong field is wrong in every row.
constexpr std::size_t kFaultsTold = 10;

constexpr char kUnlisted[] = "katalog nie opisuje tej komórki; jest w nim tylko jako wykonawca zadań";

law::TaskPoint task_of(Fields& fields) {
  law::TaskPoint task;
  task.id = fields.text("id");
  task.citation = fields.citation("citation");
  task.text = fields.text("text");
  task.context = fields.optional_text("context");
  task.unit = fields.unit("unit");
  const std::string inferred = fields.reason("inferred"), reason = fields.optional_text("reason");
  task.inferred = !inferred.empty();
  task.unit_reason = task.inferred ? inferred : reason;
  task.post = fields.optional_text("post");
  task.position = fields.optional_text("position");
  if (task.position.empty()) task.position = law::to_string(task.citation.parent());
  task.role = fields.role("role");
  task.validity = fields.validity();
  task.made_by = {fields.optional_text("act"), fields.optional_text("place")};
  task.ended_by = fields.provenance("ended_by");
  task.file = fields.optional_text("file");
  task.lines = fields.lines("lines");
  return task;
}

law::Unit unit_of(Fields& fields) {
  law::Unit unit;
  unit.id = fields.text("id");
  unit.code = fields.text("code");
  unit.name = fields.optional_text("name");
  unit.kind = fields.unit_kind("kind");
  if (std::string parent = fields.optional_text("parent"); !parent.empty()) unit.parent = std::move(parent);
  unit.validity = fields.validity();
  unit.act = fields.optional_text("act");
  unit.place = fields.optional_text("place");
  unit.listed_at = fields.optional_text("listed_at");
  unit.ended_by = fields.provenance("ended_by");
  unit.inferred = fields.reason("inferred");
  return unit;
}

law::ActSummary act_of(Fields& fields) {
  law::ActSummary act;
  act.id = fields.text("id");
  act.number = fields.optional_text("number");
  act.kind = fields.optional_text("kind");
  act.organ = fields.optional_text("organ");
  act.title = fields.optional_text("title");
  act.file = fields.optional_text("file");
  act.date = fields.optional_day("date");
  act.in_force = fields.optional_day("in_force");
  act.in_force_rule = fields.optional_text("in_force_rule");
  act.amends = fields.act("amends");
  act.repeals = fields.acts("repeals");
  act.operations = fields.number("operations");
  act.not_applied = fields.number("not_applied");
  return act;
}

// Acts that only task points mention: nothing but their name is known.
void add_unlisted_acts(law::Catalogue& catalogue) {
  std::set<std::string> known{""};
  for (const law::ActSummary& act : catalogue.acts) known.insert(act.id);
  for (const law::TaskPoint& task : catalogue.tasks) {
    if (!known.insert(task.made_by.act).second) continue;
    law::ActSummary act;
    act.id = act.number = task.made_by.act;
    catalogue.acts.push_back(std::move(act));
  }
}

// Where there are units, the listing is what it is: a code that only tasks mention is then listed nowhere.
void add_unlisted_units(law::Catalogue& catalogue) {
  if (!catalogue.units.empty()) return;
  std::map<std::string, law::Unit> found;
  for (const law::TaskPoint& task : catalogue.tasks) {
    if (!task.unit) continue;
    law::Unit& unit = found[task.unit->code];
    const bool first = unit.code.empty();
    const law::Validity span = first ? task.validity : unit.validity;
    unit.id = catalogue.office + "/" + task.unit->code;
    unit.code = task.unit->code;
    unit.name = task.unit->name;
    unit.kind = task.unit->kind;
    unit.inferred = kUnlisted;
    unit.validity.from = std::min(span.from, task.validity.from);
    unit.validity.to =
        span.to && task.validity.to ? std::optional{std::max(*span.to, *task.validity.to)} : std::nullopt;
  }
  for (auto& [code, unit] : found) catalogue.units.push_back(std::move(unit));
}

}  // namespace

bool is_office_id(std::string_view id) {
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

void Reading::read_line(std::string_view line, std::size_t number) {
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
  if (line.size() > kLongestLine) return fault(number, "the line is longer than 1 MiB");
  const Row row = Row::parse(line.begin(), line.end(), nullptr, false);
  if (!row.is_object()) return fault(number, "is no JSON object");
  Fields fields(row);
  take_row(fields);
  for (const std::string& sentence : fields.faults()) fault(number, sentence);
}

void Reading::read_lines(std::string_view text, std::size_t first) {
  for (std::size_t number = first; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    read_line(text.substr(0, end), number);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void Reading::fault(std::size_t line, const std::string& sentence) {
  if (++faults_ > kFaultsTold) return;
  told_ += (told_.empty() ? "" : "\n") + name_ + ":" + std::to_string(line) + ": " + sentence;
}

void Reading::take_row(Fields& fields) {
  const std::string type = fields.optional_text("type"), office = fields.text("office");
  if (!office.empty() && !is_office_id(office))
    fields.fault("\"office\" must be lower-case letters, digits and hyphens, at most 64: " + office);
  law::Catalogue& catalogue = offices_[office];
  catalogue.office = office;
  if (type.empty()) {
    catalogue.tasks.push_back(task_of(fields));
  } else if (type == "unit") {
    catalogue.units.push_back(unit_of(fields));
  } else if (type == "act") {
    catalogue.acts.push_back(act_of(fields));
  } else if (type == "office") {
    catalogue.office_name = fields.text("name");
    catalogue.example = fields.flag("example");
  } else {
    fields.fault("there is no type " + type + "; known are office, act, unit, and none for a task point");
  }
}

std::vector<law::Catalogue> Reading::finish() {
  if (faults_ > kFaultsTold) told_ += "\n… and " + std::to_string(faults_ - kFaultsTold) + " more faults";
  if (faults_ > 0)
    throw law::Error("catalogue-invalid", told_, "a row is what kto-indexer dump tasks prints; nothing was written");
  std::vector<law::Catalogue> out;
  for (auto& [id, catalogue] : offices_) {
    if (catalogue.office_name.empty()) catalogue.office_name = id;
    add_unlisted_acts(catalogue);
    add_unlisted_units(catalogue);
    out.push_back(std::move(catalogue));
  }
  return out;
}

}  // namespace kto::catalogue
