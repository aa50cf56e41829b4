// What an office says in JSON about itself (office.json) or beside one of its acts (regulamin.json).
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "indexer/law/error.h"
#include "indexer/parse/act.h"

namespace kto::corpus {

// Every fault is a law::Error with the code given, the file, and an example of how it is written.
class DescribedFile {
 public:
  // Throws office-unreadable, or `code` when the file is no JSON object.
  DescribedFile(const std::filesystem::path& file, std::string code, const std::string& example);

  const nlohmann::json& object() const { return object_; }
  law::Error invalid(const std::string& what) const;

  // Empty when the key is missing or holds no text.
  static std::string text(const nlohmann::json& object, const char* key);
  std::string text(const char* key) const { return text(object_, key); }
  // nullopt when the key is missing; throws when it holds no day written YYYY-MM-DD.
  std::optional<law::Date> date(const nlohmann::json& object, const char* key) const;
  // kind, number, organ, title, date, in_force.
  parse::GivenFacts facts(const nlohmann::json& object) const;

 private:
  std::string file_, code_, example_;
  nlohmann::json object_;
};

}  // namespace kto::corpus
