// Ask: one question on the terminal, answered from an index without a daemon.
//
//   kto-searchd who kto administruje pocztą --index build/index --as-of 2024-06-01
//
//   To załatwia IT-ES
//   1. IT-ES, referat ds. systemów internetowych
//      § 16 ust. 1 pkt 8  administrowania systemem poczty elektronicznej
//                         zarządzenie 19/11/2023, § 1 pkt 6, od 15.11.2023
#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "indexer/text/analysis.h"

namespace kto::searchd {

struct AskRequest {
  std::filesystem::path index;
  std::filesystem::path dictionary;             // empty: where the programs look by themselves
  std::string question;                         // its words with single spaces
  std::string as_of, office, unit, limit = {};  // as typed; empty: not given
  bool json = false;                            // the answer of /api/v1/who instead
  bool explain = false;                         // also why: every word, phrase and point with its weight
  bool help = false;
};

struct AskReading {
  AskRequest request;
  std::vector<std::string> faults;  // one English sentence each; empty: the request may be asked
};

// `arguments` after "who".
AskReading read_ask(const std::vector<std::string>& arguments);
std::string ask_usage();

// Exit statuses: somebody handles it; nobody found, or no text known for that day; wrong options.
inline constexpr int kAnswered = 0, kNobody = 1, kAskedWrongly = 2;

// Writes the answer to `out`, or what is wrong with the request to `err`. Throws law::Error as store::Reader::open
// does.
int ask(const AskRequest& request, std::shared_ptr<const text::Analyser> analyser, std::ostream& out,
        std::ostream& err);

}  // namespace kto::searchd
