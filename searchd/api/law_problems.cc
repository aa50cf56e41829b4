#include "searchd/api/law_problems.h"

#include "searchd/api/change_list.h"
#include "searchd/api/codes.h"
#include "searchd/api/provisions.h"
#include "searchd/api/structure.h"
#include "searchd/api/utf8.h"

namespace kto::api {
namespace {

constexpr std::size_t kNearest = 5;  // what a reader takes in at a glance
constexpr std::size_t kShown = 60;   // letters of what was typed: a sentence is to be read

std::string in_quotes(const std::string& text) {
  return decode_utf8(text) ? "„" + clipped(text, kShown) + "”" : "takiego";
}

front::Problem not_found(const std::string& type, const std::string& title, const front::Fault& fault) {
  front::Problem problem;
  problem.status = 404;
  problem.type = "urn:problem-type:kto:" + type;
  problem.title = title;
  problem.detail = fault.message;
  problem.errors = {fault};
  return problem;
}

}  // namespace

front::Problem unknown_citation(const store::Reader& index, const std::string& office, const law::Citation& citation) {
  front::Problem problem =
      not_found("unknown-citation", "Nie ma takiego przepisu",
                {"citation", "unknown-citation",
                 "Żaden z wczytanych aktów nie podaje ani nie zmienia przepisu " + law::to_string(citation) + "."});
  for (const law::Citation& one : law::nearest(citation, known_citations(index, office), kNearest))
    problem.nearest.push_back(law::to_string(one));
  return problem;
}

front::Problem unknown_provision(const std::string& id) {
  return not_found("unknown-provision", "Nie ma takiego brzmienia",
                   {"id", "unknown-provision",
                    "Nie ma brzmienia przepisu o identyfikatorze " + in_quotes(id) +
                        ". Przepis można znaleźć po przytoczeniu: /api/v1/provisions?citation=…"});
}

front::Problem unknown_act(const store::Reader& index, const std::string& office, const std::string& name) {
  front::Problem problem =
      not_found("unknown-act", "Nie ma takiego aktu",
                {"act", "unknown-act", "Wśród wczytanych aktów nie ma aktu " + in_quotes(name) + "."});
  std::vector<std::string> slugs;
  for (const ActEntry& act : acts(index, office)) slugs.push_back(act.slug);
  problem.nearest = nearest_codes(name, slugs);
  // A number shares no beginning with the names of acts.
  if (problem.nearest.empty())
    for (std::size_t i = slugs.size(); i-- > 0 && problem.nearest.size() < kNearest;)
      problem.nearest.push_back(slugs[i]);
  return problem;
}

front::Problem unknown_code(const store::Reader& index, const std::string& office, const std::string& code) {
  front::Problem problem =
      not_found("unknown-unit", "Nie ma takiej komórki",
                {"code", "unknown-unit", "Żaden z wczytanych aktów nie wymienia komórki " + in_quotes(code) + "."});
  std::vector<std::string> codes;
  for (const law::Unit& unit : all_units(index, office)) codes.push_back(unit.code);
  problem.nearest = nearest_codes(code, codes);
  return problem;
}

front::Problem too_many_tasks() {
  front::Problem problem;
  problem.status = 422;
  problem.type = "urn:problem-type:kto:too-many-tasks";
  problem.title = "Za dużo zadań do porównania";
  problem.detail = "Porównuje się najwyżej " + std::to_string(kMostCompared) +
                   " zadań naraz, a tu jest ich więcej. Podaj jeden urząd (office); większy porównuje się poleceniem "
                   "kto-indexer diff.";
  problem.errors = {{"office", "too-many-tasks", problem.detail}};
  return problem;
}

}  // namespace kto::api
