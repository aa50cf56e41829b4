#include "searchd/pages/letter_page.h"

#include <map>
#include <set>
#include <utility>

#include "indexer/store/reader.h"
#include "searchd/api/letter_body.h"
#include "searchd/api/problems.h"
#include "searchd/api/utf8.h"
#include "searchd/front/head.h"
#include "searchd/front/target.h"
#include "searchd/pages/words.h"

namespace kto::pages {
namespace {

using front::Request;
using front::Response;
using List = kainjow::mustache::list;

constexpr char kPath[] = "/korespondencja", kFormType[] = "application/x-www-form-urlencoded";
// Tasks in sight on a card, as where answers are compared.
constexpr std::size_t kShown = 2;

struct LetterPage {
  api::LetterForm form;
  std::vector<front::Fault> faults;
  std::string office_name;
  Offices offices;
  api::Basis basis;
};

std::string numbers(const std::vector<unsigned>& units) {
  std::string out;
  for (const unsigned unit : units) out += (out.empty() ? "" : ", ") + std::to_string(unit);
  return out;
}

List stretches_view(const std::string& text, const std::vector<searchd::HolderEvidence>& evidence) {
  List out;
  for (const LetterStretch& stretch : letter_stretches(text, evidence)) {
    Data one;
    one.set("text", stretch.text);
    one.set("hit", !stretch.units.empty());
    one.set("units", numbers(stretch.units));
    out.push_back(one);
  }
  return out;
}

std::string holder_name(const searchd::Holder& holder) {
  if (!holder.unit) return "Akt nie nazywa komórki: " + holder.position;
  return holder.unit->name.empty() ? holder.unit->code : holder.unit->name + " (" + holder.unit->code + ")";
}

List evidence_view(const std::vector<searchd::HolderEvidence>& evidence) {
  List out;
  for (const auto& one : evidence) {
    List sentences;
    for (const auto& sentence : one.sentences) {
      Data spoken;
      spoken.set("sentence", sentence.text);
      spoken.set("of_subject", !sentence.span.has_value());
      sentences.push_back(spoken);
    }
    Data holder;
    holder.set("holder", api::capitalised(holder_name(one.holder)));
    holder.set("sentences", sentences);
    out.push_back(holder);
  }
  return out;
}

List answers_view(const LetterPage& page, const std::vector<searchd::HolderAnswer>& answers, const std::string& id) {
  List out;
  for (const auto& answer : answers) {
    const auto& office = answer.holder.office;
    const std::string named = page.offices.chosen.empty() ? page.offices.name(office) : "";
    out.push_back(answer_view(answer, {id + std::to_string(out.size() + 1), kShown,
                                       page.offices.place_in(page.form.query.as_of, office), named}));
  }
  return out;
}

void set_routing(Data& data, const LetterPage& page, const searchd::Routing& routing) {
  const auto& answer = routing.answer;
  const auto words = verdict(answer, page.form.query.as_of);
  data.set("headline", words.headline);
  data.set("explanation", text_or_false(words.explanation));
  data.set("doubtful", words.doubtful);
  data.set("has_answers", !answer.answers.empty());
  data.set("answers", answers_view(page, answer.answers, "komorka-"));
  data.set("has_related", !answer.related.empty());
  data.set("related_headline", words.related_headline);
  data.set("related_explanation", words.related_explanation);
  data.set("related", answers_view(page, answer.related, "bliska-"));
  data.set("has_evidence", !routing.evidence.empty());
  data.set("evidence", evidence_view(routing.evidence));
  data.set("stretches", stretches_view(page.form.query.text, routing.evidence));
  data.set("slip", routing.slip);
}

Data letter_view(const LetterPage& page, const searchd::Routing* routing) {
  const auto& query = page.form.query;
  Frame frame{"Czyje to pismo? – kto", page.office_name, page.offices.place(query.as_of), &page.basis};
  frame.at_letter = true;
  Data data = frame_view(frame);
  const std::string office = page.offices.place(query.as_of).office;
  data.set("action", kPath + (office.empty() ? "" : "?office=" + escaped(office)));
  data.set("subject", query.subject);
  data.set("letter", query.text);
  data.set("subject_wrong", text_or_false(fault_of(page.faults, "subject")));
  data.set("text_wrong", text_or_false(fault_of(page.faults, "text")));
  data.set("has_faults", !page.faults.empty());
  data.set("faults", faults_view(page.faults));
  set_offices(data, page.offices);
  set_day(data, query.as_of, page.form.typed, page.faults);
  data.set("asked", routing != nullptr);
  if (routing) set_routing(data, page, *routing);
  return data;
}

// What a browser keeps of the page it would keep of the letter.
Response unkept(Response response) {
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

Response show(const Rendering& rendering, const store::Reader& index, api::Parsed<api::LetterForm> parsed, bool sent) {
  if (sent && parsed.query.empty) parsed.faults.push_back({"text", "missing", "Wklej treść pisma."});
  const auto& office = parsed.query.query.office;
  const LetterPage page{parsed.query, parsed.faults, office_name(index, office), offices(index, office),
                        api::basis(index, office)};
  if (!page.faults.empty()) return unkept(rendering.page("letter", letter_view(page, nullptr), 400));
  if (!sent) return unkept(rendering.page("letter", letter_view(page, nullptr)));
  const auto routing = searchd::route(index, page.form.query);
  rendering.service.answered(routing.answer.status);
  return unkept(rendering.page("letter", letter_view(page, &routing)));
}

Response empty_form(const Rendering& rendering, const Request& request) {
  const auto index = rendering.service.reader();
  const auto scope = api::scope(*index, rendering.service.clock, {});
  // No letter is taken from an address: it would stand in the logs of whatever passes it on.
  auto place = api::parse_structure_page(request.parameters, scope);
  api::Parsed<api::LetterForm> parsed{{}, std::move(place.faults)};
  parsed.query.query.as_of = place.query.query.as_of;
  parsed.query.query.office = place.query.query.office;
  parsed.query.typed = place.query.typed;
  return show(rendering, *index, std::move(parsed), false);
}

Response routed(const Rendering& rendering, const Request& request) {
  const auto type = front::lower_case(request.header("content-type"));
  const bool form = type.substr(0, type.find(';')) == kFormType;
  const auto index = rendering.service.reader();
  auto scope = api::scope(*index, rendering.service.clock, {});
  auto place = api::parse_letter_address(request.parameters, scope);
  scope.default_office = place.query;
  auto parsed = api::parse_letter_form(form ? front::parameters(request.body) : api::Sent(), scope);
  for (auto& fault : place.faults) parsed.faults.push_back(std::move(fault));
  return show(rendering, *index, std::move(parsed), true);
}

}  // namespace

std::vector<LetterStretch> letter_stretches(const std::string& text,
                                            const std::vector<searchd::HolderEvidence>& evidence) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<unsigned>> spans;
  for (std::size_t unit = 0; unit < evidence.size(); ++unit)
    for (const auto& sentence : evidence[unit].sentences)
      if (sentence.span) spans[*sentence.span].push_back(static_cast<unsigned>(unit) + 1);
  const std::u32string points = api::decode_utf8(text).value_or(U"");
  const auto part = [&](std::size_t begin, std::size_t end) {
    return api::encode_utf8(std::u32string_view(points).substr(begin, end - begin));
  };
  std::vector<LetterStretch> out;
  std::size_t at = 0;
  for (const auto& [span, units] : spans) {
    const auto [begin, end] = span;
    if (begin < at || end <= begin || end > points.size()) continue;
    if (begin > at) out.push_back({part(at, begin), {}});
    out.push_back({part(begin, end), units});
    at = end;
  }
  if (at < points.size()) out.push_back({part(at, points.size()), {}});
  return out;
}

void add_letter_page(front::Router& router, const std::shared_ptr<const Rendering>& rendering) {
  router.get(kPath, [rendering](const Request& request) { return empty_form(*rendering, request); });
  router.post(
      kPath, [rendering](const Request& request) { return routed(*rendering, request); }, api::LetterBounds::kForm);
}

}  // namespace kto::pages
