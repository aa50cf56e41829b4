// Today, as the law counts it: the calendar day in Europe/Warsaw. The one place where a clock meets a calendar.
#pragma once

#include <chrono>
#include <functional>

#include "indexer/law/date.h"

namespace kto::api {

// The day in Warsaw at an instant. Summer time by rule (Directive 2000/84/EC: from 01:00 UTC on the last Sunday of
// March to 01:00 UTC on the last Sunday of October), not by the zone files, which a bare machine does not have.
law::Date day_in_warsaw(std::chrono::sys_seconds instant);

// What the routes ask for the default of `as_of`; a test injects its own.
using Clock = std::function<law::Date()>;
law::Date today();

}  // namespace kto::api
