// The bytes of an office's file (office_file.h). Inside this room only.
#pragma once

#include <string>

#include "indexer/store/office_content.h"
#include "indexer/text/analysis.h"

namespace kto::store {

// What a file says of itself, so that one that a killed builder left can be taken over.
struct AboutOffice {
  std::string schema, analysis;  // as in a manifest
  std::string content, source;   // as in its Shard
  std::string summary;           // to_line()
};
// Throws law::Error record-damaged.
AboutOffice about_office(std::string_view record);

// `source`: Shard::source. The same content gives the same bytes.
std::string office_bytes(const OfficeContent& content, const std::string& source, const text::Analyser& analyser);

}  // namespace kto::store
