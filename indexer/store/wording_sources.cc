#include "indexer/store/wording_sources.h"

#include <algorithm>
#include <utility>

#include "indexer/store/fields.h"
#include "indexer/store/folder.h"

namespace kto::store {
namespace {

// Long enough that a dead machine does not cost every question a time limit, short enough that nobody waits for one
// that is back.
constexpr std::chrono::seconds kRest{5};

// A limit of 2 s and answers within 20 ms: what a question asks of a machine in the same country takes less, whatever
// the question. A long letter waits longer than the limit in all, for many quick answers; that is no slow machine.
constexpr int kQuickAnswers = 100;
// What all are asked together at least costs an answer for its statistics and one for its matches.
constexpr unsigned kAnswersTogether = 2;
// Parts of a limit that are not worth asking each alone: it is for some thirty answers.
constexpr int kShortWait = 32;
// Whoever made all wait answers alone in no less than this part of the time; else it was work that took long.
constexpr int kOfTheWait = 8;

bool is_slow(const WordingSource& source) {
  return source.waited > source.limit && source.waited > source.answers * source.limit / kQuickAnswers;
}

// `files`: the one of what changed since, which is small, and the other.
Twins twins_in(const std::vector<Xapian::Database>& files) {
  const auto in_all = [&files](Xapian::docid document, std::size_t file) {
    return static_cast<Xapian::docid>((document - 1) * files.size() + file + 1);
  };
  Twins twins;
  const std::string prefix(row(Field::wording).prefix);
  for (auto key = files[0].allterms_begin(prefix); key != files[0].allterms_end(prefix); ++key) {
    const auto other = files[1].postlist_begin(*key);
    if (other == files[1].postlist_end(*key)) continue;
    const Xapian::docid here = in_all(*files[0].postlist_begin(*key), 0), there = in_all(*other, 1);
    twins.emplace(here, there);
    twins.emplace(there, here);
  }
  return twins;
}

}  // namespace

Machines::Standing Machines::standing(const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto failed = failed_.find(name);
  if (failed == failed_.end()) return Standing::well;
  const Clock::time_point now = Clock::now();
  if (now < failed->second + kRest) return Standing::resting;
  failed->second = now;
  return Standing::on_trial;
}

bool Machines::rests(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  return failed_.contains(name);
}

void Machines::answered(const std::string& name) {
  const std::lock_guard lock(mutex_);
  failed_.erase(name);
}

std::shared_ptr<const WordingTables> Machines::known_tables(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  const auto known = tables_.find(name);
  return known == tables_.end() ? nullptr : known->second;
}

void Machines::failed(const std::string& name) {
  const std::lock_guard lock(mutex_);
  failed_[name] = Clock::now();
}

void WordingSources::open() {
  if (!is_open_ && !is_remote()) open_files();
  if (is_remote()) open_machines();
  is_open_ = true;
}

void WordingSources::open_files() {
  const Manifest& manifest = generation_->manifest();
  WordingSource source;
  for (const auto& [name, shard] : {std::pair{kSince, &manifest.since}, std::pair{kWordings, &manifest.wordings}})
    if (!shard->hash.empty())
      source.files.emplace_back(store::shard_file(generation_->index_dir(), name, *shard).string());
  const std::string key = manifest.since.hash + manifest.wordings.hash;
  const Xapian::Database& first = source.files.front();
  source.tables = machines_->tables(key, [&first] { return decode_tables(first.get_metadata(kTablesKey)); });
  for (const Xapian::Database& file : source.files) all_.add_database(file);
  of_file_.assign(source.files.size(), 0);
  several_ = source.files.size() > 1;
  if (several_) twins_ = machines_->twins([&source] { return twins_in(source.files); });
  sources_.push_back(std::move(source));
}

bool WordingSources::let_go_of_resting() {
  return std::erase_if(sources_, [this](const WordingSource& one) {
           return machines_->rests(one.machine) && !on_trial_.contains(one.machine);
         }) > 0;
}

WordingSource WordingSources::connect(const Remote& remote) {
  constexpr unsigned kAnswers = 3;  // what it is, what it has, its tables
  const auto begun = Machines::Clock::now();
  WordingSource source{
      name_of(remote), {Xapian::Remote::open(remote.host, remote.port, remote.timeout_ms, remote.timeout_ms)}, {}};
  const Xapian::Database& opened = source.files.front();
  source.tables = machines_->tables(source.machine + " " + opened.get_metadata(kContentKey),
                                    [&opened] { return decode_tables(opened.get_metadata(kTablesKey)); });
  source.limit = std::chrono::milliseconds(remote.timeout_ms);
  source.answers = kAnswers - 1;
  waited_for(source, Machines::Clock::now() - begun);
  return source;
}

void WordingSources::open_machines() {
  bool changed = let_go_of_resting();
  for (const Remote& remote : generation_->manifest().remotes) {
    const std::string name = name_of(remote);
    const auto is_it = [&name](const WordingSource& one) { return one.machine == name; };
    if (std::any_of(sources_.begin(), sources_.end(), is_it)) continue;
    const Machines::Standing standing = machines_->standing(name);
    if (standing == Machines::Standing::resting) continue;
    try {
      sources_.push_back(connect(remote));
      if (standing == Machines::Standing::on_trial) on_trial_.insert(name);
      changed = true;
    } catch (const Xapian::NetworkError&) {  // its offices are named as missing
      machines_->failed(name);
    }
  }
  if (!changed && is_open_) return;
  // In the order of their names, so that equal weights come in the same order whoever was opened first.
  std::sort(sources_.begin(), sources_.end(), [](const auto& a, const auto& b) { return a.machine < b.machine; });
  ++company_;
  all_ = Xapian::Database();
  of_file_.clear();
  std::uint32_t offices = 0, units = 0;
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    sources_[i].first_office = offices;
    sources_[i].first_unit = units;
    offices += static_cast<std::uint32_t>(sources_[i].tables->offices.size());
    units += static_cast<std::uint32_t>(sources_[i].tables->units.size());
    all_.add_database(sources_[i].files.front());
    of_file_.push_back(i);
  }
  several_ = true;  // a machine may serve two files as one
}

void WordingSources::leave_out(const Xapian::NetworkError& error, bool rests, std::size_t failures) {
  if (failures > 2 * generation_->manifest().remotes.size()) throw error;
  for (const WordingSource& one : sources_)
    if (rests && error.get_context().find("(" + one.machine + ")") != std::string::npos) leave_out(one.machine);
  // All connections: those of the others may stand in the midst of a question.
  sources_.clear();
  is_open_ = false;
}

void WordingSources::leave_out(const std::string& machine) {
  machines_->failed(machine);
  on_trial_.erase(machine);
}

void WordingSources::waited_for(WordingSource& source, Machines::Clock::duration time) {
  source.waited += time;
  waited_for_one_ += time;
  ++source.answers;
  if (is_slow(source)) throw Xapian::NetworkTimeoutError("slow in all", "(" + source.machine + ")");
}

void WordingSources::waited_for_all(Machines::Clock::duration time) {
  if (!is_remote() || sources_.empty() || time < sources_.front().limit / kShortWait) return;
  WordingSource* slowest = nullptr;
  Machines::Clock::duration longest{};
  for (WordingSource& source : sources_) {
    const auto begun = Machines::Clock::now();
    source.files.front().keep_alive();
    const Machines::Clock::duration took = Machines::Clock::now() - begun;
    if (took > longest) slowest = &source;
    longest = std::max(longest, took);
  }
  if (slowest == nullptr || longest * kOfTheWait < time) return;
  slowest->waited += time + longest;
  slowest->answers += kAnswersTogether + 1;
  if (is_slow(*slowest)) leave_out(slowest->machine);
}

void WordingSources::rest() {
  for (WordingSource& source : sources_) {
    source.waited = {};
    source.answers = 0;
    if (on_trial_.contains(source.machine)) machines_->answered(source.machine);
  }
  on_trial_.clear();
}

std::vector<std::string> WordingSources::missing() const {
  std::vector<std::string> names;
  for (const Remote& remote : generation_->manifest().remotes) {
    std::string name = name_of(remote);
    if (std::none_of(sources_.begin(), sources_.end(), [&name](const auto& one) { return one.machine == name; }))
      names.push_back(std::move(name));
  }
  return names;
}

}  // namespace kto::store
