#include "indexer/parse/entry_into_force.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/parse/polish_date.h"

namespace kto::parse {
namespace {

constexpr auto npos = std::string_view::npos;

bool holds(std::string_view text, std::string_view words) {
  return text.find(words) != npos;
}

std::optional<int> number_after(std::string_view text, std::size_t at) {
  int value = 0;
  const auto result = std::from_chars(text.data() + at, text.data() + text.size(), value);
  return result.ec == std::errc() && value >= 0 && value < 1000 ? std::optional(value) : std::nullopt;
}

law::Date add_months(law::Date day, int months) {
  std::chrono::year_month_day ymd{day};
  ymd += std::chrono::months{months};
  // The day of the month may not exist there (31 January + 1 month): the last one that does.
  return ymd.ok() ? law::Date{ymd} : law::Date{ymd.year() / ymd.month() / std::chrono::last};
}

// „po upływie 14 dni”, „po upływie miesiąca”, „po upływie 3 miesięcy”: the day after the term has run out.
std::optional<law::Date> after_term(std::string_view sentence, std::size_t at, law::Date promulgated) {
  const std::string_view rest = sentence.substr(at);
  const auto number = number_after(rest, 0);
  if (!number && holds(rest.substr(0, 12), "miesiąca")) return add_months(promulgated, 1) + std::chrono::days{1};
  if (!number) return std::nullopt;
  const std::string_view unit = rest.substr(0, 16);
  if (holds(unit, "miesi")) return add_months(promulgated, *number) + std::chrono::days{1};
  if (holds(unit, "dni") || holds(unit, "dnia")) return promulgated + std::chrono::days{*number + 1};
  return std::nullopt;
}

EntryIntoForce by_promulgation(std::optional<law::Date> date) {
  return {date, true, !date};
}

// "z dniem podpisania", "od daty podjęcia", "po upływie 7 dni od dnia wydania": counted from the day of the act.
bool speaks_of_act_day(std::string_view rule) {
  for (std::string_view day : {"podpisania", "podjęcia", "wydania", "uchwalenia", "podpisu"})
    for (std::string_view of : {"z dniem ", "z datą ", "z chwilą ", "od dnia ", "od daty ", "po dniu ", "po dacie "})
      if (holds(rule, std::string(of) + std::string(day))) return true;
  return false;
}

EntryIntoForce read_rule(std::string_view rule, std::optional<law::Date> act_date,
                         std::optional<law::Date> promulgated) {
  const bool of_act = !holds(rule, "ogłoszenia") && speaks_of_act_day(rule);
  const auto day_of_act = [&](int later) -> EntryIntoForce {
    return {act_date ? std::optional(*act_date + std::chrono::days{later}) : std::nullopt, act_date.has_value(), false};
  };
  for (std::string_view term : {"po upływie ", "w terminie ", "po "}) {
    const auto after = rule.find(term);
    if (after == npos || (!of_act && !holds(rule, "ogłoszenia"))) continue;
    const auto base = of_act ? act_date : promulgated;
    if (!base) return of_act ? EntryIntoForce{} : by_promulgation(std::nullopt);
    if (const auto date = after_term(rule, after + term.size(), *base)) return {date, true, false};
  }
  if (of_act && holds(rule, "następującym po")) return day_of_act(1);
  if (holds(rule, "następującym po dniu ogłoszenia"))
    return by_promulgation(promulgated ? std::optional(*promulgated + std::chrono::days{1}) : std::nullopt);
  if (holds(rule, "z dniem ogłoszenia")) return by_promulgation(promulgated);
  if (of_act) return day_of_act(0);
  for (std::string_view word : {"z dniem", "od dnia", "od ", "w życie "})
    if (const auto with_day = rule.find(word); with_day != npos)
      if (const auto found = find_date(rule, with_day)) return {found->date, true, false};
  return {};
}

// "§ 1 pkt 3 i pkt 5 lit. a": a piece that begins below § goes on from the piece before it.
std::vector<law::Citation> read_places(std::string_view text) {
  std::vector<law::Citation> out;
  while (!text.empty()) {
    std::size_t end = text.size(), next = text.size();
    for (std::string_view separator : {" oraz ", " i ", ", "}) {
      const std::size_t at = text.find(separator);
      if (at >= end) continue;
      end = at;
      next = at + separator.size();
    }
    if (const auto citation = law::parse_citation(text.substr(0, end))) {
      law::Citation above = out.empty() ? law::Citation() : out.back();
      while (!above.empty() && above.back().level >= citation->steps().front().level) above = above.parent();
      for (const law::Step& step : citation->steps()) above = above.child(step);
      out.push_back(above);
    }
    text.remove_prefix(next);
  }
  return out;
}

// Each „z wyjątkiem …, który wchodzi w życie …”.
void read_exceptions(std::string_view sentence, std::optional<law::Date> act_date, std::optional<law::Date> promulgated,
                     EntryIntoForce& out) {
  constexpr std::string_view kExcept = "z wyjątkiem ";
  for (std::size_t at = sentence.find(kExcept); at != npos; at = sentence.find(kExcept, at + 1)) {
    const std::string_view rest = sentence.substr(at + kExcept.size());
    const std::size_t which = rest.find(", któr"), force = rest.find("w życie");
    if (which == npos || force == npos || force < which) continue;
    const auto date = read_rule(rest.substr(force), act_date, promulgated).date;
    for (law::Citation& place : read_places(rest.substr(0, which))) out.exceptions.push_back({std::move(place), date});
  }
}

}  // namespace

bool speaks_of_entry_into_force(std::string_view sentence) {
  if (holds(sentence, "wchodzi w życie") || holds(sentence, "wchodzą w życie")) return true;
  // „Zarządzenie obowiązuje od dnia 1 maja 2005 r.”
  for (std::string_view act : {"Zarządzenie ", "Niniejsze zarządzenie ", "Uchwała ", "Niniejsza uchwała "})
    if (sentence.substr(0, act.size()) == act && holds(sentence, "obowiązuje od")) return true;
  return false;
}

EntryIntoForce read_entry_into_force(std::string_view sentence, std::optional<law::Date> act_date,
                                     std::optional<law::Date> promulgated) {
  const std::size_t at = std::min(sentence.find("w życie"), sentence.find("obowiązuje od"));
  if (at == npos) return {};
  const std::string_view rule = sentence.substr(at);
  EntryIntoForce out = read_rule(rule.substr(0, rule.find("z wyjątkiem")), act_date, promulgated);
  for (std::string_view words : {"z mocą od", "z mocą obowiązującą od", "i obowiązuje od", "z mocą wsteczną od"})
    if (const auto effect = rule.find(words); effect != npos)
      if (const auto found = find_date(rule, effect)) out.effect_from = found->date;
  read_exceptions(rule, act_date, promulgated, out);
  return out;
}

}  // namespace kto::parse
