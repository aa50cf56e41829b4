#include "indexer/catalogue/file.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <map>
#include <utility>

#include "indexer/catalogue/reading.h"
#include "indexer/law/error.h"

namespace kto::catalogue {
namespace {

// Read at once.
constexpr std::size_t kBlock = std::size_t{1} << 20;
// A line longer than any row may be (reading.h) is still one line, of which only the beginning is looked at.
constexpr std::size_t kLooked = kLongestLine + 1;

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

// Where the rows of each office are, line by line.
class Finder {
 public:
  void take(std::string_view line, std::uint64_t offset, std::uint64_t bytes) {
    ++line_;
    if (bytes <= line.size() + 1 && line.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
    const std::string_view office = office_in(line);
    if (last_ == nullptr || last_->office != office) {
      last_ = &offices_[std::string(office)];
      last_->office = office;
    }
    ++last_->rows;
    auto& runs = last_->runs;
    const bool goes_on = !runs.empty() && runs.back().offset + runs.back().bytes == offset &&
                         runs.back().bytes + bytes <= std::numeric_limits<std::uint32_t>::max();
    if (goes_on)
      runs.back().bytes += static_cast<std::uint32_t>(bytes);
    else
      runs.push_back({offset, static_cast<std::uint32_t>(std::min<std::uint64_t>(bytes, kLooked)), line_});
  }

  std::vector<OfficeRows> offices() {
    std::vector<OfficeRows> all;
    for (auto& [id, rows] : offices_) all.push_back(std::move(rows));
    return all;
  }

 private:
  std::map<std::string, OfficeRows, std::less<>> offices_;
  OfficeRows* last_ = nullptr;
  std::uint32_t line_ = 0;
};

}  // namespace

std::string_view office_in(std::string_view line) {
  constexpr std::string_view kField = "\"office\"";
  for (auto at = line.find(kField); at != std::string_view::npos; at = line.find(kField, at + 1)) {
    // Inside a text every quotation mark has a backslash before it.
    if (at > 0 && line[at - 1] == '\\') continue;
    std::size_t value = skip_blanks(line, at + kField.size());
    if (value >= line.size() || line[value] != ':') continue;
    value = skip_blanks(line, value + 1);
    if (value >= line.size() || line[value] != '"') return {};
    const std::size_t end = line.find('"', ++value);
    const std::string_view id = end == std::string_view::npos ? "" : line.substr(value, end - value);
    return is_office_id(id) ? id : std::string_view();
  }
  return {};
}

CatalogueFile::CatalogueFile(int file, std::string name) : file_(file), name_(std::move(name)) {
  try {
    find_offices();
  } catch (...) {  // no destructor will come
    ::close(file_);
    throw;
  }
}

CatalogueFile::~CatalogueFile() {
  ::close(file_);
}

void CatalogueFile::find_offices() {
  Finder finder;
  std::vector<char> block(kBlock);
  std::string line;                        // what of the line was in former blocks, at most kLooked of it
  std::uint64_t begins = 0, at_block = 0;  // where the line and the block begin
  for (;;) {
    const ssize_t count = ::pread(file_, block.data(), block.size(), static_cast<off_t>(at_block));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      throw law::Error("catalogue-unreadable", name_ + ": cannot be read to its end: " + std::strerror(errno),
                       "check the file or the pipe");
    const std::string_view text(block.data(), static_cast<std::size_t>(count));
    std::size_t at = 0;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', at)) {
      const std::uint64_t next = at_block + end + 1;
      if (line.empty()) {
        finder.take(text.substr(at, end - at), begins, next - begins);
      } else {
        line.append(text.substr(at, std::min(end - at, kLooked)));
        finder.take(line, begins, next - begins);
        line.clear();
      }
      begins = next;
      at = end + 1;
    }
    if (count == 0) break;
    if (line.size() < kLooked) line.append(text.substr(at, kLooked));
    at_block += text.size();
  }
  if (begins < at_block) finder.take(line, begins, at_block - begins);
  offices_ = finder.offices();
}

void CatalogueFile::each_run(const OfficeRows& rows,
                             const std::function<void(std::string_view text, std::size_t line)>& take) const {
  std::string text;
  for (const Run& run : rows.runs) {
    text.resize(run.bytes);
    std::size_t done = 0;
    while (done < text.size()) {
      const ssize_t count =
          ::pread(file_, text.data() + done, text.size() - done, static_cast<off_t>(run.offset + done));
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0)
        throw law::Error("catalogue-unreadable", name_ + ": has changed while it was read, or cannot be read",
                         "leave the file alone while the index is built");
      done += static_cast<std::size_t>(count);
    }
    take(text, run.line);
  }
}

law::Catalogue CatalogueFile::read(const OfficeRows& rows) const {
  Reading reading(name_);
  each_run(rows, [&reading](std::string_view text, std::size_t line) { reading.read_lines(text, line); });
  auto catalogues = reading.finish();
  if (catalogues.size() != 1 || catalogues.front().office != rows.office)
    throw law::Error("catalogue-invalid",
                     name_ + ":" + std::to_string(rows.runs.front().line) + ": the office's id is written with escapes",
                     "write the id of an office as plain letters, digits and hyphens");
  return std::move(catalogues.front());
}

void CatalogueFile::tell_faults() const {
  std::vector<std::pair<Run, const OfficeRows*>> runs;
  for (const OfficeRows& office : offices_)
    for (const Run& run : office.runs) runs.emplace_back(run, &office);
  std::sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) { return a.first.offset < b.first.offset; });
  Reading reading(name_);
  for (const auto& [run, office] : runs) {
    each_run({office->office, {run}, 0},
             [&reading](std::string_view text, std::size_t line) { reading.read_lines(text, line); });
    reading.forget_rows();
  }
  reading.finish();
}

}  // namespace kto::catalogue
