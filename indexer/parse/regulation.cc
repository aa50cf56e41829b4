#include "indexer/parse/regulation.h"

#include "indexer/parse/label.h"
#include "indexer/parse/outline.h"

namespace kto::parse {
namespace {

bool says_annex(std::string_view line) {
  return line.starts_with("Załącznik") || line.starts_with("ZAŁĄCZNIK");
}

// A page number may stand before the first words.
std::string_view without_page_number(std::string_view line) {
  const std::size_t at = line.find_first_not_of("0123456789 ");
  return at == std::string_view::npos ? line : line.substr(at);
}

bool opens_provisions(std::string_view line) {
  const auto label = read_label(line);
  return label && label->level <= law::Level::section;
}

// "Załącznik do Zarządzenia", "Zarządzenia Nr 5/2020", "Wójta Gminy", "z dnia …": lines about the act, not the title.
bool is_about_act(std::string_view line) {
  for (std::string_view start : {"do ", "Do ", "z dnia", "Zarządzenia", "zarządzenia", "Uchwały", "uchwały", "Wójta ",
                                 "Burmistrza ", "Prezydenta ", "Starosty", "Zarządu ", "Dyrektora ", "Rady "})
    if (line.starts_with(start)) return true;
  return says_annex(line);
}

}  // namespace

bool is_annex_alone(const Source& source) {
  return !source.lines().empty() && says_annex(without_page_number(source.text(source.lines().front().text)));
}

AnnexPart read_regulation(const Source& source, Slice part) {
  AnnexPart out;
  out.name = "załącznik";
  out.heading = {part.begin, part.begin};
  out.body = part;
  out.numbered = false;
  for (const Line& line : source.lines()) {
    if (line.text.begin < part.begin || line.text.begin >= part.end) continue;
    const std::string_view text = without_page_number(source.text(line.text));
    if (out.heading.empty() && says_annex(text)) out.name = find_annex_name(text);
    if (opens_provisions(source.text(line.text))) {
      out.body = {line.text.begin, part.end};
      out.numbered = true;
      break;
    }
    out.heading.end = line.text.end;
    if (is_about_act(text)) continue;
    out.title += (out.title.empty() ? "" : " ") + std::string(text);
  }
  // Without a §, where the heading ends is not told by a label: unnumbered.h finds it.
  if (!out.numbered) {
    out.heading = {part.begin, part.begin};
    out.title.clear();
  } else {
    out.heading.end = out.body.begin;
  }
  return out;
}

std::optional<law::ActRef> act_of_regulation(const Source& source, const AnnexPart& regulation) {
  if (!is_annex_alone(source)) return std::nullopt;
  std::string heading(source.text(regulation.heading));
  for (char& c : heading)
    if (c == '\n') c = ' ';
  return find_act_reference(heading);
}

}  // namespace kto::parse
