#include "searchd/api/json_answer.h"

namespace kto::api {

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string text_of(const JsonText& json) {
  return json.text() + "\n";
}

front::Response answer_of(const JsonText& body) {
  return {200, "application/json; charset=utf-8", text_of(body), {}};
}

front::Response answer_of(const Json& body, std::string type) {
  return {200, std::move(type), text_of(body), {}};
}

}  // namespace kto::api
