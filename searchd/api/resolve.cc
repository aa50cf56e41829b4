#include "searchd/api/resolve.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/store/reader.h"
#include "searchd/api/codes.h"
#include "searchd/search_hit.h"

namespace kto::api {
namespace {

using searchd::Holder;

constexpr std::chrono::days kOneDay{1};

// All that it may mean, the likeliest first. What begins with a number may be a code ("1.2") or a mark before it is a
// citation without its §.
std::vector<ReadAs> readings_of(const std::string& typed) {
  std::vector<ReadAs> out;
  for (law::Citation& citation : law::citation_readings(typed)) out.push_back({std::move(citation), std::nullopt, ""});
  const bool has_number_first = '0' <= typed.front() && typed.front() <= '9';
  if (!out.empty() && !has_number_first) return out;
  if (auto mark = parse_case_mark(typed))
    out.insert(out.begin(), {std::nullopt, mark, mark->unit});
  else
    out.insert(out.begin(), {std::nullopt, std::nullopt, canonical_code(typed)});
  return out;
}

// The code as the acts write it; empty: nobody ever bore it.
std::string known_code(const store::Office& office, const ReadAs& read_as) {
  for (const law::Unit& unit : office.units) {
    if (unit.code.empty()) continue;
    const bool same = read_as.mark ? is_code_of_mark(unit.code, read_as.code)
                                   : canonical_code(unit.code) == canonical_code(read_as.code);
    if (same) return unit.code;
  }
  return "";
}

// A mark says its year, not its day: the last day of that year on which somebody bore the code, but not after today.
law::Date day_of_mark(const CaseMark& mark, const std::vector<law::Unit>& bearers, law::Date today) {
  const auto year = static_cast<int>(mark.year);
  const law::Date first = law::make_date(year, 1, 1).value(),
                  last = std::min(law::make_date(year, 12, 31).value(), today);
  std::optional<law::Date> day;
  for (const law::Unit& unit : bearers) {
    const law::Date end = unit.validity.to ? std::min(*unit.validity.to - kOneDay, last) : last;
    if (unit.validity.from <= end && first <= end) day = std::max(day.value_or(end), end);
  }
  return day.value_or(last);
}

// A day on which one of the spans is law: `day`, else the last day before it, else the first after it. Of none: `day`.
std::pair<Known, law::Date> nearest_day(const std::vector<law::Validity>& spans, law::Date day) {
  std::optional<law::Date> before, after;
  for (const law::Validity& span : spans) {
    if (span.contains(day)) return {Known::in_force, day};
    if (span.to && *span.to <= day) before = std::max(before.value_or(span.from), *span.to - kOneDay);
    if (span.from > day) after = std::min(after.value_or(span.from), span.from);
  }
  if (before) return {Known::ended, *before};
  return {Known::not_yet, after.value_or(day)};
}

class Resolver {
 public:
  Resolver(const store::Reader& index, const store::Office& office, law::Date as_of, law::Date today)
      : index_(index), units_(office.units), as_of_(as_of), today_(today) {
    out_.office = office.summary.id;
  }

  // `all`: its bearers, which no act need list.
  Resolution code(const std::string& code, const std::vector<law::Unit>& all) {
    out_.code = code;
    if (bearers(units_, code).empty()) units_.insert(units_.end(), all.begin(), all.end());
    std::vector<law::Validity> spans;
    spans.reserve(all.size());
    for (const law::Unit& unit : all) spans.push_back(unit.validity);
    std::tie(out_.known, out_.day) = nearest_day(spans, as_of_);
    for (const law::Unit& unit : all)
      if (unit.validity.contains(out_.day)) out_.holders.push_back(holder({unit.code, unit.name, unit.kind}, out_.day));
    follow(code);
    return finish();
  }

  // nullopt: the office has no such provision.
  std::optional<Resolution> citation(const law::Citation& citation) {
    const std::vector<law::TaskPoint> tasks = tasks_within(citation);
    const std::vector<law::Unit> units = listed_at(citation);
    std::vector<law::Validity> spans = words_of(citation);
    if (!tasks.empty() || !units.empty()) spans.clear();
    for (const law::TaskPoint& task : tasks) spans.push_back(task.validity);
    for (const law::Unit& unit : units) spans.push_back(unit.validity);
    if (spans.empty()) return std::nullopt;
    std::tie(out_.known, out_.day) = nearest_day(spans, as_of_);
    for (const law::TaskPoint& task : tasks)
      if (task.validity.contains(out_.day)) out_.tasks.push_back(task);
    read_holders(units);
    if (out_.tasks.size() == 1)
      follow_one(out_.tasks.front());
    else
      for (const Holder& one : std::vector<Holder>(out_.holders))
        if (one.unit) follow(one.unit->code);
    return finish();
  }

 private:
  Holder holder(const law::UnitRef& unit, law::Date day) const {
    store::StoredTask stored{out_.office, {}};
    stored.task.unit = unit;
    for (const law::Unit& listed : units_)
      if (listed.code == unit.code && listed.validity.contains(day) && listed.kind != law::UnitKind::kierownik)
        stored.task.position = listed.listed_at;
    return searchd::holder_of(index_, stored, day);
  }

  void follow(const std::string& code) {
    Chain chain = follow_unit(units_, index_.outline(out_.office)->successions, code, out_.day, today_);
    std::move(chain.steps.begin(), chain.steps.end(), std::back_inserter(out_.chain.steps));
    std::move(chain.ends.begin(), chain.ends.end(), std::back_inserter(out_.chain.ends));
  }
  void follow_one(const law::TaskPoint& task) {
    const auto catalogue = index_.catalogue(out_.office);
    const auto& tasks = catalogue->tasks;
    const auto same = std::find_if(tasks.begin(), tasks.end(), [&](const auto& one) { return one.id == task.id; });
    if (same != tasks.end()) out_.chain = follow_task(*catalogue, *same, today_);
  }

  Resolution finish() {
    for (const Waypoint& end : out_.chain.ends)
      if (end.task)
        out_.today.push_back(searchd::holder_of(index_, {out_.office, *end.task}, today_));
      else if (end.unit)
        out_.today.push_back(holder(*end.unit, today_));
    return std::move(out_);
  }

  std::vector<law::TaskPoint> tasks_within(const law::Citation& citation) const {
    const store::Query all{.filter = {.office = out_.office, .citations = {citation}},
                           .order = store::Order::citation,
                           .limit = index_.documents()};
    std::vector<law::TaskPoint> out;
    for (const store::Match& match : index_.find(all).matches) out.push_back(match.found->stored().task);
    return out;
  }
  std::vector<law::Unit> listed_at(const law::Citation& citation) const {
    std::vector<law::Unit> out;
    for (const law::Unit& unit : units_)
      if (unit.listed_at == law::to_string(citation)) out.push_back(unit);
    return out;
  }
  // When the provision, or one below it, has known words.
  std::vector<law::Validity> words_of(const law::Citation& citation) const {
    std::vector<law::Validity> out;
    for (const store::ProvisionEntry& entry : index_.outline(out_.office)->provisions)
      if (citation.contains(entry.citation))
        for (const store::VersionEntry& version : entry.versions) out.push_back(version.validity);
    return out;
  }

  // Who has most of the tasks comes first; then what is listed there.
  void read_holders(const std::vector<law::Unit>& units) {
    std::vector<std::pair<unsigned, Holder>> counted;
    std::map<std::string, std::size_t> places;
    for (const law::TaskPoint& task : out_.tasks) {
      const std::string key = task.unit ? task.unit->code : "\n" + task.position;
      const auto [place, is_new] = places.emplace(key, counted.size());
      if (is_new) counted.emplace_back(0, searchd::holder_of(index_, {out_.office, task}, out_.day));
      ++counted[place->second].first;
    }
    std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto& [count, one] : counted) out_.holders.push_back(std::move(one));
    for (const law::Unit& unit : units)
      if (unit.validity.contains(out_.day)) out_.holders.push_back(holder({unit.code, unit.name, unit.kind}, out_.day));
  }

  const store::Reader& index_;
  std::vector<law::Unit> units_;
  law::Date as_of_, today_;
  Resolution out_;
};

// A code that no act lists, but that is said to have tasks.
std::vector<law::Unit> bearers_by_tasks(const store::Reader& index, const std::string& office,
                                        const std::string& typed) {
  const store::Query all{.filter = {.office = office, .units = {canonical_code(typed)}},
                         .order = store::Order::citation,
                         .limit = index.documents()};
  std::map<std::pair<law::Date, std::optional<law::Date>>, law::Unit> by_days;
  for (const store::Match& match : index.find(all).matches) {
    const law::TaskPoint& task = match.found->stored().task;
    law::Unit& unit = by_days[{task.validity.from, task.validity.to}];
    unit.code = task.unit->code;
    unit.name = task.unit->name;
    unit.kind = task.unit->kind;
    unit.validity = task.validity;
    unit.ended_by = task.ended_by;
  }
  std::vector<law::Unit> out;
  out.reserve(by_days.size());
  for (auto& [days, unit] : by_days) out.push_back(std::move(unit));
  return out;
}

}  // namespace

std::string_view to_string(Known known) {
  constexpr std::array<std::string_view, 3> kNames{"in_force", "ended", "not_yet"};
  return kNames[static_cast<std::size_t>(known)];
}

namespace {

Resolved resolve_as(ReadAs read_as, const store::Reader& index, const ResolveQuery& query, law::Date today) {
  Resolved out{std::move(read_as), query.as_of.value_or(today), today, {}};
  for (const store::Office* office : offices_of(index, query.office)) {
    if (out.read_as.citation) {
      if (auto one = Resolver(index, *office, out.as_of, today).citation(*out.read_as.citation))
        out.resolutions.push_back(std::move(*one));
      continue;
    }
    std::string code = known_code(*office, out.read_as);
    std::vector<law::Unit> all =
        code.empty() ? bearers_by_tasks(index, office->summary.id, out.read_as.code) : bearers(office->units, code);
    if (all.empty()) continue;
    if (code.empty()) code = all.front().code;
    if (out.read_as.mark && !query.as_of) out.as_of = day_of_mark(*out.read_as.mark, all, today);
    out.resolutions.push_back(Resolver(index, *office, out.as_of, today).code(code, all));
  }
  return out;
}

}  // namespace

Resolved resolve(const store::Reader& index, const ResolveQuery& query, law::Date today) {
  std::vector<ReadAs> readings = readings_of(query.mark);
  const auto is_citation = [](const ReadAs& one) { return one.citation.has_value(); };
  // What is told of the unknown: no citation "§ 16 ust. 1 pkt 8" rather than no code "16.1.8".
  const auto cited = std::find_if(readings.begin(), readings.end(), is_citation);
  const ReadAs likeliest = cited == readings.end() ? readings.front() : *cited;
  for (ReadAs& reading : readings)
    if (Resolved found = resolve_as(std::move(reading), index, query, today); !found.resolutions.empty()) return found;
  return {likeliest, query.as_of.value_or(today), today, {}};
}

}  // namespace kto::api
