// Parameters: the query string of a request → a query value, or every fault of it at once.
//
//   ?q=poczta&as_of=2023-02-30&lmit=3 →
//     as_of  not-a-date         „2023-02-30” nie jest dniem kalendarza; …
//     lmit   unknown-parameter  Nieznany parametr. Ta usługa zna: q, as_of, office, unit, exact, without, limit,
//     offset, group, tasks, debug.
//
// Nothing is guessed and nothing dropped: a request that is not understood is answered 400, never with no results.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "searchd/answer.h"
#include "searchd/front/problem.h"

namespace kto::api {

using searchd::TasksQuery;
using searchd::WhoQuery;

// Bounds of a request, also printed in /openapi.json.
struct Bounds {
  // Code points of `q`: a long paragraph of a letter; whole letters have a route of their own.
  static constexpr unsigned kText = 2000;
  // Words of `q`: 2000 letters of Polish prose are about 280 words, more are fragments.
  static constexpr unsigned kWords = 300;
  // Letters of one word: a term of the index holds 245 bytes, a letter takes up to four, the prefix a few.
  static constexpr unsigned kWord = 60;
  static constexpr unsigned kCode = 40;         // code points of a unit code; the longest known has 12
  static constexpr unsigned kHolders = 100;     // `limit` of who: a page of about 100 kB
  static constexpr unsigned kBest = 10;         // `tasks` of who
  static constexpr unsigned kPoints = 100;      // `limit` of tasks: a page of about 60 kB
  static constexpr unsigned kSuggestions = 20;  // `limit` of suggest: more is no list to choose from
  static constexpr unsigned kOffset = 10000;    // `offset`; whoever wants all takes the export
};

// What a request may name: given by the index and the calendar.
struct Scope {
  law::Date today;
  std::vector<std::string> offices;
  // Whom a request means that names no office: the one that is no example. Empty: there are several, and all are meant.
  std::string default_office;
  std::vector<std::string> codes;  // of all units of all times
  bool is_country = false;         // so many offices that what is of one of them needs its name
};

struct UnitsQuery {
  std::string code;  // empty: the whole structure
  law::Date as_of;
  std::string office;
  auto operator<=>(const UnitsQuery&) const = default;
};

// A page also knows the day in three fields (d, m, y), as its form sends them.
struct TypedDay {
  bool sent = false;             // the address is to be mended to as_of
  std::string day, month, year;  // as typed, to be shown again
  auto operator<=>(const TypedDay&) const = default;
};

template <class Query>
struct PageQuery {
  Query query;
  TypedDay typed;
};

// The structure of one office, or, where several are there and none is named, the offices to choose from.
struct StructurePageQuery {
  UnitsQuery query;
  TypedDay typed;
  std::string office_name;  // words of the names to be listed; empty: all
};

template <class Query>
struct Parsed {
  Query query;
  std::vector<front::Fault> faults;  // empty: the query may be used
};

using Sent = std::multimap<std::string, std::string>;

Parsed<WhoQuery> parse_who(const Sent& sent, const Scope& scope);
Parsed<TasksQuery> parse_tasks(const Sent& sent, const Scope& scope);
Parsed<UnitsQuery> parse_units(const Sent& sent, const Scope& scope);
// `q` may be missing: the page is then an empty form.
Parsed<PageQuery<WhoQuery>> parse_search_page(const Sent& sent, const Scope& scope);
Parsed<StructurePageQuery> parse_structure_page(const Sent& sent, const Scope& scope);
Parsed<PageQuery<UnitsQuery>> parse_unit_page(const Sent& sent, const Scope& scope);
// Takes nothing at all: for documents.
std::vector<front::Fault> parse_nothing(const Sent& sent);

}  // namespace kto::api
