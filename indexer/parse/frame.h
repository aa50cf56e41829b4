// Frame: what stands around the provisions of an act. Kind, number, organ, date, subject, legal basis before them;
// signature and distribution list after them; then its annexes. ZTP § 120, catalogue of formulas part 2.
//
//   ZARZĄDZENIE NR 12/2019 … § 1 … § 4 …  Wójt Gminy          the act itself
//   Załącznik do zarządzenia nr 12/2019 …  REGULAMIN … § 1 …   an annex
//
// A consolidated text (obwieszczenie) has the act it announces as its first annex, and that act's annexes after it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/law/act.h"
#include "indexer/parse/quotation.h"
#include "indexer/parse/source.h"

namespace kto::parse {

struct Frame {
  std::string kind, number, organ, title;
  std::optional<law::Date> date;
  std::optional<law::ActRef> amends;
  Slice heading;  // from the start of the text to the first §
  Slice body;     // the act's own provisions
  Slice trailer;  // signature, distribution list
};

struct AnnexPart {
  std::string name;  // "załącznik", "załącznik nr 2"
  std::string title;
  Slice heading, body;
  std::optional<Frame> act;  // it is itself an act: the one that a consolidated text announces
  bool numbered = true;      // false: no § and no chapter in it, only lists and tables (unnumbered.h)
};

struct Layout {
  Frame main;
  std::optional<AnnexPart> regulation;  // the text names no act: it is a regulation alone (regulation.h)
  std::vector<AnnexPart> annexes;
};

Layout read_layout(const Source& source);

// „zarządzenie nr 56/12/2018 … z dnia 31 grudnia 2018 r.” inside a sentence. An act of a minister has no number.
std::optional<law::ActRef> find_act_reference(std::string_view sentence);

// "załącznik", "załącznik nr 2": the annex that a sentence speaks of; empty when it speaks of none.
std::string find_annex_name(std::string_view sentence);

}  // namespace kto::parse
