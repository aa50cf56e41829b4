// Command: one amending sentence → the changes it commands. The formulas are those of the drafting rules (ZTP § 82-95)
// and of practice before 2002; a word the grammar does not know makes the whole sentence a fault: it is reported, not
// guessed.
//
//   context § 22b, "w ust. 1 w pkt 9 kropkę zastępuje się średnikiem i dodaje się pkt 10-11 w brzmieniu: „…”"
//     → Punctuation{§ 22b ust. 1 pkt 9, ".", ";"}, Append{§ 22b ust. 1 pkt 10, § 22b ust. 1 pkt 11; „…”}
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/law/amendment.h"
#include "indexer/parse/token.h"

namespace kto::parse {

// The new text in a quotation: provisions where whole ones are targeted, words where a part is.
struct Payload {
  std::vector<law::Provision> provisions;
  std::string text;
};
using PayloadReader = std::function<Payload(const Quotation&, const std::vector<law::Target>&)>;

struct Fault {
  std::size_t at = 0;  // byte of the clean text
  std::string code;
  std::string message;
  bool fatal = true;  // false: the command was understood all the same
};

struct Command {
  law::Citation context;             // where the sentence leaves off: the context of the items below it
  std::optional<std::string> annex;  // „w załączniku nr 1”: what follows is about that annex
  std::vector<law::Change> changes;
  std::vector<Fault> faults;
};

Command read_command(const Source& source, std::span<const Token> tokens, const law::Citation& context,
                     const PayloadReader& read_payload);

}  // namespace kto::parse
