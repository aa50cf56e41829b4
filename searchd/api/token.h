// Token: what shows that a request comes from the office itself. It stands in a file that only the office reads, and is
// sent as "Authorization: Bearer …".
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "searchd/front/message.h"

namespace kto::api {

class Token {
 public:
  // As short a secret as is still not guessed: 16 random letters and digits are 95 bits.
  static constexpr std::size_t kLeast = 16;

  // The first line of the file. Throws law::Error token-unreadable or token-short.
  static Token read(const std::filesystem::path& file);

  // In a time that does not tell how much of it was right.
  bool is_sent_with(const front::Request& request) const;

 private:
  explicit Token(std::string secret) : secret_(std::move(secret)) {}
  std::string secret_;
};

// 401, with the scheme that is wanted.
front::Response token_missing();

}  // namespace kto::api
