// LawState: the law on one day, while acts are applied to it one after another. It knows which version of each
// provision is in force and what has been repealed.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/consolidate/timeline.h"

namespace kto::consolidate {

struct Key {
  law::Document document;
  law::Citation citation;
  auto operator<=>(const Key&) const = default;
};

// Who acts, and from when.
struct Event {
  law::Date day;
  law::Provenance by;
  std::string file;
  law::Lines lines;
};

class LawState {
 public:
  explicit LawState(std::string office) : office_(std::move(office)) {}

  // The version in force; nullptr when its text is not known or it is repealed.
  const law::ProvisionVersion* find(const Key& key) const;
  // The provision and what is below it, as far as known, in order.
  std::vector<Key> subtree(const Key& key) const;
  // The §§ under the heading of a chapter: those printed between it and the next, and what was inserted among them.
  std::vector<law::Citation> sections_of(const Key& chapter) const;
  // The document that is meant: a regulation headed "Załącznik nr 1" is often cited as "załącznik", being the only one.
  law::Document resolve(const law::Document& document) const;
  // The texts of an act of which something is known.
  std::vector<law::Document> documents_of(const std::string& act) const;
  // Known to exist: it or something below it has a known text.
  bool knows(const Key& key) const { return !subtree(key).empty(); }
  bool repealed(const Key& key) const;
  // The first day a version of the provision may begin: what is in force may be replaced from its own first day on, and
  // what has ended was law until then. nullopt when no version is known.
  std::optional<law::Date> free_from(const Key& key) const;

  // Puts the provision and its children in force under `parent`. What is in force already stays as it is: two
  // provisions under one number are a fault of the text, told by take_conflicts().
  void enact(const law::Document& document, const law::Citation& parent, const law::Provision& provision,
             const Event& event);
  // The provisions that enact() has left out since it was last asked.
  std::vector<Key> take_conflicts() { return std::exchange(conflicts_, {}); }
  // Ends everything known at and below the key. True when anything was known.
  bool end(const Key& key, const Event& event);
  void mark_repealed(const Key& key) { repealed_.insert(key); }
  // The wording in force was misprinted: it has been this from its first day.
  void correct(const Key& key, std::string text, std::string closing);
  // The version in force has been law only from the event's day on, by its act: so says a note in the text it comes
  // from. Nothing happens when it is younger.
  void redate(const Key& key, const Event& event);
  // A new wording of one provision; its children stay.
  void reword(const Key& key, std::string text, std::string closing, const Event& event);

  std::vector<law::ProvisionVersion> take_versions();

 private:
  void open(const Key& key, std::string text, std::string closing, const Event& event);

  std::string office_;
  std::vector<law::ProvisionVersion> versions_;
  std::map<Key, std::size_t> in_force_;
  std::map<Key, law::Date> ended_;  // the last version is law no longer from then on
  std::set<Key> repealed_;
  std::vector<Key> conflicts_;
};

// office, document where it is an annex beyond the first, citation and first day: lublin-par16-ust1-pkt8-20231115.
std::string version_id(const std::string& office, const law::Document& document, const law::Citation& citation,
                       law::Date from);

}  // namespace kto::consolidate
