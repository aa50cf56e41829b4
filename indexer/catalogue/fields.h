// Fields: takes the fields of one row one by one, checks each, and keeps every fault. A field that was there and not
// taken is a fault too: nothing an office wrote is dropped in silence.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/catalogue/rows.h"
#include "indexer/law/citation.h"

namespace kto::catalogue {

class Fields {
 public:
  // `row` is an object and lives as long.
  explicit Fields(const Row& row) : row_(row) {}

  // Must be there and not empty.
  std::string text(const char* name);
  // Empty when missing or null.
  std::string optional_text(const char* name);
  law::Date day(const char* name);
  std::optional<law::Date> optional_day(const char* name);
  law::Validity validity();  // valid_from and valid_to
  law::Citation citation(const char* name);
  unsigned number(const char* name);  // 0 when missing
  bool flag(const char* name);        // false when missing
  law::Lines lines(const char* name);
  // false or missing: empty; else the reason.
  std::string reason(const char* name);
  std::optional<law::UnitRef> unit(const char* name);
  std::optional<law::Provenance> provenance(const char* name);
  std::optional<law::ActRef> act(const char* name);
  std::vector<law::ActRef> acts(const char* name);
  law::Document document(const char* name);  // empty when missing
  std::vector<std::string> texts(const char* name);
  std::map<std::string, std::string> named_texts(const char* name);
  law::UnitKind unit_kind(const char* name);  // `inne` when missing
  law::Role role(const char* name);           // `owner` when missing

  void fault(const std::string& sentence) { faults_.push_back(sentence); }
  // Ends the taking: one sentence a fault.
  std::vector<std::string> faults();

 private:
  // nullptr when missing or null.
  const Row* take(const char* name);
  const Row* take_object(const char* name);
  // The faults of an object inside, as those of this row.
  void add_faults(const char* name, Fields& inner);

  const Row& row_;
  std::vector<std::string> taken_;
  std::vector<std::string> faults_;
};

}  // namespace kto::catalogue
