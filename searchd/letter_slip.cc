#include "searchd/letter_slip.h"

#include <algorithm>
#include <chrono>

#include "searchd/across.h"
#include "searchd/letter_vote.h"

namespace kto::searchd {
namespace {

// Bytes of a quoted sentence or task: three lines of a form field.
constexpr std::size_t kQuoted = 240;

// On one line, cut at a word.
std::string quoted(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (line.size() <= kQuoted) return line;
  auto end = line.rfind(' ', kQuoted);
  if (end == std::string::npos)  // one long word: cut between letters
    for (end = kQuoted; end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80;) --end;
  return line.substr(0, end) + " …";
}

std::string holder_line(const Holder& holder) {
  if (!holder.unit) return "akt nie nazywa komórki; zadania są w " + holder.position;
  return holder.unit->name.empty() ? holder.unit->code : holder.unit->name + " (" + holder.unit->code + ")";
}

std::string days(const law::Validity& validity) {
  std::string text = "od " + law::to_polish(validity.from);
  if (validity.to) text += " do " + law::to_polish(*validity.to - std::chrono::days{1});
  return text;
}

std::string reason(const Routing& routing, const Holder& holder) {
  const auto evidence = std::find_if(routing.evidence.begin(), routing.evidence.end(),
                                     [&](const HolderEvidence& one) { return same_holder(one.holder, holder); });
  if (evidence == routing.evidence.end() || evidence->sentences.empty())
    return "słowa całego pisma, żadne jedno zdanie";
  const SpokenSentence& sentence = evidence->sentences.front();
  return (sentence.span ? "w piśmie czytamy „" : "temat pisma brzmi „") + quoted(sentence.text) + "”";
}

std::string part(const Routing& routing, const HolderAnswer& answer) {
  std::string text = "Komórka: " + holder_line(answer.holder) + "\n";
  if (!answer.tasks.empty()) {
    const Hit& hit = answer.tasks.front();
    const std::string act =
        hit.act.number.empty() ? "" : " (akt " + hit.act.number + ", " + hit.task.made_by.place + ")";
    text += "Podstawa: " + law::to_string(hit.task.citation) + ": " + quoted(hit.task.text) + "\n";
    text += "Obowiązuje: " + days(hit.task.validity) + act + "\n";
  }
  return text + "Powód: " + reason(routing, answer.holder) + "\n";
}

std::string ending(const Routing& routing, law::Date as_of) {
  std::string text = "\nStan na " + law::to_polish(as_of) + ".";
  if (const auto& day = routing.answer.freshness.law_state_as_of)
    text += " Akty przeczytane do " + law::to_polish(*day) + ".";
  return text + "\n";
}

std::string opening(Status status, std::size_t units) {
  switch (status) {
    case Status::out_of_coverage:
      return "Na ten dzień nie jest znany żaden tekst regulaminu.\n";
    case Status::no_answer:
      return "W znanych aktach nie ma komórki, która się tym zajmuje.\n";
    case Status::ambiguous:
      return "Pismo pasuje tak samo do więcej niż jednej komórki; trzeba wybrać.\n\n";
    case Status::answered:
      break;
  }
  return units > 1 ? "Pismo zawiera sprawy różnych komórek.\n\n" : "";
}

}  // namespace

std::string slip_of(const Routing& routing, law::Date as_of, std::size_t units) {
  const auto& answers = routing.answer.answers;
  units = std::min(units, answers.size());
  std::string text = opening(routing.answer.status, units);
  for (std::size_t i = 0; i < units; ++i) text += (i > 0 ? "\n" : "") + part(routing, answers[i]);
  return text + ending(routing, as_of);
}

std::string slip_of_country(const Routing& routing, law::Date as_of, std::size_t groups) {
  const Answer& answer = routing.answer;
  groups = answer.across ? std::min({groups, answer.across->groups.size(), answer.answers.size()}) : 0;
  std::string text = opening(answer.status, groups);
  for (std::size_t i = 0; i < groups; ++i) {
    const AcrossGroup& group = answer.across->groups[i];
    text += std::string(i > 0 ? "\n" : "") +
            "Rodzaj komórki: " + (group.label.empty() ? "akty jej nie nazywają" : group.label) + "\n";
    text += "Zadanie: " + quoted(answer.across->wordings[group.wordings.front().wording].text) + "\n";
    text += "Urzędy, które mają taką komórkę: " + std::to_string(group.offices) + "\n";
    text += "Powód: " + reason(routing, answer.answers[i].holder) + "\n";
  }
  return text + ending(routing, as_of);
}

}  // namespace kto::searchd
