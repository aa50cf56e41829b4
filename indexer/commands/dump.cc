#include <array>
#include <ostream>

#include "indexer/commands/commands.h"
#include "indexer/commands/rows.h"
#include "indexer/law/error.h"

namespace kto::commands {
namespace {

using Rows = std::vector<Row> (*)(const corpus::OfficeLaw&, std::optional<law::Date>);
struct Kind {
  std::string_view name;
  Rows rows;
};
constexpr std::array<Kind, 6> kKinds{{{"acts", act_rows},
                                      {"operations", operation_rows},
                                      {"provisions", provision_rows},
                                      {"units", unit_rows},
                                      {"tasks", task_rows},
                                      {"diagnostics", diagnostic_rows}}};

Rows rows_of(const std::string& what) {
  std::string known;
  for (const Kind& kind : kKinds) {
    if (kind.name == what) return kind.rows;
    known += (known.empty() ? "" : ", ") + std::string(kind.name);
  }
  throw law::Error("unknown-kind", "dump knows no " + what, "say one of: " + known);
}

}  // namespace

int dump(const DumpRequest& request, const Streams& streams) {
  const Rows rows = rows_of(request.what);
  bool found = request.office.empty();
  std::string known;
  for (const corpus::OfficeSource& source : corpus::read_corpus(request.corpus)) {
    known += (known.empty() ? "" : ", ") + source.id;
    if (!request.office.empty() && source.id != request.office) continue;
    found = true;
    for (const Row& row : rows(corpus::read_law(source), request.as_of)) streams.out << row.dump() << '\n';
  }
  if (!found)
    throw law::Error("unknown-office", request.corpus.string() + ": there is no office " + request.office,
                     "the offices there are: " + known);
  return kDone;
}

}  // namespace kto::commands
