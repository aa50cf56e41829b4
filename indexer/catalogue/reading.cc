#include "indexer/catalogue/reading.h"

#include <algorithm>
#include <set>
#include <utility>

#include "indexer/catalogue/from_row.h"
#include "indexer/law/error.h"
#include "indexer/law/listing_order.h"

namespace kto::catalogue {
namespace {

// Faults told at once: a wrong field is wrong in every row.
constexpr std::size_t kFaultsTold = 10;

constexpr char kUnlisted[] = "katalog nie opisuje tej komórki; jest w nim tylko jako wykonawca zadań";

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
  } else if (type == "provision") {
    catalogue.provisions.push_back(provision_of(fields));
  } else if (type == "operation") {
    catalogue.operations.push_back(operation_of(fields));
  } else if (type == "unknown_end") {
    catalogue.unknown_ends.push_back(unknown_end_of(fields));
  } else if (type == "text") {
    take_text(fields, catalogue);
  } else if (type == "office") {
    catalogue.office_name = fields.text("name");
    catalogue.example = fields.flag("example");
    catalogue.details = {fields.optional_text("information_desk"), fields.named_texts("accessibility")};
  } else {
    fields.fault("there is no type " + type +
                 "; known are office, act, unit, provision, operation, unknown_end, text, and none for a task point");
  }
}

// Parts of a text come in their order, whatever stands between them.
void Reading::take_text(Fields& fields, law::Catalogue& catalogue) {
  const std::string act = fields.text("act");
  const unsigned part = fields.number("part");
  unsigned& next = parts_[{catalogue.office, act}];
  if (part == next)
    ++next;
  else
    fields.fault("\"part\" must be " + std::to_string(next) + ": the parts of a text stand in their order");
  catalogue.texts[act] += fields.optional_text("text");
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
    law::sort_as_listed(catalogue.units);
    out.push_back(std::move(catalogue));
  }
  return out;
}

}  // namespace kto::catalogue
