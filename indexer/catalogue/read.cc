#include "indexer/catalogue/read.h"

#include "indexer/catalogue/reading.h"
#include "indexer/law/error.h"

namespace kto::catalogue {

std::vector<law::Catalogue> read_catalogues(std::istream& in, const std::string& name) {
  Reading reading(name);
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) reading.read_line(line, number);
  if (in.bad())
    throw law::Error("catalogue-unreadable", name + ": cannot be read to its end", "check the file or the pipe");
  return reading.finish();
}

}  // namespace kto::catalogue
