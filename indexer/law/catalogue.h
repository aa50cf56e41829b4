// What an office does, by its law: units (komórki organizacyjne), task points (zadania), the acts read. A Catalogue is
// all that the index is built from, whether it came from acts or from an office's own data.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/provision.h"

namespace kto::law {

enum class UnitKind : std::uint8_t {
  departament,
  wydział,
  biuro,
  referat,
  oddział,
  zespół,
  zastępca_dyrektora,
  wieloosobowe_stanowisko,
  stanowisko,
  kierownik,
  inne,
};
std::string_view to_string(UnitKind kind);
std::optional<UnitKind> parse_unit_kind(std::string_view name);

// A unit or post as listed by the regulation. The head post of a unit bears the unit's code and has it as its parent.
struct Unit {
  std::string id;  // permanent
  std::string code;
  std::string name;  // empty when only its code is known
  UnitKind kind = UnitKind::inne;
  std::optional<std::string> parent;  // code
  Validity validity;
  std::string act;         // Act::id
  std::string listed_at;   // citation; empty when inferred
  std::string inferred;    // why; empty when an act says so
  std::string place = {};  // in the act: "§ 1 pkt 1 lit. a"; empty when inferred
  std::optional<Provenance> ended_by = {};
  bool operator==(const Unit&) const = default;
};

// What the holder does about the task, read from its verb.
enum class Role : std::uint8_t { owner, supervises, cooperates, gives_opinion, supports };
std::string_view to_string(Role role);
std::optional<Role> parse_role(std::string_view name);

// The unit a task belongs to, as known on the task's first day.
struct UnitRef {
  std::string code;
  std::string name;  // empty when no act names it
  UnitKind kind = UnitKind::inne;
  bool operator==(const UnitRef&) const = default;
};

struct TaskPoint {
  std::string id;  // permanent: the id of its provision version
  Citation citation;
  std::string text;     // without the stop at its end
  std::string context;  // lead-in of a lettered point; empty for a point
  std::optional<UnitRef> unit;
  std::string unit_reason;  // why there is no unit, or why it is inferred; empty when an act says it
  bool inferred = false;
  std::string post;      // "kierownik"; empty: the unit itself
  std::string position;  // the provision that holds the list: "§ 16 ust. 1"
  Role role = Role::owner;
  Validity validity;
  Provenance made_by;
  std::string file;
  Lines lines;
  // What ended it: new words, another holder or a repeal. None while it is law, and where no act read says.
  std::optional<Provenance> ended_by = {};
  bool operator==(const TaskPoint&) const = default;
};

// An act in short, for citing.
struct ActSummary {
  std::string id, number, kind, organ, title, file;
  std::optional<Date> date, in_force;
  unsigned operations = 0, not_applied = 0;
  std::string in_force_rule = {};  // the sentence of the act that says when
  std::optional<ActRef> amends = {};
  std::vector<ActRef> repeals = {};
  bool operator==(const ActSummary&) const = default;
};

// A provision that was repealed or replaced without its words being known. What stands in its place is first known from
// that day; whether it was law before cannot be said.
struct UnknownEnd {
  Document document;
  Citation citation;
  Date ended_on;
  Provenance ended_by;
  bool repealed = false;  // false: replaced, the new text is known
  bool operator==(const UnknownEnd&) const = default;
};

// An Amendment as it is kept and shown: what an act commands, and what came of it.
struct Operation {
  std::string act = {};    // Act::id
  std::string place = {};  // in the act
  std::string kind = {};   // law::kind()
  Document document = {};  // which text is amended
  std::vector<std::string> targets = {};
  std::string anchor = {};                   // the provision an insertion follows; empty when it follows none
  std::optional<Date> effective = {};        // none: the act's entry into force is not known
  Lines lines = {};                          // of the act's file
  std::string old_text = {}, new_text = {};  // law::wording_of()
  bool applied = false;
  std::string note = {};  // why not, or what is worth knowing; may be empty
  bool operator==(const Operation&) const = default;
};

// Who took over from a unit that is listed no longer. How it is found: indexer/changes/successors.h.
enum class Certainty : std::uint8_t { certain, likely, possible };
std::string_view to_string(Certainty certainty);
enum class SuccessionReason : std::uint8_t { same_tasks, same_name, same_place, unit_above };
std::string_view to_string(SuccessionReason reason);

struct Succession {
  std::string from, to;  // codes
  Date on;               // the first day without `from`
  Certainty certainty = Certainty::possible;
  std::vector<SuccessionReason> reasons;  // in their order
  unsigned tasks = 0, of = 0;             // of the `of` tasks that `from` had, `to` has `tasks`
  std::vector<Provenance> by = {};        // what ended `from` and made it so
  bool operator==(const Succession&) const = default;
};

// What an office says about itself that no act says.
struct OfficeDetails {
  std::string information_desk = {};  // the code of the unit that helps who found no other; may be empty
  std::map<std::string, std::string> accessibility = {};  // of its accessibility statement: "email", "phone", …
  bool operator==(const OfficeDetails&) const = default;
};

struct Catalogue {
  std::string office;            // "lublin"
  std::string office_name;       // "Urząd Miasta Lublin"
  std::vector<ActSummary> acts;  // in order of entry into force
  std::vector<Unit> units;
  std::vector<TaskPoint> tasks;
  std::vector<UnknownEnd> unknown_ends;  // in order of the acts
  bool example = false;                  // an invented office: it answers only when it is asked for
  // The law the units and tasks were read from: empty where an office gave them itself.
  std::vector<ProvisionVersion> provisions = {};  // by document, citation, first day
  std::vector<Operation> operations = {};         // by act in order of entry into force, then as the act gives them
  std::vector<Succession> successions = {};       // by day, then as the units are listed
  OfficeDetails details = {};
  std::map<std::string, std::string> texts = {};  // of acts as they were read, by Act::id; `lines` count in them
  bool operator==(const Catalogue&) const = default;
};

// The act's name in an address: zarzadzenie-19-11-2023. In the order of `acts`; two acts that would be named alike are
// told apart by their days.
std::vector<std::string> slugs(const std::vector<ActSummary>& acts);

}  // namespace kto::law
