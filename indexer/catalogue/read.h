// JSON Lines → catalogues: for offices that keep their tasks as data, and for what /api/v1/export gave.
//
// Each line is a row of rows.h; lines may come in any order, empty ones are skipped. Operations of one act and parts of
// one text are taken in the order in which they come, units in that of their listing. Of a task point office, id,
// citation, text and valid_from are needed, all else may be missing. What only task points mention is made of what they
// say: an act without its days; in an office without any row of a unit, its units, each for as long as it has tasks and
// marked inferred.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::catalogue {

// One catalogue an office, by id. `name` is the file's in messages. Reads line by line: beside the catalogues one line
// is held. Throws law::Error catalogue-invalid with the first faults, each with its line ("tasks.jsonl:12: …"), and
// catalogue-unreadable. Nothing is taken from a file with a fault.
std::vector<law::Catalogue> read_catalogues(std::istream& in, const std::string& name);

}  // namespace kto::catalogue
