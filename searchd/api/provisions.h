// Provisions: one provision with every wording it had, who gave and ended each, what was to change it, and what stands
// below it on a day. Values made of the index, which JSON is rendered from.
//
//   § 12 pkt 2 on 2022-06-01, of which 58/12/2021 gave the words and 19/11/2023 others
//     versions    2022-01-01 to 2023-11-15, and from 2023-11-15 with what was done to the words
//     operations  58/12/2021 § 1 pkt 4, 19/11/2023 § 1 pkt 3
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/changes/wording.h"
#include "searchd/api/acts.h"
#include "searchd/api/law_parameters.h"

namespace kto::api {

struct WordingVersion {
  law::ProvisionVersion version;
  // What was done to the words of the version before; empty for the first one known, and after a time without it.
  std::vector<changes::Piece> words;
};

// § 18 that became § 18 ust. 1: the former or later name of the provision.
struct Renumbering {
  law::Citation from, to;
  std::optional<law::Date> on;
  law::Provenance by;
};

struct ProvisionHistory {
  std::string office;
  law::Document document;
  law::Citation citation;
  law::Date as_of;
  std::vector<WordingVersion> versions;      // in order of first day
  std::vector<law::ProvisionVersion> below;  // in force on the day, in order
  std::vector<law::TaskPoint> tasks;         // in order of first day
  std::vector<law::Operation> operations;    // that name it or what holds it
  std::vector<law::UnknownEnd> unknown;      // of it or of what holds it
  std::vector<Renumbering> renumbered;
};

// One for each document that has, or is said by an act to have, such a provision.
std::vector<ProvisionHistory> provision_histories(const store::Reader& index, const std::string& office,
                                                  const law::Citation& citation, law::Date as_of);

// The id of the wording that a task point stands in. A task given to another unit has a later first day than its words,
// and so an id of its own. The id of a wording is its own; nullopt: nobody has the id.
std::optional<std::string> wording_of(const store::Reader& index, const std::string& id);

// The query with that of its readings which an act gives or changes; with the likeliest where none is known.
ProvisionQuery settled(const store::Reader& index, const ProvisionQuery& query);

// The provision of a version, on the day `today` or, where the version is not law then, its last or first day. nullopt:
// nobody has the id.
std::optional<ProvisionHistory> provision_history(const store::Reader& index, const std::string& id, law::Date today);

// Every citation known: with words, or named by an operation.
std::vector<law::Citation> known_citations(const store::Reader& index, const std::string& office);

}  // namespace kto::api
