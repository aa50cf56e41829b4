#include "searchd/pages/across_view.h"

#include <set>

#include "searchd/api/utf8.h"
#include "searchd/pages/address.h"
#include "searchd/pages/words.h"

namespace kto::pages {
namespace {

using List = kainjow::mustache::list;
using searchd::Across;
using searchd::AcrossGroup;
using searchd::AcrossHolder;

constexpr char kUnnamedUnits[] = "Komórki, których akty nie nazywają";
constexpr unsigned kUnitsOnAPage = 50;  // of one kind: a phone's dozen screens

std::string number(std::size_t value) {
  return std::to_string(value);
}

std::string offices_counted(std::size_t count) {
  return number(count) + polish_plural(count, " urząd", " urzędy", " urzędów");
}

std::string units_counted(std::size_t count) {
  return number(count) + polish_plural(count, " komórka", " komórki", " komórek");
}

std::string in_offices(std::size_t count) {
  return "w " + number(count) + (count == 1 ? " urzędzie" : " urzędach");
}

// One page of groups, or of the units of one, after another.
class View {
 public:
  View(const SearchPage& page, const Across& across) : page_(page), across_(across) {}

  List groups() {
    List out;
    for (const auto& group : across_.groups) out.push_back(group_view(group, out.size() + 1));
    return out;
  }

  std::string address(const std::string& group, unsigned offset) const {
    Question question = question_of(page_.query);
    question.group = group;
    question.offset = offset;
    question.limit = group.empty() ? question.limit : kUnitsOnAPage;
    return search_address(question, page_.offices.place(page_.query.as_of));
  }

 private:
  // A wording is written out where it is first met; further on its number leads there.
  Data wording_view(std::size_t at, const std::string& counted) {
    const auto& wording = across_.wordings[at];
    const bool fresh = met_.insert(at).second;
    List words;
    for (const auto& stretch : stretches(wording.text, wording.matched)) {
      Data word;
      word.set("text", stretch.text);
      word.set("hit", stretch.hit);
      words.push_back(word);
    }
    Data out;
    out.set("number", number(at + 1));
    out.set("fresh", fresh);
    out.set("context", text_or_false(wording.context));
    out.set("words", words);
    out.set("counted", counted);
    return out;
  }

  Data holder_view(const AcrossHolder& holder) const {
    const Place place{page_.query.as_of, holder.office};
    Question question = question_of(page_.query);
    question.limit = question.offset = 0;
    Data out;
    out.set("office", holder.office_name.empty() ? holder.office : holder.office_name);
    out.set("office_address", search_address(question, place));
    const bool addressed = holder.unit && !holder.unit->code.empty();
    out.set("unit_address", addressed ? Data(unit_address(holder.unit->code, place)) : Data(false));
    out.set("name", shown_name(holder.unit ? holder.unit->name : ""));
    out.set("code", holder.unit ? holder.unit->code : "");
    out.set("citation", law::to_string(holder.citation));
    out.set("post", text_or_false(holder.post));
    out.set("role", text_or_false(role_words(holder.role)));
    out.set("act", text_or_false(holder.act));
    out.set("span", span(holder.validity));
    out.set("number", number(holder.wording + 1));
    return out;
  }

  Data group_view(const AcrossGroup& group, std::size_t place) {
    const bool alone = !page_.query.group.empty();
    List wordings, holders;
    for (const auto& said : group.wordings) wordings.push_back(wording_view(said.wording, units_counted(said.holders)));
    for (const auto& holder : group.holders) {
      if (met_.count(holder.wording) == 0)
        wordings.push_back(wording_view(holder.wording, in_offices(across_.wordings[holder.wording].offices)));
      holders.push_back(holder_view(holder));
    }
    std::string names;
    for (std::size_t i = 1; i < group.names.size(); ++i) names += (names.empty() ? "" : ", ") + group.names[i];
    Data out;
    out.set("id", "rodzaj-" + number(place));
    out.set("label", group.label.empty() ? kUnnamedUnits : api::capitalised(group.label));
    out.set("names", group.label.empty() ? Data(false) : text_or_false(names));
    out.set("counted",
            offices_counted(group.offices) + (group.total == group.offices ? "" : ", " + units_counted(group.total)));
    out.set("wordings", wordings);
    out.set("holders", holders);
    out.set("all", units_counted(group.total));
    out.set("all_address", !alone && group.next ? Data(address(group.id, 0)) : Data(false));
    return out;
  }

  const SearchPage& page_;
  const Across& across_;
  std::set<std::size_t> met_;
};

// The stretch of a list that is shown, and the ways to the ones beside it.
void set_pages(Data& data, const SearchPage& page, const Across& across, const View& view) {
  const bool alone = !page.query.group.empty();
  const unsigned first = page.query.offset, limit = page.query.limit;
  const auto next = alone ? across.groups.front().next : across.next;
  data.set("next_address", next ? Data(view.address(page.query.group, *next)) : Data(false));
  const bool later = first > 0;
  data.set("previous_address",
           later ? Data(view.address(page.query.group, first - std::min(first, limit))) : Data(false));
  data.set("back_address", alone ? Data(view.address("", 0)) : Data(false));
  data.set("has_pages", next.has_value() || later || alone);
}

}  // namespace

bool shows_groups(const searchd::Answer* answer) {
  return answer && answer->across && !answer->across->groups.empty();
}

void set_across(Data& data, const SearchPage& page, const searchd::Answer& answer) {
  const Across& across = *answer.across;
  View view(page, across);
  Data out;
  out.set("groups", view.groups());
  out.set("whole", across.whole);
  set_pages(out, page, across, view);
  data.set("across", out);
  const bool alone = !page.query.group.empty();
  data.set("headline", alone || across.total == 1 ? "Tym zajmują się komórki jednego rodzaju" : "Tym zajmują się");
  std::string explanation =
      "Zapytano " + offices_counted(across.offices) + "; rodzajów komórek: " + number(across.total) + ".";
  if (answer.status == searchd::Status::ambiguous && !alone)
    explanation += " Pierwsze z nich mają to samo zadanie albo prawie to samo: który jest właściwy, zależy od urzędu.";
  data.set("explanation", explanation);
  data.set("doubtful", answer.status == searchd::Status::ambiguous);
}

}  // namespace kto::pages
