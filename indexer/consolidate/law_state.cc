#include "indexer/consolidate/law_state.h"

#include <algorithm>
#include <limits>

#include "indexer/consolidate/reconcile.h"

namespace kto::consolidate {
namespace {

// Letters, digits and hyphens of a document's name, for addresses: "załącznik nr 2" → "zal2", the act itself → "akt".
// The regulation, being the plain "załącznik", needs no mark.
std::string document_slug(const law::Document& document) {
  if (document.annex == "załącznik") return {};
  if (document.annex.empty()) return "akt-";
  std::string digits;
  for (const char c : document.annex)
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z' && !digits.empty())) digits += c;
  return "zal" + digits + "-";
}

}  // namespace

std::string version_id(const std::string& office, const law::Document& document, const law::Citation& citation,
                       law::Date from) {
  std::string day = law::to_string(from);
  day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
  return office + "-" + document_slug(document) + law::to_slug(citation) + "-" + day;
}

const law::ProvisionVersion* LawState::find(const Key& key) const {
  const auto found = in_force_.find(key);
  return found == in_force_.end() ? nullptr : &versions_[found->second];
}

std::vector<Key> LawState::subtree(const Key& key) const {
  std::vector<Key> out;
  // Children sort directly behind their parent, so a subtree is one run of the map.
  for (auto it = in_force_.lower_bound(key); it != in_force_.end(); ++it) {
    if (it->first.document != key.document || !key.citation.contains(it->first.citation)) break;
    out.push_back(it->first);
  }
  return out;
}

std::vector<law::Citation> LawState::sections_of(const Key& chapter) const {
  const law::ProvisionVersion* heading = find(chapter);
  if (heading == nullptr) return {};
  // Printed together with it: from its line to that of the next heading.
  unsigned end = std::numeric_limits<unsigned>::max();
  std::vector<std::pair<unsigned, law::Citation>> printed;
  for (const Key& key : subtree({chapter.document, {}})) {
    const law::ProvisionVersion& version = *find(key);
    if (version.file != heading->file || version.lines.first <= heading->lines.first) continue;
    const bool is_heading = key.citation.back().level <= law::Level::chapter;
    if (is_heading) end = std::min(end, version.lines.first);
    if (!is_heading) printed.emplace_back(version.lines.first, law::Citation({key.citation.steps().front()}));
  }
  std::erase_if(printed, [&](const auto& each) { return each.first >= end; });
  if (printed.empty()) return {};
  const auto by_citation = [](const auto& a, const auto& b) { return a.second < b.second; };
  const law::Citation first = std::min_element(printed.begin(), printed.end(), by_citation)->second;
  const unsigned last = std::max_element(printed.begin(), printed.end(), by_citation)->second.back().number.value;
  std::set<law::Citation> out;
  for (const Key& key : subtree({chapter.document, {}})) {
    const law::Citation section({key.citation.steps().front()});
    if (section >= first && section.back().level == first.back().level && section.back().number.value <= last)
      out.insert(section);
  }
  return {out.begin(), out.end()};
}

std::vector<law::Document> LawState::documents_of(const std::string& act) const {
  std::set<law::Document> out;
  for (const auto& [key, version] : in_force_)
    if (key.document.act == act) out.insert(key.document);
  return {out.begin(), out.end()};
}

law::Document LawState::resolve(const law::Document& document) const {
  std::set<law::Document> annexes;
  for (const auto& [key, version] : in_force_) {
    if (key.document == document) return document;
    if (key.document.act == document.act && !key.document.annex.empty()) annexes.insert(key.document);
  }
  return !document.annex.empty() && annexes.size() == 1 ? *annexes.begin() : document;
}

bool LawState::repealed(const Key& key) const {
  for (law::Citation at = key.citation; !at.empty(); at = at.parent())
    if (repealed_.count({key.document, at}) > 0) return true;
  return false;
}

std::optional<law::Date> LawState::free_from(const Key& key) const {
  if (const law::ProvisionVersion* known = find(key)) return known->validity.from;
  const auto ended = ended_.find(key);
  return ended == ended_.end() ? std::nullopt : std::optional(ended->second);
}

void LawState::open(const Key& key, std::string text, std::string closing, const Event& event) {
  law::ProvisionVersion version;
  version.id = version_id(office_, key.document, key.citation, event.day);
  version.document = key.document;
  version.citation = key.citation;
  version.text = std::move(text);
  version.closing = std::move(closing);
  version.validity = {event.day, std::nullopt};
  version.made_by = event.by;
  version.file = event.file;
  version.lines = event.lines;
  in_force_[key] = versions_.size();
  versions_.push_back(std::move(version));
}

void LawState::enact(const law::Document& document, const law::Citation& parent, const law::Provision& provision,
                     const Event& event) {
  const law::Citation citation = parent.child(provision.step);
  if (says_repealed(provision.text)) {
    repealed_.insert({document, citation});
    return;
  }
  repealed_.erase({document, citation});
  Event here = event;
  here.lines = provision.lines;
  // A § that only holds ustępy has no words of its own: there is nothing to be law.
  if (find({document, citation}) != nullptr) {
    conflicts_.push_back({document, citation});
  } else if (!provision.text.empty() || !provision.closing.empty()) {
    open({document, citation}, provision.text, provision.closing, here);
  }
  for (const law::Provision& child : provision.children) enact(document, citation, child, here);
}

bool LawState::end(const Key& key, const Event& event) {
  const std::vector<Key> known = subtree(key);
  for (const Key& each : known) {
    law::ProvisionVersion& version = versions_[in_force_.at(each)];
    version.validity = version.validity.cut_at(event.day);
    version.ended_by = event.by;
    ended_[each] = std::max(event.day, version.validity.from);
    in_force_.erase(each);
  }
  return !known.empty();
}

void LawState::redate(const Key& key, const Event& event) {
  const auto found = in_force_.find(key);
  if (found == in_force_.end() || versions_[found->second].validity.from >= event.day) return;
  law::ProvisionVersion& version = versions_[found->second];
  version.id = version_id(office_, key.document, key.citation, event.day);
  version.validity.from = event.day;
  version.made_by = event.by;
}

void LawState::correct(const Key& key, std::string text, std::string closing) {
  law::ProvisionVersion& version = versions_[in_force_.at(key)];
  version.text = std::move(text);
  version.closing = std::move(closing);
}

void LawState::reword(const Key& key, std::string text, std::string closing, const Event& event) {
  law::ProvisionVersion& version = versions_[in_force_.at(key)];
  const law::Lines lines = version.lines;
  version.validity = version.validity.cut_at(event.day);
  version.ended_by = event.by;
  Event here = event;
  if (event.lines == law::Lines{}) here.lines = lines;
  open(key, std::move(text), std::move(closing), here);
}

std::vector<law::ProvisionVersion> LawState::take_versions() {
  // What one act of a day made and another of the same day ended was never law.
  std::erase_if(versions_, [](const law::ProvisionVersion& version) { return version.validity.empty(); });
  std::stable_sort(
      versions_.begin(), versions_.end(), [](const law::ProvisionVersion& a, const law::ProvisionVersion& b) {
        return std::tie(a.document, a.citation, a.validity.from) < std::tie(b.document, b.citation, b.validity.from);
      });
  in_force_.clear();
  return std::move(versions_);
}

}  // namespace kto::consolidate
