#include "searchd/pages/act_page.h"

#include <algorithm>
#include <sstream>

#include "searchd/api/utf8.h"
#include "searchd/pages/citing.h"
#include "searchd/pages/words.h"

namespace kto::pages {
namespace {

using List = kainjow::mustache::list;

// "43 polecenia, z tego nie naniesiono 9"; empty for an act that commands nothing.
std::string counted(const law::ActSummary& act) {
  if (act.operations == 0) return "";
  const std::string refused = act.not_applied > 0 ? ", z tego nie naniesiono " + std::to_string(act.not_applied) : "";
  return std::to_string(act.operations) + polish_plural(act.operations, " polecenie", " polecenia", " poleceń") +
         refused;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

void set_facts(Data& data, const law::ActSummary& act) {
  data.set("name", api::capitalised(act_words(act)));
  data.set("title", text_or_false(act.title));
  data.set("organ", text_or_false(act.organ));
  data.set("date", text_or_false(act.date ? law::to_polish(*act.date) : ""));
  data.set("in_force", text_or_false(act.in_force ? law::to_polish(*act.in_force) : ""));
  data.set("counted", text_or_false(counted(act)));
}

Data operation_view(const law::Operation& operation) {
  Data out;
  out.set("line", std::to_string(operation.lines.first));
  out.set("place", operation.place);
  out.set("kind", operation_words(operation.kind));
  out.set("targets", joined(operation.targets));
  out.set("anchor", text_or_false(operation.anchor));
  out.set("effective", text_or_false(operation.effective ? law::to_polish(*operation.effective) : ""));
  out.set("refused", !operation.applied);
  set_note(out, operation.note);
  return out;
}

List lines_of(const std::string& text) {
  List out;
  std::istringstream lines(text);
  unsigned number = 0;
  for (std::string line; std::getline(lines, line);) {
    Data one;
    one.set("number", std::to_string(++number));
    one.set("text", line);
    out.push_back(one);
  }
  return out;
}

}  // namespace

Data act_view(const ActPage& page) {
  const auto& act = page.entry.act;
  Data data = frame_view({act_words(act) + " – kto", page.office_name, page.place, &page.basis});
  set_facts(data, act);
  data.set("rule", text_or_false(act.in_force_rule));
  data.set("acts_address", acts_address(page.place));
  data.set("changes_address", changes_address(page.entry.slug, page.place));
  List operations;
  for (const auto& operation : page.operations) operations.push_back(operation_view(operation));
  data.set("has_operations", !operations.empty());
  data.set("operations", operations);
  data.set("has_text", page.text.has_value());
  data.set("lines", lines_of(page.text.value_or("")));
  return data;
}

Data acts_view(const ActsPage& page) {
  Data data = frame_view({"Akty – kto", page.office_name, page.offices.place(page.today), &page.basis});
  List offices;
  for (auto first = page.acts.begin(); first != page.acts.end();) {
    const auto last =
        std::find_if(first, page.acts.end(), [&](const auto& entry) { return entry.office != first->office; });
    List acts;
    for (auto entry = std::make_reverse_iterator(last); entry != std::make_reverse_iterator(first); ++entry) {
      Data one;
      set_facts(one, entry->act);
      one.set("address", act_address(entry->slug, page.offices.place_in(page.today, entry->office)));
      acts.push_back(one);
    }
    Data office;
    office.set("office", text_or_false(page.offices.chosen.empty() ? page.offices.name(first->office) : ""));
    office.set("acts", acts);
    offices.push_back(office);
    first = last;
  }
  data.set("offices", offices);
  return data;
}

}  // namespace kto::pages
