// Reader: the index, read. It is a snapshot: it goes on answering from the generation it opened, whatever is built
// since.
//
// Every office has a file of its own, opened when the office is first asked about; the last ones stay open. A
// question to one office is asked of within(office): what it costs and how rare its words are then depends on that
// office alone, whatever else the index holds. Of a country (more than kTogether offices) the vocabulary, documents(),
// frequency() and values(), is that of the wordings: each counts once, however many have it.
//
// One a thread: the search library's database is not to be shared. The manifest and the analyser are.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/law_record.h"
#include "indexer/store/manifest.h"
#include "indexer/store/query.h"
#include "indexer/store/wording.h"
#include "indexer/text/analysis.h"

namespace kto::store {

class Generation;
class OfficeParts;

class Reader {
 public:
  // Throws law::Error, each with a hint: index-missing, index-unreadable, index-schema (built by another version),
  // index-analysis (built with another dictionary).
  static Reader open(const std::filesystem::path& index_dir, std::shared_ptr<const text::Analyser> analyser);
  // The same for a generation that `current` does not name.
  static Reader open(const std::filesystem::path& index_dir, std::shared_ptr<const text::Analyser> analyser,
                     unsigned generation);
  // Another reader of the same generation, for another thread.
  Reader another() const;
  // The same index as if it held this office alone; its manifest is still that of all. Empty: all offices. Of the same
  // thread, and sharing what was read. An office the index does not hold has nothing; one that
  // another machine holds throws law::Error office-elsewhere.
  Reader within(std::string_view office) const;

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  unsigned generation() const;
  const Manifest& manifest() const;
  const text::Analyser& analyser() const;
  // Analyser::index_readings of a word, remembered for the commonest. Lives until the next call.
  const std::vector<text::Reading>& readings(const text::Token& word) const;

  // Units and acts of an office; nullptr when the index does not hold it, or another machine does. Lives until rest().
  const Office* office(std::string_view id) const;
  // Of the same as much as an answer needs: the codes of its units, in order, each once; its units with a code, in
  // order of their first day; its acts. Empty where office() gives nullptr. What is no copy lives until rest().
  std::vector<std::string> codes(std::string_view office) const;
  const std::vector<law::Unit>& units(std::string_view office, std::string_view code) const;
  const std::vector<law::ActSummary>& acts(std::string_view office) const;
  // Whether office() gives one; reads nothing.
  bool holds(std::string_view office) const;
  // Between two requests: may let go of offices and outlines read so far, so that a reader of thousands of offices
  // stays small.
  void rest() const;

  // All members below throw law::Error index-unreadable or record-damaged when the file is damaged.
  // Of a country as wordings() finds them, each holder a match; without words, and whole, office by office: slow.
  Matches find(const Query& query) const;
  // Whether wordings() can answer: the index has several offices, and this reader reads all of them.
  bool has_wordings() const;
  // Wordings with those who have it and whom the filter lets through; limit and offset count wordings. `order` and
  // `count` are for find() alone.
  WordingMatches wordings(const Query& query) const;
  std::optional<StoredTask> task(std::string_view id) const;
  // Every stored version of one provision, in order of first day.
  std::vector<StoredTask> versions(const std::string& office, const law::Citation& citation) const;
  // The same of a task point that this index gave, itself among them; one whose number is 0 has none.
  std::vector<StoredTask> versions(const StoredTask& of) const;

  // The law behind the tasks; none of it is read before it is asked for. Empty where an office gave its tasks itself.
  // Where every version of every provision is, what ended unread, who followed whom; lives until rest(). nullptr: no
  // such office.
  const Outline* outline(std::string_view office) const;
  // One version of a provision by its permanent id, which begins with the id of its office.
  std::optional<StoredProvision> provision(std::string_view id) const;
  // All versions of a provision of the outline, in its order.
  std::vector<law::ProvisionVersion> versions(const ProvisionEntry& entry) const;
  // What an act commanded, in its order.
  std::vector<law::Operation> operations(std::string_view office, std::string_view act) const;
  // An act as it was read: what the lines of answers count in. nullopt where the index has acts of no such id, or the
  // office gave its tasks itself.
  std::optional<std::string> act_text(std::string_view office, std::string_view act) const;
  // The office as it was given to the writer, but its provisions and operations: for changes::between and its like.
  // Reads every task: measured 8 µs and 1.7 kB each on a loaded machine. nullopt: no such office.
  std::optional<law::Catalogue> catalogue(std::string_view office) const;

  // The next `count` task points after a page's `last` (0: from the first), office by office. Costs what it reads,
  // however far on.
  TaskPage tasks_after(unsigned last, unsigned count) const;

  // How many documents hold the term, over all days.
  unsigned frequency(Field field, std::string_view value) const;
  // The values of a field that begin so, in order of their bytes, `most` of them.
  std::vector<std::string> values(Field field, std::string_view beginning, unsigned most) const;
  unsigned documents() const;
  // Whether there are more offices than are searched together, or on other machines: what is of one of them is asked
  // with its name.
  bool is_country() const;

 private:
  struct State;
  static Reader over(std::shared_ptr<const Generation> generation, std::shared_ptr<const text::Analyser> analyser);
  Reader(std::shared_ptr<State> state, std::optional<std::size_t> scope);
  // Where a question is asked: of one office by its place, of all; nothing at all is a place beyond the last.
  std::optional<std::size_t> place_for(std::string_view office) const;
  bool is_nowhere(std::optional<std::size_t> place) const;
  // The office's shard is on another machine: of it only wordings() speaks.
  bool is_elsewhere(std::size_t place) const;
  // The place of an office whose shard is here.
  std::optional<std::size_t> place_held(std::string_view office) const;
  Matches find_by_wording(const Query& query) const;
  TaskHandle stored_of(const WordingMatch& wording, const WordingHolder& holder) const;
  Matches find_office_by_office(const Query& query) const;
  OfficeParts* parts(std::string_view office) const;
  // Empty when there is none, or no such office.
  std::string record_of(std::string_view office, const std::string& key) const;

  std::shared_ptr<State> state_;
  std::optional<std::size_t> scope_;  // by place in the manifest; none: all offices
};

// The generation `current` names; nullopt when there is none. Cheap (one small file): for noticing a newer one.
std::optional<unsigned> current_generation(const std::filesystem::path& index_dir);

// Never refuses a version; throws law::Error index-missing when there is no index at all.
IndexInfo index_info(const std::filesystem::path& index_dir);

}  // namespace kto::store
