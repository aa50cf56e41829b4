#include "searchd/pages/rendering.h"

#include "indexer/store/reader.h"

namespace kto::pages {

front::Response html(int status, std::string body) {
  return {status, "text/html; charset=utf-8", std::move(body), {}};
}

front::Response go_to(const std::string& address) {
  front::Response response = html(303, "");
  response.headers = {{"Location", address}, {"Cache-Control", "private, no-cache"}};
  return response;
}

std::string office_name(const store::Reader& index, const std::string& id) {
  for (const auto& office : index.manifest().offices)
    if (office.id == id) return office.name;
  return "";
}

Offices offices(const store::Reader& index, const std::string& chosen) {
  Offices out{{}, chosen};
  if (index.manifest().offices.size() < 2) return out;
  for (const auto& office : index.manifest().offices) out.all.emplace_back(office.id, office.name);
  return out;
}

std::vector<std::string> Rendering::parts(const store::Reader& index, std::vector<std::string> asked) const {
  std::vector<std::string> out = {web, index.manifest().fingerprint, law::to_string(service.clock())};
  for (auto& part : asked) out.push_back(std::move(part));
  return out;
}

}  // namespace kto::pages
