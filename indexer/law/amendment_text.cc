#include "indexer/law/amendment_text.h"

namespace kto::law {
namespace {

std::string label(const Step& step) {
  const std::string number = to_string(step.number);
  switch (step.level) {
    case Level::division:
      return "Dział " + number + ". ";
    case Level::chapter:
      return "Rozdział " + number + ". ";
    case Level::article:
      return "Art. " + number + ". ";
    case Level::section:
      return "§ " + number + ". ";
    case Level::paragraph:
      return number + ". ";
    case Level::point:
    case Level::subpoint:
    case Level::letter:
      return number + ") ";
    case Level::indent:
      return "– ";
    case Level::double_indent:
      return "– – ";
  }
  return {};
}

struct WordingOf {
  static std::string all(const std::vector<Provision>& provisions, const std::string& text) {
    std::string out = text;
    for (const Provision& provision : provisions) out += (out.empty() ? "" : "\n") + printed(provision);
    return out;
  }
  Wording operator()(const Replace& c) const { return {"", all(c.provisions, c.text)}; }
  Wording operator()(const Insert& c) const { return {"", all(c.provisions, c.text)}; }
  Wording operator()(const Append& c) const { return {"", all(c.provisions, c.text)}; }
  Wording operator()(const Repeal&) const { return {}; }
  Wording operator()(const ReplaceWords& c) const { return {c.old_words, c.new_words}; }
  Wording operator()(const DeleteWords& c) const { return {c.old_words, ""}; }
  Wording operator()(const InsertWords& c) const { return {c.anchor_words, c.new_words}; }
  Wording operator()(const Renumber& c) const { return {to_string(c.from), to_string(c.to)}; }
  Wording operator()(const Punctuation& c) const { return {c.old_mark, c.new_mark}; }
  Wording operator()(const ReplaceAnnex& c) const { return {"", c.by}; }
};

}  // namespace

Wording wording_of(const Change& change) {
  return std::visit(WordingOf{}, change);
}

std::string anchor_of(const Change& change) {
  if (const auto* insert = std::get_if<Insert>(&change)) return to_string(insert->anchor);
  if (const auto* append = std::get_if<Append>(&change); append != nullptr && append->anchor)
    return to_string(*append->anchor);
  return {};
}

std::string printed(const Provision& provision) {
  std::string out = label(provision.step) + provision.text;
  while (!out.empty() && out.back() == ' ') out.pop_back();
  for (const Provision& child : provision.children) out += "\n" + printed(child);
  if (!provision.closing.empty()) out += "\n" + provision.closing;
  return out;
}

}  // namespace kto::law
