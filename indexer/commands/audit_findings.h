// Findings: what in the law of a day an organisation department should look at.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/corpus/office_law.h"

namespace kto::commands {

// One kind of finding. The codes are stable.
struct Rule {
  std::string_view code;
  law::Severity severity;
  std::string_view title;
  std::string_view hint;
};
// In the order in which they are printed.
const std::vector<Rule>& rules();
const Rule& rule(std::string_view code);

struct Place {
  std::string citation;  // of the regulation, or of the act that amends it
  std::string file;
  unsigned line = 0;
  bool operator==(const Place&) const = default;
};

struct Finding {
  std::string_view code;  // of a rule
  law::Severity severity = law::Severity::info;
  Place place;
  std::string message;        // one sentence
  std::vector<Place> others;  // what else it is about
};

// By rule, then by file and line.
std::vector<Finding> audit_law(const corpus::OfficeLaw& law, law::Date day);

// The parts of it.
void find_in_tasks(const corpus::OfficeLaw& law, law::Date day, std::vector<Finding>& out);
void find_in_units(const corpus::OfficeLaw& law, law::Date day, std::vector<Finding>& out);
void find_in_references(const corpus::OfficeLaw& law, law::Date day, std::vector<Finding>& out);
void find_in_operations(const corpus::OfficeLaw& law, law::Date day, std::vector<Finding>& out);

// The documents that are an act read, or in an annex of one, or in a consolidated text: what they hold is known whole.
std::set<law::Document> known_bases(const corpus::OfficeLaw& law);

}  // namespace kto::commands
