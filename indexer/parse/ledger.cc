#include "indexer/parse/ledger.h"

#include <algorithm>

namespace kto::parse {

Ledger::Ledger(const Source& source) : source_(source), kinds_(source.clean().size(), -1) {
  for (std::size_t i = 0; i < kinds_.size(); ++i)
    if (source.clean()[i] == '\n') kinds_[i] = static_cast<signed char>(law::SpanKind::layout);
}

void Ledger::claim(Slice slice, law::SpanKind kind) {
  for (std::size_t i = slice.begin; i < std::min(slice.end, kinds_.size()); ++i)
    if (kinds_[i] < 0) kinds_[i] = static_cast<signed char>(kind);
}

std::vector<Slice> Ledger::unclaimed() const {
  std::vector<Slice> out;
  const std::string_view clean = source_.clean();
  for (std::size_t i = 0; i < kinds_.size(); ++i) {
    if (kinds_[i] >= 0 || clean[i] == ' ') continue;
    std::size_t end = i + 1;
    for (std::size_t j = i; j < kinds_.size() && kinds_[j] < 0; ++j)
      if (clean[j] != ' ') end = j + 1;
    out.push_back({i, end});
    i = end;
  }
  return out;
}

std::vector<law::Span> Ledger::spans() const {
  std::vector<law::SpanKind> raw(source_.raw().size(), law::SpanKind::layout);
  for (std::size_t i = 0; i < kinds_.size(); ++i)
    if (kinds_[i] >= 0 && source_.origin(i) < raw.size())
      raw[source_.origin(i)] = static_cast<law::SpanKind>(kinds_[i]);
  std::vector<law::Span> out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (out.empty() || out.back().kind != raw[i])
      out.push_back({i, i + 1, raw[i]});
    else
      out.back().end = i + 1;
  }
  return out;
}

}  // namespace kto::parse
