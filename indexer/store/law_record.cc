#include "indexer/store/law_record.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "indexer/store/record_parts.h"
#include "indexer/store/terms.h"

namespace kto::store {
namespace {

void write(Encoder& out, const VersionEntry& entry) {
  out.text(entry.id);
  out.validity(entry.validity);
}

VersionEntry read_version_entry(Decoder& in) {
  VersionEntry entry;
  entry.id = in.text();
  entry.validity = in.validity();
  return entry;
}

void write(Encoder& out, const ProvisionEntry& entry) {
  write(out, entry.document);
  write(out, entry.citation);
  write_all(out, entry.versions, write);
}

ProvisionEntry read_provision_entry(Decoder& in) {
  ProvisionEntry entry;
  entry.document = read_document(in);
  entry.citation = read_citation(in);
  entry.versions = read_all(in, read_version_entry);
  return entry;
}

void write(Encoder& out, const law::UnknownEnd& end) {
  write(out, end.document);
  write(out, end.citation);
  out.day(end.ended_on);
  write(out, end.ended_by);
  out.flag(end.repealed);
}

law::UnknownEnd read_unknown_end(Decoder& in) {
  law::UnknownEnd end;
  end.document = read_document(in);
  end.citation = read_citation(in);
  end.ended_on = in.day();
  end.ended_by = read_provenance(in);
  end.repealed = in.flag();
  return end;
}

law::SuccessionReason read_reason(Decoder& in) {
  return in.enumeration(law::SuccessionReason::unit_above);
}

void write(Encoder& out, const law::Succession& succession) {
  out.text(succession.from);
  out.text(succession.to);
  out.day(succession.on);
  out.enumeration(succession.certainty);
  out.number(succession.reasons.size());
  for (const law::SuccessionReason reason : succession.reasons) out.enumeration(reason);
  out.number(succession.tasks);
  out.number(succession.of);
  write_all(out, succession.by, store::write);
}

law::Succession read_succession(Decoder& in) {
  law::Succession succession;
  succession.from = in.text();
  succession.to = in.text();
  succession.on = in.day();
  succession.certainty = in.enumeration(law::Certainty::possible);
  succession.reasons = read_all(in, read_reason);
  succession.tasks = in.small_number();
  succession.of = in.small_number();
  succession.by = read_all(in, read_provenance);
  return succession;
}

void write(Encoder& out, const law::Operation& operation) {
  for (const std::string* field : {&operation.act, &operation.place, &operation.kind}) out.text(*field);
  write(out, operation.document);
  out.number(operation.targets.size());
  for (const std::string& target : operation.targets) out.text(target);
  out.text(operation.anchor);
  out.optional_day(operation.effective);
  write(out, operation.lines);
  out.text(operation.old_text);
  out.text(operation.new_text);
  out.flag(operation.applied);
  out.text(operation.note);
}

std::string read_text(Decoder& in) {
  return in.text();
}

law::Operation read_operation(Decoder& in) {
  law::Operation operation;
  for (std::string* field : {&operation.act, &operation.place, &operation.kind}) *field = in.text();
  operation.document = read_document(in);
  operation.targets = read_all(in, read_text);
  operation.anchor = in.text();
  operation.effective = in.optional_day();
  operation.lines = read_lines(in);
  operation.old_text = in.text();
  operation.new_text = in.text();
  operation.applied = in.flag();
  operation.note = in.text();
  return operation;
}

}  // namespace

Outline outline_of(const law::Catalogue& catalogue) {
  Outline outline{{}, catalogue.unknown_ends, catalogue.successions};
  std::vector<const law::ProvisionVersion*> versions;
  for (const law::ProvisionVersion& version : catalogue.provisions) versions.push_back(&version);
  const auto place = [](const law::ProvisionVersion* version) {
    return std::tie(version->document, version->citation, version->validity.from);
  };
  std::stable_sort(versions.begin(), versions.end(), [&](const auto* a, const auto* b) { return place(a) < place(b); });
  for (const law::ProvisionVersion* version : versions) {
    auto& provisions = outline.provisions;
    if (provisions.empty() || provisions.back().document != version->document ||
        provisions.back().citation != version->citation)
      provisions.push_back({version->document, version->citation, {}});
    provisions.back().versions.push_back({version->id, version->validity});
  }
  return outline;
}

std::string encode_outline(const Outline& outline) {
  Encoder out;
  write_all(out, outline.provisions, write);
  write_all(out, outline.unknown_ends, write);
  write_all(out, outline.successions, write);
  return out.finish();
}

Outline decode_outline(std::string_view record) {
  Decoder in(record);
  Outline outline;
  outline.provisions = read_all(in, read_provision_entry);
  outline.unknown_ends = read_all(in, read_unknown_end);
  outline.successions = read_all(in, read_succession);
  in.finish();
  return outline;
}

std::string encode_provision(const StoredProvision& stored) {
  const law::ProvisionVersion& version = stored.version;
  Encoder out;
  out.text(stored.office);
  out.text(version.id);
  write(out, version.document);
  write(out, version.citation);
  out.text(version.text);
  out.text(version.closing);
  out.validity(version.validity);
  write(out, version.made_by);
  write(out, version.ended_by);
  out.text(version.file);
  write(out, version.lines);
  return out.finish();
}

StoredProvision decode_provision(std::string_view record) {
  Decoder in(record);
  StoredProvision stored;
  law::ProvisionVersion& version = stored.version;
  stored.office = in.text();
  version.id = in.text();
  version.document = read_document(in);
  version.citation = read_citation(in);
  version.text = in.text();
  version.closing = in.text();
  version.validity = in.validity();
  version.made_by = read_provenance(in);
  version.ended_by = read_optional_provenance(in);
  version.file = in.text();
  version.lines = read_lines(in);
  in.finish();
  return stored;
}

std::string encode_operations(const std::vector<law::Operation>& operations) {
  Encoder out;
  write_all(out, operations, write);
  return out.finish();
}

std::vector<law::Operation> decode_operations(std::string_view record) {
  Decoder in(record);
  std::vector<law::Operation> operations = read_all(in, read_operation);
  in.finish();
  return operations;
}

std::string outline_key(std::string_view office) {
  return bounded("law\n" + std::string(office));
}
std::string provision_key(std::string_view id) {
  return bounded("provision\n" + std::string(id));
}
std::string operations_key(std::string_view office, std::string_view act) {
  return bounded("operations\n" + std::string(office) + "\n" + std::string(act));
}

std::string text_key(std::string_view office, std::string_view act) {
  return bounded("text\n" + std::string(office) + "\n" + std::string(act));
}

std::string encode_act_text(std::string_view text) {
  Encoder out;
  out.text(text);
  return out.finish();
}

std::string decode_act_text(std::string_view record) {
  Decoder in(record);
  std::string text = in.text();
  in.finish();
  return text;
}

Records law_records(const law::Catalogue& catalogue) {
  Records records;
  records.emplace_back(outline_key(catalogue.office), encode_outline(outline_of(catalogue)));
  for (const law::ProvisionVersion& version : catalogue.provisions)
    records.emplace_back(provision_key(version.id), encode_provision({catalogue.office, version}));
  std::map<std::string, std::vector<law::Operation>> by_act;
  for (const law::Operation& operation : catalogue.operations) by_act[operation.act].push_back(operation);
  for (const auto& [act, operations] : by_act)
    records.emplace_back(operations_key(catalogue.office, act), encode_operations(operations));
  for (const auto& [act, text] : catalogue.texts)
    records.emplace_back(text_key(catalogue.office, act), encode_act_text(text));
  std::sort(records.begin(), records.end());
  return records;
}

}  // namespace kto::store
