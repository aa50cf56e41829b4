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
  Scope out{clock(), {}, default_office(index.manifest()), {}};
  for (const auto& office : index.manifest().offices) {
    out.offices.push_back(office.id);
    if (sent.count("unit") == 0) continue;  // the only parameter that names a code
    for (const auto& unit : index.office(office.id)->units) out.codes.push_back(unit.code);
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
