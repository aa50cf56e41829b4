#include "indexer/commands/offices.h"

#include "indexer/law/error.h"

namespace kto::commands {

std::vector<corpus::OfficeLaw> read_offices(const std::filesystem::path& folder, const std::string& office) {
  std::vector<corpus::OfficeLaw> out;
  std::string known;
  for (const corpus::OfficeSource& source : corpus::read_corpus(folder)) {
    known += (known.empty() ? "" : ", ") + source.id;
    if (office.empty() || source.id == office) out.push_back(corpus::read_law(source));
  }
  if (out.empty())
    throw law::Error("unknown-office", folder.string() + ": there is no office " + office,
                     "the offices there are: " + known);
  return out;
}

}  // namespace kto::commands
