// Validators of HTTP (RFC 9110): an answer is a function of index, program and request, so its ETag is known before it
// is computed, and a repeated question costs nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/front/message.h"

namespace kto::api {

// A strong ETag of whatever the answer depends on, in order. Equal parts, equal tag.
std::string etag(const std::vector<std::string>& parts);

// True when If-None-Match of the request holds the tag, or "*".
bool is_current(const front::Request& request, std::string_view tag);

// The tag as the client has it: weak (W/"…") if it kept the compressed form. A 304 must name the form it is about, or
// caches do not know what they keep as current.
std::string tag_as_sent(const front::Request& request, const std::string& tag);

// 304 with the tag.
front::Response not_modified(std::string_view tag, std::string_view cache_control);

}  // namespace kto::api
