// Act (akt: zarządzenie, uchwała, rozporządzenie …): one source document after parsing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/amendment.h"
#include "indexer/law/diagnostic.h"

namespace kto::law {

// What a stretch of the source is. Every byte of a source belongs to exactly one span.
enum class SpanKind : std::uint8_t {
  layout,      // white space, Markdown marks, list bullets before a label, page breaks
  frame,       // kind, number, organ, date, subject, legal basis, naming sentence, entry into force, signature
  label,       // "1)", "§ 3", quotation marks and separators
  operation,   // a command
  provision,   // words of a provision
  diagnostic,  // not understood
};
std::string_view to_string(SpanKind kind);

struct Span {
  std::size_t begin = 0, end = 0;  // bytes of the source
  SpanKind kind = SpanKind::layout;
  bool operator==(const Span&) const = default;
};

// How an act is named in a Document: by its number, or by its date where it has none.
std::string act_key(const ActRef& act);

// A text that an act puts in force beside its own §§: the regulation in its annex.
struct Annex {
  std::string name;   // "załącznik", "załącznik nr 2"
  std::string title;  // REGULAMIN ORGANIZACYJNY URZĘDU GMINY …
  std::vector<Provision> provisions;
  bool operator==(const Annex&) const = default;
};

// What a consolidated text says of one provision in a footnote: who gave it its wording, or repealed it, and since
// when.
struct FormerChange {
  Document document;
  Citation citation;
  std::optional<Date> since;
  Provenance by;
  bool repealed = false;
  bool whole = false;  // the provision with all below it was given or added, not only its own words changed
  bool operator==(const FormerChange&) const = default;
};

struct Act {
  std::string id;      // "19/11/2023"; where the act has no number: kind and date
  std::string number;  // empty when it has none
  std::string kind;    // zarządzenie, uchwała …
  std::string organ;   // Prezydent Miasta Lublin (as printed: in the genitive)
  std::optional<Date> date;
  std::optional<Date> in_force;
  std::string in_force_rule;  // the sentence that says so
  std::string title;
  std::optional<ActRef> amends;
  std::string file;                   // relative to the corpus folder
  std::vector<Provision> provisions;  // the act's own §§, without quotations
  std::vector<Annex> annexes;         // those that hold provisions
  // A consolidated text (tekst jednolity) announces another act as it stands on a day; that act's provisions and
  // annexes are the ones above, and this says which act it is and since when it has been in force.
  std::optional<ActRef> consolidates;
  std::optional<Date> consolidated_in_force;
  std::vector<FormerChange> former_changes;
  std::vector<Amendment> amendments;
  std::vector<ActRef> repeals;  // „Traci moc zarządzenie nr …”
  std::vector<Diagnostic> diagnostics;
  std::vector<Span> spans;  // a partition of the source
};

}  // namespace kto::law
