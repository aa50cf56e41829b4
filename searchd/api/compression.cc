#include "searchd/api/compression.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <string>

#include "searchd/front/head.h"

namespace kto::api {
namespace {

// An answer of 8 KiB becomes 1.5 KiB in 83 µs at 3, 1.4 KiB in 135 µs at 6 (zlib's default); one of 70 KiB becomes 6.6
// KiB in 172 µs at 3, 5.4 KiB in 728 µs at 6. Below 3 nothing gets faster.
constexpr int kLevel = 3;
constexpr int kGzip = 16, kWindow = 15;  // deflateInit2: a gzip header, the largest window
constexpr int kMemory = 8;               // zlib's own default
constexpr std::size_t kRoom = std::size_t{64} * 1024;

// One gzip stream at a time; used again after restart(). Not to be copied: zlib points into it.
class Deflater {
 public:
  Deflater() {
    if (deflateInit2(&stream_, kLevel, Z_DEFLATED, kWindow + kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  void restart() { deflateReset(&stream_); }

  // `flush`: Z_SYNC_FLUSH gives all that was taken so far, Z_FINISH ends the stream.
  std::string add(std::string_view bytes, int flush) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib's type; it only reads
    stream_.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    std::array<char, kRoom> room;
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(room.data());
      stream_.avail_out = static_cast<uInt>(room.size());
      deflate(&stream_, flush);
      out.append(room.data(), room.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
    return out;
  }

 private:
  z_stream stream_{};
};

std::string gzip(std::string_view bytes) {
  // Making a stream takes 260 KiB and as long as compressing a short answer: one a worker.
  thread_local Deflater deflater;
  deflater.restart();
  return deflater.add(bytes, Z_FINISH);
}

// Each piece is given on whole, so that a reader of lines has them as they come.
front::Pieces gzip(front::Pieces pieces) {
  auto deflater = std::make_shared<Deflater>();
  return [pieces = std::move(pieces), deflater, ended = false]() mutable {
    if (ended) return std::string();
    const std::string piece = pieces();
    ended = piece.empty();
    return deflater->add(piece, ended ? Z_FINISH : Z_SYNC_FLUSH);
  };
}

// Text in all its forms; pictures are compressed already.
bool is_text(std::string_view type) {
  return type.starts_with("text/") || type.find("json") != std::string_view::npos ||
         type.find("xml") != std::string_view::npos;
}

void weaken_tag(front::Response& response) {
  for (auto& [name, value] : response.headers)
    if (name == "ETag" && !value.starts_with("W/")) value.insert(0, "W/");
}

std::string_view next_of(std::string_view& list, char separator) {
  const auto end = list.find(separator);
  const auto one = list.substr(0, end);
  list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  return one;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return front::lower_case(text);
}

// "q=0", "q=0.000"
bool is_refused(std::string_view parameters) {
  while (!parameters.empty()) {
    const auto one = trimmed(next_of(parameters, ';'));
    if (one.starts_with("q=0")) return one.find_first_not_of("0.", 2) == std::string::npos;
  }
  return false;
}

}  // namespace

bool takes_gzip(std::string_view accept_encoding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    auto one = next_of(accept_encoding, ',');
    const auto coding = trimmed(next_of(one, ';'));
    if (coding == "gzip" || coding == "x-gzip") return !is_refused(one);
    any |= coding == "*" && !is_refused(one);
  }
  return any;
}

void compress(const front::Request& request, front::Response& response) {
  const bool unchanged = response.status == 304;
  if (!unchanged && !is_text(response.content_type)) return;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (unchanged || !takes_gzip(request.header("accept-encoding"))) return;
  if (response.rest)
    response.rest = gzip(std::move(response.rest));
  else if (response.body.size() >= kLeastCompressed)
    response.body = gzip(response.body);
  else
    return;
  response.headers.emplace_back("Content-Encoding", "gzip");
  weaken_tag(response);
}

}  // namespace kto::api
