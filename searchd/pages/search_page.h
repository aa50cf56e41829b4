// The search page, /: a form, and under it what the question is answered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searchd/answer.h"
#include "searchd/api/service.h"
#include "searchd/api/structure.h"
#include "searchd/pages/view.h"

namespace kto::store {
class Reader;
}

namespace kto::pages {

struct SearchPage {
  searchd::WhoQuery query;
  api::TypedDay typed;
  std::vector<front::Fault> faults;  // any: the form is shown again, and no answer
  law::Date today;
  std::string office_name;
  Offices offices;
  api::Basis basis;
  std::vector<std::string> examples;  // questions to click, for the empty form
  std::optional<law::Unit> information_desk;
};

// `answer`: none when nothing was asked.
Data search_view(const SearchPage& page, const searchd::Answer* answer);

// As its address holds it.
Question question_of(const searchd::WhoQuery& query);

// Whom the office names to help those who found no other; none when it names nobody, or that unit is not listed that
// day.
std::optional<law::Unit> information_desk(const store::Reader& index, const searchd::WhoQuery& query);

// Questions this index can answer that day: the words of short points which stand in one unit alone, a code, a
// citation.
std::vector<std::string> examples(const store::Reader& index, const searchd::WhoQuery& query);

}  // namespace kto::pages
