#include <ostream>

#include "indexer/commands/commands.h"
#include "indexer/commands/explain_print.h"
#include "indexer/commands/offices.h"
#include "indexer/law/error.h"

namespace kto::commands {
namespace {

// Enough to recognise one's own slip of the pen.
constexpr std::size_t kHints = 5;

law::Citation read_citation(const std::string& text) {
  const auto citation = law::parse_citation(text);
  if (!citation)
    throw law::Error("no-citation", "\"" + text + "\" is no citation",
                     "cite as \"§ 16 ust. 1 pkt 8\"; \"par. 16 ust 1 pkt 8\" and \"§16/1/8\" are understood too");
  return *citation;
}

law::Error unknown(const std::vector<corpus::OfficeLaw>& offices, const law::Citation& citation) {
  std::string hint;
  for (const law::Citation& near : nearest(offices, citation, kHints))
    hint += (hint.empty() ? "the nearest known are " : ", ") + law::to_string(near);
  return {"unknown-citation", "no act read gives or changes " + law::to_string(citation),
          hint.empty() ? "no provision is known at all: are the acts the right ones?" : hint};
}

}  // namespace

int explain(const ExplainRequest& request, const Streams& streams) {
  const law::Citation citation = read_citation(request.citation);
  const std::vector<corpus::OfficeLaw> offices = read_offices(request.corpus, request.office);
  std::vector<Explanation> explanations;
  for (const corpus::OfficeLaw& office : offices)
    for (Explanation& each : explain_provision(office, citation, request.as_of))
      explanations.push_back(std::move(each));
  if (explanations.empty()) throw unknown(offices, citation);
  if (request.json) {
    Row all = Row::array();
    for (const Explanation& each : explanations) all.push_back(explanation_row(each));
    const Row whole{{"citation", law::to_string(citation)},
                    {"as_of", law::to_string(request.as_of)},
                    {"explanations", std::move(all)}};
    streams.out << whole.dump(2) << '\n';
    return kDone;
  }
  for (const Explanation& each : explanations) {
    if (&each != &explanations.front()) streams.out << "\n\n";
    print(streams.out, each, streams.columns);
  }
  return kDone;
}

}  // namespace kto::commands
