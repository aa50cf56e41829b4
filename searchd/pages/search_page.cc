#include "searchd/pages/search_page.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/store/reader.h"
#include "searchd/api/utf8.h"
#include "searchd/pages/across_view.h"
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

// Beside a clear answer, a unit that is less likely than this is shown to who asks for more: one in twenty of them has
// to do with the question (searchd/rank.cc).
constexpr double kUnlikely = 0.1;

using Answers = std::vector<searchd::HolderAnswer>;

// The same page with another question, or on another day.
std::string address_with(const SearchPage& page, const std::string& q, law::Date as_of) {
  Question question = question_of(page.query);
  question.q = q;
  question.group.clear();
  question.offset = 0;
  return search_address(question, page.offices.place(as_of));
}

// The words of its own that would tell this holder from the others, each as the question that says it too.
void set_apart(Data& card, const SearchPage& page, const searchd::HolderAnswer& answer) {
  List words;
  for (const auto& word : answer.apart) {
    Data one;
    one.set("text", word);
    one.set("address", address_with(page, page.query.q + " " + word, page.query.as_of));
    words.push_back(one);
  }
  card.set("has_apart", !words.empty());
  card.set("apart", words);
}

List answers_view(const SearchPage& page, Answers::const_iterator first, Answers::const_iterator last,
                  const std::string& id, std::size_t shown) {
  const auto& offices = page.offices;
  List out;
  for (; first != last; ++first) {
    const auto& office = first->holder.office;
    const std::string named = offices.chosen.empty() ? offices.name(office) : "";
    Data card = answer_view(
        *first, {id + std::to_string(out.size() + 1), shown, offices.place_in(page.query.as_of, office), named});
    set_apart(card, page, *first);
    out.push_back(card);
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

// What was read otherwise than typed, or searched beside it, each with the address of the question without that.
class Reading {
 public:
  Reading(const SearchPage& page, const searchd::Answer& answer) : page_(page), answer_(answer) {}

  void set(Data& data) {
    read_words();
    // Words joined or split are no words of the question any more: it is only to be had as a whole.
    const auto& respelt = answer_.did_you_mean;
    if (respelt && (corrected_.size() != 1 || blanks(*respelt) != blanks(page_.query.q)))
      corrected_.push_back(one(*respelt, exactly(page_.query.q)));
    data.set("has_corrected", !corrected_.empty());
    data.set("corrected", corrected_);
    const bool many = added_.size() > kAddedInSight;
    data.set("has_added", !added_.empty() && !many);
    data.set("has_many_added", many);
    data.set("first_added", many ? added_.front().get("text")->string_value() : "");
    const std::size_t others = many ? added_.size() - 1 : 0;
    data.set("more_added",
             std::to_string(others) + polish_plural(others, " inne wyrażenie", " inne wyrażenia", " innych wyrażeń"));
    data.set("added", added_);
  }

 private:
  static constexpr std::size_t kAddedInSight = 3;  // more push the answer off a phone's screen

  static std::ptrdiff_t blanks(const std::string& text) { return std::count(text.begin(), text.end(), ' '); }
  static std::string joined_by(const std::string& list, const char* between, const std::string& last) {
    return list.empty() ? last : list + between + last;
  }

  void read_words() {
    std::set<std::string> seen;
    for (const auto& word : answer_.understood) {
      if (word.corrected) {
        corrected_.push_back(one(joined(word.as), exactly(word.word)));
        corrected_.back().set("typed", word.word);
      }
      for (const auto& phrase : word.also)
        if (seen.insert(phrase).second) added_.push_back(one(phrase, without(phrase)));
    }
  }

  Data one(const std::string& text, const Question& question) const {
    Data out;
    out.set("text", text);
    out.set("typed", question.q);
    out.set("address", search_address(question, page_.offices.place(page_.query.as_of)));
    return out;
  }
  Question exactly(const std::string& words) const {
    Question out = question_of(page_.query);
    out.exact = words == out.q ? words : joined_by(out.exact, " ", words);
    return out;
  }
  Question without(const std::string& phrase) const {
    Question out = question_of(page_.query);
    out.without = joined_by(out.without, "; ", phrase);
    return out;
  }

  const SearchPage& page_;
  const searchd::Answer& answer_;
  List corrected_, added_;
};

void set_verdict(Data& data, const SearchPage& page, const searchd::Answer& answer) {
  const auto words = verdict(answer, page.query.as_of);
  const auto first = page.basis.covered_from;
  const bool outside = answer.status == Status::out_of_coverage && first && *first > page.query.as_of;
  const bool elsewhen = page.query.as_of != page.today;
  const bool later = page.query.offset > 0 && !answer.answers.empty();
  data.set("headline", later ? "Kolejne komórki" : words.headline);
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
      const bool sure = successor.certainty == law::Certainty::certain;
      next.set("certainty", sure ? "" : certainty_words(successor.certainty) + " ");
      successors.push_back(next);
    }
    one.set("has_successors", !former.successors.empty());
    one.set("successors", successors);
    out.push_back(one);
  }
  return out;
}

constexpr unsigned kOnAPage = 20;  // units with a task each: as many as somebody reads on

bool is_first_view(const SearchPage& page) {
  return page.query.limit < kOnAPage && page.query.offset == 0;
}

// More units than a first view has, then page by page. `left_out`: some of what was found is not shown.
void set_more(Data& data, const SearchPage& page, const searchd::Answer& answer, bool left_out) {
  const auto address = [&page](unsigned limit, unsigned offset) {
    Question question = question_of(page.query);
    question.limit = limit;
    question.offset = offset;
    return Data(search_address(question, page.offices.place(page.query.as_of)));
  };
  const auto& [offset, limit] = std::pair(page.query.offset, page.query.limit);
  const bool more = left_out || (!answer.answers.empty() && offset + limit < answer.total);
  const bool first_view = is_first_view(page);
  data.set("more_address", more && first_view ? address(kOnAPage, 0) : Data(false));
  data.set("next_address", more && !first_view ? address(limit, offset + limit) : Data(false));
  data.set("previous_address", offset > 0 ? address(limit, offset - std::min(offset, limit)) : Data(false));
  data.set("has_pages", (more && !first_view) || offset > 0);
}

void set_answers(Data& data, const SearchPage& page, const searchd::Answer& answer) {
  Reading(page, answer).set(data);
  // One answer stands out; those that cannot be told apart stand together.
  const auto first = answer.answers.begin(), last = answer.answers.end();
  const bool has_first = answer.status == Status::answered && first != last && page.query.offset == 0;
  const auto cut = has_first ? first + 1 : last;
  data.set("has_answers", first != last);
  data.set("answers", answers_view(page, first, cut, "odp-", cut == last && last - first > 1 ? kCompared : kAllTasks));
  const auto likely = has_first && is_first_view(page)
                          ? std::find_if(cut, last, [](const auto& one) { return one.score < kUnlikely; })
                          : last;
  data.set("has_others", cut != likely);
  data.set("others", answers_view(page, cut, likely, "inna-", 1));
  set_more(data, page, answer, likely != last);
  data.set("has_related", !answer.related.empty());
  data.set("related", answers_view(page, answer.related.begin(), answer.related.end(), "bliska-", 1));
  data.set("has_former", !answer.former.empty());
  data.set("former", former_view(page, answer.former));
  data.set("has_understood", !answer.understood.empty());
  data.set("understood", understood_view(answer.understood));
  data.set("understood_open", answer.status == Status::no_answer);
}

std::string missing_offices(const SearchPage& page, const searchd::Across& across) {
  constexpr std::size_t kMostNamed = 5;
  const auto& missing = across.missing;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < missing.size() && i < kMostNamed; ++i) names.push_back(page.offices.name(missing[i]));
  const std::size_t others = missing.size() - names.size();
  return joined(names) + (others > 0 ? " i " + std::to_string(others) +
                                           polish_plural(others, " inny urząd", " inne urzędy", " innych urzędów")
                                     : "");
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
  data.set("exact", text_or_false(page.query.as_typed.exact));
  data.set("without", text_or_false(page.query.as_typed.without));
  data.set("has_faults", !page.faults.empty());
  data.set("faults", faults_view(page.faults));
  set_offices(data, page.offices);
  set_day(data, page.query.as_of, page.typed, page.faults);
  data.set("asked", answer != nullptr);
  data.set("has_examples", !page.examples.empty());
  data.set("examples", examples_view(page));
  if (answer) set_verdict(data, page, *answer), set_desk(data, page, *answer), set_answers(data, page, *answer);
  data.set("across", false);
  data.set("missing", answer && answer->across ? text_or_false(missing_offices(page, *answer->across)) : Data(false));
  if (shows_groups(answer)) set_across(data, page, *answer);
  return data;
}

Question question_of(const searchd::WhoQuery& query) {
  const unsigned limit = query.limit == searchd::WhoQuery{}.limit ? 0 : query.limit;
  return {query.q, query.unit, query.as_typed.exact, query.as_typed.without, limit, query.group, query.offset};
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
  for (const auto& match : found.matches) ++wordings[match.found->stored().task.text];
  std::vector<std::string> out;
  std::set<std::string> units;
  std::string last_code, citation;
  for (const auto& match : found.matches) {
    const auto& task = match.found->stored().task;
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
