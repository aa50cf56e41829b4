// Wire: text as it goes over the connection. What the library is given (a request re-written from what the front has
// checked) and what the front answers without the library (refusals).
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "searchd/front/head.h"
#include "searchd/front/message.h"

namespace kto::front {

// On every answer. Scripts, styles and pictures come from the daemon alone, nothing may frame its pages, and no type is
// guessed: an echo of hostile input stays text.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kSecurityHeaders = {{
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},  // questions stand in the address
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
     "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"},
}};

// The library would compress by itself, as its build decides; so it sees this field by a name that no client can send.
inline constexpr std::string_view kEncodings = "accept-encoding", kHiddenEncodings = "kto-accept-encoding";

// Visible ASCII and spaces alone: nothing that could end a header line.
bool is_header_value(std::string_view value);

// "Wed, 15 Nov 2023 08:00:00 GMT": now, as the Date header wants it.
std::string http_date();

// The head for the library, without a body and without Content-Length.
std::string rewrite(const Head& head);

// The problem document for a request that no route sees, complete, with Connection: close. HEAD is answered without
// body.
std::string refusal(int status, bool with_body = true);

}  // namespace kto::front
