// LineAnswers: one line in, one line out. What a route that reads its body line by line gives as Response::rest.
//
//   {"text":"Lampa nie świeci."}     → {"status":"answered",…}
//   {"text":                         → {"type":…,"status":400,…,"line":2}
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "searchd/front/body_lines.h"
#include "searchd/front/message.h"

namespace kto::front {

// The answer to a line, with its own line break at the end. Not called for lines that are too long.
using LineAnswer = std::function<std::string(const BodyLines::Line&)>;

// Pieces of many lines, each made in about kPieceTime: a worker is then free for others. A line that is too long, or
// whose answer throws, gets a problem in its place (413, 500); a body that breaks off or takes too long ends with one.
Pieces line_answers(std::shared_ptr<BodyLines> lines, LineAnswer answer);

}  // namespace kto::front
