#include "indexer/store/wording_record.h"

#include <algorithm>
#include <utility>

#include "indexer/store/record_parts.h"

namespace kto::store {
namespace {

constexpr std::uint64_t kRoles = static_cast<std::uint64_t>(law::Role::supports) + 1;

std::string details_of(const NumberedHolder& holder, const WordingTables& tables) {
  Encoder out;
  out.number(holder.shape);
  if (holder.shape == 0)
    out.text(holder.id);
  else if (has_number(tables.shapes[holder.shape]))
    out.number(holder.id_number);
  for (const law::Step& step : holder.citation.steps()) write_short(out, step);
  return out.finish_part();
}

law::Citation read_steps(Decoder& in) {
  std::vector<law::Step> steps;
  while (in.left() > 0) steps.push_back(read_short_step(in));
  return law::Citation(std::move(steps));
}

// `office`: that of the holder before. Leaves open where the details begin.
void read_head(Decoder& in, std::size_t& office, const WordingTables& tables, WordingHolder& holder) {
  office += in.place_among(tables.offices.size() - office);
  holder.tables = &tables;
  holder.office_number = holder.office_place = static_cast<std::uint32_t>(office);
  const std::size_t unit = in.place_among(tables.units.size() * kRoles);
  holder.unit_number = holder.unit_place = static_cast<std::uint32_t>(unit / kRoles);
  holder.role = static_cast<law::Role>(unit % kRoles);
  holder.validity = read_short_validity(in);
  holder.act_number = static_cast<std::uint32_t>(in.place_among(tables.acts.size()));
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
    write_short(out, holder.validity);
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
  std::stable_sort(match.holders.begin(), match.holders.end(),
                   [](const WordingHolder& a, const WordingHolder& b) { return a.office() < b.office(); });
}

std::string_view WordingHolder::office() const {
  return tables->offices[office_number];
}

const law::UnitRef* WordingHolder::unit() const {
  const auto& unit = tables->units[unit_number].unit;
  return unit ? &*unit : nullptr;
}

const std::string& WordingHolder::post() const {
  return tables->units[unit_number].post;
}

const std::string& WordingHolder::act() const {
  return tables->acts[act_number];
}

unsigned offices_of(const std::vector<WordingHolder>& holders) {
  unsigned offices = 0;
  for (std::size_t i = 0; i < holders.size(); ++i)
    if (i == 0 || holders[i].office_place != holders[i - 1].office_place) ++offices;
  return offices;
}

WordingDetails WordingMatch::details(const WordingHolder& holder) const {
  Decoder in = Decoder::of_part(std::string_view(record).substr(holder.details, holder.details_size));
  WordingDetails details;
  const std::string& shape = tables->shapes[in.place_among(tables->shapes.size())];
  if (shape.empty()) details.task = in.text();
  const std::uint64_t number = has_number(shape) ? in.number() : 0;
  details.citation = read_steps(in);
  if (!shape.empty())
    details.task = put_together(shape, number, holder.office(), details.citation, holder.validity.from);
  return details;
}

}  // namespace kto::store
