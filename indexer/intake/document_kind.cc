#include "indexer/intake/document_kind.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "indexer/intake/intake.h"
#include "indexer/law/ascii.h"
#include "indexer/law/error.h"

namespace kto::intake {
namespace {

namespace fs = std::filesystem;

struct Ending {
  std::string_view ending;
  Kind kind;
};
constexpr std::array<Ending, 7> kEndings{{{".txt", Kind::plain_text},
                                          {".md", Kind::plain_text},
                                          {".html", Kind::html},
                                          {".htm", Kind::html},
                                          {".xhtml", Kind::html},
                                          {".pdf", Kind::pdf},
                                          {".text", Kind::plain_text}}};

// Files that lie beside acts and are none.
bool is_beside(const fs::path& file) {
  const std::string name = file.filename().string();
  if (name.empty() || name[0] == '.' || name.back() == '~') return true;
  if (law::lower_ascii(file.extension().string()) == ".json") return true;
  const std::string stem = law::lower_ascii(file.stem().string());
  return stem == "readme" || stem == "sources" || stem == "thumbs";
}

std::string_view digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return text.substr(at, end - at);
}

// 2.pdf before 10.pdf: runs of digits are compared as numbers.
bool natural_less(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    std::string_view x = digits_at(a, i), y = digits_at(b, j);
    if (x.empty() || y.empty()) {
      if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
      ++i;
      ++j;
      continue;
    }
    i += x.size();
    j += y.size();
    while (x.size() > 1 && x[0] == '0') x.remove_prefix(1);
    while (y.size() > 1 && y[0] == '0') y.remove_prefix(1);
    if (x.size() != y.size()) return x.size() < y.size();
    if (x != y) return x < y;
  }
  if ((i < a.size()) != (j < b.size())) return j < b.size();
  return a < b;
}

}  // namespace

Kind kind_of(const fs::path& file) {
  const std::string ending = law::lower_ascii(file.extension().string());
  for (const Ending& known : kEndings)
    if (ending == known.ending) return known.kind;
  return Kind::unknown;
}

std::string kinds() {
  return ".txt, .md, .html, .pdf";
}

std::vector<fs::path> documents(const fs::path& folder) {
  std::vector<fs::path> found;
  std::map<std::string, bool> has_text;  // by stem
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (is_beside(entry.path())) continue;
    found.push_back(entry.path());
    if (kind_of(entry.path()) == Kind::plain_text) has_text[entry.path().stem().string()] = true;
  }
  std::vector<fs::path> out;
  for (const fs::path& path : found) {
    const bool whole_folder = fs::is_directory(path, error);
    if (!whole_folder && kind_of(path) == Kind::unknown)
      throw law::Error("act-unknown-format", path.string() + ": files of this kind are not read",
                       "save it as one of " + kinds() + ", or take it out of the folder");
    if (!whole_folder && kind_of(path) != Kind::plain_text && has_text.count(path.stem().string()) > 0) continue;
    out.push_back(path);
  }
  std::sort(out.begin(), out.end(), [](const fs::path& a, const fs::path& b) {
    return natural_less(a.filename().string(), b.filename().string());
  });
  return out;
}

}  // namespace kto::intake
