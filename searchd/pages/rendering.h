// Rendering: what all routes of the pages share. Lives as long as the router, which holds it by the routes; may be used
// from all workers at once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searchd/api/service.h"
#include "searchd/pages/assets.h"
#include "searchd/pages/templates.h"
#include "searchd/pages/view.h"

namespace kto::pages {

front::Response html(int status, std::string body);

// A form sends a day in three fields; the address that is kept and shared holds it in one.
front::Response go_to(const std::string& address);

// Empty when the index does not hold the office.
std::string office_name(const store::Reader& index, const std::string& id);
Offices offices(const store::Reader& index, const std::string& chosen);

struct Rendering {
  explicit Rendering(api::Service given) : service(std::move(given)) {}

  // What a page depends on, for its ETag: the index, the templates, today, and what was asked.
  std::vector<std::string> parts(const store::Reader& index, std::vector<std::string> asked) const;
  front::Response page(const std::string& name, const Data& data, int status = 200) const {
    return html(status, templates.render(name, data));
  }

  api::Service service;
  Templates templates;
  std::string web = web_fingerprint();
};

}  // namespace kto::pages
