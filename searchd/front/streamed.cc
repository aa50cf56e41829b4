#include "searchd/front/streamed.h"

#include <array>
#include <cstdio>

namespace kto::front {
namespace {

std::string hexadecimal(std::size_t size) {
  std::array<char, 20> text{};
  std::snprintf(text.data(), text.size(), "%zx", size);
  return text.data();
}

}  // namespace

Streamed::~Streamed() {
  if (!observer_) return;
  exchange_.duration += std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - since_);
  observer_(exchange_);
}

void Streamed::observe(Exchange exchange, Observer observer) {
  exchange_ = std::move(exchange);
  observer_ = std::move(observer);
}

bool Streamed::add_next(std::string& text) {
  const std::size_t before = text.size();
  const std::string piece = pieces_();
  if (!chunked_)
    text += piece;
  else if (piece.empty())
    text += "0\r\n\r\n";
  else
    text.append(hexadecimal(piece.size())).append("\r\n").append(piece).append("\r\n");
  exchange_.bytes += text.size() - before;
  return !piece.empty();
}

}  // namespace kto::front
