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

bool Machines::rests(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  const auto failed = failed_.find(name);
  return failed != failed_.end() && Clock::now() < failed->second + kRest;
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

void WordingSources::open_machines() {
  bool changed = false;
  for (const Remote& remote : generation_->manifest().remotes) {
    const std::string name = name_of(remote);
    const auto is_it = [&name](const WordingSource& one) { return one.machine == name; };
    if (machines_->rests(name) || std::any_of(sources_.begin(), sources_.end(), is_it)) continue;
    try {
      WordingSource source{
          name, {Xapian::Remote::open(remote.host, remote.port, remote.timeout_ms, remote.timeout_ms)}, {}};
      const Xapian::Database& opened = source.files.front();
      source.tables = machines_->tables(name + " " + opened.get_metadata(kContentKey),
                                        [&opened] { return decode_tables(opened.get_metadata(kTablesKey)); });
      sources_.push_back(std::move(source));
      changed = true;
    } catch (const Xapian::NetworkError&) {  // its offices are named as missing
      machines_->failed(name);
    }
  }
  if (!changed && is_open_) return;
  // In the order of their names, so that equal weights come in the same order whoever was opened first.
  std::sort(sources_.begin(), sources_.end(), [](const auto& a, const auto& b) { return a.machine < b.machine; });
  all_ = Xapian::Database();
  of_file_.clear();
  std::uint32_t places = 0;
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    sources_[i].first_place = places;
    places += static_cast<std::uint32_t>(sources_[i].tables->offices.size());
    all_.add_database(sources_[i].files.front());
    of_file_.push_back(i);
  }
  several_ = true;  // a machine may serve two files as one
}

void WordingSources::leave_out(const Xapian::NetworkError& error, bool rests, std::size_t failures) {
  if (failures > 2 * generation_->manifest().remotes.size()) throw error;
  for (const WordingSource& one : sources_)
    if (rests && error.get_context().find("(" + one.machine + ")") != std::string::npos) machines_->failed(one.machine);
  // All connections: those of the others may stand in the midst of a question.
  sources_.clear();
  is_open_ = false;
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
