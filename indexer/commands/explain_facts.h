// What the acts read say of one provision: its wording on a day, every wording it had, every operation that concerned
// it, applied or not, and what ended without its words being known.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/corpus/office_law.h"

namespace kto::commands {

// Where something stands, seen from the provision that is explained: § 16 is above § 16 ust. 1.
enum class Relation : std::uint8_t { itself, above, below };
std::string_view to_string(Relation relation);
std::optional<Relation> relation(const law::Citation& explained, const law::Citation& other);

// The provisions that a change names; none for an annex.
std::vector<law::Citation> citations_of(const law::Change& change);

// One provision named by one operation.
struct OperationFact {
  const law::Act* act = nullptr;
  const law::Amendment* amendment = nullptr;
  law::Citation target;
  Relation relation = Relation::itself;
  bool applied = false;  // to this provision; the operation as a whole may have failed elsewhere
  std::string note;      // of this provision; why not, or what is worth knowing
};

struct UnknownFact {
  const consolidate::UnknownEnd* end = nullptr;
  Relation relation = Relation::itself;
};

// Provisions below the explained one that began and ended together.
struct BelowFact {
  const law::ProvisionVersion* first = nullptr;
  const law::ProvisionVersion* last = nullptr;
  std::size_t count = 0;
};

// Pointers are into the OfficeLaw, which must live on.
struct Explanation {
  const corpus::OfficeLaw* office = nullptr;
  law::Document document;
  law::Citation citation;
  law::Date day;
  std::vector<const law::ProvisionVersion*> wording;   // on the day, itself first, then what is below it
  std::string no_wording;                              // one sentence; empty when there is a wording
  std::vector<const law::ProvisionVersion*> versions;  // of the provision itself, by first day
  std::vector<const law::ProvisionVersion*> formerly;  // its wordings under other numbers, by first day
  std::vector<BelowFact> below;                        // by first day
  std::vector<OperationFact> operations;               // in order of entry into force
  std::vector<UnknownFact> unknown;                    // in order of entry into force
  std::vector<const law::TaskPoint*> tasks;            // that `wording` gives, in order
  std::vector<const law::Unit*> units;                 // that `wording` lists, in order
};

// One explanation for each document of the office in which the provision is known: it or something below it has, had or
// lost a wording, or an operation names it; or something above it ended and its words were never known.
std::vector<Explanation> explain_provision(const corpus::OfficeLaw& office, const law::Citation& citation,
                                           law::Date day);

// The known citations nearest to one that is not known, at most `count`, nearest first: those that share the most of
// its path, then by number.
std::vector<law::Citation> nearest(const std::vector<corpus::OfficeLaw>& offices, const law::Citation& citation,
                                   std::size_t count);

}  // namespace kto::commands
