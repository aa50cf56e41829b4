// Log: single lines on standard error, whole even when several threads write.
#pragma once

#include <string_view>

#include "searchd/front/front.h"

namespace kto::searchd {

// "kto-searchd: SENTENCE". Control characters become spaces: one call is one line.
void log_line(std::string_view sentence);

// "2024-06-01T08:00:00Z GET /api/v1/who 200 1234 0.8ms": no parameters, no address. Bytes that are not visible ASCII
// are percent-encoded, so a path cannot forge a line.
void log_exchange(const front::Exchange& exchange);

}  // namespace kto::searchd
