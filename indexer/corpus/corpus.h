// Corpus: a folder with one folder an office, as the office keeps its law.
//
//   corpus/
//     lublin/
//       office.json     {"id": "lublin", "name": "Urząd Miasta Lublin", "promulgated": {"19/11/2023": "2023-11-14"}}
//       acts/           one file or one folder an act: .txt, .md, .html, .pdf (indexer/intake/intake.h)
//     lexicon/          a folder without office.json is no office
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/parse/act.h"

namespace kto::corpus {

struct OfficeSource {
  std::string id;  // lower-case letters, digits and hyphens
  std::string name;
  bool example = false;                 // "example": true
  law::OfficeDetails details;           // "information_desk", "accessibility"
  std::vector<parse::ActSource> acts;   // in natural order of file name
  std::vector<law::Diagnostic> intake;  // what was done to get their texts, by file
};

// The offices of a corpus folder, by id. Throws law::Error with the place and a hint: corpus-missing, corpus-empty,
// office-unreadable, office-invalid, acts-missing, office-duplicate, and those of intake::read_document.
std::vector<OfficeSource> read_corpus(const std::filesystem::path& folder);

}  // namespace kto::corpus
