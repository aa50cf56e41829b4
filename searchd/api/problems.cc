#include "searchd/api/problems.h"

#include "indexer/store/reader.h"
#include "searchd/api/codes.h"
#include "searchd/api/utf8.h"

namespace kto::api {
namespace {

constexpr std::size_t kShown = 40;  // letters of what was typed: a sentence is to be read

std::string span(const law::Validity& validity) {
  std::string out = "od " + law::to_polish(validity.from);
  if (validity.to) out += " do " + law::to_polish(*validity.to - std::chrono::days{1});
  return out;
}

std::string existed(const std::string& code, const std::vector<law::Unit>& units) {
  std::string spans;
  for (const auto& unit : units)
    if (canonical_code(unit.code) == code) {
      const std::string next = span(unit.validity);
      if (spans.find(next) == std::string::npos) spans += (spans.empty() ? "" : ", ") + next;
    }
  return spans;
}

}  // namespace

front::Problem invalid_parameters(std::vector<front::Fault> faults) {
  front::Problem problem;
  problem.status = 400;
  problem.type = "urn:problem-type:kto:invalid-parameters";
  problem.title = "Nieprawidłowe parametry";
  problem.detail =
      faults.size() == 1 ? faults.front().message : "W żądaniu jest więcej niż jeden błąd; wszystkie stoją w errors.";
  problem.errors = std::move(faults);
  return problem;
}

front::Problem refused(std::vector<front::Fault> faults) {
  const front::Fault& first = faults.front();
  const bool is_office = first.code == "unknown-office";
  if (faults.size() > 1 || !(is_office || first.code == "unknown-unit")) return invalid_parameters(std::move(faults));
  front::Problem problem;
  problem.status = 404;
  problem.type = "urn:problem-type:kto:" + first.code;
  problem.title = is_office ? "Nie ma takiego urzędu" : "Nie ma takiej komórki";
  problem.detail = first.message;
  problem.nearest = first.nearest;
  problem.errors = std::move(faults);
  return problem;
}

front::Problem unknown_unit(const UnitsQuery& query, const std::vector<law::Unit>& units_of_all_times) {
  front::Problem problem;
  problem.status = 404;
  problem.type = "urn:problem-type:kto:unknown-unit";
  problem.title = "Nie ma takiej komórki";
  const std::string code = decode_utf8(query.code) ? clipped(query.code, kShown) : "?";
  const std::string spans = existed(canonical_code(query.code), units_of_all_times);
  problem.detail = "Komórki „" + code + "” nie było w strukturze w dniu " + law::to_polish(query.as_of) + ".";
  if (!spans.empty()) {
    problem.detail += " Akty wymieniają ją " + spans + ".";
    problem.errors.push_back({"as_of", "not-in-force", problem.detail});
    return problem;
  }
  std::vector<std::string> codes;
  for (const auto& unit : units_of_all_times)
    if (unit.validity.contains(query.as_of)) codes.push_back(unit.code);
  problem.nearest = nearest_codes(query.code, codes);
  problem.errors.push_back({"code", "unknown-unit", problem.detail});
  return problem;
}

bool needs_office(const store::Reader& index, const std::string& office) {
  return office.empty() && index.is_country();
}

front::Problem office_needed() {
  front::Problem problem;
  problem.status = 422;
  problem.type = "urn:problem-type:kto:office-needed";
  problem.title = "Podaj urząd";
  problem.detail =
      "O to pyta się jeden urząd, a urzędów jest za dużo, by zapytać każdy z nich. Podaj urząd (office); znajdziesz go "
      "po nazwie: /api/v1/offices?q=…";
  problem.errors = {{"office", "office-needed", problem.detail}};
  return problem;
}

}  // namespace kto::api
