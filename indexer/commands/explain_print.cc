#include "indexer/commands/explain_print.h"

#include <algorithm>
#include <ostream>

#include "indexer/commands/explain_reason.h"
#include "indexer/commands/table.h"
#include "indexer/law/amendment_text.h"

namespace kto::commands {
namespace {

constexpr std::size_t kIndent = 2;

std::string source_of(const std::string& file, law::Lines lines) {
  std::string out = file + ":" + std::to_string(lines.first);
  if (lines.last > lines.first) out += "-" + std::to_string(lines.last);
  return out;
}

std::string document_name(const law::Document& document) {
  if (document.annex.empty()) return document.act;
  return document.act.empty() ? document.annex : document.annex + " do " + document.act;
}

std::string until(const std::optional<law::Date>& day) {
  return day ? law::to_string(*day) : "open";
}

class Page {
 public:
  Page(std::ostream& out, const Explanation& explanation, std::size_t columns)
      : out_(out), explanation_(explanation), columns_(columns) {}

  void print() {
    out_ << law::to_string(explanation_.citation) << "   " << document_name(explanation_.document) << "   "
         << explanation_.office->name << "\n\nWording on " << law::to_string(explanation_.day) << "\n";
    explanation_.wording.empty() ? print_paragraph(out_, explanation_.no_wording, kIndent, columns_) : print_wording();
    print_facts();
    print_history();
    print_operations();
    print_unknown();
  }

 private:
  void print_wording() {
    const std::size_t top = explanation_.citation.steps().size();
    law::Citation above = explanation_.citation.parent();
    for (const law::ProvisionVersion* version : explanation_.wording) {
      print_labels(above, version->citation);
      above = version->citation;
      const law::Provision words{version->citation.back(), version->text, version->closing, version->lines, {}};
      print_paragraph(out_, law::printed(words) + mark(*version),
                      kIndent + 2 * (version->citation.steps().size() - top), columns_);
    }
    out_ << '\n';
  }
  // Provisions that have no words of their own, between the one printed before and this one.
  void print_labels(const law::Citation& before, const law::Citation& now) {
    const std::size_t top = explanation_.citation.steps().size();
    for (std::size_t depth = top; depth < now.steps().size(); ++depth) {
      const law::Citation at(
          std::vector<law::Step>(now.steps().begin(), now.steps().begin() + static_cast<std::ptrdiff_t>(depth)));
      if (at.contains(before)) continue;
      out_ << std::string(kIndent + 2 * (depth - top), ' ') << law::printed(law::Provision{at.back(), "", "", {}, {}})
           << '\n';
    }
  }
  // Who made a provision is said where the provision above it was made by another.
  std::string mark(const law::ProvisionVersion& version) const {
    if (version.citation == explanation_.citation || made_by_one()) return {};
    for (law::Citation above = version.citation.parent(); above.steps().size() >= explanation_.citation.steps().size();
         above = above.parent())
      for (const law::ProvisionVersion* other : explanation_.wording)
        if (other->citation == above) return other->made_by == version.made_by ? std::string() : made_by(version);
    return made_by(version);
  }
  static std::string made_by(const law::ProvisionVersion& version) {
    return " [" + to_string(version.made_by) + ", from " + law::to_string(version.validity.from) + "]";
  }
  bool made_by_one() const {
    return std::all_of(explanation_.wording.begin(), explanation_.wording.end(),
                       [&](const auto* version) { return version->made_by == explanation_.wording.front()->made_by; });
  }

  void print_facts() {
    Table facts({"", ""});
    if (!explanation_.wording.empty()) add_source(facts);
    for (const law::Unit* unit : explanation_.units)
      facts.add({"lists", unit->code + " " + unit->name + (unit->parent ? ", part of " + *unit->parent : "")});
    if (explanation_.tasks.size() == 1 && explanation_.tasks.front()->citation == explanation_.citation) {
      const law::TaskPoint& task = *explanation_.tasks.front();
      facts.add({"task of", holder(task)});
      facts.add({"role", std::string(law::to_string(task.role))});
      if (!task.unit_reason.empty()) facts.add({"note", task.unit_reason});
    } else {
      for (const auto& [whose, count] : holders())
        facts.add({"tasks", std::to_string(count) + (count == 1 ? " task of " : " tasks of ") + whose});
    }
    if (!facts.empty()) facts.print(out_, kIndent, columns_);
  }
  void add_source(Table& facts) const {
    const law::ProvisionVersion& root = *explanation_.wording.front();
    if (root.citation != explanation_.citation && !made_by_one()) {
      facts.add({"made by", "several acts, as marked"});
      return;
    }
    facts.add({"made by", to_string(root.made_by) + ", in force from " + law::to_string(root.validity.from)});
    facts.add({"source", source_of(root.file, root.lines)});
  }

  static std::string holder(const law::TaskPoint& task) {
    std::string out = task.unit ? task.unit->code : "a unit that no act read names";
    if (task.unit && !task.unit->name.empty()) out += " " + task.unit->name;
    if (!task.post.empty()) out += ", " + task.post;
    return out + " (" + task.position + ")";
  }
  std::vector<std::pair<std::string, std::size_t>> holders() const {
    std::vector<std::pair<std::string, std::size_t>> out;
    for (const law::TaskPoint* task : explanation_.tasks) {
      const std::string whose = holder(*task);
      if (out.empty() || out.back().first != whose) out.emplace_back(whose, 0);
      ++out.back().second;
    }
    return out;
  }

  void print_history() {
    Table table({"From", "To", "Made by", "Ended by", "Wording"});
    for (const law::ProvisionVersion* version : explanation_.formerly)
      add_history(table, *version,
                  "as " + law::to_string(version->citation) + ": " + version->text + "\n" +
                      source_of(version->file, version->lines));
    for (const law::ProvisionVersion* version : explanation_.versions)
      add_history(table, *version, version->text + "\n" + source_of(version->file, version->lines));
    for (const BelowFact& fact : explanation_.below) add_history(table, *fact.first, below(fact));
    out_ << "\nHistory\n";
    if (!table.empty()) return table.print(out_, kIndent, columns_);
    print_paragraph(out_, "No act read gives a wording of it.", kIndent, columns_);
  }
  static void add_history(Table& table, const law::ProvisionVersion& version, const std::string& wording) {
    table.add({law::to_string(version.validity.from), until(version.validity.to), to_string(version.made_by),
               version.ended_by ? to_string(*version.ended_by) : "", wording});
  }
  static std::string below(const BelowFact& fact) {
    std::string out = "below it: " + law::to_string(fact.first->citation);
    if (fact.count > 1)
      out += " to " + law::to_string(fact.last->citation) + " (" + std::to_string(fact.count) + " provisions)";
    return out;
  }

  void print_operations() {
    if (explanation_.operations.empty()) return;
    Table table({"Day", "By", "Operation", "Result"});
    for (const OperationFact& fact : explanation_.operations) {
      std::string kind(law::kind(fact.amendment->change));
      std::replace(kind.begin(), kind.end(), '_', ' ');
      table.add({fact.amendment->effective ? law::to_string(*fact.amendment->effective) : "not known",
                 to_string(law::Provenance{fact.act->id, law::to_string(fact.amendment->place)}),
                 kind + " " + what(fact), result(fact)});
    }
    out_ << "\nOperations on it, above it and below it\n";
    table.print(out_, kIndent, columns_);
  }
  static std::string what(const OperationFact& fact) {
    if (const auto* change = std::get_if<law::Renumber>(&fact.amendment->change))
      return law::to_string(change->from) + " as " + law::to_string(change->to);
    return law::to_string(fact.target);
  }
  static std::string result(const OperationFact& fact) {
    std::string out = fact.applied ? "applied" : "NOT APPLIED";
    if (!fact.note.empty()) out += ": " + fact.note;
    const law::Wording wording = wording_of(fact.amendment->change);
    if (!fact.applied && !wording.old_text.empty()) out += "\n„" + wording.old_text + "” → „" + wording.new_text + "”";
    return out;
  }

  void print_unknown() {
    if (explanation_.unknown.empty()) return;
    Table table({"Until", "Provision", "Ended by", ""});
    for (const UnknownFact& fact : explanation_.unknown)
      table.add({law::to_string(fact.end->ended_on), law::to_string(fact.end->citation), to_string(fact.end->ended_by),
                 fact.end->repealed ? "repealed" : "replaced"});
    out_ << "\nEnded without its words being known\n";
    table.print(out_, kIndent, columns_);
  }

  std::ostream& out_;
  const Explanation& explanation_;
  std::size_t columns_;
};

}  // namespace

void print(std::ostream& out, const Explanation& explanation, std::size_t columns) {
  Page(out, explanation, columns).print();
}

}  // namespace kto::commands
