// BodyLines: a request body that is read line by line while it arrives, of any length and in bounded memory.
//
//   Transfer-Encoding: chunked      "7\r\n{\"a\":1\r\n2\r\n}\n\r\n0\r\n\r\n" → {"a":1}
//   Content-Length: 16              "{\"a\":1}\n{\"b\":2}\n"                 → {"a":1}, {"b":2}
//
// A line longer than it may be is thrown away as it comes and reported in its place, without its text; one many times
// longer ends the body with 413. Empty lines are
// counted and left out; a body need not end with a line break. Framing that is not strictly RFC 9112's is broken: what
// comes after it is not read.
//
// The front's thread feeds it, a worker takes lines from it, never both at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace kto::front {

// Takes the chunks of a body off (RFC 9112, 7.1). Extensions and trailers are read over within bounds.
class Chunks {
 public:
  // Adds what of `bytes` belongs to the body to `body`. False when it is not chunked as it should be.
  bool take(std::string_view bytes, std::string& body);
  bool ended() const { return state_ == State::ended; }

 private:
  enum class State : std::uint8_t { size, data, after_data, trailer, ended };

  bool take_size_line();
  bool take_line(std::string_view& bytes, bool& whole);

  State state_ = State::size;
  std::uint64_t left_ = 0;  // bytes of the chunk that are still to come
  std::string line_;        // of a size or a trailer, while it is not whole
  std::size_t trailers_ = 0;
};

class BodyLines {
 public:
  struct Line {
    std::string text;
    std::uint64_t number = 0;  // 1 for the first, empty lines counted
    bool too_long = false;     // and the text is left out
  };

  // `length`: of the whole body; none: it is chunked. `longest`: bytes of a line without its end.
  BodyLines(std::optional<std::uint64_t> length, std::size_t longest) : left_(length), longest_(longest) {}

  // Takes bytes as they arrive; those behind the body are left unread. The framing that breaks fails it with 400.
  void feed(std::string_view bytes);
  // Nothing more will come: 408 and such. Lines that are there already are still given.
  void fail(int status);

  // Whether a reader has something to do: a line is there, or the end, or a failure.
  bool ready() const { return !lines_.empty() || ended_; }
  bool ended() const { return ended_; }
  bool is_empty() const { return lines_.empty(); }
  // Bytes that wait for a reader, or for their end.
  std::size_t held() const { return held_ + partial_.size(); }
  // The next line; none: the end, or nothing has come yet.
  std::optional<Line> next();
  // The status it failed with, once, when all lines have been taken; 0: it has not.
  int take_failure();
  // What it failed with before a reader saw it; 0: it has not failed.
  int failure() const { return failure_; }

 private:
  void split(std::string_view body);
  void end_line();
  void end();

  std::optional<std::uint64_t> left_;
  std::size_t longest_;
  Chunks chunks_;
  std::string partial_;
  std::deque<Line> lines_;
  std::size_t read_over_ = 0;  // of a line that is too long
  std::size_t held_ = 0;       // by lines_
  std::uint64_t number_ = 0;
  bool too_long_ = false, ended_ = false;
  int failure_ = 0;
};

}  // namespace kto::front
