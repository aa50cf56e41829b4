// Values of all shapes for the tests of what the index keeps.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "indexer/store/law_record.h"
#include "indexer/store/manifest.h"
#include "indexer/store/query.h"

namespace kto::store {

// Values of all shapes from a fixed seed, so that a failure can be seen again.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  unsigned number(unsigned most) { return std::uniform_int_distribution<unsigned>(0, most)(random_); }
  bool flip() { return number(1) == 1; }
  std::string text() {
    static const std::vector<std::string> kPieces{
        "", "a", "ż", "§ 16 ", "poczta ", std::string(1, '\0'), "\n", "\xFF", std::string(300, 'x')};
    std::string text;
    for (unsigned left = number(4); left > 0; --left)
      text += kPieces[number(static_cast<unsigned>(kPieces.size()) - 1)];
    return text;
  }
  law::Date day() {
    static const law::Date kFirst = std::chrono::sys_days{std::chrono::year{1000} / 1 / 1};
    return kFirst + std::chrono::days(number(3287181));  // to 9999-12-31
  }
  std::optional<law::Date> maybe_day() { return flip() ? std::optional{day()} : std::nullopt; }
  law::Citation citation() {
    std::vector<law::Step> steps;
    for (unsigned left = number(5); left > 0; --left)
      steps.push_back({static_cast<law::Level>(number(7)), {number(9999), flip() ? "" : "ab"}});
    return law::Citation(steps);
  }
  std::optional<law::UnitRef> unit_ref() {
    if (flip()) return std::nullopt;
    return law::UnitRef{text(), text(), static_cast<law::UnitKind>(number(10))};
  }
  StoredTask task() {
    StoredTask stored;
    stored.office = text();
    stored.task = {.id = text(),
                   .citation = citation(),
                   .text = text(),
                   .context = text(),
                   .unit = unit_ref(),
                   .unit_reason = text(),
                   .inferred = flip(),
                   .post = text(),
                   .position = text(),
                   .role = static_cast<law::Role>(number(4)),
                   .validity = {day(), maybe_day()},
                   .made_by = {text(), text()},
                   .file = text(),
                   .lines = {number(100000), number(100000)},
                   .ended_by = maybe_by()};
    return stored;
  }
  law::Provenance by() { return {text(), text()}; }
  std::optional<law::Provenance> maybe_by() { return flip() ? std::optional{by()} : std::nullopt; }
  law::ActRef act_ref() { return {text(), maybe_day()}; }
  template <typename Value>
  std::vector<Value> some(Value (Generator::*one)()) {
    std::vector<Value> out;
    for (unsigned left = number(3); left > 0; --left) out.push_back((this->*one)());
    return out;
  }
  VersionEntry version_entry() { return {text(), {day(), maybe_day()}}; }
  ProvisionEntry provision_entry() { return {{text(), text()}, citation(), some(&Generator::version_entry)}; }
  law::UnknownEnd unknown_end() { return {{text(), text()}, citation(), day(), by(), flip()}; }
  law::SuccessionReason reason() { return static_cast<law::SuccessionReason>(number(2)); }
  law::Succession succession() {
    return {text(),
            text(),
            day(),
            static_cast<law::Certainty>(number(2)),
            some(&Generator::reason),
            number(100),
            number(100),
            some(&Generator::by)};
  }
  Outline outline() {
    return {some(&Generator::provision_entry), some(&Generator::unknown_end), some(&Generator::succession)};
  }
  StoredProvision provision() {
    return {text(),
            {.id = text(),
             .document = {text(), text()},
             .citation = citation(),
             .text = text(),
             .closing = text(),
             .validity = {day(), maybe_day()},
             .made_by = by(),
             .ended_by = maybe_by(),
             .file = text(),
             .lines = {number(100000), number(100000)}}};
  }
  law::Operation operation() {
    return {.act = text(),
            .place = text(),
            .kind = text(),
            .document = {text(), text()},
            .targets = some(&Generator::text),
            .anchor = text(),
            .effective = maybe_day(),
            .lines = {number(100000), number(100000)},
            .old_text = text(),
            .new_text = text(),
            .applied = flip(),
            .note = text()};
  }
  Office office() {
    Office office;
    office.summary = {.id = text(),
                      .name = text(),
                      .tasks = number(1000),
                      .units = number(1000),
                      .acts = number(1000),
                      .covered_from = maybe_day(),
                      .law_state_as_of = maybe_day(),
                      .last_act = text(),
                      .not_applied = number(10)};
    for (unsigned left = number(3); left > 0; --left)
      office.units.push_back({.id = text(),
                              .code = text(),
                              .name = text(),
                              .kind = static_cast<law::UnitKind>(number(10)),
                              .parent = flip() ? std::optional{text()} : std::nullopt,
                              .validity = {day(), maybe_day()},
                              .act = text(),
                              .listed_at = text(),
                              .inferred = text(),
                              .place = text(),
                              .ended_by = maybe_by()});
    for (unsigned left = number(3); left > 0; --left)
      office.acts.push_back({.id = text(),
                             .number = text(),
                             .kind = text(),
                             .organ = text(),
                             .title = text(),
                             .file = text(),
                             .date = maybe_day(),
                             .in_force = maybe_day(),
                             .operations = number(100),
                             .not_applied = number(100),
                             .in_force_rule = text(),
                             .amends = flip() ? std::optional{act_ref()} : std::nullopt,
                             .repeals = some(&Generator::act_ref)});
    office.details.information_desk = text();
    for (unsigned left = number(3); left > 0; --left) office.details.accessibility[text()] = text();
    return office;
  }

 private:
  std::mt19937 random_;
};

}  // namespace kto::store
