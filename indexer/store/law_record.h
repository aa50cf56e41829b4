// Records of the law behind the task points, kept beside the documents of the index and read only when asked for:
//
//   law\nlublin                                  the outline of an office: where every version of every provision is,
//                                                what ended unread, who followed whom
//   provision\nlublin-par16-ust1-pkt8-20231115   one version of a provision
//   operations\nlublin\n19/11/2023               what an act commanded, in its order
//   text\nlublin\n19/11/2023                     the act as it was read, for the lines that answers cite
//
// The form of a record: codec.h. A question about who does something reads none of them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::store {

struct VersionEntry {
  std::string id;
  law::Validity validity;
  bool operator==(const VersionEntry&) const = default;
};

// One provision of one document with its versions, in order of first day.
struct ProvisionEntry {
  law::Document document;
  law::Citation citation;
  std::vector<VersionEntry> versions;
  bool operator==(const ProvisionEntry&) const = default;
};

struct Outline {
  std::vector<ProvisionEntry> provisions;  // by document, then citation
  std::vector<law::UnknownEnd> unknown_ends;
  std::vector<law::Succession> successions;
  bool operator==(const Outline&) const = default;
};

struct StoredProvision {
  std::string office;
  law::ProvisionVersion version;
  bool operator==(const StoredProvision&) const = default;
};

Outline outline_of(const law::Catalogue& catalogue);

std::string encode_outline(const Outline& outline);
Outline decode_outline(std::string_view record);
std::string encode_provision(const StoredProvision& stored);
StoredProvision decode_provision(std::string_view record);
std::string encode_operations(const std::vector<law::Operation>& operations);
std::vector<law::Operation> decode_operations(std::string_view record);
std::string encode_act_text(std::string_view text);
std::string decode_act_text(std::string_view record);

// The names under which they are kept.
std::string outline_key(std::string_view office);
std::string provision_key(std::string_view id);
std::string operations_key(std::string_view office, std::string_view act);
std::string text_key(std::string_view office, std::string_view act);

// All records of the law of one office, by name.
using Records = std::vector<std::pair<std::string, std::string>>;
Records law_records(const law::Catalogue& catalogue);

}  // namespace kto::store
