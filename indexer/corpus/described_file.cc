#include "indexer/corpus/described_file.h"

#include <fstream>
#include <iterator>

namespace kto::corpus {

using nlohmann::json;

DescribedFile::DescribedFile(const std::filesystem::path& file, std::string code, const std::string& example)
    : file_(file.string()), code_(std::move(code)), example_(example) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (!in.is_open() || in.bad())
    throw law::Error("office-unreadable", file_ + ": cannot be read",
                     "check that it is a file and that you may read it");
  object_ = json::parse(bytes, nullptr, false);
  if (!object_.is_object()) throw invalid("is no JSON object");
}

law::Error DescribedFile::invalid(const std::string& what) const {
  return {code_, file_ + ": " + what, "it is written as " + example_};
}

std::string DescribedFile::text(const json& object, const char* key) {
  return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string();
}

std::optional<law::Date> DescribedFile::date(const json& object, const char* key) const {
  if (!object.contains(key)) return std::nullopt;
  const auto day = law::parse_date(text(object, key));
  if (!day) throw invalid(std::string("\"") + key + "\" is no day written YYYY-MM-DD");
  return day;
}

parse::GivenFacts DescribedFile::facts(const json& object) const {
  return {.kind = text(object, "kind"),
          .number = text(object, "number"),
          .organ = text(object, "organ"),
          .title = text(object, "title"),
          .date = date(object, "date"),
          .in_force = date(object, "in_force")};
}

}  // namespace kto::corpus
