// Routes that show what the front does with answers of every kind. Used by its tests, in the same process, and by
// kto-front-daemon, which is attacked.
#pragma once

#include "searchd/front/router.h"

namespace kto::test {

// /api/v1/who?q=           JSON; POST the same with {"q"}; Polish 400 for invalid UTF-8 and broken JSON
// /?q=                     an HTML page that echoes q, escaped
// /app.js                  300 kB
// /echo/{rest...}          what the route saw: path, segments, parameters, headers, body, client
// /slow/{ms}               answers after so many milliseconds (5,000 at most)
// /header?value=           tries to copy the value into a header
// /unchanged               304 with an ETag
// /big/{bytes}             so many bytes
// POST /lines             "1:first" for each line of application/x-ndjson, 20 bytes at most; other bodies up to 100
// bytes /fails, /broken          a handler that throws std::runtime_error, law::Error
front::Router example_routes();

}  // namespace kto::test
