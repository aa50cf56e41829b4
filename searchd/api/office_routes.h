// Routes for the office itself, behind its token: what was asked in vain, and what the answer should have been.
//
//   GET /api/v1/misses      only with --learn and --token
//   POST /api/v1/feedback   only with --feedback and --token
#pragma once

#include <filesystem>
#include <memory>

#include "searchd/api/misses.h"
#include "searchd/api/service.h"
#include "searchd/front/router.h"

namespace kto::api {

struct OfficeOptions {
  std::filesystem::path token;           // a file; empty: no route is added
  std::filesystem::path feedback;        // a file; empty: no feedback is taken
  std::shared_ptr<const Misses> misses;  // null: nothing is counted
};

// Throws law::Error as Token::read does.
void add_office_routes(front::Router& router, const Service& service, const OfficeOptions& options);

}  // namespace kto::api
