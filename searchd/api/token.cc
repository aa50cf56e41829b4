#include "searchd/api/token.h"

#include <fstream>

#include "indexer/law/error.h"
#include "searchd/front/problem.h"

namespace kto::api {
namespace {

constexpr std::string_view kScheme = "Bearer ";

bool equal(std::string_view a, std::string_view b) {
  unsigned char different = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size(); ++i)
    different |= static_cast<unsigned char>(static_cast<unsigned char>(a[i]) ^
                                            static_cast<unsigned char>(b.empty() ? 0 : b[i % b.size()]));
  return different == 0;
}

}  // namespace

Token Token::read(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string secret;
  if (!std::getline(in, secret))
    throw law::Error("token-unreadable", file.string() + ": the token cannot be read",
                     "write a secret of at least " + std::to_string(kLeast) + " characters into its first line");
  while (!secret.empty() && (secret.back() == '\r' || secret.back() == ' ')) secret.pop_back();
  if (secret.size() < kLeast)
    throw law::Error("token-short", file.string() + ": the token is shorter than " + std::to_string(kLeast),
                     "make one with: head -c 24 /dev/urandom | base64");
  return Token(std::move(secret));
}

bool Token::is_sent_with(const front::Request& request) const {
  const auto sent = request.header("authorization");
  return sent.starts_with(kScheme) && equal(sent.substr(kScheme.size()), secret_);
}

front::Response token_missing() {
  front::Problem problem;
  problem.status = 401;
  problem.title = "Wymagany klucz";
  problem.detail = "Ten adres jest dla pracowników urzędu: wyślij klucz w nagłówku Authorization: Bearer.";
  auto response = to_response(problem);
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

}  // namespace kto::api
