#include "searchd/api/origin.h"

namespace kto::api {

std::string origin(const front::Request& request) {
  const auto host = request.header("host");  // letters, digits and .-_:[] alone (front/head.cc)
  if (host.empty()) return "";
  return (request.header("x-forwarded-proto") == "https" ? "https://" : "http://") + std::string(host);
}

}  // namespace kto::api
