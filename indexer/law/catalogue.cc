#include "indexer/law/catalogue.h"

#include <array>

#include "indexer/law/act.h"

namespace kto::law {
namespace {

constexpr std::array<std::string_view, 11> kUnitKinds{"departament",
                                                      "wydział",
                                                      "biuro",
                                                      "referat",
                                                      "oddział",
                                                      "zespół",
                                                      "zastępca_dyrektora",
                                                      "wieloosobowe_stanowisko",
                                                      "stanowisko",
                                                      "kierownik",
                                                      "inne"};
constexpr std::array<std::string_view, 5> kRoles{"owner", "supervises", "cooperates", "gives_opinion", "supports"};
constexpr std::array<std::string_view, 3> kCertainties{"certain", "likely", "possible"};
constexpr std::array<std::string_view, 4> kReasons{"same_tasks", "same_name", "same_place", "unit_above"};
constexpr std::array<std::string_view, 6> kSpanKinds{"layout",    "frame",     "label",
                                                     "operation", "provision", "diagnostic"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_string(UnitKind kind) {
  return kUnitKinds[static_cast<std::size_t>(kind)];
}
std::optional<UnitKind> parse_unit_kind(std::string_view name) {
  return find<UnitKind>(kUnitKinds, name);
}
std::string_view to_string(Role role) {
  return kRoles[static_cast<std::size_t>(role)];
}
std::optional<Role> parse_role(std::string_view name) {
  return find<Role>(kRoles, name);
}
std::string_view to_string(Certainty certainty) {
  return kCertainties[static_cast<std::size_t>(certainty)];
}
std::string_view to_string(SuccessionReason reason) {
  return kReasons[static_cast<std::size_t>(reason)];
}
std::string_view to_string(SpanKind kind) {
  return kSpanKinds[static_cast<std::size_t>(kind)];
}

std::string act_key(const ActRef& act) {
  return !act.number.empty() || !act.date ? act.number : to_string(*act.date);
}

}  // namespace kto::law
