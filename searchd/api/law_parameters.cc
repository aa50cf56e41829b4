#include "searchd/api/law_parameters.h"

#include "searchd/api/intake.h"
#include "searchd/api/utf8.h"

namespace kto::api {
namespace {

// A short text: one citation, one mark. Empty, and a fault, when it is missing or too long.
std::string short_text(Intake& intake, const Sent& sent, const std::string& field, const std::string& example) {
  const auto [first, last] = sent.equal_range(field);
  std::string text = intake.question(field, false);
  const auto points = decode_utf8(text);
  if (points && points->size() > LawBounds::kMark) {
    intake.fault(field, "too-long",
                 "Wartość ma " + std::to_string(points->size()) + " znaków; najwięcej może mieć " +
                     std::to_string(LawBounds::kMark) + ".");
    return "";
  }
  const bool blank = first == last || first->second.find_first_not_of(" \t\r\n") == std::string::npos;
  if (blank) intake.fault(field, "missing", "Brakuje parametru " + field + ", na przykład " + example + ".");
  return text;
}

}  // namespace

Parsed<ProvisionQuery> parse_provisions(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  ProvisionQuery query;
  const std::string text = short_text(intake, sent, "citation", "§ 16 ust. 1 pkt 8");
  if (const auto citation = law::parse_citation(text))
    query.citation = *citation;
  else if (!text.empty())
    intake.fault("citation", "not-a-citation",
                 "„" + clipped(text, 40) +
                     "” nie jest przytoczeniem przepisu; podaj je na przykład jako § 16 ust. 1 "
                     "pkt 8 albo §16/1/8.");
  query.as_of = intake.day("as_of");
  query.office = intake.office("office");
  return {query, intake.faults()};
}

Parsed<NamedQuery> parse_named(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  NamedQuery query;
  query.office = intake.office("office");
  return {query, intake.faults()};
}

Parsed<ChangesQuery> parse_changes(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  ChangesQuery query;
  query.from = intake.day("from");
  query.to = intake.day("to");
  if (sent.count("act") > 0) query.act = short_text(intake, sent, "act", "19/11/2023");
  query.office = intake.office("office");
  const bool has_days = sent.count("from") > 0 || sent.count("to") > 0;
  if (sent.count("act") > 0 && has_days)
    intake.fault("act", "act-or-days", "Podaj albo akt, albo dni from i to: akt ma własne dni.");
  if (sent.count("act") == 0 && sent.count("from") == 0)
    intake.fault("from", "missing", "Brakuje dnia, od którego porównać: podaj from albo act.");
  if (query.from > query.to)
    intake.fault("from", "days-reversed", "Dzień from jest późniejszy niż dzień to; to jest domyślnie dzisiaj.");
  return {query, intake.faults()};
}

Parsed<ResolveQuery> parse_resolve(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  ResolveQuery query;
  query.mark = short_text(intake, sent, "mark", "IT-ES.1431.5.2024, IT-ES albo § 16 ust. 1 pkt 8");
  const law::Date day = intake.day("as_of");
  if (sent.count("as_of") > 0) query.as_of = day;
  query.office = intake.office("office");
  return {query, intake.faults()};
}

}  // namespace kto::api
