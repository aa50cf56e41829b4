// Samples: hand-made answers for the tests of JSON and pages, as the search would give them.
#pragma once

#include "searchd/answer.h"

namespace kto::test {

law::Date day(const char* iso);

// § 16 ust. 1 pkt 8 of IT-ES, with "poczty" matched.
searchd::Hit mail_hit();
// IT-ES below IT, answering with mail_hit().
searchd::HolderAnswer mail_answer();
// § 25 ust. 3, which no act gives to a unit.
searchd::HolderAnswer unnamed_answer();
searchd::Answer answered();

}  // namespace kto::test
