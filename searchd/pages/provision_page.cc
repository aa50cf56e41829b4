#include "searchd/pages/provision_page.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "searchd/api/utf8.h"
#include "searchd/pages/words.h"

namespace kto::pages {
namespace {

using List = kainjow::mustache::list;

Data line(const std::string& text) {
  Data out;
  out.set("text", text);
  return out;
}

// Its own words, then those that close its list.
List lines_of(const law::ProvisionVersion& version) {
  List out;
  std::istringstream text(version.text + (version.closing.empty() ? "" : "\n" + version.closing));
  for (std::string one; std::getline(text, one);)
    if (!one.empty()) out.push_back(line(one));
  return out;
}

// One side of a comparison: what stayed, and what was there on that side only.
List side(const std::vector<changes::Piece>& words, changes::PieceKind own) {
  List out;
  for (const auto& piece : words) {
    if (piece.kind != own && piece.kind != changes::PieceKind::kept) continue;
    Data one = line(piece.text);
    one.set("changed", piece.kind == own);
    out.push_back(one);
  }
  return out;
}

class View {
 public:
  explicit View(const ProvisionPage& page) : page_(page), history_(page.history) {}

  Data make() const {
    const std::string citation = law::to_string(history_.citation);
    Data data = frame_view({citation + " – kto", page_.office_name, page_.place, &page_.basis});
    data.set("citation", citation);
    data.set("document", document_words());
    data.set("above", above());
    data.set("shown", shown());
    data.set("has_history", history_.versions.size() > 1);
    data.set("versions", versions());
    data.set("has_below", !history_.below.empty());
    data.set("below_day", "w dniu " + law::to_polish(history_.as_of));
    data.set("below", below());
    data.set("has_operations", !history_.operations.empty());
    data.set("operations", operations());
    data.set("has_unknown", !history_.unknown.empty());
    data.set("unknown", unknown());
    return data;
  }

 private:
  // "załącznik do aktu 56/12/2018": the regulation, or another text of an act.
  std::string document_words() const {
    const auto& document = history_.document;
    const std::string annex = document.annex.empty() ? "tekst" : document.annex;
    return api::capitalised(annex) + " – akt " + document.act;
  }

  // The provisions that hold this one, from the § down.
  List above() const {
    List out;
    for (auto at = history_.citation.parent(); !at.empty(); at = at.parent()) {
      Data one;
      one.set("citation", law::to_string(at));
      one.set("address", provision_address(at, {history_.as_of, page_.place.office}));
      out.insert(out.begin(), one);
    }
    return out;
  }

  Data shown() const {
    for (const auto& one : history_.versions)
      if (one.version.id == page_.id) return wording(one.version);
    return Data(false);
  }

  Data wording(const law::ProvisionVersion& version) const {
    Data out;
    out.set("span", span(version.validity));
    out.set("lines", lines_of(version));
    out.set("cited", page_.citing.cited(version.made_by));
    out.set("ended", ended(version));
    out.set("holders", holders(version));
    out.set("self", provision_address(version.id));
    Data source = page_.citing.cited(version.made_by, version.lines);
    const bool linked = source.get("address")->is_string() && version.lines.first > 0;
    source.set("words", "wiersz " + std::to_string(version.lines.first) + " aktu");
    out.set("source", linked ? source : Data(false));
    return out;
  }

  Data ended(const law::ProvisionVersion& version) const {
    if (!version.ended_by) return Data(false);
    Data out;
    out.set("cited", page_.citing.cited(*version.ended_by));
    out.set("last_day", version.validity.to ? law::to_polish(*version.validity.to - std::chrono::days{1}) : "");
    return out;
  }

  // The tasks of a wording: one for each time its holder was another.
  List holders(const law::ProvisionVersion& version) const {
    List out;
    for (const auto& task : history_.tasks) {
      if (!task.validity.overlaps(version.validity)) continue;
      Data one;
      one.set("address",
              task.unit ? Data(unit_address(task.unit->code, {task.validity.from, page_.place.office})) : Data(false));
      one.set("name", task.unit ? shown_name(task.unit->name) : "");
      one.set("code", task.unit ? task.unit->code : "");
      one.set("post", text_or_false(task.post));
      one.set("span", span(task.validity));
      out.push_back(one);
    }
    return out;
  }

  // The latest first.
  List versions() const {
    List out;
    for (auto one = history_.versions.rbegin(); one != history_.versions.rend(); ++one) {
      const auto& version = one->version;
      Data item;
      item.set("current", version.id == page_.id);
      item.set("address", provision_address(version.id));
      item.set("span", span(version.validity));
      item.set("cited", page_.citing.cited(version.made_by, version.lines));
      item.set("lines", lines_of(version));
      item.set("compared", !one->words.empty());
      item.set("before", side(one->words, changes::PieceKind::removed));
      item.set("after", side(one->words, changes::PieceKind::added));
      // That the next wording ended it is said by the next wording.
      const bool last = one == history_.versions.rbegin();
      item.set("ended", last ? ended(version) : Data(false));
      out.push_back(item);
    }
    return out;
  }

  List below() const {
    List out;
    for (const auto& version : history_.below) {
      Data one;
      one.set("citation", law::to_string(version.citation));
      one.set("address", provision_address(version.id));
      one.set("text", api::clipped(version.text, 160));
      out.push_back(one);
    }
    return out;
  }

  List operations() const {
    List out;
    for (const auto& operation : history_.operations) {
      Data one;
      one.set("cited", page_.citing.cited({operation.act, operation.place}, operation.lines));
      one.set("kind", operation_words(operation.kind));
      one.set("effective", text_or_false(operation.effective ? law::to_polish(*operation.effective) : ""));
      one.set("refused", !operation.applied);
      set_note(one, operation.note);
      out.push_back(one);
    }
    return out;
  }

  List unknown() const {
    List out;
    for (const auto& end : history_.unknown) {
      Data one;
      one.set("citation", law::to_string(end.citation));
      one.set("day", law::to_polish(end.ended_on));
      one.set("repealed", end.repealed);
      one.set("cited", page_.citing.cited(end.ended_by));
      out.push_back(one);
    }
    return out;
  }

  const ProvisionPage& page_;
  const api::ProvisionHistory& history_;
};

}  // namespace

Data provision_view(const ProvisionPage& page) {
  return View(page).make();
}

}  // namespace kto::pages
