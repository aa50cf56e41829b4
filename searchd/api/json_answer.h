// JSON as it is sent: text in one line, and the answer that holds it.
#pragma once

#include <string>

#include "searchd/api/json_parts.h"
#include "searchd/front/message.h"

namespace kto::api {

// One line with its end. Bytes that are not UTF-8 are replaced: an answer is never refused for a letter of a text.
std::string text_of(const Json& json);
std::string text_of(const JsonText& json);

// 200 with this body.
front::Response answer_of(const Json& body, std::string type = "application/json; charset=utf-8");
front::Response answer_of(const JsonText& body);

}  // namespace kto::api
