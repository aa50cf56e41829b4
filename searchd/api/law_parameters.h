// Parameters of the routes that show the law over time: provisions, acts, changes, history, case marks.
#pragma once

#include <optional>
#include <string>

#include "searchd/api/parameters.h"

namespace kto::api {

// /provisions?citation=
struct ProvisionQuery {
  law::Citation citation;               // the likeliest reading; see settled() of provisions.h
  std::vector<law::Citation> others{};  // further readings of the short form
  law::Date as_of;
  std::string office;
};

// /acts and /acts/{id}, /units/{code}/history: what is asked for by its name.
struct NamedQuery {
  std::string name;  // from the path; empty: all
  std::string office;
};

// /changes. With an act its days count, and `from` and `to` are not sent.
struct ChangesQuery {
  law::Date from, to;  // from <= to
  std::string act;     // as typed; empty: all acts between the days
  std::string office;
};

// The page of changes: its form sends each day in three fields.
struct ChangesPageQuery {
  ChangesQuery query;
  TypedDay from, to;
};

// /resolve. Without a day it is that of the mark, or today.
struct ResolveQuery {
  std::string mark;
  std::optional<law::Date> as_of;
  std::string office;
};

struct LawBounds {
  static constexpr unsigned kMark = 100;  // code points: the longest citation known has 44, the longest mark fewer
};

Parsed<ProvisionQuery> parse_provisions(const Sent& sent, const Scope& scope);
Parsed<NamedQuery> parse_named(const Sent& sent, const Scope& scope);
Parsed<ChangesQuery> parse_changes(const Sent& sent, const Scope& scope);
Parsed<ChangesPageQuery> parse_changes_page(const Sent& sent, const Scope& scope);
Parsed<ResolveQuery> parse_resolve(const Sent& sent, const Scope& scope);

}  // namespace kto::api
