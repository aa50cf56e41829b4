#include "indexer/store/record_parts.h"

#include <limits>
#include <utility>

namespace kto::store {
namespace {

constexpr std::uint64_t kLevels = static_cast<std::uint64_t>(law::Level::double_indent) + 1;
constexpr law::Date kMiddle = std::chrono::sys_days{std::chrono::year{2015} / 1 / 1};
constexpr std::uint64_t kMostLines = std::numeric_limits<unsigned>::max();

std::uint64_t folded(std::int64_t value) {
  return value < 0 ? static_cast<std::uint64_t>(-value) * 2 - 1 : static_cast<std::uint64_t>(value) * 2;
}

std::int64_t unfolded(std::uint64_t value) {
  return value % 2 == 1 ? -static_cast<std::int64_t>(value / 2) - 1 : static_cast<std::int64_t>(value / 2);
}

law::Date day_after(law::Date day, std::uint64_t folded_days) {
  constexpr std::uint64_t kMostDays = 4'000'000;  // more than lie between the first and the last
  const std::int64_t days = folded_days > 2 * kMostDays ? kMostDays : unfolded(folded_days);
  const law::Date after = day + std::chrono::days(static_cast<int>(days));
  if (after < kFirstDay || after > kLastDay) record_damaged("a day is outside the years 1000 to 9999");
  return after;
}

}  // namespace

void write(Encoder& out, const law::Citation& citation) {
  out.number(citation.steps().size());
  for (const law::Step& step : citation.steps()) {
    out.enumeration(step.level);
    out.number(step.number.value);
    out.text(step.number.suffix);
  }
}

law::Citation read_citation(Decoder& in) {
  std::vector<law::Step> steps(in.count());
  for (law::Step& step : steps) {
    step.level = in.enumeration(law::Level::double_indent);
    step.number.value = in.small_number();
    step.number.suffix = in.text();
  }
  return law::Citation(std::move(steps));
}

void write(Encoder& out, const law::Document& document) {
  out.text(document.act);
  out.text(document.annex);
}

law::Document read_document(Decoder& in) {
  law::Document document;
  document.act = in.text();
  document.annex = in.text();
  return document;
}

void write(Encoder& out, const law::Provenance& by) {
  out.text(by.act);
  out.text(by.place);
}

law::Provenance read_provenance(Decoder& in) {
  law::Provenance by;
  by.act = in.text();
  by.place = in.text();
  return by;
}

void write(Encoder& out, const std::optional<law::Provenance>& by) {
  out.flag(by.has_value());
  if (by) write(out, *by);
}

std::optional<law::Provenance> read_optional_provenance(Decoder& in) {
  return in.flag() ? std::optional{read_provenance(in)} : std::nullopt;
}

void write(Encoder& out, const law::Lines& lines) {
  out.number(lines.first);
  out.number(lines.last);
}

law::Lines read_lines(Decoder& in) {
  law::Lines lines;
  lines.first = in.small_number();
  lines.last = in.small_number();
  return lines;
}

void write(Encoder& out, const law::ActRef& act) {
  out.text(act.number);
  out.optional_day(act.date);
}

law::ActRef read_act_ref(Decoder& in) {
  law::ActRef act;
  act.number = in.text();
  act.date = in.optional_day();
  return act;
}

void write(Encoder& out, const std::optional<law::UnitRef>& unit) {
  out.flag(unit.has_value());
  if (!unit) return;
  out.text(unit->code);
  out.text(unit->name);
  out.enumeration(unit->kind);
}

std::optional<law::UnitRef> read_unit_ref(Decoder& in) {
  if (!in.flag()) return std::nullopt;
  law::UnitRef unit;
  unit.code = in.text();
  unit.name = in.text();
  unit.kind = in.enumeration(law::UnitKind::inne);
  return unit;
}

void write_short(Encoder& out, const law::Step& step) {
  const std::uint64_t level = static_cast<std::uint64_t>(step.level);
  out.number((step.number.value * kLevels + level) * 2 + (step.number.suffix.empty() ? 0 : 1));
  if (!step.number.suffix.empty()) out.text(step.number.suffix);
}

law::Step read_short_step(Decoder& in) {
  const std::uint64_t number = in.number();
  law::Step step;
  step.level = static_cast<law::Level>(number / 2 % kLevels);
  step.number.value = static_cast<unsigned>(number / 2 / kLevels);
  if (number % 2 == 1) step.number.suffix = in.text();
  return step;
}

void write_short(Encoder& out, const law::Validity& validity) {
  out.number(folded((validity.from - kMiddle).count()) * 2 + (validity.to ? 1 : 0));
  // An office's own data may say that something ended before it began.
  if (validity.to) out.number(folded((*validity.to - validity.from).count()));
}

law::Validity read_short_validity(Decoder& in) {
  const std::uint64_t first = in.number();
  law::Validity validity{day_after(kMiddle, first / 2), {}};
  if (first % 2 == 1) validity.to = day_after(validity.from, in.number());
  return validity;
}

void write_short(Encoder& out, const law::Lines& lines) {
  out.number(lines.first);
  out.number(folded(std::int64_t{lines.last} - std::int64_t{lines.first}));
}

law::Lines read_short_lines(Decoder& in) {
  law::Lines lines;
  lines.first = in.small_number();
  const std::int64_t last = std::int64_t{lines.first} + unfolded(in.number_up_to(2 * kMostLines));
  if (last < 0 || last > std::int64_t{kMostLines}) record_damaged("a line is out of range");
  lines.last = static_cast<unsigned>(last);
  return lines;
}

}  // namespace kto::store
