#include "searchd/front/body_lines.h"

#include <algorithm>
#include <utility>

namespace kto::front {
namespace {

// A size with its extensions, or a trailer field. 16 hexadecimal digits would be more bytes than there are.
constexpr std::size_t kLongestLine = 256, kMostDigits = 15;
// Trailer fields, which nobody here reads.
constexpr std::size_t kMostTrailers = 16;

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return std::nullopt;
}

// How many times the longest line is read over before the stream is ended: the end of a letter that is too long, and
// not whatever somebody pours in.
constexpr std::size_t kReadOver = 16;

bool is_blank(std::string_view line) {
  return std::all_of(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
}

}  // namespace

// Moves a line into `line_`, without its CRLF; `whole` when its end has come. False when it is too long or ended badly.
bool Chunks::take_line(std::string_view& bytes, bool& whole) {
  const auto newline = bytes.find('\n');
  whole = newline != std::string_view::npos;
  line_.append(bytes.substr(0, newline));
  bytes.remove_prefix(whole ? newline + 1 : bytes.size());
  if (line_.size() > kLongestLine) return false;
  if (!whole) return true;
  if (line_.empty() || line_.back() != '\r') return false;
  line_.pop_back();
  return std::none_of(line_.begin(), line_.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t'; });
}

// "1a2b", "1a2b;name=value"
bool Chunks::take_size_line() {
  std::size_t digits = 0;
  left_ = 0;
  for (; digits < line_.size(); ++digits) {
    const auto digit = hex_digit(line_[digits]);
    if (!digit) break;
    left_ = left_ * 16 + *digit;
    if (digits >= kMostDigits) return false;
  }
  if (digits == 0 || (digits < line_.size() && line_[digits] != ';')) return false;
  line_.clear();
  state_ = left_ > 0 ? State::data : State::trailer;
  return true;
}

bool Chunks::take(std::string_view bytes, std::string& body) {
  while (!bytes.empty() && state_ != State::ended) {
    if (state_ == State::data) {
      const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size()));
      body.append(bytes.substr(0, size));
      bytes.remove_prefix(size);
      left_ -= size;
      if (left_ == 0) state_ = State::after_data;
      continue;
    }
    bool whole = false;
    if (!take_line(bytes, whole)) return false;
    if (!whole) return true;
    if (state_ == State::size) {
      if (!take_size_line()) return false;
    } else if (state_ == State::after_data) {
      if (!line_.empty()) return false;
      state_ = State::size;
    } else {
      if (line_.empty()) state_ = State::ended;
      if (++trailers_ > kMostTrailers) return false;
      line_.clear();
    }
  }
  return true;
}

void BodyLines::feed(std::string_view bytes) {
  if (ended_) return;
  if (left_) {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(*left_, bytes.size()));
    *left_ -= size;
    split(bytes.substr(0, size));
    if (*left_ == 0) end();
    return;
  }
  std::string body;
  const bool framed = chunks_.take(bytes, body);
  split(body);
  if (!framed)
    fail(400);
  else if (chunks_.ended())
    end();
}

void BodyLines::split(std::string_view body) {
  while (!body.empty()) {
    const auto newline = body.find('\n');
    if (too_long_)
      read_over_ += std::min(newline, body.size());
    else
      partial_.append(body.substr(0, newline));
    if (partial_.size() > longest_) {
      too_long_ = true;
      read_over_ = partial_.size();
      partial_ = std::string();
    }
    if (too_long_ && read_over_ > kReadOver * longest_) return fail(413);
    if (newline == std::string_view::npos) return;
    end_line();
    body.remove_prefix(newline + 1);
  }
}

void BodyLines::end_line() {
  ++number_;
  if (too_long_ || !is_blank(partial_)) {
    held_ += partial_.size();
    lines_.push_back({std::move(partial_), number_, too_long_});
  }
  partial_ = std::string();
  too_long_ = false;
}

void BodyLines::end() {
  if (ended_) return;
  if (too_long_ || !partial_.empty()) end_line();
  ended_ = true;
}

void BodyLines::fail(int status) {
  if (ended_) return;
  failure_ = status;
  too_long_ = false;
  partial_ = std::string();
  ended_ = true;
}

std::optional<BodyLines::Line> BodyLines::next() {
  if (lines_.empty()) return std::nullopt;
  Line line = std::move(lines_.front());
  lines_.pop_front();
  held_ -= line.text.size();
  return line;
}

int BodyLines::take_failure() {
  return lines_.empty() ? std::exchange(failure_, 0) : 0;
}

}  // namespace kto::front
