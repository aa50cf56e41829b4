// Reading: rows of catalogues, line by line, with every fault. Inside this room only.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::catalogue {

class Fields;

// A task point with the longest sentences of an act is some 5 KiB, a part of a text 32; a line beyond this is no row.
inline constexpr std::size_t kLongestLine = std::size_t{1} << 20;

// Lower-case letters, digits and hyphens, at most 64.
bool is_office_id(std::string_view id);

class Reading {
 public:
  // `name` is the file's in messages.
  explicit Reading(std::string name) : name_(std::move(name)) {}

  void read_line(std::string_view line, std::size_t number);
  // Lines, of which the first has this number.
  void read_lines(std::string_view text, std::size_t first);
  // Goes on with the faults alone.
  void forget_rows() { offices_.clear(); }
  // One catalogue an office, by id; what only task points mention is added. Throws law::Error catalogue-invalid.
  std::vector<law::Catalogue> finish();

 private:
  void take_row(Fields& fields);
  void take_text(Fields& fields, law::Catalogue& catalogue);
  void fault(std::size_t line, const std::string& sentence);

  std::string name_, told_;
  std::size_t faults_ = 0;
  std::map<std::string, law::Catalogue> offices_;
  std::map<std::pair<std::string, std::string>, unsigned> parts_;  // of texts, by office and act: the next one
};

}  // namespace kto::catalogue
