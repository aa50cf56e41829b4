#include "searchd/api/office_routes.h"

#include "indexer/store/reader.h"
#include "searchd/api/feedback.h"
#include "searchd/api/intake.h"
#include "searchd/api/problems.h"
#include "searchd/api/token.h"

namespace kto::api {
namespace {

using front::Request;
using front::Response;

// A question and a note of the longest kind, every letter escaped as \uXXXX.
constexpr std::size_t kMostBody = std::size_t{32} * 1024;

Response not_kept(Response response) {
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

Response misses(const Misses& misses, const Token& token, const Request& request) {
  if (!token.is_sent_with(request)) return token_missing();
  const Scope nobody;
  Intake intake(request.parameters, nobody);
  const CsvForm form = csv_form(intake);
  const auto faults = intake.faults();
  if (!faults.empty()) return to_response(invalid_parameters(faults));
  return not_kept({200, form.media_type(), misses.csv(form), {}});
}

front::Problem full() {
  front::Problem problem;
  problem.status = 503;
  problem.title = "Plik uwag jest pełny";
  problem.detail = "Uwagi nie zapisano, bo plik uwag jest pełny. Przejrzyj go i opróżnij.";
  return problem;
}

Response feedback(const Service& service, const Token& token, FeedbackFile& file, const Request& request) {
  if (!token.is_sent_with(request)) return token_missing();
  auto faults = parse_nothing(request.parameters);
  const auto index = service.reader();
  const auto parsed = parse_feedback(request.body, scope(*index, service.clock, members_of(request.body)));
  faults.insert(faults.end(), parsed.faults.begin(), parsed.faults.end());
  if (!faults.empty()) return to_response(invalid_parameters(faults));
  if (!file.append(parsed.query)) return to_response(full());
  return not_kept({204, "", "", {}});
}

}  // namespace

void add_office_routes(front::Router& router, const Service& service, const OfficeOptions& options) {
  if (options.token.empty()) return;
  const auto token = std::make_shared<const Token>(Token::read(options.token));
  if (options.misses)
    router.get("/api/v1/misses",
               [all = options.misses, token](const Request& request) { return misses(*all, *token, request); });
  if (!options.feedback.empty())
    router.post(
        "/api/v1/feedback",
        [service, token, file = std::make_shared<FeedbackFile>(options.feedback)](const Request& request) {
          return feedback(service, *token, *file, request);
        },
        kMostBody);
}

}  // namespace kto::api
