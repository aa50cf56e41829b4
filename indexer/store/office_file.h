// OfficeFile: the index of one office, one read-only file, mapped into memory and read where it lies. Opening it reads
// nothing but where its parts begin; a question reads the words it asks for, a few numbers of each task point that has
// one, and whole only the points that are shown.
//
//   file    = "KTOOFFI\n", of each part its length (4 bytes), the parts
//   about   = record (codec.h): schema, analysis, content, source, summary
//   notes   = table of names in order, table of what is kept under them, each deflated where that is shorter
//   pieces  = table of the words of the texts (packed.h)
//   shared  = office id; tables of holders, settings and lists; column of days
//   points  = total, least and greatest length; columns of each point: length, holder,
//             setting, first day, first day no longer in force (+ 1; 0: none), long words
//   terms   = column of where every 16th term begins, then the terms in order: how many bytes it shares with the one
//             before, the others, how many points have it, the points
//   records = column of where every 8th record begins, then the rest of each point (office_file_writer.cc)
//
// A term has the points as steps from one to the next, twice the step and one more where it stands there more than
// once. Words of units and posts have holders in place of points: all points of a holder have them.
//
// Immutable; any number of threads may read. Everything throws law::Error record-damaged where the bytes are not what
// was written; what was written is sealed (seal.h). Inside this room only.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/fields.h"
#include "indexer/store/packed.h"
#include "indexer/store/query.h"

namespace kto::store {

inline constexpr std::string_view kOfficeMagic{"KTOOFFI\n", 8};
enum class Part : std::uint8_t { about, notes, pieces, shared, points, terms, records };
inline constexpr std::size_t kParts = 7;
inline constexpr std::size_t kTermsTogether = 16, kRecordsTogether = 8;

// What a point says in a byte before the rest of its record.
enum class Said : std::uint8_t { context = 1, place = 2, end = 4, whole_id = 8, suffix = 16, no_citation = 32 };

struct OfficeStatistics {
  std::uint64_t length = 0;           // of all points together
  std::uint32_t least = 0, most = 0;  // of one, of those that have any
};

// Who has a task: a unit, a post of it, or nobody named.
struct HolderView {
  bool has_unit = false;
  std::string_view code, name;
  law::UnitKind kind = law::UnitKind::inne;
  std::string_view post;
};

// What many points have in common.
struct SettingView {
  law::Role role = law::Role::owner;
  bool inferred = false;
  std::string_view shape;  // of ids (wording_tables.h)
  std::string_view unit_reason, position, act, file;
};

// The points that have a term, or the holders.
struct TermView {
  std::uint32_t points = 0;  // how many points
  std::string_view postings;
};

class OfficeFile {
 public:
  // Throws law::Error index-unreadable.
  static std::shared_ptr<const OfficeFile> open(const std::filesystem::path& file);
  // Of bytes that must outlive it.
  explicit OfficeFile(std::string_view bytes);
  OfficeFile(const OfficeFile&) = delete;
  OfficeFile& operator=(const OfficeFile&) = delete;
  ~OfficeFile();

  std::string_view about() const { return part(Part::about); }
  // Empty when there is none of that name.
  std::string note(std::string_view name) const;

  std::string_view office() const { return office_; }
  std::uint32_t points() const { return static_cast<std::uint32_t>(lengths_.size()); }
  const OfficeStatistics& statistics() const { return statistics_; }

  // `term` as terms.h makes them. No points: the office lacks it.
  TermView term(std::string_view term) const;
  // The terms that begin so, `most` of them, in order.
  std::vector<std::string> terms(std::string_view beginning, std::size_t most) const;

  // `point` from 0; points stand in order of citation, first day and id.
  std::uint32_t length(std::uint32_t point) const { return lengths_[point]; }
  std::uint32_t holder(std::uint32_t point) const { return holders_of_[point]; }
  std::size_t holders() const { return holders_.size(); }
  HolderView holder_view(std::uint32_t holder) const;
  SettingView setting(std::uint32_t point) const;
  unsigned long_words(std::uint32_t point) const { return long_words_[point]; }
  // The bytes of its text: the same for the same text.
  std::string_view coded_text(std::uint32_t point) const;
  law::Citation citation(std::uint32_t point) const;
  // How many stand at or below it.
  std::uint32_t points_within(const law::Citation& citation) const;
  std::uint32_t first_within(const law::Citation& citation) const;
  StoredTask task(std::uint32_t point) const;

  // How many of the office's days are not after the day; what is_law wants.
  std::uint32_t days_until(law::Date day) const;
  bool is_law(std::uint32_t point, std::uint32_t days) const {
    const std::uint32_t to = to_[point];
    return from_[point] < days && (to == 0 || to > days);
  }

 private:
  class Mapping;
  std::string_view part(Part which) const { return parts_[static_cast<std::size_t>(which)]; }
  std::string_view terms_from(std::string_view term) const;
  std::string_view record(std::uint32_t point) const;
  law::Citation take_citation(unsigned char said, std::string_view& record) const;
  law::Date day(std::uint32_t number) const;

  std::unique_ptr<const Mapping> mapping_;
  std::array<std::string_view, kParts> parts_;
  std::string_view office_;
  OfficeStatistics statistics_;
  Table pieces_, holders_, settings_, lists_;
  Column days_, lengths_, holders_of_, settings_of_, from_, to_, long_words_, term_blocks_, record_blocks_;
  std::string_view terms_, records_;
};

// One after the other of TermView::postings.
class Postings {
 public:
  explicit Postings(std::string_view bytes) : left_(bytes) {}
  bool next() {
    if (left_.empty()) return false;
    const std::uint64_t step = take_number(left_);
    at_ += static_cast<std::uint32_t>(step >> 1);
    times_ = (step & 1) == 0 ? 1 : static_cast<std::uint32_t>(take_number(left_));
    return true;
  }
  std::uint32_t at() const { return at_; }
  std::uint32_t times() const { return times_; }

 private:
  std::string_view left_;
  std::uint32_t at_ = 0, times_ = 0;
};

// Days as the file counts them.
std::uint32_t day_number(law::Date day);

}  // namespace kto::store
