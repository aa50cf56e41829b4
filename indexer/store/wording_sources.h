// WordingSources: where a reader asks what the offices of a country say: of the files of its own index or, where that
// names other machines, of the search library's server on each (xapian-tcpsrv). Together they are searched as one.
//
// A machine that does not answer in time is left out, and its offices are named as missing; after a while one question
// tries it again. Its time limit is for each of its answers and for all a question waits for it: some thirty answers,
// each nearly late, would be no limit. Its server opens the files anew for each connection, so a reader goes on with
// what it found until its connection ends. Inside this room only; of one thread, but for what Machines says.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/store/generation.h"
#include "indexer/store/wording_tables.h"

namespace kto::store {

// Wordings that stand in both files of this machine, by number in all files together: each leads to the other. Found
// by their short keys, so that two may still be strangers.
using Twins = std::unordered_map<Xapian::docid, Xapian::docid>;

// What the readers of one generation know of its machines. Safe from any thread.
class Machines {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Standing { well, on_trial, resting };
  // Of a machine that is to be connected to. One that failed rests; when it has rested, one who asks is to try it, and
  // the others go on without it until it has answered() that one.
  Standing standing(const std::string& name);
  // Whether it has failed and not answered since.
  bool rests(const std::string& name) const;
  void failed(const std::string& name);
  void answered(const std::string& name);
  // The tables read under this name, or what `read` gives. Nobody waits while somebody else reads: it may take long.
  template <typename Read>
  std::shared_ptr<const WordingTables> tables(const std::string& name, const Read& read) {
    if (auto known = known_tables(name)) return known;
    auto tables = std::make_shared<const WordingTables>(read());
    const std::lock_guard lock(mutex_);
    return tables_.emplace(name, std::move(tables)).first->second;
  }

  // Those read before, or what `read` gives.
  template <typename Read>
  std::shared_ptr<const Twins> twins(const Read& read) {
    const std::lock_guard lock(mutex_);
    if (!twins_) twins_ = std::make_shared<const Twins>(read());
    return twins_;
  }

 private:
  std::shared_ptr<const WordingTables> known_tables(const std::string& name) const;

  mutable std::mutex mutex_;  // guards what follows
  std::shared_ptr<const Twins> twins_;
  std::map<std::string, Clock::time_point> failed_;
  std::map<std::string, std::shared_ptr<const WordingTables>> tables_;
};

// One that answers.
struct WordingSource {
  std::string machine;  // name_of(Remote); empty: this one
  std::vector<Xapian::Database> files;
  std::shared_ptr<const WordingTables> tables;
  std::uint32_t first_office = 0, first_unit = 0;  // numbers of the first of its tables among those of all sources
  std::chrono::milliseconds limit{};               // for what is waited for it between two rest()
  Machines::Clock::duration waited{};              // since rest()
  unsigned answers = 0;                            // that this was for, since rest()
};

class WordingSources {
 public:
  WordingSources(std::shared_ptr<const Generation> generation, std::shared_ptr<Machines> machines)
      : generation_(std::move(generation)), machines_(std::move(machines)) {}

  // Asks all that answer, as one database. Work that fails because a machine does not answer in time is done again
  // without it. Throws what `work` throws else.
  template <typename Work>
  auto ask(const Work& work) {
    for (std::size_t failures = 0;; ++failures) {
      open();
      try {
        const auto begun = Machines::Clock::now();
        waited_for_one_ = {};
        auto answer = work(all_);
        waited_for_all(Machines::Clock::now() - begun - waited_for_one_);
        return answer;
      } catch (const Xapian::NetworkTimeoutError& error) {
        leave_out(error, true, failures);
      } catch (const Xapian::NetworkError& error) {
        leave_out(error, failures > 0, failures);  // once, it may be that an idle connection was closed
      }
    }
  }

  // Part of such work: what is asked of the machine of one match alone. Throws as if it had not answered where the
  // question has now waited for it beyond its limit.
  template <typename Work>
  auto ask_one(Xapian::docid document, const Work& work) {
    const auto begun = Machines::Clock::now();
    auto answer = work();
    if (is_remote()) waited_for(sources_[place_of(document)], Machines::Clock::now() - begun);
    return answer;
  }

  // Between two questions.
  void rest();

  // Of a match of what was asked last.
  const WordingSource& source_of(Xapian::docid document) const { return sources_[place_of(document)]; }
  bool has_several_files() const { return several_; }
  // Of two files of this machine; else empty.
  const Twins& twins() const { return *twins_; }
  bool is_remote() const { return !generation_->manifest().remotes.empty(); }
  // Another number whenever other machines are asked than before.
  unsigned company() const { return company_; }
  // Machines that were not asked. In order of the manifest.
  std::vector<std::string> missing() const;

 private:
  void open();
  void open_files();
  void open_machines();
  // True where one that failed meanwhile was let go of.
  bool let_go_of_resting();
  WordingSource connect(const Remote& remote);
  std::size_t place_of(Xapian::docid document) const { return of_file_[(document - 1) % of_file_.size()]; }
  void waited_for(WordingSource& source, Machines::Clock::duration time);
  // Whoever made all wait is found by asking each alone, and left out of what is asked next where it is slow.
  void waited_for_all(Machines::Clock::duration time);
  // Lets go of all connections; the machine that failed is left alone for a while where it `rests`. Throws the error
  // when it has failed too often.
  void leave_out(const Xapian::NetworkError& error, bool rests, std::size_t failures);
  void leave_out(const std::string& machine);

  std::shared_ptr<const Generation> generation_;
  std::shared_ptr<Machines> machines_;
  bool is_open_ = false;
  unsigned company_ = 0;
  std::set<std::string> on_trial_;              // machines this reader tries for all
  Machines::Clock::duration waited_for_one_{};  // of the time of the work being done
  std::vector<WordingSource> sources_;
  std::vector<std::size_t> of_file_;  // by place in `all_`, the number of its source
  Xapian::Database all_;
  bool several_ = false;
  std::shared_ptr<const Twins> twins_ = std::make_shared<const Twins>();
};

}  // namespace kto::store
