#include "searchd/pages/search_page.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/store/reader.h"
#include "searchd/api/utf8.h"
#include "searchd/pages/address.h"
#include "searchd/pages/words.h"

namespace kto::pages {
namespace {

using List = kainjow::mustache::list;
using searchd::Status;

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

// Tasks in sight: all of the answer, two of each that are to be compared.
constexpr std::size_t kAllTasks = 99, kCompared = 2;

using Answers = std::vector<searchd::HolderAnswer>;

List answers_view(const SearchPage& page, Answers::const_iterator first, Answers::const_iterator last,
                  const std::string& id, std::size_t shown) {
  const auto& offices = page.offices;
  List out;
  for (; first != last; ++first) {
    const auto& office = first->holder.office;
    const std::string named = offices.chosen.empty() ? offices.name(office) : "";
    out.push_back(answer_view(
        *first, {id + std::to_string(out.size() + 1), shown, offices.place_in(page.query.as_of, office), named}));
  }
  return out;
}

List understood_view(const std::vector<searchd::UnderstoodWord>& words) {
  List out;
  for (const auto& word : words) {
    Data one;
    one.set("word", word.word);
    one.set("as", text_or_false(joined(word.as)));
    one.set("also", text_or_false(joined(word.also)));
    out.push_back(one);
  }
  return out;
}

// The same page with another question, or on another day.
std::string address_with(const SearchPage& page, const std::string& q, law::Date as_of) {
  return search_address(q, page.query.unit, page.offices.place(as_of));
}

void set_verdict(Data& data, const SearchPage& page, const searchd::Answer& answer) {
  const auto words = verdict(answer, page.query.as_of);
  const auto first = page.basis.covered_from;
  const bool outside = answer.status == Status::out_of_coverage && first && *first > page.query.as_of;
  const bool elsewhen = page.query.as_of != page.today;
  data.set("headline", words.headline);
  data.set("explanation", text_or_false(words.explanation));
  data.set("doubtful", words.doubtful);
  data.set("related_headline", words.related_headline);
  data.set("related_explanation", words.related_explanation);
  data.set("other_day", text_or_false(elsewhen ? law::to_polish(page.query.as_of) : ""));
  data.set("today", law::to_polish(page.today));
  data.set("today_address", address_with(page, page.query.q, page.today));
  data.set("first_day", outside ? law::to_polish(*first) : "");
  data.set("first_day_address", outside ? Data(address_with(page, page.query.q, *first)) : Data(false));
}

void set_desk(Data& data, const SearchPage& page, const searchd::Answer& answer) {
  const bool wanted = page.information_desk && answer.status == Status::no_answer;
  data.set("desk", wanted ? unit_link(*page.information_desk, page.offices.place(page.query.as_of)) : Data(false));
}

Data reference_link(const law::UnitRef& reference, const Place& place) {
  law::Unit unit;
  unit.code = reference.code;
  unit.name = reference.name;
  return unit_link(unit, place);
}

// What is said before a successor that is less than certain.
const char* certainty_words(law::Certainty certainty) {
  constexpr const char* kWords[] = {"", "prawdopodobnie ", "być może "};
  return kWords[static_cast<std::size_t>(certainty)];
}

List former_view(const SearchPage& page, const std::vector<searchd::FormerHolder>& all) {
  List out;
  for (const auto& former : all) {
    const law::Date last_day = former.ended - std::chrono::days{1};
    Data one;
    one.set("unit", reference_link(*former.holder.unit, page.offices.place(last_day)));
    one.set("last_day", law::to_polish(last_day));
    List successors;
    for (const auto& successor : former.successors) {
      Data next = reference_link(successor.unit, page.offices.place(page.query.as_of));
      next.set("certainty", certainty_words(successor.certainty));
      successors.push_back(next);
    }
    one.set("has_successors", !former.successors.empty());
    one.set("successors", successors);
    out.push_back(one);
  }
  return out;
}

void set_answers(Data& data, const SearchPage& page, const searchd::Answer& answer) {
  const std::string meant = answer.did_you_mean.value_or("");
  data.set("did_you_mean", text_or_false(meant));
  data.set("mean_address", address_with(page, meant, page.query.as_of));
  // One answer stands out; those that cannot be told apart stand together.
  const auto first = answer.answers.begin(), last = answer.answers.end();
  const auto cut = answer.status == Status::answered && first != last ? first + 1 : last;
  data.set("has_answers", first != last);
  data.set("answers", answers_view(page, first, cut, "odp-", cut == last && first + 1 < last ? kCompared : kAllTasks));
  data.set("has_others", cut != last);
  data.set("others", answers_view(page, cut, last, "inna-", 1));
  data.set("has_related", !answer.related.empty());
  data.set("related", answers_view(page, answer.related.begin(), answer.related.end(), "bliska-", 1));
  data.set("has_former", !answer.former.empty());
  data.set("former", former_view(page, answer.former));
  data.set("has_understood", !answer.understood.empty());
  data.set("understood", understood_view(answer.understood));
  data.set("understood_open", answer.status == Status::no_answer);
}

List examples_view(const SearchPage& page) {
  List out;
  for (const auto& text : page.examples) {
    Data one;
    one.set("text", text);
    one.set("address", address_with(page, text, page.query.as_of));
    out.push_back(one);
  }
  return out;
}

bool is_short(const std::string& text) {
  // Letters: shorter ones say too little to be an example, longer ones do not fit a phone's line.
  constexpr std::size_t kLeast = 15, kMost = 60;
  const auto points = api::decode_utf8(text);
  return points && kLeast <= points->size() && points->size() <= kMost;
}

}  // namespace

Data search_view(const SearchPage& page, const searchd::Answer* answer) {
  Frame frame{page.query.q.empty() ? "kto: kto to załatwia?" : page.query.q + " – kto",
              page.office_name,
              page.offices.place(page.query.as_of),
              &page.basis,
              true,
              false};
  Data data = frame_view(frame);
  data.set("q", page.query.q);
  data.set("q_wrong", text_or_false(fault_of(page.faults, "q")));
  data.set("fresh_form", answer == nullptr && page.faults.empty());
  data.set("unit_filter", text_or_false(page.query.unit));
  data.set("has_faults", !page.faults.empty());
  data.set("faults", faults_view(page.faults));
  set_offices(data, page.offices);
  set_day(data, page.query.as_of, page.typed, page.faults);
  data.set("asked", answer != nullptr);
  data.set("has_examples", !page.examples.empty());
  data.set("examples", examples_view(page));
  if (answer) set_verdict(data, page, *answer), set_desk(data, page, *answer), set_answers(data, page, *answer);
  return data;
}

std::optional<law::Unit> information_desk(const store::Reader& index, const searchd::WhoQuery& query) {
  const auto* office = index.office(query.office);
  if (!office || office->details.information_desk.empty()) return std::nullopt;
  for (const auto& unit : office->units)
    if (unit.code == office->details.information_desk && unit.validity.contains(query.as_of)) return unit;
  return std::nullopt;
}

std::vector<std::string> examples(const store::Reader& index, const searchd::WhoQuery& query) {
  constexpr unsigned kLookedAt = 400;  // points in order of citation: enough to meet a dozen units
  constexpr std::size_t kWordings = 4;
  store::Query wanted;
  wanted.filter.office = query.office;
  wanted.filter.as_of = query.as_of;
  wanted.order = store::Order::citation;
  wanted.limit = kLookedAt;
  const auto found = index.find(wanted);

  std::map<std::string, unsigned> wordings;  // many units share "przekazywania dokumentów do archiwum"
  for (const auto& match : found.matches) ++wordings[match.stored.task.text];
  std::vector<std::string> out;
  std::set<std::string> units;
  std::string last_code, citation;
  for (const auto& match : found.matches) {
    const auto& task = match.stored.task;
    if (!task.unit || !task.post.empty() || wordings[task.text] > 1 || !is_short(task.text)) continue;
    if (out.size() == kWordings || !units.insert(task.unit->code).second) continue;
    out.push_back(task.text);
    last_code = task.unit->code;
    citation = law::to_string(task.citation);
  }
  if (!last_code.empty()) out.push_back(last_code), out.push_back(citation);
  return out;
}

}  // namespace kto::pages
