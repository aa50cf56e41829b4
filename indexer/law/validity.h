// Validity (obowiązywanie): the half-open span of days [from, to) on which something is law. `from` is the first day in
// force, `to` the first day no longer in force; no `to` means open.
#pragma once

#include <optional>

#include "indexer/law/date.h"

namespace kto::law {

struct Validity {
  Date from;
  std::optional<Date> to;

  bool contains(Date day) const { return from <= day && (!to || day < *to); }
  bool empty() const { return to && *to <= from; }
  bool overlaps(const Validity& other) const {
    return !empty() && !other.empty() && (!other.to || from < *other.to) && (!to || other.from < *to);
  }
  // The part before `day`: what is left when something ends on that day.
  Validity cut_at(Date day) const { return {from, !to || day < *to ? std::optional{day} : to}; }

  bool operator==(const Validity&) const = default;
};

}  // namespace kto::law
