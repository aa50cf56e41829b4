// Service: what the routes of the API and the pages stand on.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "searchd/answer.h"
#include "searchd/api/clock.h"
#include "searchd/api/parameters.h"
#include "searchd/front/message.h"

namespace kto::store {
class Reader;
struct Manifest;
}  // namespace kto::store
namespace kto::searchd {
class Suggestions;
}

namespace kto::api {

class AnswerCache;
class Misses;
struct Rendered;

// Copied into every route; its members may be called from all workers at once.
struct Service {
  // A reader for one request. Throws law::Error while there is no index to ask.
  std::function<std::shared_ptr<const store::Reader>()> reader;
  Clock clock = today;
  // The same for an answer that is made while it is sent.
  std::function<std::shared_ptr<const store::Reader>()> long_reader = {};
  // Of an office, or of all.
  std::function<std::shared_ptr<const searchd::Suggestions>(const std::string& office)> suggestions = {};
  // Told of every search what could be answered, and nothing else of it.
  std::function<void(searchd::Status)> answered = [](searchd::Status) {};
  // Counts what was asked in vain; null unless the office switched it on.
  std::shared_ptr<Misses> misses = {};
  // Answers that many ask for; null: none are kept.
  std::shared_ptr<AnswerCache> answers = {};
};

// The office that a question without one is of: the only one that is no example; empty where there are several, or
// where they are on other machines, which are asked across offices alone.
std::string default_office(const store::Manifest& manifest);

// What a request may name, by this index and on this day.
Scope scope(const store::Reader& index, const Clock& clock, const Sent& sent);

// The answer to a request that depends on `parts` alone: 304 when the client has it, else `render`ed with its ETag. It
// is kept by nobody but the asker, since the address holds her words, and checked at every use.
front::Response conditional(const front::Request& request, const std::vector<std::string>& parts,
                            const std::function<front::Response()>& render);

// The same for an answer to the question `q`: told to `answered` and `misses`, and kept where many ask for it.
front::Response searched(const Service& service, const front::Request& request, const std::string& q,
                         const std::vector<std::string>& parts, const std::function<Rendered()>& render);

}  // namespace kto::api
