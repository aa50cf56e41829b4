#include "indexer/store/wording_runs.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <memory>
#include <queue>
#include <system_error>
#include <tuple>
#include <utility>

#include "indexer/store/codec.h"
#include "indexer/store/hash.h"
#include "indexer/text/analysis.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

// Kept by a thread before it writes a run: a million tasks make some fifteen of them.
constexpr std::size_t kMostKept = std::size_t{12} * 1024 * 1024;
constexpr std::size_t kLengthBytes = 4;

std::size_t part_of(const std::string& key) {
  return hash64(key) % kWordingParts;
}

[[noreturn]] void failed(const fs::path& file) {
  throw fs::filesystem_error("run", file, std::error_code(errno == 0 ? EIO : errno, std::generic_category()));
}

// `first` to `last`: kept wordings of one key, as one.
std::string bytes_of(const RawWording* first, const RawWording* last) {
  Encoder out;
  out.text(first->key);
  out.text(first->text);
  out.text(first->context);
  out.number(static_cast<std::uint64_t>(last - first));
  for (const RawWording* one = first; one != last; ++one) {
    out.number(one->holders.front().office);
    out.text(one->holders.front().bytes);
  }
  return out.finish_part();
}

RawWording wording_of(std::string_view bytes) {
  Decoder in = Decoder::of_part(bytes);
  RawWording wording{in.text(), in.text(), in.text(), std::vector<RawHolder>(in.count())};
  for (RawHolder& holder : wording.holders) {
    holder.office = in.small_number();
    holder.bytes = in.text();
  }
  in.finish();
  return wording;
}

// A part of a run, wording by wording.
class PartReader {
 public:
  PartReader(const Run& run, std::size_t part) : file_(run.file), left_(run.begins[part + 1] - run.begins[part]) {
    in_.open(file_, std::ios::binary);
    in_.seekg(static_cast<std::streamoff>(run.begins[part]));
    next();
  }

  bool at_end() const { return at_end_; }
  RawWording& wording() { return wording_; }

  void next() {
    at_end_ = left_ == 0;
    if (at_end_) return;
    std::uint32_t size = 0;
    for (unsigned i = 0; i < kLengthBytes; ++i) size |= static_cast<std::uint32_t>(in_.get() & 0xFF) << (8 * i);
    if (!in_ || kLengthBytes + size > left_) failed(file_);
    bytes_.resize(size);
    if (!in_.read(bytes_.data(), static_cast<std::streamsize>(size))) failed(file_);
    left_ -= kLengthBytes + size;
    wording_ = wording_of(bytes_);
  }

 private:
  fs::path file_;
  std::ifstream in_;
  std::uint64_t left_;
  bool at_end_ = false;
  std::string bytes_;
  RawWording wording_;
};

// The first in order on top.
struct Later {
  bool operator()(PartReader* a, PartReader* b) const {
    const auto key = [](PartReader* one) {
      return std::tie(one->wording().key, one->wording().holders.front().office);
    };
    return key(a) > key(b);
  }
};

}  // namespace

std::string wording_key(std::string_view text, std::string_view context) {
  std::string key;
  for (const std::string_view part : {text, context}) {
    for (const text::Token& token : text::tokenize(part)) key.append(token.text) += ' ';
    key += '\n';
  }
  return key;
}

std::string short_key(const std::string& key) {
  constexpr unsigned kBytes = 6;  // of a million wordings, two share theirs once in five hundred countries
  std::uint64_t hash = hash64(key);
  std::string bytes;
  for (unsigned i = 0; i < kBytes; ++i, hash >>= 8) bytes += static_cast<char>(hash & 0xFF);
  return bytes;
}

void RunWriter::add(std::string key, std::string_view text, std::string_view context, RawHolder holder) {
  constexpr std::size_t kOfItself = sizeof(RawWording) + sizeof(RawHolder);
  bytes_ += kOfItself + key.size() + text.size() + context.size() + holder.bytes.size();
  RawWording& one = kept_.emplace_back(RawWording{std::move(key), std::string(text), std::string(context), {}});
  one.holders.push_back(std::move(holder));
  one.part = part_of(one.key);
}

void RunWriter::end_of_office() {
  if (bytes_ > kMostKept) write();
}

std::vector<Run> RunWriter::finish() {
  if (!kept_.empty()) write();
  return std::move(runs_);
}

void RunWriter::write() {
  std::stable_sort(kept_.begin(), kept_.end(), [](const RawWording& a, const RawWording& b) {
    return std::tie(a.part, a.key, a.holders.front().office) < std::tie(b.part, b.key, b.holders.front().office);
  });
  Run run{folder_ / (name_ + "-" + std::to_string(runs_.size()))};
  errno = 0;
  std::ofstream out(run.file, std::ios::binary | std::ios::trunc);
  std::uint64_t at = 0;
  std::size_t part = 0;
  for (const RawWording* first = kept_.data(); first != kept_.data() + kept_.size();) {
    const RawWording* last = std::find_if(first, static_cast<const RawWording*>(kept_.data() + kept_.size()),
                                          [first](const RawWording& one) { return one.key != first->key; });
    for (; part < first->part; ++part) run.begins[part + 1] = at;
    const std::string bytes = bytes_of(first, last);
    for (unsigned i = 0; i < kLengthBytes; ++i) out.put(static_cast<char>(bytes.size() >> (8 * i) & 0xFF));
    out << bytes;
    at += kLengthBytes + bytes.size();
    first = last;
  }
  for (; part < kWordingParts; ++part) run.begins[part + 1] = at;
  out.close();
  if (!out) failed(run.file);
  runs_.push_back(std::move(run));
  kept_.clear();
  bytes_ = 0;
}

void merge_part(const std::vector<Run>& runs, std::size_t part, const std::function<void(RawWording&&)>& take) {
  std::vector<std::unique_ptr<PartReader>> readers;
  std::priority_queue<PartReader*, std::vector<PartReader*>, Later> next;
  for (const Run& run : runs) {
    readers.push_back(std::make_unique<PartReader>(run, part));
    if (!readers.back()->at_end()) next.push(readers.back().get());
  }
  while (!next.empty()) {
    RawWording whole;
    do {
      PartReader* reader = next.top();
      next.pop();
      RawWording& one = reader->wording();
      if (whole.holders.empty())
        whole = std::move(one);
      else
        std::move(one.holders.begin(), one.holders.end(), std::back_inserter(whole.holders));
      reader->next();
      if (!reader->at_end()) next.push(reader);
    } while (!next.empty() && next.top()->wording().key == whole.key);
    std::stable_sort(whole.holders.begin(), whole.holders.end(),
                     [](const RawHolder& a, const RawHolder& b) { return a.office < b.office; });
    take(std::move(whole));
  }
}

}  // namespace kto::store
