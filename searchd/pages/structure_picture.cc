#include "searchd/pages/structure_picture.h"

#include <algorithm>

#include "searchd/api/utf8.h"
#include "searchd/pages/view.h"

namespace kto::pages {
namespace {

using List = kainjow::mustache::list;

// The widest of the page's fonts (DejaVu Sans) takes 7.9 for a letter of 13: 26 of them fit between the edges. Three
// columns are 736 wide, which is less than the text of a page on a desk (768).
constexpr unsigned kBoxWidth = 226, kLetters = 26, kBetween = 28;
constexpr unsigned kEdge = 10;   // between a box and its words
constexpr unsigned kLine = 17;   // from one line of words to the next
constexpr unsigned kBelow = 10;  // between boxes
constexpr std::size_t kMostLines = 4;

struct Box {
  const api::Node* node;
  unsigned left, top, height;
  std::vector<std::string> lines;
};

class Drawing {
 public:
  Drawing(const StructureStates& states, const Place& place) : states_(states), place_(place) {}

  Data draw(const std::vector<api::Node>& roots) {
    for (const auto& root : roots) place_below(root, 0);
    Data out;
    out.set("width", in_rem(width_));
    out.set("height", in_rem(free_));
    out.set("view", "0 0 " + std::to_string(width_) + " " + std::to_string(free_));
    out.set("lines", lines_);
    out.set("boxes", boxes_);
    return out;
  }

 private:
  static std::string in_rem(unsigned sixteenths) {
    return std::to_string(sixteenths / 16) + "." + std::to_string(sixteenths % 16 * 10000 / 16 + 10000).substr(1) +
           "rem";
  }

  // The middle of the box of `node`, with all below it placed.
  unsigned place_below(const api::Node& node, unsigned column) {
    Box box{&node, column * (kBoxWidth + kBetween) + 1, free_, 0,
            broken(shown_name(node.unit.name), kLetters, kMostLines)};
    const std::string note = note_of(node.unit);
    box.height = kEdge * 2 + kLine * static_cast<unsigned>(box.lines.size() + 1 + (note.empty() ? 0 : 1));
    const unsigned top = free_;
    std::vector<unsigned> middles;
    for (const auto& child : node.children) middles.push_back(place_below(child, column + 1));
    if (!middles.empty()) {
      const unsigned middle = (middles.front() + middles.back()) / 2;
      box.top = std::max(top, middle > box.height / 2 ? middle - box.height / 2 : 0);
    }
    free_ = std::max(free_, box.top + box.height + kBelow);
    width_ = std::max(width_, box.left + kBoxWidth + 1);
    const unsigned middle = box.top + box.height / 2;
    for (const unsigned end : middles) join(box.left + kBoxWidth, middle, end);
    boxes_.push_back(box_view(box, note));
    return middle;
  }

  void join(unsigned from, unsigned start, unsigned end) {
    const unsigned bend = from + kBetween / 2;
    Data line;
    line.set("path", "M" + std::to_string(from) + " " + std::to_string(start) + "H" + std::to_string(bend) + "V" +
                         std::to_string(end) + "H" + std::to_string(from + kBetween));
    lines_.push_back(line);
  }

  std::string note_of(const law::Unit& unit) const {
    const std::string said = states_.words(unit.id);
    return !said.empty() ? said : unit.inferred.empty() ? "" : "wywnioskowana";
  }

  Data box_view(const Box& box, const std::string& note) const {
    const auto& unit = box.node->unit;
    const UnitState state = states_.state(unit.id);
    unsigned baseline = box.top + kEdge + kLine - 4;  // letters stand on it, 4 above the line's lower edge
    const auto text = [&](const std::string& words) {
      Data out;
      out.set("x", std::to_string(box.left + kEdge));
      out.set("y", std::to_string(baseline));
      out.set("text", words);
      baseline += kLine;
      return out;
    };
    Data out;
    out.set("address", state == UnitState::gone ? Data(false) : Data(unit_address(unit.code, place_)));
    out.set("kind", state == UnitState::gone       ? " gone"
                    : state == UnitState::appeared ? " appeared"
                    : unit.inferred.empty()        ? ""
                                                   : " inferred");
    out.set("x", std::to_string(box.left));
    out.set("y", std::to_string(box.top + 1));
    out.set("box_width", std::to_string(kBoxWidth));
    out.set("box_height", std::to_string(box.height - 2));
    out.set("title", shown_name(unit.name));
    out.set("code", text(unit.code));
    List names;
    for (const auto& line : box.lines) names.push_back(text(line));
    out.set("names", names);
    out.set("note", note.empty() ? Data(false) : text(note));
    return out;
  }

  const StructureStates& states_;
  const Place& place_;
  List lines_, boxes_;
  unsigned free_ = 0;  // the height from which on nothing stands yet
  unsigned width_ = 0;
};

}  // namespace

std::vector<std::string> broken(const std::string& name, std::size_t width, std::size_t lines) {
  const std::u32string text = api::decode_utf8(name).value_or(U"");
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < text.size() && out.size() < lines) {
    std::size_t end = std::min(text.size(), at + width);
    const bool last = out.size() + 1 == lines;
    if (end < text.size() && last) {
      out.push_back(api::encode_utf8(std::u32string_view(text).substr(at, width - 1)) + "…");
      break;
    }
    if (end < text.size() && text[end] != U' ') {
      const std::size_t blank = text.rfind(U' ', end);
      if (blank != std::u32string::npos && blank > at) end = blank;
    }
    out.push_back(api::encode_utf8(std::u32string_view(text).substr(at, end - at)));
    at = end;
    while (at < text.size() && text[at] == U' ') ++at;
  }
  return out;
}

Data structure_picture(const std::vector<api::Node>& roots, const StructureStates& states, const Place& place) {
  return Drawing(states, place).draw(roots);
}

}  // namespace kto::pages
