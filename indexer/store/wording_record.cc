#include "indexer/store/wording_record.h"

#include <utility>

namespace kto::store {
namespace {

constexpr law::Date kMiddle = std::chrono::sys_days{std::chrono::year{2015} / 1 / 1};
constexpr std::uint64_t kRoles = static_cast<std::uint64_t>(law::Role::supports) + 1;
constexpr std::uint64_t kLevels = static_cast<std::uint64_t>(law::Level::double_indent) + 1;
constexpr std::uint64_t kMostDays = 4'000'000;  // more than lie between the years 1000 and 9999

std::uint64_t folded(std::int64_t value) {
  return value < 0 ? static_cast<std::uint64_t>(-value) * 2 - 1 : static_cast<std::uint64_t>(value) * 2;
}

std::int64_t unfolded(std::uint64_t value) {
  return value % 2 == 1 ? -static_cast<std::int64_t>(value / 2) - 1 : static_cast<std::int64_t>(value / 2);
}

void write_days(Encoder& out, const law::Validity& validity) {
  out.number(folded((validity.from - kMiddle).count()) * 2 + (validity.to ? 1 : 0));
  // An office's own data may say that something ended before it began.
  if (validity.to) out.number(folded((*validity.to - validity.from).count()));
}

std::chrono::days days_of(std::uint64_t number) {
  return std::chrono::days(static_cast<int>(unfolded(number)));
}

law::Validity read_days(Decoder& in) {
  const std::uint64_t first = in.number_up_to(4 * kMostDays);
  law::Validity validity{kMiddle + days_of(first / 2), {}};
  if (first % 2 == 1) validity.to = validity.from + days_of(in.number_up_to(2 * kMostDays));
  return validity;
}

std::string details_of(const NumberedHolder& holder, const WordingTables& tables) {
  Encoder out;
  out.number(holder.shape);
  if (holder.shape == 0)
    out.text(holder.id);
  else if (has_number(tables.shapes[holder.shape]))
    out.number(holder.id_number);
  for (const law::Step& step : holder.citation.steps()) {
    const std::uint64_t level = static_cast<std::uint64_t>(step.level);
    out.number((step.number.value * kLevels + level) * 2 + (step.number.suffix.empty() ? 0 : 1));
    if (!step.number.suffix.empty()) out.text(step.number.suffix);
  }
  return out.finish_part();
}

law::Citation read_steps(Decoder& in) {
  std::vector<law::Step> steps;
  while (in.left() > 0) {
    const std::uint64_t number = in.number();
    law::Step step;
    step.level = static_cast<law::Level>(number / 2 % kLevels);
    step.number.value = static_cast<unsigned>(number / 2 / kLevels);
    if (number % 2 == 1) step.number.suffix = in.text();
    steps.push_back(std::move(step));
  }
  return law::Citation(std::move(steps));
}

// `office`: that of the holder before. Leaves open where the details begin.
void read_head(Decoder& in, std::size_t& office, const WordingTables& tables, WordingHolder& holder) {
  office += in.place_among(tables.offices.size() - office);
  holder.office = tables.offices[office];
  holder.office_place = static_cast<std::uint32_t>(office);
  const std::size_t unit = in.place_among(tables.units.size() * kRoles);
  const WordingUnit& named = tables.units[unit / kRoles];
  holder.unit = named.unit ? &*named.unit : nullptr;
  holder.post = named.post;
  holder.role = static_cast<law::Role>(unit % kRoles);
  holder.validity = read_days(in);
  holder.act = tables.acts[in.place_among(tables.acts.size())];
  holder.details_size = static_cast<std::uint32_t>(in.count());
}

}  // namespace

std::string encode_wording(std::string_view text, std::string_view context, const std::vector<NumberedHolder>& holders,
                           const WordingTables& tables, const WordNumbers& words) {
  Encoder out;
  write_coded(out, text, words);
  write_coded(out, context, words);
  out.number(holders.size());
  std::string details;
  std::uint32_t before = 0;
  for (const NumberedHolder& holder : holders) {
    const std::string own = details_of(holder, tables);
    out.number(holder.office - std::exchange(before, holder.office));
    out.number(holder.unit * kRoles + static_cast<std::uint64_t>(holder.role));
    write_days(out, holder.validity);
    out.number(holder.act);
    out.number(own.size());
    details += own;
  }
  return out.finish_part() + details;
}

void decode_wording(WordingMatch& match) {
  Decoder in = Decoder::of_part(match.record);
  match.text = read_coded(in, match.tables->words);
  match.context = read_coded(in, match.tables->words);
  match.holders.resize(in.count());
  std::size_t office = 0;
  for (WordingHolder& holder : match.holders) read_head(in, office, *match.tables, holder);
  for (WordingHolder& holder : match.holders) {
    holder.details = static_cast<std::uint32_t>(match.record.size() - in.left());
    in.bytes(holder.details_size);
  }
  in.finish();
}

void add_holders(WordingMatch& match, const WordingMatch& other) {
  if (other.tables != match.tables) match.others.push_back(other.tables);
  for (WordingHolder holder : other.holders) {
    std::string bytes = other.record.substr(holder.details, holder.details_size);
    if (other.tables != match.tables) {  // its shape has another number there: the id as it is
      NumberedHolder as_it_is;
      WordingDetails details = other.details(holder);
      as_it_is.id = std::move(details.task);
      as_it_is.citation = std::move(details.citation);
      bytes = details_of(as_it_is, *match.tables);
    }
    holder.details = static_cast<std::uint32_t>(match.record.size());
    holder.details_size = static_cast<std::uint32_t>(bytes.size());
    match.record += bytes;
    match.holders.push_back(holder);
  }
}

WordingDetails WordingMatch::details(const WordingHolder& holder) const {
  Decoder in = Decoder::of_part(std::string_view(record).substr(holder.details, holder.details_size));
  WordingDetails details;
  const std::string& shape = tables->shapes[in.place_among(tables->shapes.size())];
  if (shape.empty()) details.task = in.text();
  const std::uint64_t number = has_number(shape) ? in.number() : 0;
  details.citation = read_steps(in);
  if (!shape.empty()) details.task = put_together(shape, number, holder.office, details.citation, holder.validity.from);
  return details;
}

}  // namespace kto::store
