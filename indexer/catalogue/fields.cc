#include "indexer/catalogue/fields.h"

#include <algorithm>
#include <limits>

namespace kto::catalogue {
namespace {

std::string quoted(const char* name) {
  return "\"" + std::string(name) + "\"";
}

bool is_text(const Row& value) {
  return value.is_string();
}

// A kind or role by its name; what is missing is the fallback.
template <class Enum>
Enum named(Fields& fields, const char* name, std::optional<Enum> (*parse)(std::string_view), Enum fallback) {
  const std::string text = fields.optional_text(name);
  if (text.empty()) return fallback;
  const auto value = parse(text);
  if (!value) fields.fault(quoted(name) + ": there is no " + text);
  return value.value_or(fallback);
}

}  // namespace

const Row* Fields::take(const char* name) {
  taken_.emplace_back(name);
  const auto found = row_.find(name);
  return found == row_.end() || found->is_null() ? nullptr : &*found;
}

const Row* Fields::take_object(const char* name) {
  const Row* value = take(name);
  if (!value || value->is_object()) return value;
  fault(quoted(name) + " must be an object or null");
  return nullptr;
}

std::string Fields::optional_text(const char* name) {
  const Row* value = take(name);
  if (!value) return "";
  if (value->is_string()) return value->get<std::string>();
  fault(quoted(name) + " must be text or null");
  return "";
}

std::string Fields::text(const char* name) {
  const std::size_t before = faults_.size();
  std::string text = optional_text(name);
  if (text.empty() && faults_.size() == before) fault(quoted(name) + " is missing");
  return text;
}

std::optional<law::Date> Fields::optional_day(const char* name) {
  const std::string text = optional_text(name);
  if (text.empty()) return std::nullopt;
  const auto day = law::parse_date(text);
  if (!day) fault(quoted(name) + " is no day written YYYY-MM-DD: " + text);
  return day;
}

law::Date Fields::day(const char* name) {
  const std::size_t before = faults_.size();
  const auto day = optional_day(name);
  if (!day && faults_.size() == before) fault(quoted(name) + " is missing");
  return day.value_or(law::Date{});
}

law::Validity Fields::validity() {
  const std::size_t before = faults_.size();
  const law::Validity validity{day("valid_from"), optional_day("valid_to")};
  if (faults_.size() == before && validity.empty())
    fault("\"valid_to\" is the first day no longer in force and must come after \"valid_from\"");
  return validity;
}

law::Citation Fields::citation(const char* name) {
  const std::string written = text(name);
  const auto citation = law::parse_citation(written);
  if (!citation && !written.empty()) fault(quoted(name) + " is no citation such as § 16 ust. 1 pkt 8: " + written);
  return citation.value_or(law::Citation());
}

unsigned Fields::number(const char* name) {
  const Row* value = take(name);
  if (!value) return 0;
  if (value->is_number_unsigned() && value->get<std::uint64_t>() <= std::numeric_limits<unsigned>::max())
    return value->get<unsigned>();
  fault(quoted(name) + " must be a whole number");
  return 0;
}

bool Fields::flag(const char* name) {
  const Row* value = take(name);
  if (value && !value->is_boolean()) fault(quoted(name) + " must be true or false");
  return value && value->is_boolean() && value->get<bool>();
}

law::Lines Fields::lines(const char* name) {
  const Row* value = take(name);
  if (!value) return {};
  const auto is_line = [](const Row& line) {
    return line.is_number_unsigned() && line.get<std::uint64_t>() < 1U << 31;
  };
  if (value->is_array() && value->size() == 2 && is_line((*value)[0]) && is_line((*value)[1]))
    return {(*value)[0].get<unsigned>(), (*value)[1].get<unsigned>()};
  fault(quoted(name) + " must be the first and the last line: [12, 14]");
  return {};
}

std::string Fields::reason(const char* name) {
  const Row* value = take(name);
  if (!value || (value->is_boolean() && !value->get<bool>())) return "";
  if (value->is_string() && !value->get<std::string>().empty()) return value->get<std::string>();
  fault(quoted(name) + " must be false or the reason");
  return "";
}

void Fields::add_faults(const char* name, Fields& inner) {
  for (const std::string& sentence : inner.faults()) fault(quoted(name) + ": " + sentence);
}

std::optional<law::UnitRef> Fields::unit(const char* name) {
  const Row* value = take_object(name);
  if (!value) return std::nullopt;
  Fields inner(*value);
  law::UnitRef unit{inner.text("code"), inner.optional_text("name"), inner.unit_kind("kind")};
  add_faults(name, inner);
  return unit;
}

std::optional<law::Provenance> Fields::provenance(const char* name) {
  const Row* value = take_object(name);
  if (!value) return std::nullopt;
  Fields inner(*value);
  law::Provenance by{inner.text("act"), inner.optional_text("place")};
  add_faults(name, inner);
  return by;
}

std::optional<law::ActRef> Fields::act(const char* name) {
  const Row* value = take_object(name);
  if (!value) return std::nullopt;
  Fields inner(*value);
  law::ActRef act{inner.optional_text("number"), inner.optional_day("date")};
  add_faults(name, inner);
  return act;
}

std::vector<law::ActRef> Fields::acts(const char* name) {
  std::vector<law::ActRef> acts;
  const Row* value = take(name);
  if (!value) return acts;
  if (!value->is_array()) fault(quoted(name) + " must be a list");
  for (const Row& one : value->is_array() ? *value : Row::array()) {
    const Row wrapped = {{"act", one}};
    Fields inner(wrapped);
    if (auto act = inner.act("act")) acts.push_back(std::move(*act));
    add_faults(name, inner);
  }
  return acts;
}

law::Document Fields::document(const char* name) {
  const Row* value = take_object(name);
  if (!value) return {};
  Fields inner(*value);
  law::Document document{inner.optional_text("act"), inner.optional_text("annex")};
  add_faults(name, inner);
  return document;
}

std::vector<std::string> Fields::texts(const char* name) {
  std::vector<std::string> texts;
  const Row* value = take(name);
  const bool is_list = !value || (value->is_array() && std::all_of(value->begin(), value->end(), is_text));
  if (!is_list) fault(quoted(name) + " must be a list of texts");
  if (value && is_list) texts = value->get<std::vector<std::string>>();
  return texts;
}

std::map<std::string, std::string> Fields::named_texts(const char* name) {
  std::map<std::string, std::string> texts;
  const Row* value = take_object(name);
  const bool is_table = !value || std::all_of(value->begin(), value->end(), is_text);
  if (!is_table) fault(quoted(name) + " must hold texts");
  if (value && is_table) texts = value->get<std::map<std::string, std::string>>();
  return texts;
}

law::UnitKind Fields::unit_kind(const char* name) {
  return named(*this, name, law::parse_unit_kind, law::UnitKind::inne);
}

law::Role Fields::role(const char* name) {
  return named(*this, name, law::parse_role, law::Role::owner);
}

std::vector<std::string> Fields::faults() {
  for (const auto& [name, value] : row_.items())
    if (std::find(taken_.begin(), taken_.end(), name) == taken_.end()) fault("unknown field \"" + name + "\"");
  return std::move(faults_);
}

}  // namespace kto::catalogue
