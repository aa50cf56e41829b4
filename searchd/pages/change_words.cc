#include "searchd/pages/change_words.h"

#include "searchd/api/utf8.h"

namespace kto::pages {
namespace {

std::string happened(changes::UnitChangeKind kind) {
  using changes::UnitChangeKind;
  switch (kind) {
    case UnitChangeKind::came:
      return "Nowa w strukturze.";
    case UnitChangeKind::first_known:
      return "Od tego dnia znana.";
    case UnitChangeKind::went:
      return "Nie jest już wymieniona.";
    case UnitChangeKind::renamed:
      return "Inna nazwa:";
    case UnitChangeKind::recoded:
      return "Inny symbol:";
    case UnitChangeKind::moved:
      return "Inne miejsce w strukturze:";
  }
  return "";
}

std::string detail_of(const changes::UnitChange& change) {
  using changes::UnitChangeKind;
  if (!change.before || !change.after) return "";
  const auto& before = *change.before;
  const auto& after = *change.after;
  if (change.kind == UnitChangeKind::renamed) return " „" + before.name + "” → „" + after.name + "”";
  if (change.kind == UnitChangeKind::recoded) return " " + before.code + " → " + after.code;
  if (change.kind == UnitChangeKind::moved)
    return " " + before.parent.value_or("–") + " → " + after.parent.value_or("–");
  return "";
}

}  // namespace

std::string kind_words(changes::Kind kind) {
  using changes::Kind;
  switch (kind) {
    case Kind::came:
      return "Nowe zadania";
    case Kind::moved:
      return "Zadania, które zmieniły komórkę";
    case Kind::reworded:
      return "Zadania w innym brzmieniu";
    case Kind::went:
      return "Zadania, których już nie ma";
    case Kind::renumbered:
      return "Te same zadania pod innym numerem";
    case Kind::first_known:
      return "Zadania od tego dnia znane";
  }
  return "";
}

std::string unit_change_words(const changes::UnitChange& change) {
  const auto& unit = change.after ? *change.after : *change.before;
  const bool head = unit.kind == law::UnitKind::kierownik;
  return (head ? api::capitalised(unit.name) + ": " : "") + happened(change.kind) + detail_of(change);
}

}  // namespace kto::pages
