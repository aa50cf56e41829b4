#include "searchd/pages/changes_page.h"

#include <algorithm>

#include "searchd/pages/change_words.h"
#include "searchd/pages/words.h"

namespace kto::pages {
namespace {

using changes::Kind;
using changes::PieceKind;
using List = kainjow::mustache::list;

List pieces_of(const std::vector<changes::Piece>& words) {
  List out;
  for (const auto& piece : words) {
    Data one;
    one.set("text", piece.text);
    one.set("removed", piece.kind == PieceKind::removed);
    one.set("added", piece.kind == PieceKind::added);
    one.set("kept", piece.kind == PieceKind::kept);
    out.push_back(one);
  }
  return out;
}

class View {
 public:
  explicit View(const ChangesPage& page) : page_(page) {}

  void fill(Data& data) const {
    const auto& found = page_.changes->changes;
    data.set("headline", headline());
    const bool early = found.known_from && found.from < *found.known_from;
    data.set("not_covered", early ? Data(law::to_polish(*found.known_from)) : Data(false));
    data.set("counts", counts());
    data.set("nothing", page_.changes->chapters.empty() && !page_.too_many);
    List chapters;
    for (const auto& chapter : page_.changes->chapters) chapters.push_back(chapter_view(chapter));
    data.set("chapters", chapters);
    data.set("has_unknown", !found.unknown.empty());
    data.set("unknown", unknown());
  }

 private:
  std::string headline() const {
    for (const auto& entry : page_.acts)
      if (entry.slug == page_.slug) return "Co zmieniło " + act_words(entry.act);
    return "Co zmieniło się od " + law::to_polish(page_.changes->changes.from) + " do " +
           law::to_polish(page_.changes->changes.to);
  }

  // "Nowe zadania: 12. Zadania w innym brzmieniu: 3."
  std::string counts() const {
    std::string out;
    for (const Kind kind : kKindsShown) {
      const auto& tasks = page_.changes->changes.tasks;
      const auto count = std::count_if(tasks.begin(), tasks.end(), [&](const auto& one) { return one.kind == kind; });
      if (count > 0) out += kind_words(kind) + ": " + std::to_string(count) + ". ";
    }
    return out;
  }

  Data chapter_view(const changes::Chapter& chapter) const {
    Data out;
    const law::Date day = page_.changes->changes.to;
    // Of a unit that is no more the last day before is shown.
    const bool gone = std::any_of(chapter.units.begin(), chapter.units.end(), [](const auto& change) {
      return change.kind == changes::UnitChangeKind::went && change.before &&
             change.before->parent != change.before->code;
    });
    const Place place{gone ? page_.changes->changes.from : day, page_.place.office};
    out.set("address", chapter.code.empty() ? Data(false) : Data(unit_address(chapter.code, place)));
    out.set("name", chapter.code.empty() ? "Akt nie nazywa komórki: " + chapter.position : shown_name(chapter.name));
    out.set("code", chapter.code);
    out.set("has_units", !chapter.units.empty());
    List units;
    for (const auto& change : chapter.units) units.push_back(unit_view(change));
    out.set("units", units);
    List kinds;
    for (const Kind kind : kKindsShown) add_kind(kinds, chapter, kind);
    out.set("kinds", kinds);
    return out;
  }

  Data unit_view(const changes::UnitChange& change) const {
    Data out;
    out.set("words", unit_change_words(change));
    out.set("by", page_.citing->cited(change.by));
    return out;
  }

  void add_kind(List& kinds, const changes::Chapter& chapter, Kind kind) const {
    List tasks;
    for (const auto& change : chapter.tasks)
      if (change.kind == kind) tasks.push_back(task_view(change));
    if (tasks.empty()) return;
    Data out;
    out.set("kind", kind_words(kind));
    out.set("count", std::to_string(tasks.size()));
    out.set("tasks", tasks);
    kinds.push_back(out);
  }

  Data task_view(const changes::TaskChange& change) const {
    const auto& task = change.after ? *change.after : *change.before;
    Data out;
    out.set("context", text_or_false(change.words.empty() ? task.context : ""));
    out.set("words",
            pieces_of(change.words.empty() ? std::vector<changes::Piece>{{PieceKind::kept, task.text}} : change.words));
    const bool both = change.before && change.after;
    out.set("before", end_view(change.before, change.kind == Kind::moved));
    out.set("after", end_view(change.after, change.kind == Kind::moved));
    out.set("both", both);
    out.set("by", page_.citing->cited(change.by));
    return out;
  }

  // One end of a change: its citation, and its holder where that is what changed.
  static Data end_view(const std::optional<law::TaskPoint>& task, bool with_unit) {
    if (!task) return Data(false);
    Data out;
    out.set("citation", law::to_string(task->citation));
    out.set("address", provision_address(task->id));
    out.set("code", with_unit && task->unit ? Data(task->unit->code) : Data(false));
    return out;
  }

  List unknown() const {
    List out;
    for (const auto& end : page_.changes->changes.unknown) {
      Data one;
      one.set("citation", law::to_string(end.citation));
      one.set("day", law::to_polish(end.ended_on));
      one.set("repealed", end.repealed);
      one.set("cited", page_.citing->cited(end.ended_by));
      out.push_back(one);
    }
    return out;
  }

  const ChangesPage& page_;
};

// The latest first, as a feed and a reader have it.
List acts_view(const ChangesPage& page) {
  List out;
  for (auto entry = page.acts.rbegin(); entry != page.acts.rend(); ++entry) {
    Data one;
    one.set("name", act_words(entry->act));
    one.set("address", changes_address(entry->slug, page.place));
    one.set("in_force", entry->act.in_force ? "od " + law::to_polish(*entry->act.in_force) : "");
    one.set("current", entry->slug == page.slug);
    out.push_back(one);
  }
  return out;
}

// A day of the calendar as a moment, as feeds want one: its first.
std::string moment(std::optional<law::Date> day) {
  return law::to_string(day.value_or(law::Date{})) + "T00:00:00Z";
}

}  // namespace

Data changes_view(const ChangesPage& page) {
  Data data = frame_view({"Zmiany – kto", page.office_name, page.place, &page.basis, false, false, false, true});
  set_offices(data, page.offices);
  data.set("has_faults", !page.faults.empty());
  data.set("faults", faults_view(page.faults));
  data.set("from_day", day_view({"Od dnia", "from", "from_", page.from, page.typed_from}, page.faults));
  data.set("to_day", day_view({"Do dnia", "to", "to_", page.to, page.typed_to}, page.faults));
  data.set("has_acts", !page.acts.empty());
  data.set("acts", acts_view(page));
  data.set("feed_address", "/zmiany.atom" + (page.place.office.empty() ? "" : "?office=" + escaped(page.place.office)));
  data.set("compared", page.changes != nullptr || page.too_many);
  data.set("too_many", page.too_many);
  if (page.changes) View(page).fill(data);
  return data;
}

Data feed_view(const ChangesPage& page, const std::string& origin) {
  Data data;
  List entries;
  std::optional<law::Date> latest;
  for (auto entry = page.acts.rbegin(); entry != page.acts.rend(); ++entry) {
    const auto& act = entry->act;
    const auto day = act.in_force ? act.in_force : act.date;
    latest = std::max(latest, day);
    Data one;
    one.set("address", origin + changes_address(entry->slug, page.place));
    one.set("name", act_words(act));
    one.set("in_force", text_or_false(act.in_force ? law::to_polish(*act.in_force) : ""));
    one.set("updated", moment(day));
    one.set("summary", act.title.empty() ? act_words(act) : act.title);
    entries.push_back(one);
  }
  const std::string office = page.place.office.empty() ? "" : "?office=" + escaped(page.place.office);
  data.set("self", origin + "/zmiany.atom" + office);
  data.set("page", origin + "/zmiany" + office);
  data.set("office_name", page.office_name.empty() ? "kto" : page.office_name);
  data.set("updated", moment(latest));
  data.set("entries", entries);
  return data;
}

}  // namespace kto::pages
