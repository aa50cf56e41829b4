#include "indexer/store/office_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "indexer/law/error.h"
#include "indexer/store/codec.h"
#include "indexer/store/record_parts.h"
#include "indexer/store/wording_tables.h"

namespace kto::store {
namespace {

constexpr law::Date kFirstDay = std::chrono::sys_days{std::chrono::year{1000} / 1 / 1};

law::Error unreadable(const std::filesystem::path& file, const std::string& why) {
  return {"index-unreadable", "The index " + file.string() + " cannot be read: " + why + ".",
          "Build the index again: kto-indexer build --index DIR --corpus DIR."};
}

std::string_view take_view(std::string_view& bytes) {
  return take(bytes, static_cast<std::size_t>(take_number(bytes)));
}

template <typename Enum>
Enum take_enumeration(std::string_view& bytes, Enum last) {
  const std::uint64_t value = take_number(bytes);
  if (value > static_cast<std::uint64_t>(last)) record_damaged("a number is out of range");
  return static_cast<Enum>(value);
}

bool says(unsigned char said, Said what) {
  return (said & static_cast<unsigned char>(what)) != 0;
}

constexpr unsigned char kLengthsFollow = 0xFF;

// How many bytes a term shares with the one before, and how many are its own.
std::pair<std::size_t, std::size_t> take_lengths(std::string_view& bytes) {
  const auto lengths = static_cast<unsigned char>(take(bytes, 1).front());
  if (lengths != kLengthsFollow) return {lengths >> 4, lengths & 0xF};
  const std::uint64_t shared = take_number(bytes);
  return {shared, take_number(bytes)};
}

// The first term of a block, which shares nothing.
std::string_view first_term(std::string_view block) {
  return take(block, take_lengths(block).second);
}

// Goes through terms from the first of a block on, each made of the one before.
class TermReader {
 public:
  explicit TermReader(std::string_view bytes) : left_(bytes) {}
  bool next() {
    if (left_.empty()) return false;
    const auto [shared, own] = take_lengths(left_);
    if (shared > term_.size()) record_damaged("a term shares more than there is");
    term_.resize(shared);
    term_ += take(left_, own);
    view_.points = static_cast<std::uint32_t>(take_number(left_));
    view_.postings = view_.points == 1 ? take_one() : take_view(left_);
    return true;
  }
  const std::string& term() const { return term_; }
  const TermView& view() const { return view_; }

 private:
  std::string_view take_one() {
    const std::string_view before = left_;
    if ((take_number(left_) & 1) != 0) take_number(left_);
    return before.substr(0, before.size() - left_.size());
  }

  std::string_view left_;
  std::string term_;
  TermView view_;
};

}  // namespace

std::uint32_t day_number(law::Date day) {
  return static_cast<std::uint32_t>((day - kFirstDay).count());
}

class OfficeFile::Mapping {
 public:
  Mapping(void* at, std::size_t size) : at_(at), size_(size) {}
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() { ::munmap(at_, size_); }

 private:
  void* at_;
  std::size_t size_;
};

std::shared_ptr<const OfficeFile> OfficeFile::open(const std::filesystem::path& file) {
  const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0) throw unreadable(file, std::strerror(errno));
  struct stat status {};
  const bool known = ::fstat(opened, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = known ? static_cast<std::size_t>(status.st_size) : 0;
  void* at = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_SHARED, opened, 0) : MAP_FAILED;
  ::close(opened);
  if (at == MAP_FAILED) throw unreadable(file, "it cannot be mapped");
  auto mapping = std::make_unique<const Mapping>(at, size);
  try {
    auto office = std::make_shared<OfficeFile>(std::string_view(static_cast<const char*>(at), size));
    office->mapping_ = std::move(mapping);
    return office;
  } catch (const law::Error&) {
    throw unreadable(file, "it is not whole");
  }
}

OfficeFile::OfficeFile(std::string_view bytes) {
  if (take(bytes, kOfficeMagic.size()) != kOfficeMagic) record_damaged("it is no file of an office");
  std::array<std::size_t, kParts> sizes{};
  for (std::size_t& size : sizes) size = take_fixed(bytes);
  for (std::size_t i = 0; i < kParts; ++i) parts_[i] = take(bytes, sizes[i]);
  if (!bytes.empty()) record_damaged("bytes are left over");
  std::string_view pieces = part(Part::pieces), shared = part(Part::shared), points = part(Part::points);
  pieces_ = Table(pieces);
  office_ = take_view(shared);
  for (Table* table : {&holders_, &settings_, &lists_}) *table = Table(shared);
  days_ = Column(shared);
  statistics_.length = take_number(points);
  for (std::uint32_t* number : {&statistics_.least, &statistics_.most}) *number = take_fixed(points);
  for (Column* column : {&lengths_, &holders_of_, &settings_of_, &from_, &to_, &long_words_}) {
    *column = Column(points);
    if (column->size() != lengths_.size()) record_damaged("its columns are of several lengths");
  }
  terms_ = part(Part::terms);
  term_blocks_ = Column(terms_);
  records_ = part(Part::records);
  record_blocks_ = Column(records_);
}

OfficeFile::~OfficeFile() = default;

std::string OfficeFile::note(std::string_view name) const {
  std::string_view bytes = part(Part::notes);
  const Table names(bytes), kept(bytes);
  std::size_t first = 0, last = names.size();
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    (names[middle] < name ? first : last) = names[middle] < name ? middle + 1 : middle;
  }
  if (first == names.size() || names[first] != name) return "";
  std::string_view packed = kept[first];
  const auto size = static_cast<std::size_t>(take_number(packed));
  if (size == 0) return std::string(packed);
  constexpr std::size_t kMostTimes = 1032;  // deflate makes nothing smaller than by that
  if (size / kMostTimes > packed.size()) record_damaged("a note has no such length");
  std::string note(size, '\0');
  uLongf length = size;
  if (::uncompress(reinterpret_cast<Bytef*>(note.data()), &length, reinterpret_cast<const Bytef*>(packed.data()),
                   packed.size()) != Z_OK ||
      length != size)
    record_damaged("a note cannot be unpacked");
  return note;
}

// The terms from the last block on that begins at or before the term; empty: all come after it.
std::string_view OfficeFile::terms_from(std::string_view term) const {
  const auto from = [this](std::size_t number) {
    const std::size_t begin = term_blocks_[number];
    if (begin > terms_.size()) record_damaged("its blocks are out of order");
    return terms_.substr(begin);
  };
  std::size_t first = 0, last = term_blocks_.size();
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    if (first_term(from(middle)) <= term)
      first = middle + 1;
    else
      last = middle;
  }
  return first == 0 ? std::string_view() : from(first - 1);
}

TermView OfficeFile::term(std::string_view term) const {
  std::size_t left = kTermsTogether;
  for (TermReader at(terms_from(term)); left > 0 && at.next(); --left)
    if (at.term() >= term) return at.term() == term ? at.view() : TermView{};
  return {};
}

std::vector<std::string> OfficeFile::terms(std::string_view beginning, std::size_t most) const {
  std::vector<std::string> found;
  const std::string_view from = terms_from(beginning);
  for (TermReader at(from.empty() ? terms_ : from); found.size() < most && at.next();) {
    if (at.term().compare(0, beginning.size(), beginning) > 0) break;
    if (at.term().starts_with(beginning)) found.push_back(at.term());
  }
  return found;
}

HolderView OfficeFile::holder_view(std::uint32_t holder) const {
  std::string_view bytes = holders_[holder];
  HolderView view;
  view.has_unit = take_number(bytes) != 0;
  view.code = take_view(bytes);
  view.name = take_view(bytes);
  view.kind = take_enumeration(bytes, law::UnitKind::inne);
  view.post = take_view(bytes);
  return view;
}

SettingView OfficeFile::setting(std::uint32_t point) const {
  std::string_view bytes = settings_[settings_of_[point]];
  SettingView view;
  view.role = take_enumeration(bytes, law::Role::supports);
  view.inferred = take_number(bytes) != 0;
  for (std::string_view* text : {&view.shape, &view.unit_reason, &view.position, &view.act, &view.file})
    *text = take_view(bytes);
  return view;
}

std::string_view OfficeFile::record(std::uint32_t point) const {
  const std::size_t begin = record_blocks_[point / kRecordsTogether];
  if (begin > records_.size()) record_damaged("its records are out of order");
  std::string_view bytes = records_.substr(begin);
  for (std::size_t before = point % kRecordsTogether; before > 0; --before) take_view(bytes);
  return take_view(bytes);
}

law::Citation OfficeFile::take_citation(unsigned char said, std::string_view& record) const {
  if (says(said, Said::no_citation)) return {};
  std::string_view list = lists_[static_cast<std::size_t>(take_number(record))];
  law::Step last;
  std::vector<law::Step> steps(static_cast<std::size_t>(take_number(list)));
  const auto take_level = [](std::string_view& bytes) { return take_enumeration(bytes, law::Level::double_indent); };
  if (steps.size() > list.size()) record_damaged("a citation has no such length");
  for (law::Step& step : steps) {
    step.level = take_level(list);
    step.number.value = static_cast<unsigned>(take_number(list));
    step.number.suffix = take_view(list);
  }
  last.level = take_level(list);
  last.number.value = static_cast<unsigned>(take_number(record));
  if (says(said, Said::suffix)) last.number.suffix = take_view(record);
  steps.push_back(std::move(last));
  return law::Citation(std::move(steps));
}

law::Citation OfficeFile::citation(std::uint32_t point) const {
  std::string_view bytes = record(point);
  const auto said = static_cast<unsigned char>(take(bytes, 1).front());
  return take_citation(said, bytes);
}

// Points stand in the order of their citations, and what is below one stands behind it.
std::uint32_t OfficeFile::first_within(const law::Citation& wanted) const {
  std::uint32_t first = 0, last = points();
  while (first < last) {
    const std::uint32_t middle = first + (last - first) / 2;
    if (citation(middle) < wanted)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

std::uint32_t OfficeFile::points_within(const law::Citation& wanted) const {
  const std::uint32_t first = first_within(wanted);
  std::uint32_t end = first;
  while (end < points() && wanted.contains(citation(end))) ++end;
  return end - first;
}

std::string_view OfficeFile::coded_text(std::uint32_t point) const {
  std::string_view bytes = record(point);
  const auto said = static_cast<unsigned char>(take(bytes, 1).front());
  if (!says(said, Said::no_citation)) {
    take_number(bytes);
    take_number(bytes);
    if (says(said, Said::suffix)) take_view(bytes);
  }
  if (says(said, Said::whole_id))
    take_view(bytes);
  else
    take_number(bytes);
  return take_coded(bytes);
}

law::Date OfficeFile::day(std::uint32_t number) const {
  return kFirstDay + std::chrono::days(static_cast<int>(days_[number]));
}

StoredTask OfficeFile::task(std::uint32_t point) const {
  StoredTask stored{std::string(office_), {}};
  law::TaskPoint& task = stored.task;
  std::string_view bytes = record(point);
  const auto said = static_cast<unsigned char>(take(bytes, 1).front());
  const SettingView setting = this->setting(point);
  task.citation = take_citation(said, bytes);
  task.validity.from = day(from_[point]);
  if (const std::uint32_t to = to_[point]; to > 0) task.validity.to = day(to - 1);
  task.id = says(said, Said::whole_id)
                ? std::string(take_view(bytes))
                : put_together(setting.shape, take_number(bytes), office_, task.citation, task.validity.from);
  take_text(bytes, pieces_, task.text);
  if (says(said, Said::context)) take_text(bytes, pieces_, task.context);
  if (says(said, Said::place)) {
    task.made_by.place = take_view(bytes);
    task.lines.first = static_cast<unsigned>(take_number(bytes));
    task.lines.last = static_cast<unsigned>(take_number(bytes));
  }
  if (says(said, Said::end)) {
    const std::string_view act = take_view(bytes);
    task.ended_by = law::Provenance{std::string(act), std::string(take_view(bytes))};
  }
  const HolderView holder = holder_view(holders_of_[point]);
  if (holder.has_unit) task.unit = law::UnitRef{std::string(holder.code), std::string(holder.name), holder.kind};
  task.post = holder.post;
  task.role = setting.role;
  task.inferred = setting.inferred;
  task.unit_reason = setting.unit_reason;
  task.position = setting.position;
  task.made_by.act = setting.act;
  task.file = setting.file;
  return stored;
}

std::uint32_t OfficeFile::days_until(law::Date day) const {
  const std::uint32_t number = day_number(day);
  std::size_t first = 0, last = days_.size();
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    (days_[middle] <= number ? first : last) = days_[middle] <= number ? middle + 1 : middle;
  }
  return static_cast<std::uint32_t>(first);
}

}  // namespace kto::store
