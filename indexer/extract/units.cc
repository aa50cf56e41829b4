#include "indexer/extract/units.h"

#include "indexer/extract/definitions.h"
#include "indexer/extract/task_list.h"

namespace kto::extract {
namespace {

using law::Citation;
using law::Level;
using law::ProvisionVersion;
using law::UnitKind;

class UnitReader {
 public:
  UnitReader(const Provisions& provisions, std::vector<law::Diagnostic>& diagnostics)
      : provisions_(provisions), diagnostics_(diagnostics) {}

  std::vector<law::Unit> run(const std::vector<ProvisionVersion>& versions) {
    for (const ProvisionVersion& version : versions) read(version);
    return std::move(units_);
  }

 private:
  void read(const ProvisionVersion& version) {
    const auto all = listing_of(version);
    if (all.empty() && opens_unit_list(version.text)) report_missing_code(version);
    auto parent = parent_code(version);
    // Units named in one sentence stand beside each other; else each is below the one before it.
    const bool beside = !listed_in_sentence(version.text).empty();
    unsigned number = 0;
    for (const ListedUnit& listed : all) {
      law::Unit unit;
      unit.id = version.id + "-u" + std::to_string(++number);
      unit.code = listed.code;
      unit.name = listed.name;
      // A post listed under the code of the unit it is in is the head of that unit, whatever it is called.
      const bool head = parent && *parent == listed.code && !listed.code.empty();
      unit.kind = head ? UnitKind::kierownik : listed.kind;
      unit.parent = parent;
      unit.validity = version.validity;
      unit.act = version.made_by.act;
      unit.listed_at = law::to_string(version.citation);
      unit.place = version.made_by.place;
      unit.ended_by = version.ended_by;
      units_.push_back(std::move(unit));
      if (!listed.code.empty() && !beside) parent = listed.code;
    }
  }

  std::vector<ListedUnit> listing_of(const ProvisionVersion& version) const { return listing_in(provisions_, version); }
  static bool opens_unit_list(const std::string& text) {
    return kind_of_name(text) && text.find("w skład któr") != std::string::npos;
  }
  void report_missing_code(const ProvisionVersion& version) {
    diagnostics_.push_back(diagnostic_at(version, law::Severity::warning, "listing-without-code",
                                         law::to_string(version.citation) +
                                             " lists a unit without a code in brackets, as \"(IT-ES)\"; its tasks can "
                                             "be found by their words only"));
  }

  // The last unit that the provision above lists: it is the one "w skład którego wchodzi" speaks of. Where the words of
  // that provision are not known, a post under a letter is still part of the unit its code begins with.
  std::optional<std::string> parent_code(const ProvisionVersion& version) const {
    const Citation above = version.citation.parent();
    if (const auto* parent = provisions_.find(version.document, above, version.validity.from)) {
      const auto listed = listing_of(*parent);
      return listed.empty() || listed.back().code.empty() ? std::nullopt : std::optional(listed.back().code);
    }
    const auto listed = read_listing(version.text);
    if (listed.empty() || version.citation.back().level != Level::letter) return std::nullopt;
    const auto hyphen = listed.front().code.rfind('-');
    return hyphen == std::string::npos ? std::nullopt : std::optional(listed.front().code.substr(0, hyphen));
  }

  const Provisions& provisions_;
  std::vector<law::Diagnostic>& diagnostics_;
  std::vector<law::Unit> units_;
};

}  // namespace

namespace {

// "W skład Komisji wchodzą następujące komórki: 1) wydziały: a) Wydział Lin": a point that only groups passes on what
// is said above it.
Announced announced_above(const Provisions& provisions, const ProvisionVersion& version) {
  Citation above = version.citation.parent();
  while (!above.empty()) {
    const auto* parent = provisions.find(version.document, above, version.validity.from);
    if (parent == nullptr) return Announced::nothing;
    const Announced announced = announced_by(parent->text);
    const bool groups = !parent->text.empty() && parent->text.back() == ':' && above.back().level >= Level::point;
    if (announced != Announced::nothing || !groups || read_task_heading(parent->text)) return announced;
    above = above.parent();
  }
  return Announced::nothing;
}

}  // namespace

std::vector<ListedUnit> listing_in(const Provisions& provisions, const ProvisionVersion& version) {
  const auto sentence = listed_in_sentence(version.text);
  return sentence.empty() ? read_listing(version.text, announced_above(provisions, version)) : sentence;
}

law::Diagnostic diagnostic_at(const ProvisionVersion& version, law::Severity severity, std::string code,
                              std::string message) {
  return {version.file, version.lines.first, 1, severity, std::move(code), std::move(message), ""};
}

std::vector<law::Unit> read_units(const std::vector<ProvisionVersion>& versions, const Provisions& provisions,
                                  std::vector<law::Diagnostic>& diagnostics) {
  std::vector<law::Unit> units = UnitReader(provisions, diagnostics).run(versions);
  add_defined_codes(versions, units);
  return units.empty() ? units_of_headings(versions) : units;
}

}  // namespace kto::extract
