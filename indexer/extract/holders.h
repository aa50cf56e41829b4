// Holders: whose a task list is on a day. Named by the words that open the list; where those are not known, inferred
// from the neighbours in the same § if they leave one possibility, else null, with the reason in Polish.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/extract/directory.h"
#include "indexer/extract/provisions.h"
#include "indexer/extract/task_list.h"
#include "indexer/law/catalogue.h"
#include "indexer/law/diagnostic.h"

namespace kto::extract {

struct Holder {
  std::optional<law::UnitRef> unit;
  std::string post;
  std::string reason;
  bool inferred = false;
  bool operator==(const Holder&) const = default;
};

class Holders {
 public:
  Holders(const Provisions& provisions, const std::vector<law::Unit>& units, std::vector<law::Diagnostic>& diagnostics);

  // Of the list that the provision at `position` opens.
  Holder find(const law::Document& document, const law::Citation& position, law::Date day);
  // The days on which that may change, in order: when a unit is listed or ends, when the words that open the list or
  // those of its neighbours are amended.
  const std::vector<law::Date>& days_of_change(const law::Document& document, const law::Citation& position);
  // What changed the holder of the list on one of those days: the words that open it or those beside it, else the
  // listing of the unit that `held` it. nullopt: no act read says.
  std::optional<law::Provenance> cause_of_change(const law::Document& document, const law::Citation& position,
                                                 law::Date day, const Holder& held) const;

 private:
  Holder named_holder(const law::ProvisionVersion& heading, law::Date day);
  std::optional<Directory::Match> match_of(const TaskHeading& heading, law::Date day) const;
  Holder head_holder(const law::ProvisionVersion& heading, const std::string& subject, const std::string& post,
                     law::Date day) const;
  void report_difference(const law::ProvisionVersion& heading, const std::string& subject, const law::Unit& unit);
  // "Kierownik referatu" heads the unit whose own tasks the same § gives.
  std::optional<law::UnitRef> headed_unit(const law::ProvisionVersion& heading, law::Date day) const;
  // "Kierownik Urzędu Stanu Cywilnego": heads a unit that is listed, and is not listed itself.
  bool named_head(const std::string& subject, law::Date day, Holder& out) const;
  // "Do zadań wydziału należy": the one whose name stands in the same § or in the title of the chapter.
  Holder unit_named_around(const law::ProvisionVersion& heading, const std::string& subject, law::Date day) const;
  // The ustępy of the same § whose words are known.
  std::vector<const law::ProvisionVersion*> siblings(const law::Document& document, const law::Citation& position,
                                                     law::Date day) const;
  // A § of a referat gives first its own tasks, then its head's, then its posts'. So where ust. 1 is not known but a
  // later ustęp belongs to a post, ust. 1 belongs to the unit of that post.
  std::optional<Holder> holder_from_siblings(const law::Document& document, const law::Citation& position,
                                             law::Date day) const;

  const Provisions& provisions_;
  const std::vector<law::Unit>& units_;
  Directory directory_;
  std::vector<law::Diagnostic>& diagnostics_;
  std::set<law::Date> unit_days_;
  std::map<std::pair<law::Document, law::Citation>, std::vector<law::Date>> days_;  // filled as asked
  std::set<std::string> reported_;                                                  // headings by version
};

}  // namespace kto::extract
