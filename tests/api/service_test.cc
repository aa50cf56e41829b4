// What a request may name.
#include "searchd/api/service.h"

#include "indexer/store/manifest.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

// Offices by id; "?" before one marks an example.
store::Manifest of(const std::vector<std::string>& offices, bool elsewhere) {
  store::Manifest manifest;
  for (const std::string& id : offices) {
    manifest.offices.emplace_back();
    manifest.offices.back().example = id[0] == '?';
    manifest.offices.back().id = id.substr(id[0] == '?' ? 1 : 0);
  }
  if (elsewhere) manifest.remotes.emplace_back();
  return manifest;
}

}  // namespace

TEST_CASE("a question without an office is of the only real one, unless it is on another machine") {
  struct Row {
    std::vector<std::string> offices;
    bool elsewhere;
    std::string office;
  };
  const Row row = GENERATE(values<Row>({
      {{}, false, ""},
      {{"lublin"}, false, "lublin"},
      {{"?gmina"}, false, "gmina"},
      {{"lublin", "?gmina"}, false, "lublin"},
      {{"lublin", "radom"}, false, ""},
      {{"?gmina", "?powiat"}, false, ""},
      {{"lublin", "?gmina"}, true, ""},
      {{"lublin"}, true, ""},
  }));
  CHECK(api::default_office(of(row.offices, row.elsewhere)) == row.office);
}
