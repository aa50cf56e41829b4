// Outline: lines with labels → the tree of provisions they make. The same for the body of an act, for the text inside a
// quotation and for a whole regulation; only what is opaque differs.
//
//   1) w § 3:                                  pkt 1  "w § 3:"
//   a) w ust. 1:                                 lit. a  "w ust. 1:"
//   - uchyla się pkt 3,                            tiret 1  "uchyla się pkt 3,"
#pragma once

#include <optional>
#include <vector>

#include "indexer/parse/ledger.h"
#include "indexer/parse/quotation.h"
#include "indexer/parse/source.h"

namespace kto::parse {

struct Node {
  law::Step step;
  Slice whole;  // label, text, quotations and children
  std::vector<Slice> labels;
  std::vector<Slice> text;     // its own words, a slice a line
  std::vector<Slice> closing;  // the words after its list (część wspólna)
  std::vector<Quotation> quotations;
  std::vector<Node> children;
  bool dotted = false;     // its label is "2."
  std::size_t indent = 0;  // blanks before it on its line
};

struct OutlineOptions {
  // Quotations whose inside is not read: their labels are somebody else's.
  std::vector<Quotation> opaque;
  // The level that "2." stands for where nothing is open: points are written so in some offices.
  law::Level dotted = law::Level::paragraph;
};

struct Outline {
  std::vector<Slice> before;  // words before the first label
  std::vector<Node> nodes;
  std::vector<law::Diagnostic> diagnostics;
};

Outline read_outline(const Source& source, Slice range, const OutlineOptions& options);

// The provision's own words on one line.
std::string joined_text(const Source& source, const std::vector<Slice>& text);

// Node → Provision, with labels and words claimed in the ledger.
law::Provision to_provision(const Source& source, const Node& node, Ledger& ledger);

}  // namespace kto::parse
