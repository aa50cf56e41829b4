#include "indexer/store/wordings_writer.h"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <sstream>
#include <string_view>
#include <thread>
#include <utility>

#include "indexer/store/document.h"
#include "indexer/store/glass_join.h"
#include "indexer/store/manifest_text.h"
#include "indexer/store/office_record.h"
#include "indexer/store/recent.h"
#include "indexer/store/record.h"
#include "indexer/store/record_parts.h"
#include "indexer/store/wording_record.h"
#include "indexer/store/wording_runs.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

// Runs `work(worker, i)` for i from 0 to `count`, each once. What one throws is thrown here, when all have ended.
void for_each_on(unsigned threads, std::size_t count, const std::function<void(unsigned, std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto run = [&](unsigned worker) {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(worker, i);
    } catch (...) {
      next = count;
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  for (unsigned worker = 1; worker < threads; ++worker) others.emplace_back(run, worker);
  run(0);
  for (std::thread& other : others) other.join();
  if (failure) std::rethrow_exception(failure);
}

// Things called by number, in the order in which they are first met.
class Numbers {
 public:
  std::uint32_t of(const std::string& thing) {
    const auto [known, is_new] = numbers_.emplace(thing, static_cast<std::uint32_t>(things_.size()));
    if (is_new) things_.push_back(thing);
    return known->second;
  }
  std::size_t size() const { return things_.size(); }
  std::vector<std::string> take() { return std::move(things_); }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> things_;
};

// What WordingTables holds, as bytes.
struct Names {
  std::vector<std::string> units, acts, shapes;
};

std::string bytes_of(const WordingUnit& one) {
  Encoder out;
  write(out, one.unit);
  out.text(one.post);
  return out.finish_part();
}

WordingUnit unit_of(const std::string& bytes) {
  Decoder in = Decoder::of_part(bytes);
  std::optional<law::UnitRef> unit = read_unit_ref(in);
  return {std::move(unit), in.text()};
}

// A holder in a run: its numbers are those of its office's own Names.
std::string raw_bytes(const NumberedHolder& holder) {
  Encoder out;
  for (const std::uint32_t number : {holder.unit, holder.act, holder.shape}) out.number(number);
  out.number(holder.id_number);
  out.text(holder.id);
  out.enumeration(holder.role);
  out.validity(holder.validity);
  write(out, holder.citation);
  return out.finish_part();
}

NumberedHolder holder_of(const RawHolder& raw) {
  Decoder in = Decoder::of_part(raw.bytes);
  NumberedHolder holder;
  holder.office = raw.office;
  for (std::uint32_t* number : {&holder.unit, &holder.act, &holder.shape}) *number = in.small_number();
  holder.id_number = in.number();
  holder.id = in.text();
  holder.role = in.enumeration(law::Role::supports);
  holder.validity = in.validity();
  holder.citation = read_citation(in);
  return holder;
}

// Ids of an office are made in a few ways; where each looks different, a table of their shapes would be a list of them.
constexpr std::size_t kMostShapes = 64;

// What one thread reads offices into.
struct Reading {
  RunWriter run;
  WordCounts words;
  // Of texts met lately: most offices write most of theirs as others do.
  Recent<std::string, std::string, 4096> keys;

  const std::string& key_of(const law::TaskPoint& task) {
    return keys.get(task.text + '\n' + task.context, [&task] { return wording_key(task.text, task.context); });
  }
};

// Reads the tasks of one office.
Names read_office(const OfficeShard& shard, std::uint32_t place, Reading& into) {
  const Xapian::Database database(shard.file.string());
  const StringList names = decode_names(database.get_metadata(kNamesKey));
  std::map<std::string, std::string> act_numbers;
  for (law::ActSummary& act : decode_office(database.get_metadata(office_line(shard.office)), names).acts)
    act_numbers.emplace(act.id, act.number.empty() ? act.id : act.number);
  Numbers units, acts, shapes;
  acts.of("");
  shapes.of("");
  for (Xapian::docid document = 1; document <= database.get_lastdocid(); ++document) {
    const law::TaskPoint task = decode_task(database.get_document(document).get_data(), names).task;
    const auto act = act_numbers.find(task.made_by.act);
    IdParts id = take_apart(task.id, shard.office, task.citation, task.validity.from);
    if (shapes.size() > kMostShapes) id = {};
    const NumberedHolder holder{.office = place,
                                .unit = units.of(bytes_of(WordingUnit{task.unit, task.post})),
                                .act = acts.of(act == act_numbers.end() ? task.made_by.act : act->second),
                                .role = task.role,
                                .validity = task.validity,
                                .shape = shapes.of(id.shape),
                                .id_number = id.number,
                                .id = id.shape.empty() ? task.id : "",
                                .citation = task.citation};
    into.words.add(task.text);
    into.words.add(task.context);
    into.run.add(into.key_of(task), task.text, task.context, {place, raw_bytes(holder)});
  }
  into.run.end_of_office();
  return {units.take(), acts.take(), shapes.take()};
}

// Of each office, what its own numbers are in the file.
struct Translation {
  std::vector<std::uint32_t> units, acts, shapes;
};

class WordingsWriter {
 public:
  WordingsWriter(const WordingsPlan& plan, const text::Analyser& analyser, const fs::path& scratch, unsigned threads)
      : plan_(plan),
        offices_(plan.offices),
        analyser_(analyser),
        scratch_(scratch),
        threads_(threads),
        tables_(plan.before),
        first_(static_cast<std::uint32_t>(plan.before.offices.size())) {}

  void write(const fs::path& file) {
    fs::remove_all(scratch_);
    fs::create_directories(scratch_);
    read_offices();
    for_each_on(threads_, kWordingParts, [this](unsigned, std::size_t part) { write_part(part); });
    std::vector<fs::path> parts;
    for (std::size_t part = 0; part < kWordingParts; ++part) parts.push_back(part_file(part));
    join(parts, file);
  }

 private:
  fs::path part_file(std::size_t part) const { return scratch_ / ("part-" + std::to_string(part)); }

  void read_offices() {
    std::vector<Reading> readings;
    readings.reserve(threads_);
    for (unsigned i = 0; i < threads_; ++i) readings.push_back({{scratch_, "run-" + std::to_string(i)}, {}, {}});
    std::vector<Names> names(offices_.size());
    for_each_on(threads_, offices_.size(), [&](unsigned worker, std::size_t place) {
      names[place] = read_office(offices_[place], first_ + static_cast<std::uint32_t>(place), readings[worker]);
    });
    for (Reading& reading : readings)
      for (Run& run : reading.run.finish()) runs_.push_back(std::move(run));
    number(names);
    for (unsigned i = 1; i < threads_; ++i) readings[0].words.add(readings[i].words);
    for (const std::string& word : readings[0].words.commonest(tables_.words)) tables_.words.add(word);
  }

  // In order of the offices, so that the numbers do not depend on which thread was faster.
  void number(const std::vector<Names>& names) {
    Numbers units, acts, shapes;
    for (const WordingUnit& unit : tables_.units) units.of(bytes_of(unit));
    acts.of("");
    for (const std::string& act : tables_.acts) acts.of(act);
    shapes.of("");
    for (const std::string& shape : tables_.shapes) shapes.of(shape);
    tables_.units.clear();
    const auto translate = [](Numbers& all, const std::vector<std::string>& own) {
      std::vector<std::uint32_t> numbers;
      numbers.reserve(own.size());
      for (const std::string& one : own) numbers.push_back(all.of(one));
      return numbers;
    };
    for (std::size_t place = 0; place < names.size(); ++place) {
      tables_.offices.push_back(offices_[place].office);
      translations_.push_back({translate(units, names[place].units), translate(acts, names[place].acts),
                               translate(shapes, names[place].shapes)});
    }
    for (const std::string& unit : units.take()) tables_.units.push_back(unit_of(unit));
    tables_.acts = acts.take();
    tables_.shapes = shapes.take();
  }

  NumberedHolder translated(const RawHolder& raw) const {
    NumberedHolder holder = holder_of(raw);
    const Translation& numbers = translations_[holder.office - first_];
    holder.unit = numbers.units[holder.unit];
    holder.act = numbers.acts[holder.act];
    holder.shape = numbers.shapes[holder.shape];
    return holder;
  }

  void write_part(std::size_t part) const {
    GlassWriter database(part_file(part));
    if (part == 0) describe(database);
    WordingDocuments documents(database, tables_, analyser_);
    merge_part(runs_, part, [&](RawWording&& raw) {
      std::vector<NumberedHolder> holders;
      for (const RawHolder& one : raw.holders) holders.push_back(translated(one));
      documents.add(raw, holders);
    });
    database.finish();
  }

  void describe(GlassWriter& database) const {
    std::string lines;
    for (const OfficeShard& one : offices_) lines += one.office + '\t' + one.hash + '\n';
    database.set_metadata(kTablesKey, encode_tables(tables_));
    database.set_metadata(kMadeOfKey, lines);
    database.set_metadata(kOfficesKey, to_lines(plan_.summaries));
    database.set_metadata(kContentKey, plan_.content);
    database.set_metadata(kSchemaKey, std::to_string(kSchemaVersion));
    database.set_metadata(kAnalysisKey, analyser_.fingerprint());
  }

  const WordingsPlan& plan_;
  const std::vector<OfficeShard>& offices_;
  const text::Analyser& analyser_;
  const fs::path& scratch_;
  const unsigned threads_;
  std::vector<Run> runs_;
  WordingTables tables_;
  const std::uint32_t first_;  // number of the first of offices_
  std::vector<Translation> translations_;
};

}  // namespace

void write_wordings(const WordingsPlan& plan, const text::Analyser& analyser, const fs::path& scratch,
                    const fs::path& file, unsigned threads) {
  WordingsWriter(plan, analyser, scratch, std::max(1U, threads)).write(file);
  fs::remove_all(scratch);
}

std::map<std::string, std::string> made_of(const fs::path& file) {
  std::map<std::string, std::string> shards;
  std::istringstream lines(Xapian::Database(file.string()).get_metadata(kMadeOfKey));
  for (std::string office, hash; std::getline(lines, office, '\t') && std::getline(lines, hash);) shards[office] = hash;
  return shards;
}

WordingTables tables_of(const fs::path& file) {
  return decode_tables(Xapian::Database(file.string()).get_metadata(kTablesKey));
}

}  // namespace kto::store
