// A regulation as offices publish it: alone, without the act that gave it.
//
//   Załącznik do Zarządzenia Nr 100/2011 … z dnia 24 lutego 2011 r.     names the act all the same
//   Regulamin Centrum Systemów Informatycznych                          the title
//   § 1. …                                                              the provisions
//
// It is read as the annex of an act whose own text is not at hand.
#pragma once

#include "indexer/parse/frame.h"

namespace kto::parse {

// The first line says that the text is an annex of something.
bool is_annex_alone(const Source& source);

AnnexPart read_regulation(const Source& source, Slice part);

// The act that its heading names ("Załącznik do Zarządzenia Nr …"); nullopt when it names none.
std::optional<law::ActRef> act_of_regulation(const Source& source, const AnnexPart& regulation);

}  // namespace kto::parse
