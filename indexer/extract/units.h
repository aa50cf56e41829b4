// Units of a regulation: what its provisions list, with codes, parents and days.
#pragma once

#include <vector>

#include "indexer/extract/listing.h"
#include "indexer/extract/provisions.h"
#include "indexer/law/catalogue.h"
#include "indexer/law/diagnostic.h"

namespace kto::extract {

// What the provision lists, in the light of the words above it.
std::vector<ListedUnit> listing_in(const Provisions& provisions, const law::ProvisionVersion& version);

// By place of listing. A listing that should give codes and does not is said in `diagnostics`.
std::vector<law::Unit> read_units(const std::vector<law::ProvisionVersion>& versions, const Provisions& provisions,
                                  std::vector<law::Diagnostic>& diagnostics);

// At the line of the provision.
law::Diagnostic diagnostic_at(const law::ProvisionVersion& version, law::Severity severity, std::string code,
                              std::string message);

}  // namespace kto::extract
