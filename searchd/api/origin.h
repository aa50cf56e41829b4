// Origin: the site that a request came to, for the few documents that must name whole addresses.
#pragma once

#include <string>

#include "searchd/front/message.h"

namespace kto::api {

// "https://kto.example": from Host, and from X-Forwarded-Proto where a proxy stands in front. Empty without a Host
// (HTTP/1.0). Whoever forges either gets an answer for himself alone: nobody else is given it, since nothing is kept by
// shared caches.
std::string origin(const front::Request& request);

}  // namespace kto::api
