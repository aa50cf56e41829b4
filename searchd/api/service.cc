#include "searchd/api/service.h"

#include "indexer/store/manifest.h"
#include "indexer/store/reader.h"
#include "searchd/api/answer_cache.h"
#include "searchd/api/misses.h"
#include "searchd/api/program.h"
#include "searchd/api/validators.h"

namespace kto::api {

std::string default_office(const store::Manifest& manifest) {
  if (!manifest.remotes.empty()) return "";
  std::string found;
  for (const auto& office : manifest.offices) {
    if (office.example) continue;
    if (!found.empty()) return "";
    found = office.id;
  }
  return found.empty() && manifest.offices.size() == 1 ? manifest.offices.front().id : found;
}

Scope scope(const store::Reader& index, const Clock& clock, const Sent& sent) {
  Scope out{clock(), {}, default_office(index.manifest()), {}, false};
  const auto& offices = index.manifest().offices;
  const auto asked = sent.find("office");
  const std::string office = asked == sent.end() ? out.default_office : asked->second;
  const bool is_country = index.is_country();
  // Of a country only the office that is meant is looked at: naming them all would take longer than many an answer.
  const bool one = is_country && index.holds(office);
  if (one) out.offices = {office};
  const bool names_a_unit = sent.count("unit") > 0;
  out.is_country = is_country;
  if (one && !names_a_unit) return out;
  for (const auto& summary : offices) {
    if (one && summary.id != office) continue;
    if (!one) out.offices.push_back(summary.id);
    if (!names_a_unit || (is_country && !one)) continue;
    for (const auto& unit : index.office(summary.id)->units) out.codes.push_back(unit.code);
  }
  return out;
}

namespace {

constexpr char kAskAgain[] = "private, no-cache";

front::Response tagged(front::Response response, const std::string& tag) {
  if (response.status == 200) response.headers.emplace_back("ETag", tag);
  response.headers.emplace_back("Cache-Control", kAskAgain);
  return response;
}

std::string tag_of(std::vector<std::string> parts) {
  parts.push_back(program_id());
  return etag(parts);
}

// All of it, where a tag is only a number made of it.
std::string key_of(const std::vector<std::string>& parts) {
  std::string key;
  for (const std::string& part : parts) key += std::to_string(part.size()) + ":" + part;
  return key;
}

void tell(const Service& service, const std::string& q, std::optional<searchd::Status> status) {
  if (!status) return;
  service.answered(*status);
  if (service.misses) service.misses->count(q, *status);
}

}  // namespace

front::Response conditional(const front::Request& request, const std::vector<std::string>& parts,
                            const std::function<front::Response()>& render) {
  const std::string tag = tag_of(parts);
  if (is_current(request, tag)) return not_modified(tag_as_sent(request, tag), kAskAgain);
  return tagged(render(), tag);
}

front::Response searched(const Service& service, const front::Request& request, const std::string& q,
                         const std::vector<std::string>& parts, const std::function<Rendered()>& render) {
  return conditional(request, parts, [&] {
    const std::string key = key_of(parts);
    auto answer = service.answers ? service.answers->find(key) : nullptr;
    if (!answer) {
      answer = std::make_shared<const Rendered>(render());
      if (service.answers) service.answers->offer(key, *answer);
    }
    tell(service, q, answer->status);
    return answer->response;
  });
}

}  // namespace kto::api
