// Provision (jednostka redakcyjna): one §, ustęp, punkt, litera or tiret. Here as a tree, the way it is written, and as
// a ProvisionVersion, the way it is law between two days.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/law/citation.h"
#include "indexer/law/validity.h"

namespace kto::law {

// Lines of the source file, 1-based, both inclusive.
struct Lines {
  unsigned first = 0, last = 0;
  bool operator==(const Lines&) const = default;
};

// An act as another act names it.
struct ActRef {
  std::string number;
  std::optional<Date> date;
  bool operator==(const ActRef&) const = default;
};

// Where a wording comes from or was ended: which act, at which of its own provisions ("§ 1 pkt 1 lit. a tiret 2").
struct Provenance {
  std::string act;  // Act::id
  std::string place;
  bool operator==(const Provenance&) const = default;
};

// One provision as written. `text` is its own text without the label and without its children: the words before a list.
struct Provision {
  Step step;
  std::string text;
  std::string closing;  // część wspólna: the words after the list, ZTP § 56; mostly empty
  Lines lines;          // of the whole provision, children included
  std::vector<Provision> children;
  bool operator==(const Provision&) const = default;
};

// Which document a citation belongs to: the regulation is an annex of the ordinance that gave it.
struct Document {
  std::string act;    // the base act: its number "56/12/2018", its date where it has none
  std::string annex;  // "" the act itself, "załącznik", "załącznik nr 2"
  auto operator<=>(const Document&) const = default;
};

struct ProvisionVersion {
  std::string id;  // permanent: office, document, citation and first day
  Document document;
  Citation citation;
  std::string text;
  std::string closing;
  Validity validity;
  Provenance made_by;
  std::optional<Provenance> ended_by;
  std::string file;
  Lines lines;
  bool operator==(const ProvisionVersion&) const = default;
};

}  // namespace kto::law
