#include "indexer/commands/diff_print.h"

#include <array>
#include <ostream>

#include "indexer/commands/table.h"

namespace kto::commands {
namespace {

using changes::Kind;
using changes::TaskChange;
using changes::UnitChange;
using changes::UnitChangeKind;

constexpr std::size_t kIndent = 2;

// Words kept on either side of a change; what lies between is left out of a long wording.
constexpr std::size_t kContextWords = 4;

std::string name_of(Kind kind) {
  return kind == Kind::first_known ? "first known" : std::string(changes::to_string(kind));
}

std::string place(const law::Provenance& by) {
  return by.place.empty() ? by.act : by.act + ", " + by.place;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::string places(const std::vector<law::Provenance>& by) {
  std::vector<std::string> out;
  out.reserve(by.size());
  for (const law::Provenance& each : by) out.push_back(place(each));
  return joined(out);
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c == ' ') {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

// A kept run between two changes, shortened in the middle; at the ends of the wording only towards the change.
std::string shortened(const std::string& text, bool first, bool last) {
  const std::vector<std::string> words = words_of(text);
  const std::size_t head = first ? 0 : kContextWords, tail = last ? 0 : kContextWords;
  if (words.size() <= head + tail + 1) return text;
  std::string out;
  for (std::size_t i = 0; i < head; ++i) out += words[i] + " ";
  out += "…";
  for (std::size_t i = words.size() - tail; i < words.size(); ++i) out += " " + words[i];
  return out;
}

// Wordings less alike than this are easier read one after the other than word by word.
constexpr double kWordByWord = 0.5;

// … nadzorem nad [-realizacją-] {+wykonaniem+} zadań …
std::string marked(const std::vector<changes::Piece>& pieces) {
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) out += ' ';
    switch (pieces[i].kind) {
      case changes::PieceKind::kept:
        out += shortened(pieces[i].text, i == 0, i + 1 == pieces.size());
        break;
      case changes::PieceKind::removed:
        out += "[-" + pieces[i].text + "-]";
        break;
      case changes::PieceKind::added:
        out += "{+" + pieces[i].text + "+}";
        break;
    }
  }
  return out;
}

std::string holder(const law::TaskPoint& task) {
  std::string out = task.unit ? task.unit->code : "the unit of " + task.position;
  return task.post.empty() ? out : out + " (" + task.post + ")";
}

std::string wording(const law::TaskPoint& task) {
  return task.context.empty() ? task.text : task.context + ": " + task.text;
}

// First-known points of one list with one reason are one line: what is told is that nothing can be told.
struct FirstKnown {
  std::string position;
  std::optional<law::UnknownEnd> former;
  std::string by;
  std::string first, last;
  std::size_t count = 0;
};

class ChapterPage {
 public:
  ChapterPage(std::ostream& out, const changes::Chapter& chapter, std::size_t columns)
      : out_(out), chapter_(chapter), columns_(columns) {}

  void print() {
    out_ << '\n' << title() << '\n';
    Table table({"What", "Where", "By", "Wording"});
    for (const UnitChange& change : chapter_.units) add(table, change);
    for (const TaskChange& change : chapter_.tasks) add(table, change);
    for (const FirstKnown& group : first_known_) add(table, group);
    table.print(out_, kIndent, columns_);
  }

 private:
  std::string title() const {
    if (chapter_.code.empty()) return chapter_.position + "  (no act read names the unit)";
    return chapter_.name.empty() ? chapter_.code : chapter_.code + "  " + chapter_.name;
  }

  void add(Table& table, const UnitChange& change) const {
    const law::Unit& unit = change.after ? *change.after : *change.before;
    std::string text = unit.name == chapter_.name ? "the unit itself" : "head post „" + unit.name + "”";
    switch (change.kind) {
      case UnitChangeKind::renamed:
        text += ", formerly „" + change.before->name + "”";
        break;
      case UnitChangeKind::recoded:
        text += ", formerly " + change.before->code;
        break;
      case UnitChangeKind::moved:
        text += ", part of " + change.after->parent.value_or("nothing") + ", formerly of " +
                change.before->parent.value_or("nothing");
        break;
      case UnitChangeKind::first_known:
        text += change.former ? ": the listing it replaced is not known" : ": nothing is known of the first day";
        break;
      default:
        break;
    }
    const std::string kind =
        change.kind == UnitChangeKind::first_known ? "first known" : std::string(changes::to_string(change.kind));
    table.add({kind, unit.listed_at, places(change.by), text});
  }

  void add(Table& table, const TaskChange& change) {
    switch (change.kind) {
      case Kind::first_known:
        return note(change);
      case Kind::came:
        table.add({name_of(change.kind), law::to_string(change.after->citation), places(change.by),
                   post(*change.after) + wording(*change.after)});
        return;
      case Kind::went:
        table.add({name_of(change.kind), law::to_string(change.before->citation), places(change.by),
                   post(*change.before) + wording(*change.before)});
        return;
      default:
        table.add({name_of(change.kind), from_to(change), places(change.by), told(change)});
    }
  }

  static std::string reworded(const TaskChange& change) {
    if (change.likeness >= kWordByWord) return marked(change.words);
    return "[-" + wording(*change.before) + "-] {+" + wording(*change.after) + "+}";
  }
  std::string told(const TaskChange& change) const {
    if (change.kind == Kind::reworded) return post(*change.after) + reworded(change);
    if (change.kind == Kind::renumbered) return post(*change.after) + wording(*change.after);
    const bool left = change.before->unit && change.before->unit->code == chapter_.code;
    const bool stayed = left && change.after->unit && change.after->unit->code == chapter_.code;
    if (stayed)
      return "from " + holder(*change.before) + " to " + holder(*change.after) + ": " + wording(*change.after);
    return (left ? "to " + holder(*change.after) : "from " + holder(*change.before)) + ": " + wording(*change.after);
  }
  static std::string from_to(const TaskChange& change) {
    const std::string before = law::to_string(change.before->citation), after = law::to_string(change.after->citation);
    return before == after ? after : before + " → " + after;
  }
  static std::string post(const law::TaskPoint& task) { return task.post.empty() ? "" : "[" + task.post + "] "; }

  void note(const TaskChange& change) {
    const law::TaskPoint& task = *change.after;
    const std::string by = place(task.made_by);
    if (first_known_.empty() || first_known_.back().position != task.position || first_known_.back().by != by ||
        first_known_.back().former != change.former)
      first_known_.push_back({task.position, change.former, by, law::to_string(task.citation), "", 0});
    first_known_.back().last = law::to_string(task.citation);
    ++first_known_.back().count;
  }

  static void add(Table& table, const FirstKnown& group) {
    std::string why = "nothing is known of the first day";
    if (group.former)
      why = law::to_string(group.former->citation) + " was " + (group.former->repealed ? "repealed" : "replaced") +
            " without its words being known";
    table.add({"first known", group.count == 1 ? group.first : group.position, group.by,
               counted(group.count, "task") + "; " + why});
  }

  std::ostream& out_;
  const changes::Chapter& chapter_;
  std::size_t columns_;
  std::vector<FirstKnown> first_known_;
};

std::string summary(const changes::Changes& changes) {
  std::array<std::size_t, 6> counts{};
  for (const TaskChange& change : changes.tasks) ++counts[static_cast<std::size_t>(change.kind)];
  std::string out;
  for (std::size_t i = 0; i < counts.size(); ++i)
    out += (out.empty() ? "" : ", ") + std::to_string(counts[i]) + " " + name_of(static_cast<Kind>(i));
  return out;
}

std::string coverage(const changes::Changes& changes) {
  if (!changes.known_from) return "No task or unit is known on any day.";
  if (*changes.known_from <= changes.from) return {};
  return "Nothing is known of " + law::to_string(changes.from) + ": the first act read is in force from " +
         law::to_string(*changes.known_from) + ". What is there on the second day is first known; whether it is new " +
         "cannot be said.";
}

void print_unknown(std::ostream& out, const changes::Changes& changes, std::size_t columns) {
  if (changes.unknown.empty()) return;
  Table table({"Day", "What", "Where", "By"});
  for (const law::UnknownEnd& end : changes.unknown)
    table.add({law::to_string(end.ended_on), end.repealed ? "repealed" : "replaced", law::to_string(end.citation),
               place(end.ended_by)});
  out << "\nEnded between the days without its words being known\n";
  table.print(out, kIndent, columns);
}

}  // namespace

void print(std::ostream& out, const OfficeChanges& office, std::size_t columns) {
  const changes::Changes& changes = office.changes;
  out << office.catalogue->office_name << "   " << law::to_string(changes.from) << " → " << law::to_string(changes.to)
      << "\n\n";
  Table facts({"", ""});
  facts.add({"acts in force between", changes.acts.empty() ? "none" : joined(changes.acts)});
  facts.add({"tasks", summary(changes)});
  facts.print(out, kIndent, columns);
  if (const std::string said = coverage(changes); !said.empty()) {
    out << '\n';
    print_paragraph(out, said, kIndent, columns);
  }
  for (const changes::Chapter& chapter : office.chapters) ChapterPage(out, chapter, columns).print();
  print_unknown(out, changes, columns);
}

}  // namespace kto::commands
