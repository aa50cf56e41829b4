// KnownRecords: long records of wordings read lately, in memory. One in a hundred that a question reads is long, since
// hundreds of offices say so; it is four fifths of all bytes that are read, and unpacking them takes longer than
// anything else of a question that finds it. There are few of them. Inside this room only.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace kto::store {

// Of files of this machine, for all readers of one generation. Safe from any thread.
class KnownRecords {
 public:
  // The record of a document, known or as `read` gives it. Nobody waits while somebody else reads.
  template <typename Read>
  std::string of(Xapian::docid document, const Read& read) {
    if (auto known = find(document)) return std::move(*known);
    std::string record = read();
    if (record.size() >= kLong) keep(document, record);
    return record;
  }

 private:
  static constexpr std::size_t kLong = 512;  // bytes

  std::optional<std::string> find(Xapian::docid document);
  void keep(Xapian::docid document, const std::string& record);

  std::mutex mutex_;  // guards what follows
  // What was not asked for while `young_` filled up once is let go.
  std::unordered_map<Xapian::docid, std::string> young_, old_;
  std::size_t bytes_ = 0;  // of young_
};

}  // namespace kto::store
