#include "indexer/text/compile/cfsa2.h"

#include <algorithm>
#include <stdexcept>

namespace kto::text {
namespace {

constexpr std::uint8_t kTargetNext = 0x80, kLast = 0x40, kFinal = 0x20, kLabelMask = 0x1F;
constexpr char kSeparator = ';';
constexpr unsigned kAllCut = 255;

Cfsa2::Entry decoded(std::string_view key, std::string& lemma) {
  const std::size_t form_end = key.find(kSeparator);
  if (form_end == std::string_view::npos || form_end + 3 > key.size()) throw std::runtime_error("polish.dict: odd key");
  const std::string_view form = key.substr(0, form_end);
  const std::string_view code = key.substr(form_end + 1);
  const auto front = static_cast<unsigned char>(code[0] - 'A');
  const auto back = static_cast<unsigned char>(code[1] - 'A');
  // The two counts may themselves be the separator's byte, so it is looked for behind them.
  const std::size_t tail_end = std::min(code.find(kSeparator, 2), code.size());
  lemma.clear();
  if (front != kAllCut && back != kAllCut) {
    if (std::size_t{front} + back > form.size()) throw std::runtime_error("polish.dict: odd counts");
    lemma = form.substr(front, form.size() - front - back);
  }
  lemma += code.substr(2, tail_end - 2);
  return {form, lemma, tail_end < code.size() ? code.substr(tail_end + 1) : std::string_view()};
}

}  // namespace

Cfsa2::Cfsa2(std::string bytes) : bytes_(std::move(bytes)) {
  constexpr std::string_view kMagic = "\\fsa\xC6";
  if (!bytes_.starts_with(kMagic) || bytes_.size() < 8) throw std::runtime_error("polish.dict is not in format CFSA2");
  counted_ = (static_cast<unsigned char>(bytes_[5]) & 1) != 0;
  const std::size_t labels = static_cast<unsigned char>(bytes_[7]);
  if (labels > kLabelMask + 1 || bytes_.size() < 8 + labels) throw std::runtime_error("polish.dict: odd label table");
  labels_ = bytes_.substr(8, labels);
  arcs_ = std::string_view(bytes_).substr(8 + labels);
  root_ = target(first_arc(0));
}

std::uint8_t Cfsa2::byte(std::size_t at) const {
  if (at >= arcs_.size()) throw std::runtime_error("polish.dict is cut short");
  return static_cast<std::uint8_t>(arcs_[at]);
}

std::size_t Cfsa2::after_number(std::size_t at) const {
  while (byte(at) & 0x80) ++at;
  return at + 1;
}

std::size_t Cfsa2::number(std::size_t at) const {
  std::size_t value = 0;
  for (unsigned shift = 0; shift < 35; shift += 7, ++at) {
    value |= std::size_t{byte(at) & 0x7Fu} << shift;
    if (!(byte(at) & 0x80)) return value;
  }
  throw std::runtime_error("polish.dict: odd number");
}

std::size_t Cfsa2::first_arc(std::size_t state) const {
  return counted_ ? after_number(state) : state;
}

std::size_t Cfsa2::after_arc(std::size_t arc) const {
  const std::uint8_t head = byte(arc);
  arc += (head & kLabelMask) ? 1 : 2;
  return (head & kTargetNext) ? arc : after_number(arc);
}

char Cfsa2::label(std::size_t arc) const {
  const std::size_t index = byte(arc) & kLabelMask;
  return index ? labels_.at(index) : static_cast<char>(byte(arc + 1));
}

std::size_t Cfsa2::target(std::size_t arc) const {
  if (!(byte(arc) & kTargetNext)) return number(arc + ((byte(arc) & kLabelMask) ? 1 : 2));
  while (!(byte(arc) & kLast)) arc = after_arc(arc);
  return after_arc(arc);
}

std::size_t Cfsa2::arc_with(std::size_t state, char wanted) const {
  for (std::size_t arc = first_arc(state);; arc = after_arc(arc)) {
    if (label(arc) == wanted) return arc;
    if (byte(arc) & kLast) return 0;
  }
}

void Cfsa2::walk(std::size_t state, std::string& key, const Visit& visit) const {
  for (std::size_t arc = first_arc(state);; arc = after_arc(arc)) {
    key += label(arc);
    if (byte(arc) & kFinal) visit(key);
    if (const std::size_t next = target(arc)) walk(next, key, visit);
    key.pop_back();
    if (byte(arc) & kLast) return;
  }
}

void Cfsa2::for_each(const std::function<void(const Entry&)>& visit) const {
  std::string key, lemma;
  walk(root_, key, [&](std::string_view found) { visit(decoded(found, lemma)); });
}

bool Cfsa2::contains(std::string_view form) const {
  std::size_t state = root_;
  for (char c : form) {
    const std::size_t arc = arc_with(state, c);
    state = arc ? target(arc) : 0;
    if (state == 0) return false;
  }
  return arc_with(state, kSeparator) != 0;
}

}  // namespace kto::text
