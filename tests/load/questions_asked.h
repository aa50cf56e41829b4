// What a load client asks: the requests of a file as tests/bench/ask.lua reads it, one a line, and for each the
// checksums of the bodies that are right.
//
//   requests   GET /api/v1/who?q=poczta&as_of=2024-06-01
//              POST /api/v1/route<TAB>{"text": "…"}
//   answers    9ab41c02 0d77e1f3          CRC-32 of the body by the one index and by the other; line by line with the
//   requests
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kto::load {

struct Request {
  std::string bytes;                 // as sent
  std::vector<std::uint32_t> right;  // checksums of bodies; empty: any body will do
};

// Throws std::runtime_error with the file when it cannot be read, is empty or has another number of lines than
// `requests`. `answers` may be "": no body is looked at.
std::vector<Request> read_requests(const std::string& requests, const std::string& answers);

}  // namespace kto::load
