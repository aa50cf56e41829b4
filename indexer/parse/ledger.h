// Ledger: what each byte of a source has been taken for. Nothing is lost and nothing is counted twice: a byte is
// claimed once; what nobody claims becomes a diagnostic.
#pragma once

#include <vector>

#include "indexer/law/act.h"
#include "indexer/parse/source.h"

namespace kto::parse {

class Ledger {
 public:
  explicit Ledger(const Source& source);

  // Claims the bytes of the slice that nobody has claimed before; the first claim stands.
  void claim(Slice slice, law::SpanKind kind);
  // What is left, without blanks at its ends, in order. One entry a line.
  std::vector<Slice> unclaimed() const;
  // The partition of the raw text. Bytes that the clean view dropped are layout.
  std::vector<law::Span> spans() const;

 private:
  const Source& source_;
  std::vector<signed char> kinds_;  // a byte of the clean text each; -1: unclaimed
};

}  // namespace kto::parse
