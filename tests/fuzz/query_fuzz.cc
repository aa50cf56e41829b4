// The query string of a request, marks in a question, days, citations and case marks included. It is a query within its
// bounds or at least one fault, and every fault has a name and a Polish sentence.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searchd/api/case_mark.h"
#include "searchd/api/export.h"
#include "searchd/api/law_parameters.h"
#include "searchd/api/parameters.h"
#include "searchd/api/suggest.h"
#include "searchd/front/target.h"
#include "searchd/search_marks.h"

using namespace kto;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const std::vector<front::Fault>& faults) {
  for (const auto& fault : faults) require(!fault.code.empty() && !fault.message.empty());
}

// Code points, of text that is UTF-8.
std::size_t letters(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

void check_marks(const std::string& question, const api::Scope& scope) {
  std::size_t at = 0;
  for (const auto& mark : searchd::find_marks(question, [&scope] { return scope.codes; }).found) {
    require(mark.begin >= at && mark.begin < mark.end && mark.end <= question.size());
    require(mark.typed == question.substr(mark.begin, mark.end - mark.begin) && !mark.means.empty());
    at = mark.end;
  }
}

// Days, citations and case marks; what was understood of them is what it says.
void check_law(const api::Sent& sent, const api::Scope& scope) {
  const auto provisions = api::parse_provisions(sent, scope);
  check(provisions.faults);
  if (provisions.faults.empty()) require(!provisions.query.citation.empty());
  const auto changes = api::parse_changes(sent, scope);
  check(changes.faults);
  if (changes.faults.empty()) require(changes.query.from <= changes.query.to);
  const auto resolve = api::parse_resolve(sent, scope);
  check(resolve.faults);
  if (resolve.faults.empty()) require(!resolve.query.mark.empty());
}

void check_case_mark(std::string_view text) {
  const auto mark = api::parse_case_mark(text);
  if (!mark) return;
  const std::string whole = mark->unit + "." + mark->file_class + "." + mark->number + "." +
                            std::to_string(mark->year) + (mark->rest.empty() ? "" : "." + mark->rest);
  require(api::parse_case_mark(whole) == mark);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const api::Scope scope{law::Date{}, {"lublin"}, "lublin", {"IT", "IT-ER", "IT-ES", "OM-BIP"}};
  const auto sent = front::parameters(text);
  const auto who = api::parse_who(sent, scope);
  check(who.faults);
  if (who.faults.empty()) {
    require(!who.query.q.empty() && letters(who.query.q) <= api::Bounds::kText);
    require(who.query.limit <= api::Bounds::kHolders && who.query.tasks <= api::Bounds::kBest);
    check_marks(who.query.q, scope);
  }
  const auto tasks = api::parse_tasks(sent, scope);
  check(tasks.faults);
  if (tasks.faults.empty())
    require(tasks.query.limit <= api::Bounds::kPoints && tasks.query.offset <= api::Bounds::kOffset);
  check(api::parse_units(sent, scope).faults);
  check_law(sent, scope);
  check(api::parse_suggest(sent, scope).faults);
  check(api::parse_export(sent, scope).faults);
  check(api::parse_search_page(sent, scope).faults);
  check(api::parse_structure_page(sent, scope).faults);
  check(api::parse_unit_page(sent, scope).faults);
  check(api::parse_changes_page(sent, scope).faults);
  check_marks(std::string(text), scope);
  check_case_mark(text);
  return 0;
}
