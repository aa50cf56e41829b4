// Consolidation: acts → the Timeline of every provision, the wordings it has had and between which days each was law.
//
// Acts are applied in order of entry into force; of two on one day the earlier dated one comes first. Where the base
// text is not to be had, a provision is known from the day an act first gives its whole wording; what an act repeals or
// replaces before that is kept in a list of its own, and what cannot be applied is said, with the reason. Nothing is
// guessed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/law/act.h"
#include "indexer/law/inflection.h"

namespace kto::consolidate {

// What became of one amendment.
struct Outcome {
  std::string act;        // Act::id
  std::size_t index = 0;  // in Act::amendments
  bool applied = false;
  std::string note;  // why not, or what is worth knowing; may be empty
  bool operator==(const Outcome&) const = default;
};

// A provision that was repealed or replaced without its text being known.
struct UnknownEnd {
  law::Document document;
  law::Citation citation;
  law::Date ended_on;
  law::Provenance ended_by;
  bool repealed = false;  // false: replaced, the new text is known
  bool operator==(const UnknownEnd&) const = default;
};

struct Timeline {
  std::vector<law::ProvisionVersion> versions;  // by document, citation, first day
  std::vector<Outcome> outcomes;                // by act in order of entry into force, then by amendment
  std::vector<UnknownEnd> unknown_ends;
  std::vector<law::Diagnostic> diagnostics;
};

// `inflection`: for words changed in every number and case; without it such changes are not applied, and said.
// Acts without a day of entry into force are left out; each of their amendments gets an Outcome that says so.
// `office` begins the permanent id of each version.
Timeline consolidate(const std::vector<law::Act>& acts, const std::string& office,
                     const law::Inflection& inflection = {});

}  // namespace kto::consolidate
