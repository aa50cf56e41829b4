#include "indexer/catalogue/row_parts.h"

namespace kto::catalogue {

Row null_or(const std::string& text) {
  return text.empty() ? Row(nullptr) : Row(text);
}

Row null_or(const std::optional<law::Date>& date) {
  return date ? Row(law::to_string(*date)) : Row(nullptr);
}

Row null_or(const std::optional<law::Provenance>& by) {
  return by ? Row{{"act", by->act}, {"place", by->place}} : Row(nullptr);
}

Row null_or(const std::optional<law::UnitRef>& unit) {
  if (!unit) return nullptr;
  return {{"code", unit->code}, {"name", null_or(unit->name)}, {"kind", law::to_string(unit->kind)}};
}

Row false_or(const std::string& why) {
  return why.empty() ? Row(false) : Row(why);
}

Row row_of(law::Lines lines) {
  return Row::array({lines.first, lines.last});
}

Row row_of(const law::ActRef& act) {
  return {{"number", null_or(act.number)}, {"date", null_or(act.date)}};
}

Row row_of(const law::Document& document) {
  return {{"act", null_or(document.act)}, {"annex", null_or(document.annex)}};
}

}  // namespace kto::catalogue
