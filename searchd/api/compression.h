// Compression: answers in gzip for whoever asks, whole ones from kLeast bytes on and streamed ones piece by piece. It
// is done here and not by the HTTP library, whose two versions do it differently and not at all for streams.
//
// The compressed form of an answer gets the weak form of its ETag (RFC 9110, 8.8.1: not the same bytes, the same
// meaning), and every answer that might be compressed says Vary. Attacks that learn a secret from the compressed size
// (BREACH) find none: kto has no sessions and no secrets in its answers.
#pragma once

#include <cstddef>
#include <string_view>

#include "searchd/front/message.h"

namespace kto::api {

// Below it the answer fits one packet of a network with or without compression.
inline constexpr std::size_t kLeastCompressed = 1024;

// For front::Router::finish_with.
void compress(const front::Request& request, front::Response& response);

// Whether Accept-Encoding lets gzip through: "gzip", "br, *;q=0.1", but not "gzip;q=0".
bool takes_gzip(std::string_view accept_encoding);

}  // namespace kto::api
