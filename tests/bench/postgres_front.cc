// postgres-front CONNECTION: GET /search?q=&as_of=YYYYMMDD&office= answers the ten best points of the database that
// postgres.sql made: any word, in force that day. A connection to the database for each of the library's threads.
#include <libpq-fe.h>

#include <initializer_list>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "tests/bench/plain_server.h"

namespace {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

constexpr const char* kFields[] = {"id", "office", "unit", "citation", "text", "score"};

// The question becomes a constant first: as a part of the search it would be analysed again for every point.
constexpr char kQuestion[] = "SELECT any_word($1)::text";
constexpr char kSearch[] =
    "SELECT id, office, unit, citation, body, ts_rank(words, $1::tsquery) AS score FROM points"
    " WHERE words @@ $1::tsquery AND from_day <= $2::int AND to_day > $2::int";
constexpr char kOfOffice[] = " AND office = $3";
constexpr char kBest[] = " ORDER BY score DESC LIMIT 10";

class Connection {
 public:
  explicit Connection(const std::string& where) : connection_(PQconnectdb(where.c_str()), PQfinish) {
    if (PQstatus(connection_.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(connection_.get()));
    prepare("question", kQuestion);
    prepare("country", std::string(kSearch) + kBest);
    prepare("office", std::string(kSearch) + kOfOffice + kBest);
  }

  nlohmann::json search(const std::string& q, const std::string& day, const std::string& office) {
    auto results = nlohmann::json::array();
    const Result question = run("question", {q.c_str()});
    const std::string words = PQgetvalue(question.get(), 0, 0);
    if (words.empty()) return results;
    const Result found = office.empty() ? run("country", {words.c_str(), day.c_str()})
                                        : run("office", {words.c_str(), day.c_str(), office.c_str()});
    for (int row = 0; row < PQntuples(found.get()); ++row) {
      int column = 0;
      auto& point = results.emplace_back(nlohmann::json::object());
      for (const char* field : kFields) point[field] = PQgetvalue(found.get(), row, column++);
    }
    return results;
  }

 private:
  void prepare(const char* name, const std::string& statement) {
    checked(PQprepare(connection_.get(), name, statement.c_str(), 0, nullptr), PGRES_COMMAND_OK);
  }
  Result run(const char* name, std::initializer_list<const char*> values) {
    return checked(
        PQexecPrepared(connection_.get(), name, static_cast<int>(values.size()), values.begin(), nullptr, nullptr, 0),
        PGRES_TUPLES_OK);
  }
  static Result checked(PGresult* result, ExecStatusType wanted) {
    Result owned(result, PQclear);
    if (PQresultStatus(result) != wanted) throw std::runtime_error(PQresultErrorMessage(result));
    return owned;
  }

  std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string where = argv[1];
  httplib::Server server;
  server.Get("/search", [&where](const httplib::Request& request, httplib::Response& response) {
    thread_local std::unique_ptr<Connection> connection;
    if (!connection) connection = std::make_unique<Connection>(where);
    const auto results = connection->search(request.get_param_value("q"), request.get_param_value("as_of"),
                                            request.get_param_value("office"));
    response.set_content(nlohmann::json{{"results", results}}.dump(), "application/json");
  });
  constexpr unsigned kThreads = 8;  // a connection each
  return kto::bench::serve(server, kThreads);
}
