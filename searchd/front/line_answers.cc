#include "searchd/front/line_answers.h"

#include <chrono>
#include <exception>
#include <utility>

#include "searchd/front/limits.h"
#include "searchd/front/problem.h"

namespace kto::front {
namespace {

// Long enough to make handing over cheap (some 20 µs a piece), short enough that nobody notices the wait for a worker.
constexpr milliseconds kPieceTime{50};
// What a slow reader may be held for; reached by some 50 answers.
constexpr std::size_t kPieceSize = std::size_t{256} * 1024;

std::string problem_line(int status, std::uint64_t number) {
  Problem problem = plain_problem(status);
  problem.line = number;
  return to_response(problem).body;
}

// An exception's words may be the letter's: they are not repeated.
std::string answer_to(const BodyLines::Line& line, const LineAnswer& answer) {
  if (line.too_long) return problem_line(413, line.number);
  try {
    return answer(line);
  } catch (const std::exception&) {
    return problem_line(500, line.number);
  }
}

}  // namespace

Pieces line_answers(std::shared_ptr<BodyLines> lines, LineAnswer answer) {
  return [lines = std::move(lines), answer = std::move(answer)] {
    std::string piece;
    const auto end = Clock::now() + kPieceTime;
    while (piece.size() < kPieceSize && (piece.empty() || Clock::now() < end)) {
      const auto line = lines->next();
      if (!line) break;
      piece += answer_to(*line, answer);
    }
    if (const int status = lines->take_failure()) piece += to_response(plain_problem(status)).body;
    return piece;
  };
}

}  // namespace kto::front
