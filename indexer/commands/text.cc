#include <ostream>

#include "indexer/commands/commands.h"
#include "indexer/intake/intake.h"

namespace kto::commands {

int text(const TextRequest& request, const Streams& streams) {
  const intake::Intake document = intake::read_document(request.document);
  streams.out << document.text;
  if (document.text.empty() || document.text.back() != '\n') streams.out << '\n';
  for (const law::Diagnostic& diagnostic : document.diagnostics) streams.err << law::render(diagnostic);
  return kDone;
}

}  // namespace kto::commands
