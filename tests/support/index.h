// A real index in one line, for tests:
//
//   const TinyIndex index({{"§ 16 ust. 1 pkt 8", "IT-ES", "administrowania systemem poczty elektronicznej"}});
//   index.reader().find(…)
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/store/reader.h"

namespace kto::test {

// A folder of its own under the system's temporary folder, gone with the object.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The analyser over the dictionary of the build; opened once a program.
std::shared_ptr<const text::Analyser> analyser();
std::shared_ptr<const text::Dictionary> dictionary();

law::Date day(const std::string& iso);

// A task point in a few words. `unit` is "CODE name", just a code, or " name" without one; empty: no act names it.
struct Point {
  std::string citation;
  std::string unit;
  std::string text;
  std::string from = "2022-01-01";
  std::string to = "";
  std::string post = "";
  law::Role role = law::Role::owner;
};

// An office whose units are those of its points, each below the unit whose code begins its own. Its acts are in force
// on the first days of its points.
law::Catalogue office(const std::string& id, const std::vector<Point>& points);

class TinyIndex {
 public:
  explicit TinyIndex(const std::vector<Point>& points);
  explicit TinyIndex(const std::vector<law::Catalogue>& catalogues);
  const store::Reader& reader() const { return *reader_; }
  const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  TempFolder folder_;
  std::unique_ptr<store::Reader> reader_;
};

}  // namespace kto::test
