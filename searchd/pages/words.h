// Words: what the pages say, in Polish, about statuses, roles and days. One place, so that a wording is changed once.
#pragma once

#include <cstddef>
#include <string>

#include "searchd/answer.h"

namespace kto::pages {

struct Verdict {
  std::string headline, explanation;
  std::string related_headline, related_explanation;
  bool doubtful = false;  // the answers are shown as uncertain
};
Verdict verdict(const searchd::Answer& answer, law::Date as_of);

// Empty for an owner, who needs no word.
std::string role_words(law::Role role);

// "od 15.11.2023", "01.01.2022–14.11.2023": days a reader counts, so the last one in force, not the first one after.
std::string span(const law::Validity& validity);

// Which of three forms follows a number: 1 zadanie, 2 zadania, 5 zadań.
std::string polish_plural(std::size_t count, const char* one, const char* few, const char* many);

// "1 zadanie", "2 zadania", "5 zadań"
std::string tasks_counted(std::size_t count);

// "zarządzenie 19/11/2023"
std::string act_words(const law::ActSummary& act);

// How sure a successor is: "na pewno", "prawdopodobnie", "być może".
std::string certainty_words(law::Certainty certainty);

std::string upcoming_words(const searchd::Upcoming& upcoming);

}  // namespace kto::pages
