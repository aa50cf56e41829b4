// The one way through: an office's sources → its acts, the timeline of its law, its units and task points.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/consolidate/timeline.h"
#include "indexer/corpus/corpus.h"
#include "indexer/extract/extract.h"
#include "indexer/law/catalogue.h"

namespace kto::corpus {

struct OfficeLaw {
  std::string id, name;
  bool example = false;
  law::OfficeDetails details;
  std::vector<law::Act> acts;                // in order of entry into force
  std::map<std::string, std::string> texts;  // by Act::id
  consolidate::Timeline timeline;
  extract::Extraction extraction;
};

// Throws law::Error act-undated or act-without-provisions when a text is no act whose changes could be dated: an index
// without it would answer as if the act did not exist.
OfficeLaw read_law(const OfficeSource& source);

law::Catalogue to_catalogue(const OfficeLaw& law);

// All of parsing, consolidation and extraction, in order of file and line.
std::vector<law::Diagnostic> diagnostics(const OfficeLaw& law);

}  // namespace kto::corpus
