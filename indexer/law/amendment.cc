#include "indexer/law/amendment.h"

namespace kto::law {
namespace {

constexpr std::string_view kKinds[] = {"replace",      "insert",       "append",   "repeal",      "replace_words",
                                       "delete_words", "insert_words", "renumber", "punctuation", "replace_annex"};
static_assert(std::variant_size_v<Change> == std::size(kKinds));

std::string print(const Target& target) {
  if (target.citation.empty() && target.part == Part::whole) return "całość";
  std::string out = to_string(target.citation);
  switch (target.part) {
    case Part::whole:
      break;
    case Part::introduction:
      out += " (wprowadzenie do wyliczenia)";
      break;
    case Part::closing:
      out += " (część wspólna)";
      break;
    case Part::sentence:
      out += " zdanie" + (target.sentence > 0 ? " " + std::to_string(target.sentence) : " na końcu");
      break;
    case Part::title:
      out += " (tytuł)";
      break;
  }
  return out;
}

struct Targets {
  std::vector<std::string> operator()(const Renumber& c) const { return {to_string(c.from)}; }
  std::vector<std::string> operator()(const Punctuation& c) const { return {to_string(c.target)}; }
  std::vector<std::string> operator()(const ReplaceAnnex& c) const { return {c.annex}; }
  template <class WithTargets>
  std::vector<std::string> operator()(const WithTargets& c) const {
    std::vector<std::string> out;
    for (const Target& target : c.targets) out.push_back(print(target));
    return out;
  }
};

}  // namespace

std::string_view kind(const Change& change) {
  return kKinds[change.index()];
}

std::vector<std::string> targets(const Change& change) {
  return std::visit(Targets{}, change);
}

}  // namespace kto::law
