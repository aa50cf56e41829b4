#include <algorithm>

#include "indexer/store/reader_state.h"
#include "indexer/store/record.h"

namespace kto::store {
namespace {

std::string record_at(const Xapian::Database& database, const std::string& key) {
  return guarded([&] { return database.get_metadata(key); });
}

// The order in which the acts list them; units that no act lists come last.
bool listed_before(const law::Unit& a, const law::Unit& b) {
  const auto of_a = law::parse_citation(a.listed_at), of_b = law::parse_citation(b.listed_at);
  if (of_a && of_b) return *of_a < *of_b;
  return of_a && !of_b;
}

}  // namespace

const Outline* Reader::outline(std::string_view office) const {
  if (const auto known = state_->outlines.find(office); known != state_->outlines.end()) return &known->second;
  const std::string record = record_at(state_->open.database, outline_key(office));
  if (record.empty()) return nullptr;
  return &state_->outlines.emplace(std::string(office), decode_outline(record)).first->second;
}

std::optional<StoredProvision> Reader::provision(std::string_view id) const {
  const std::string record = record_at(state_->open.database, provision_key(id));
  return record.empty() ? std::nullopt : std::optional{decode_provision(record)};
}

std::vector<law::ProvisionVersion> Reader::versions(const ProvisionEntry& entry) const {
  std::vector<law::ProvisionVersion> versions;
  for (const VersionEntry& version : entry.versions)
    if (auto stored = provision(version.id)) versions.push_back(std::move(stored->version));
  return versions;
}

std::vector<law::Operation> Reader::operations(std::string_view office, std::string_view act) const {
  const std::string record = record_at(state_->open.database, operations_key(office, act));
  return record.empty() ? std::vector<law::Operation>() : decode_operations(record);
}

std::optional<std::string> Reader::act_text(std::string_view office, std::string_view act) const {
  const std::string record = record_at(state_->open.database, text_key(office, act));
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
  std::stable_sort(out.units.begin(), out.units.end(), listed_before);
  out.unknown_ends = law->unknown_ends;
  out.successions = law->successions;
  const Query all{.filter = {.office = out.office}, .order = Order::citation, .limit = documents()};
  for (Match& match : find(all).matches) out.tasks.push_back(std::move(match.stored.task));
  return out;
}

}  // namespace kto::store
