// JSON of the answers that show the law over time, field by field in the order of the contract. Schemas:
// web/openapi.json.
#pragma once

#include "searchd/api/change_list.h"
#include "searchd/api/json_parts.h"
#include "searchd/api/law_parameters.h"
#include "searchd/api/provisions.h"
#include "searchd/api/resolve.h"
#include "searchd/api/structure.h"
#include "searchd/api/unit_history.h"

namespace kto::api {

// How the acts of an office are called: one ActNames an office.
using NamesOf = std::map<std::string, ActNames>;
NamesOf names_of(const store::Reader& index);

Json to_json(const CitedAct& act);
Json acts_json(const NamedQuery& query, const std::vector<ActEntry>& acts, const Basis& basis);
Json act_json(const NamedQuery& query, const ActEntry& act, const std::vector<law::Operation>& operations,
              const Basis& basis);

Json provisions_json(const ProvisionQuery& query, const std::vector<ProvisionHistory>& found, const NamesOf& names,
                     const Basis& basis);
// The version asked for by its id, among its siblings.
Json provision_json(const std::string& id, const ProvisionHistory& found, const NamesOf& names, const Basis& basis);

Json changes_json(const ChangesQuery& query, const std::vector<OfficeChanges>& offices, const NamesOf& names,
                  const Basis& basis);
Json history_json(const NamedQuery& query, const std::vector<UnitHistory>& found, const NamesOf& names,
                  const Basis& basis);
Json resolve_json(const ResolveQuery& query, const Resolved& resolved, const NamesOf& names, const Basis& basis);

// Parts of the above.
Json to_json(const std::vector<law::Provenance>& by, const ActNames& names);
Json to_json(const std::vector<changes::Piece>& words);
Json to_json(const law::TaskPoint& task, const ActNames& names);
Json to_json(const law::Unit& unit, const std::string& office, const ActNames& names);
Json to_json(const changes::TaskChange& change, const ActNames& names);
Json to_json(const changes::UnitChange& change, const std::string& office, const ActNames& names);
Json to_json(const law::UnknownEnd& end, const ActNames& names);
Json to_json(const law::Document& document);
// Freshness and index, as the last fields of an answer.
Json with_basis(Json answer, const Basis& basis);

}  // namespace kto::api
