// Served: the example routes behind a front in this process, with limits of the test's choice.
#pragma once

#include "searchd/front/front.h"
#include "tests/http/support/example_routes.h"

namespace kto::test {

class Served {
 public:
  explicit Served(front::FrontOptions options = {}) : router_(example_routes()), front_(router_, std::move(options)) {
    front_.start();
  }

  std::uint16_t port() const { return front_.port(); }
  front::Front& front() { return front_; }

 private:
  front::Router router_;
  front::Front front_;
};

}  // namespace kto::test
