// MemoryStream: the only stream the library ever sees. It reads a head that is complete and writes into memory, so no
// client can make it wait.
#pragma once

#include <httplib.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace kto::front {

class MemoryStream : public httplib::Stream {
 public:
  // `limit`: bytes that may be written; the write that would pass it fails.
  MemoryStream(std::string input, std::size_t limit) : input_(std::move(input)), limit_(limit) {}

  std::string& written() { return written_; }

  bool is_readable() const override { return read_ < input_.size(); }
  bool is_writable() const override { return true; }

  ssize_t read(char* to, std::size_t size) override {
    size = std::min(size, input_.size() - read_);
    std::copy_n(input_.data() + read_, size, to);
    read_ += size;
    return static_cast<ssize_t>(size);
  }

  using httplib::Stream::write;
  ssize_t write(const char* from, std::size_t size) override {
    if (size > limit_ - written_.size()) return -1;
    written_.append(from, size);
    return static_cast<ssize_t>(size);
  }

  // No address: routes get the peer's from the front, and headers that claim one are worthless.
  void get_remote_ip_and_port(std::string& ip, int& port) const override { no_address(ip, port); }
  void get_local_ip_and_port(std::string& ip, int& port) const override { no_address(ip, port); }
  socket_t socket() const override { return 0; }  // a valid number below FD_SETSIZE, which 0.11.4 checks; never used

 private:
  static void no_address(std::string& ip, int& port) {
    ip.clear();
    port = 0;
  }

  std::string input_;
  std::size_t read_ = 0;
  std::size_t limit_;
  std::string written_;
};

}  // namespace kto::front
