// Reconciling with a consolidated text: what the law has become by the acts read, held against what was announced.
//
// Where both know a provision and differ, the announced wording is taken from that day on and the difference is said:
// an act in between is missing, or one was read wrongly. Where only the announcement knows it, it is law from the day
// its footnote names; from the entry into force of the act itself where the text has footnotes and this provision none;
// else from the day of the announcement. Announcements bring the citations of journals up to date („Dz. U. z 2023 r.
// poz. 40”), which is no change of the law.
#pragma once

#include <string>
#include <vector>

#include "indexer/consolidate/law_state.h"

namespace kto::consolidate {

void reconcile(const law::Act& announcement, LawState& state, std::vector<law::Diagnostic>& diagnostics);

// The text without what stands in brackets about journals, with single blanks: for comparing.
std::string without_journals(const std::string& text);

// "(uchylony)", "(uchylona),", "[uchylony zarządzeniem nr 7/2021];"
bool says_repealed(const std::string& text);

}  // namespace kto::consolidate
