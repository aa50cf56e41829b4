#include "indexer/law/listing_order.h"
#include "indexer/store/reader_state.h"
#include "indexer/store/record.h"

namespace kto::store {

std::string Reader::record_of(std::string_view office, const std::string& key) const {
  const auto place = place_held(office);
  if (!place) return "";
  return guarded([&] { return state_->shard(*place).get_metadata(key); });
}

const Outline* Reader::outline(std::string_view office) const {
  const auto place = place_held(office);
  if (!place) return nullptr;
  if (const auto known = state_->outlines.find(*place); known != state_->outlines.end()) return &known->second;
  const std::string record = record_of(office, outline_key(office));
  return &state_->outlines.emplace(*place, decode_outline(record)).first->second;
}

std::optional<StoredProvision> Reader::provision(std::string_view id) const {
  // "lublin-powiat-par3-20220101" may be of "lublin-powiat" or of "lublin".
  for (std::size_t length = id.size(); length > 0; --length)
    if (const std::string record = record_of(id.substr(0, length), provision_key(id)); !record.empty())
      return decode_provision(record);
  return std::nullopt;
}

std::vector<law::ProvisionVersion> Reader::versions(const ProvisionEntry& entry) const {
  std::vector<law::ProvisionVersion> versions;
  for (const VersionEntry& version : entry.versions)
    if (auto stored = provision(version.id)) versions.push_back(std::move(stored->version));
  return versions;
}

std::vector<law::Operation> Reader::operations(std::string_view office, std::string_view act) const {
  const std::string record = record_of(office, operations_key(office, act));
  return record.empty() ? std::vector<law::Operation>() : decode_operations(record);
}

std::optional<std::string> Reader::act_text(std::string_view office, std::string_view act) const {
  const std::string record = record_of(office, text_key(office, act));
  return record.empty() ? std::nullopt : std::optional{decode_act_text(record)};
}

std::optional<law::Catalogue> Reader::catalogue(std::string_view id) const {
  const Office* of = office(id);
  const Outline* law = outline(id);
  if (of == nullptr || law == nullptr) return std::nullopt;
  law::Catalogue out;
  out.office = of->summary.id;
  out.office_name = of->summary.name;
  out.example = of->summary.example;
  out.acts = of->acts;
  out.details = of->details;
  out.units = of->units;
  law::sort_as_listed(out.units);
  out.unknown_ends = law->unknown_ends;
  out.successions = law->successions;
  const Query all{.filter = {.office = out.office}, .order = Order::citation, .limit = of->summary.tasks};
  for (const Match& match : find(all).matches) out.tasks.push_back(match.found->stored().task);
  return out;
}

}  // namespace kto::store
