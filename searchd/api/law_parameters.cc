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

bool is_filled(const TypedDay& typed) {
  return !typed.day.empty() || !typed.month.empty() || !typed.year.empty();
}

// Which of the two days were given.
struct GivenDays {
  bool from, to;
};

// What the days of a comparison leave to be read and checked.
void finish_changes(Intake& intake, const Sent& sent, ChangesQuery& query, GivenDays given) {
  const bool of_act = sent.count("act") > 0;
  if (of_act) query.act = short_text(intake, sent, "act", "19/11/2023");
  query.office = intake.office("office");
  if (of_act && (given.from || given.to))
    intake.fault("act", "act-or-days", "Podaj albo akt, albo dni from i to: akt ma własne dni.");
  if (!of_act && !given.from)
    intake.fault("from", "missing", "Brakuje pierwszego dnia porównania (from) albo aktu (act).");
  else if (query.from > query.to)
    intake.fault("from", "days-reversed",
                 "Pierwszy dzień (from) jest późniejszy niż drugi (to); drugim jest domyślnie dzisiejszy.");
}

}  // namespace

Parsed<ProvisionQuery> parse_provisions(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  ProvisionQuery query;
  const std::string text = short_text(intake, sent, "citation", "§ 16 ust. 1 pkt 8");
  query.others = law::citation_readings(text);
  if (!query.others.empty()) {
    query.citation = query.others.front();
    query.others.erase(query.others.begin());
  } else if (!text.empty()) {
    intake.fault("citation", "not-a-citation",
                 "„" + clipped(text, 40) +
                     "” nie jest przytoczeniem przepisu; podaj je na przykład jako § 16 ust. 1 "
                     "pkt 8 albo §16/1/8.");
  }
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
  finish_changes(intake, sent, query, {sent.count("from") > 0, sent.count("to") > 0});
  return {query, intake.faults()};
}

Parsed<ChangesPageQuery> parse_changes_page(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  ChangesPageQuery page;
  page.query.from = intake.day_or_fields("from", page.from, "from_");
  page.query.to = intake.day_or_fields("to", page.to, "to_");
  finish_changes(intake, sent, page.query,
                 {sent.count("from") > 0 || is_filled(page.from), sent.count("to") > 0 || is_filled(page.to)});
  return {page, intake.faults()};
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
