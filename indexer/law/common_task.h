// How the reason begins by which a task has no unit, where a list is of many units together ("Do wspólnych zadań
// referatów należy …"): read by what tells such tasks from those whose unit no act names.
#pragma once

#include <string_view>

namespace kto::law {

inline constexpr std::string_view kCommonTask = "Zadanie wspólne:";

}  // namespace kto::law
