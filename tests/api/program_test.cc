#include "searchd/api/program.h"

#include "tests/support/catch.h"

TEST_CASE("a program knows its build") {
  const std::string& id = kto::api::program_id();
  // Debian's linker writes a SHA-1 into every program.
  CHECK(id.size() == 40);
  CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(&kto::api::program_id() == &id);
}
