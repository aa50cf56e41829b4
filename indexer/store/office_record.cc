#include "indexer/store/office_record.h"

#include <algorithm>
#include <utility>

#include "indexer/store/record_parts.h"

namespace kto::store {
namespace {

constexpr std::uint64_t kHasParent = 1, kHasEnder = 2;

void write(Encoder& out, const law::Unit& unit, const WordNumbers& names) {
  out.number((unit.parent ? kHasParent : 0U) + (unit.ended_by ? kHasEnder : 0U));
  out.enumeration(unit.kind);
  write_short(out, unit.validity);
  each_string(unit, [&](const std::string& one) { write_whole(out, one, names); });
}

law::Unit read_unit(Decoder& in, const StringList& names) {
  law::Unit unit;
  const std::uint64_t flags = in.number_up_to(kHasParent + kHasEnder);
  if ((flags & kHasParent) != 0) unit.parent.emplace();
  if ((flags & kHasEnder) != 0) unit.ended_by.emplace();
  unit.kind = in.enumeration(law::UnitKind::inne);
  unit.validity = read_short_validity(in);
  each_string(unit, [&](std::string& one) { one = read_whole(in, names); });
  return unit;
}

void write(Encoder& out, const law::ActSummary& act) {
  for (const std::string* field : {&act.id, &act.number, &act.kind, &act.organ, &act.title, &act.file})
    out.text(*field);
  out.optional_day(act.date);
  out.optional_day(act.in_force);
  out.number(act.operations);
  out.number(act.not_applied);
  out.text(act.in_force_rule);
  out.flag(act.amends.has_value());
  if (act.amends) write(out, *act.amends);
  write_all(out, act.repeals, store::write);
}

law::ActSummary read_act(Decoder& in) {
  law::ActSummary act;
  for (std::string* field : {&act.id, &act.number, &act.kind, &act.organ, &act.title, &act.file}) *field = in.text();
  act.date = in.optional_day();
  act.in_force = in.optional_day();
  act.operations = in.small_number();
  act.not_applied = in.small_number();
  act.in_force_rule = in.text();
  if (in.flag()) act.amends = read_act_ref(in);
  act.repeals = read_all(in, read_act_ref);
  return act;
}

void write(Encoder& out, const OfficeSummary& summary) {
  out.text(summary.id);
  out.text(summary.name);
  for (unsigned count : {summary.tasks, summary.units, summary.acts}) out.number(count);
  out.optional_day(summary.covered_from);
  out.optional_day(summary.law_state_as_of);
  out.text(summary.last_act);
  out.number(summary.not_applied);
}

OfficeSummary read_summary(Decoder& in) {
  OfficeSummary summary;
  summary.id = in.text();
  summary.name = in.text();
  for (unsigned* count : {&summary.tasks, &summary.units, &summary.acts}) *count = in.small_number();
  summary.covered_from = in.optional_day();
  summary.law_state_as_of = in.optional_day();
  summary.last_act = in.text();
  summary.not_applied = in.small_number();
  return summary;
}

void write(Encoder& out, const law::OfficeDetails& details) {
  out.text(details.information_desk);
  out.number(details.accessibility.size());
  for (const auto& [field, said] : details.accessibility) {
    out.text(field);
    out.text(said);
  }
}

law::OfficeDetails read_details(Decoder& in) {
  law::OfficeDetails details;
  details.information_desk = in.text();
  for (std::size_t left = in.count(); left > 0; --left) {
    std::string field = in.text();
    details.accessibility[std::move(field)] = in.text();
  }
  return details;
}

// The code of the next unit, of which nothing else is read.
std::string_view pass_unit(Decoder& in, const StringList& names, std::forward_list<std::string>& own) {
  const std::uint64_t flags = in.number_up_to(kHasParent + kHasEnder);
  in.enumeration(law::UnitKind::inne);
  read_short_validity(in);
  skip_whole(in, names);  // id
  const std::string_view code = view_whole(in, names, own);
  // Name, act, listed_at, inferred, place; the parent; the two of what ended it.
  for (unsigned left = 5 + ((flags & kHasParent) != 0 ? 1 : 0) + ((flags & kHasEnder) != 0 ? 2 : 0); left > 0; --left)
    skip_whole(in, names);
  return code;
}

}  // namespace

std::string encode_office(const Office& office, const WordNumbers& names) {
  Encoder out;
  write(out, office.summary);
  out.number(office.units.size());
  for (const law::Unit& unit : office.units) write(out, unit, names);
  write_all(out, office.acts, write);
  write(out, office.details);
  return out.finish();
}

Office decode_office(std::string_view record, const StringList& names) {
  Decoder in(record);
  Office office;
  office.summary = read_summary(in);
  const std::size_t units = in.count();
  office.units.reserve(units);
  while (office.units.size() < units) office.units.push_back(read_unit(in, names));
  office.acts = read_all(in, read_act);
  office.details = read_details(in);
  in.finish();
  return office;
}

OfficeParts::OfficeParts(std::string record, std::shared_ptr<const StringList> names)
    : record_(std::move(record)), names_(std::move(names)) {
  Decoder in(record_);
  const std::size_t whole = in.left();
  read_summary(in);
  units_.resize(in.count());
  for (UnitAt& unit : units_) {
    unit.begin = whole - in.left();
    unit.code = pass_unit(in, *names_, own_);
  }
  acts_ = read_all(in, read_act);
}

std::vector<std::string> OfficeParts::codes() const {
  std::vector<std::string_view> codes;
  for (const UnitAt& unit : units_) codes.push_back(unit.code);
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return {codes.begin(), codes.end()};
}

const std::vector<law::Unit>& OfficeParts::units(std::string_view code) {
  if (const auto known = known_.find(code); known != known_.end()) return known->second;
  std::vector<law::Unit>& units = known_[std::string(code)];
  for (const UnitAt& unit : units_) {
    if (unit.code != code) continue;
    Decoder in(record_);
    in.bytes(unit.begin);
    units.push_back(read_unit(in, *names_));
  }
  return units;
}

}  // namespace kto::store
