#include "tests/api/samples.h"

namespace kto::test {

law::Date day(const char* iso) {
  return *law::parse_date(iso);
}

searchd::Hit mail_hit() {
  searchd::Hit hit;
  hit.task.id = "lublin/par16-ust1-pkt8/2023-11-15";
  hit.task.citation = *law::parse_citation("§ 16 ust. 1 pkt 8");
  hit.task.text = "administrowania systemem poczty elektronicznej";
  hit.task.unit = law::UnitRef{"IT-ES", "referat ds. systemów internetowych", law::UnitKind::referat};
  hit.task.position = "§ 16 ust. 1";
  hit.task.validity = {day("2023-11-15"), std::nullopt};
  hit.task.made_by = {"19/11/2023", "§ 1 pkt 6"};
  hit.act.id = hit.act.number = "19/11/2023";
  hit.act.kind = "zarządzenie";
  hit.act.date = day("2023-11-13");
  hit.act.in_force = day("2023-11-15");
  hit.holder.office = "lublin";
  hit.holder.unit = hit.task.unit;
  hit.holder.position = "§ 16 ust. 1";
  hit.holder.parents = {{"IT", "Wydział Informatyki", law::UnitKind::wydział}};
  hit.holder.validity = law::Validity{day("2023-11-15"), std::nullopt};
  hit.matched = {{25, 31}};
  hit.score = 12.70049;
  return hit;
}

searchd::HolderAnswer mail_answer() {
  const auto hit = mail_hit();
  return {hit.holder, 0.93, {hit}};
}

searchd::HolderAnswer unnamed_answer() {
  auto hit = mail_hit();
  hit.task.id = "lublin/par25-ust3-pkt1/2022-01-01";
  hit.task.citation = *law::parse_citation("§ 25 ust. 3 pkt 1 lit. a");
  hit.task.text = "żądania wydruku";
  hit.task.context = "obsługi:";
  hit.task.post = "kierownik";
  hit.task.role = law::Role::cooperates;
  hit.task.validity = {day("2022-01-01"), day("2023-11-15")};
  hit.holder.unit.reset();
  hit.holder.unit_reason = "nagłówek listy nie jest znany";
  hit.holder.position = "§ 25 ust. 3";
  hit.holder.parents.clear();
  hit.holder.validity.reset();
  hit.matched = {{0, 7}};
  hit.upcoming = searchd::Upcoming{day("2023-11-15"), "19/11/2023", true};
  return {hit.holder, 0.2, {hit}};
}

searchd::Answer answered() {
  searchd::Answer answer;
  answer.status = searchd::Status::answered;
  answer.answers = {mail_answer()};
  answer.related = {unnamed_answer()};
  answer.did_you_mean = "poczta";
  answer.understood = {{"pocztą", {"poczta"}, {"e-mail"}}, {"xyzzy", {}, {}}};
  answer.freshness = {day("2023-11-15"), "19/11/2023", 33};
  answer.index = "abc";
  return answer;
}

}  // namespace kto::test
