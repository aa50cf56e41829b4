// CatalogueFile: a file of rows (read.h) as the offices in it, each read when its turn comes. Opening goes through the
// file once and keeps only where the rows of each office are, 16 bytes a run of them: a file that is grouped by office
// has one run each, a shuffled one as many as it has lines.
//
//   {"office":"chelm",…}   1 ┐
//   {"office":"chelm",…}   2 ┘ chelm: one run
//   {"office":"lublin",…}  3 ┐
//   {"office":"chelm",…}   4 ┘ lublin: one run; chelm: a second one
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::catalogue {

// Lines one after the other in the file.
struct Run {
  std::uint64_t offset = 0;
  std::uint32_t bytes = 0;
  std::uint32_t line = 0;  // the number of the first, from 1
};

struct OfficeRows {
  std::string office;  // "" for lines that name none as it must be written: faults all
  std::vector<Run> runs;
  std::size_t rows = 0;
};

class CatalogueFile {
 public:
  // `file` is open for reading and may be sought in; it is closed at the end. `name` is the file's in messages. Throws
  // law::Error catalogue-unreadable.
  CatalogueFile(int file, std::string name);
  ~CatalogueFile();
  CatalogueFile(const CatalogueFile&) = delete;
  CatalogueFile& operator=(const CatalogueFile&) = delete;

  // In order of id.
  const std::vector<OfficeRows>& offices() const { return offices_; }

  // All below may be called from any thread, and throw law::Error catalogue-unreadable.

  // Holds the rows of this office alone. Throws law::Error catalogue-invalid.
  law::Catalogue read(const OfficeRows& rows) const;
  // The text of each run in order.
  void each_run(const OfficeRows& rows, const std::function<void(std::string_view text, std::size_t line)>& take) const;
  // Throws law::Error catalogue-invalid with the first faults of the whole file, in the order of its lines; returns
  // when there are none.
  void tell_faults() const;

 private:
  void find_offices();

  int file_;
  std::string name_;
  std::vector<OfficeRows> offices_;
};

// The id of the office of a row, as it stands there; "" when the line has none that is written as ids are. Looks only
// for this one field: whether the line is a row is seen when it is read.
std::string_view office_in(std::string_view line);

}  // namespace kto::catalogue
