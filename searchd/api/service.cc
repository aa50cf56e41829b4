#include "searchd/api/service.h"

#include "indexer/store/reader.h"
#include "searchd/api/misses.h"
#include "searchd/api/program.h"
#include "searchd/api/validators.h"
#include "searchd/search.h"

namespace kto::api {

namespace {

std::string default_office(const store::Manifest& manifest) {
  std::string found;
  for (const auto& office : manifest.offices) {
    if (office.example) continue;
    if (!found.empty()) return "";
    found = office.id;
  }
  return found.empty() && manifest.offices.size() == 1 ? manifest.offices.front().id : found;
}

}  // namespace

Scope scope(const store::Reader& index, const Clock& clock, const Sent& sent) {
  Scope out{clock(), {}, default_office(index.manifest()), {}, false};
  const auto& offices = index.manifest().offices;
  const auto asked = sent.find("office");
  const std::string office = asked == sent.end() ? out.default_office : asked->second;
  const bool is_country = offices.size() > store::kTogether;
  // Of a country only the office that is meant is looked at: naming them all would take longer than many an answer.
  const bool one = is_country && index.office(office) != nullptr;
  if (one) out.offices = {office};
  const bool names_a_unit = sent.count("unit") > 0;
  out.is_country = is_country;
  for (const auto& summary : offices) {
    if (one && summary.id != office) continue;
    if (!one) out.offices.push_back(summary.id);
    if (!names_a_unit || (is_country && !one)) continue;
    for (const auto& unit : index.office(summary.id)->units) out.codes.push_back(unit.code);
  }
  return out;
}

searchd::Answer who(const Service& service, const store::Reader& index, const searchd::WhoQuery& query) {
  auto answer = searchd::who(index, query);
  service.answered(answer.status);
  if (service.misses) service.misses->count(query.q, answer.status);
  return answer;
}

front::Response conditional(const front::Request& request, const std::vector<std::string>& parts,
                            const std::function<front::Response()>& render) {
  constexpr char kAskAgain[] = "private, no-cache";
  std::vector<std::string> all = parts;
  all.push_back(program_id());
  const std::string tag = etag(all);
  if (is_current(request, tag)) return not_modified(tag_as_sent(request, tag), kAskAgain);
  front::Response response = render();
  if (response.status == 200) response.headers.emplace_back("ETag", tag);
  response.headers.emplace_back("Cache-Control", kAskAgain);
  return response;
}

}  // namespace kto::api
