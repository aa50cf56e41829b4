#include "indexer/commands/new_text.h"

namespace kto::commands {
namespace {

std::string label(const law::Step& step) {
  const std::string number = law::to_string(step.number);
  switch (step.level) {
    case law::Level::division:
      return "Dział " + number + ". ";
    case law::Level::chapter:
      return "Rozdział " + number + ". ";
    case law::Level::article:
      return "Art. " + number + ". ";
    case law::Level::section:
      return "§ " + number + ". ";
    case law::Level::paragraph:
      return number + ". ";
    case law::Level::point:
    case law::Level::subpoint:
    case law::Level::letter:
      return number + ") ";
    case law::Level::indent:
      return "– ";
    case law::Level::double_indent:
      return "– – ";
  }
  return {};
}

struct WordingOf {
  static std::string all(const std::vector<law::Provision>& provisions, const std::string& text) {
    std::string out = text;
    for (const law::Provision& provision : provisions) out += (out.empty() ? "" : "\n") + print(provision);
    return out;
  }
  Wording operator()(const law::Replace& c) const { return {"", all(c.provisions, c.text)}; }
  Wording operator()(const law::Insert& c) const { return {"", all(c.provisions, c.text)}; }
  Wording operator()(const law::Append& c) const { return {"", all(c.provisions, c.text)}; }
  Wording operator()(const law::Repeal&) const { return {}; }
  Wording operator()(const law::ReplaceWords& c) const { return {c.old_words, c.new_words}; }
  Wording operator()(const law::DeleteWords& c) const { return {c.old_words, ""}; }
  Wording operator()(const law::InsertWords& c) const { return {c.anchor_words, c.new_words}; }
  Wording operator()(const law::Renumber& c) const { return {law::to_string(c.from), law::to_string(c.to)}; }
  Wording operator()(const law::Punctuation& c) const { return {c.old_mark, c.new_mark}; }
  Wording operator()(const law::ReplaceAnnex& c) const { return {"", c.by}; }
};

}  // namespace

Wording wording_of(const law::Change& change) {
  return std::visit(WordingOf{}, change);
}

std::string anchor_of(const law::Change& change) {
  if (const auto* insert = std::get_if<law::Insert>(&change)) return law::to_string(insert->anchor);
  if (const auto* append = std::get_if<law::Append>(&change); append != nullptr && append->anchor)
    return law::to_string(*append->anchor);
  return {};
}

std::string print(const law::Provision& provision) {
  std::string out = label(provision.step) + provision.text;
  while (!out.empty() && out.back() == ' ') out.pop_back();
  for (const law::Provision& child : provision.children) out += "\n" + print(child);
  if (!provision.closing.empty()) out += "\n" + provision.closing;
  return out;
}

}  // namespace kto::commands
