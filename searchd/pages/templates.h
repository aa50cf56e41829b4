// Templates: the mustache files of web/, parsed once. {{> name}} is replaced by the file when loading; {{value}} is
// always escaped, and a template that would print anything raw is refused, so a page cannot carry mark-up from text or
// input.
#pragma once

#include <kainjow/mustache.hpp>
#include <map>
#include <string>

namespace kto::pages {

using Data = kainjow::mustache::data;

class Templates {
 public:
  // Throws std::logic_error for a template that cannot be parsed, or prints raw: a mistake of the program.
  Templates();

  // Safe to call from many threads: rendering writes nothing unless a template holds lambdas or partials, and none
  // does.
  std::string render(const std::string& page, const Data& data) const;

 private:
  mutable std::map<std::string, kainjow::mustache::mustache> pages_;
};

}  // namespace kto::pages
