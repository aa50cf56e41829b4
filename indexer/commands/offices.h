// The offices a command works on.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/corpus/office_law.h"

namespace kto::commands {

// The law of the named office of a corpus folder, or of all when the name is empty. Throws law::Error unknown-office,
// with the offices there are as the hint, and what read_corpus and read_law throw.
std::vector<corpus::OfficeLaw> read_offices(const std::filesystem::path& folder, const std::string& office);

// The acts of an office by Act::id. The office must live on.
std::map<std::string, const law::Act*> acts_by_id(const corpus::OfficeLaw& law);

// Finds the version that gave a task its words. The office must live on.
class Versions {
 public:
  explicit Versions(const corpus::OfficeLaw& law);
  // On a day of the task's; nullptr for a task that no act gave.
  const law::ProvisionVersion* of(const law::TaskPoint& task, law::Date day) const;

 private:
  std::map<std::string, std::vector<const law::ProvisionVersion*>> by_place_;
};

}  // namespace kto::commands
