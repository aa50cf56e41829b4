#include "searchd/ask.h"

#include <algorithm>
#include <array>
#include <ostream>

#include "indexer/store/reader.h"
#include "searchd/api/explanation_json.h"
#include "searchd/api/service.h"
#include "searchd/explain.h"
#include "searchd/pages/words.h"
#include "searchd/search.h"

namespace kto::searchd {
namespace {

// Where the wording begins: the longest citations of the known acts take 28 letters, most 20.
constexpr std::size_t kCitationWidth = 20;

struct AskOption {
  const char* name;
  std::string& value;
};

// Letters of UTF-8, as columns of a terminal.
std::size_t width(const std::string& text) {
  std::size_t letters = 0;
  for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return letters;
}

std::string padded(const std::string& text, std::size_t columns) {
  const auto now = width(text);
  return text + std::string(now < columns ? columns - now : 0, ' ');
}

void print(std::ostream& out, const Hit& hit) {
  const auto& task = hit.task;
  const std::string indent(3, ' ');
  out << indent << padded(law::to_string(task.citation), kCitationWidth) << "  " << task.text << '\n';
  if (!task.context.empty()) out << indent << std::string(kCitationWidth + 2, ' ') << task.context << '\n';
  out << indent << std::string(kCitationWidth + 2, ' ') << pages::act_words(hit.act);
  if (!task.made_by.place.empty()) out << ", " << task.made_by.place;
  out << ", " << pages::span(task.validity);
  if (!task.post.empty()) out << "; " << task.post;
  out << '\n';
  if (hit.upcoming)
    out << indent << std::string(kCitationWidth + 2, ' ') << pages::upcoming_words(*hit.upcoming) << '\n';
}

std::string holder_words(const Holder& holder) {
  if (!holder.unit) return "komórka o nieznanej nazwie (" + holder.position + ")";
  return holder.unit->code + (holder.unit->name.empty() ? "" : ", " + holder.unit->name);
}

void print(std::ostream& out, const std::vector<HolderAnswer>& answers) {
  unsigned number = 0;
  for (const auto& answer : answers) {
    out << ++number << ". " << holder_words(answer.holder) << '\n';
    for (const auto& hit : answer.tasks) print(out, hit);
  }
}

void print(std::ostream& out, const Answer& answer, law::Date as_of) {
  const auto said = pages::verdict(answer, as_of);
  out << said.headline << '\n';
  if (!said.explanation.empty()) out << said.explanation << '\n';
  if (answer.did_you_mean) out << "Czy chodziło o: " << *answer.did_you_mean << '\n';
  print(out, answer.answers);
  if (answer.answers.empty() && !answer.related.empty()) {
    out << said.related_headline << '\n';
    print(out, answer.related);
  }
  const auto& fresh = answer.freshness;
  if (fresh.law_state_as_of)
    out << "Stan prawny na " << law::to_polish(*fresh.law_state_as_of) << ", ostatni akt " << fresh.last_act
        << ", zmiany nienaniesione: " << fresh.not_applied << '\n';
}

api::Sent sent_of(const AskRequest& request) {
  api::Sent sent{{"q", request.question}};
  const std::array<std::pair<const char*, const std::string*>, 4> all = {
      {{"as_of", &request.as_of}, {"office", &request.office}, {"unit", &request.unit}, {"limit", &request.limit}}};
  for (const auto& [name, value] : all)
    if (!value->empty()) sent.emplace(name, *value);
  return sent;
}

}  // namespace

AskReading read_ask(const std::vector<std::string>& arguments) {
  AskReading reading;
  auto& request = reading.request;
  std::string index, dictionary;
  const std::array<AskOption, 6> options = {{{"--index", index},
                                             {"--dictionary", dictionary},
                                             {"--as-of", request.as_of},
                                             {"--office", request.office},
                                             {"--unit", request.unit},
                                             {"--limit", request.limit}}};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto equals = arguments[i].starts_with("--") ? arguments[i].find('=') : std::string::npos;
    const auto name = arguments[i].substr(0, equals);
    const auto* option =
        std::find_if(options.begin(), options.end(), [&](const auto& one) { return one.name == name; });
    if (option != options.end() && equals != std::string::npos)
      option->value = arguments[i].substr(equals + 1);
    else if (option != options.end() && i + 1 < arguments.size())
      option->value = arguments[++i];
    else if (option != options.end())
      reading.faults.push_back(name + " wants a value");
    else if (name == "--json" || name == "--help" || name == "--explain")
      (name == "--json" ? request.json : name == "--help" ? request.help : request.explain) = true;
    else if (name.starts_with("--"))
      reading.faults.push_back("unknown option " + name + "; see kto-searchd who --help");
    else
      request.question += (request.question.empty() ? "" : " ") + arguments[i];
  }
  request.index = index;
  request.dictionary = dictionary;
  if (request.help) return reading;
  if (index.empty()) reading.faults.emplace_back("--index DIR is missing; build one with: kto-indexer build");
  if (request.question.empty()) reading.faults.emplace_back("there is no question; ask: kto-searchd who poczta");
  return reading;
}

std::string ask_usage() {
  return "kto-searchd who QUESTION --index DIR: who handles it, answered on the terminal\n\n"
         "  --index DIR        the index to answer from (required)\n"
         "  --as-of DAY        as of a day, YYYY-MM-DD [today]\n"
         "  --office ID        of this office\n"
         "  --unit CODE        only this unit and those below it\n"
         "  --limit N          at most so many units [5]\n"
         "  --json             the answer of /api/v1/who\n"
         "  --explain          also why: words, phrases of the lexicon and points with their weights\n"
         "  --dictionary FILE  the compiled dictionary, if not beside the program\n\n"
         "Exit status: 0 somebody handles it, 1 nobody was found or no text is known for that day, 2 wrong options.\n";
}

int ask(const AskRequest& request, std::shared_ptr<const text::Analyser> analyser, std::ostream& out,
        std::ostream& err) {
  const auto index = store::Reader::open(request.index, std::move(analyser));
  const auto sent = sent_of(request);
  const auto parsed = api::parse_who(sent, api::scope(index, api::today, sent));
  for (const auto& fault : parsed.faults) err << "kto-searchd: " << fault.field << ": " << fault.message << '\n';
  if (!parsed.faults.empty()) return kAskedWrongly;
  const auto answer = who(index, parsed.query);
  std::optional<Explanation> why;
  if (request.explain) why = explain(index, parsed.query);
  if (request.json) {
    const api::Json json = api::who_json(parsed.query, answer, why);
    out << json.dump(2, ' ', false, api::Json::error_handler_t::replace) << '\n';
  } else {
    print(out, answer, parsed.query.as_of);
    if (why) out << '\n' << api::to_string(answer.status) << ", " << to_text(*why);
  }
  return answer.status == Status::answered || answer.status == Status::ambiguous ? kAnswered : kNobody;
}

}  // namespace kto::searchd
