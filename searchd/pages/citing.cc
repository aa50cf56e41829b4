#include "searchd/pages/citing.h"

#include <algorithm>

#include "indexer/store/manifest.h"
#include "searchd/pages/notes.h"
#include "searchd/pages/words.h"

namespace kto::pages {

Citing::Citing(const store::Office& office, Place place) : place_(std::move(place)) {
  const auto slugs = law::slugs(office.acts);
  for (std::size_t i = 0; i < office.acts.size(); ++i)
    acts_.emplace(office.acts[i].id, Known{act_words(office.acts[i]), slugs[i]});
}

Data Citing::cited(const law::Provenance& by) const {
  return cited(by, {});
}

kainjow::mustache::list Citing::cited(const std::vector<law::Provenance>& by) const {
  kainjow::mustache::list out;
  for (const auto& one : by) {
    Data item;
    item.set("cited", cited(one));
    out.push_back(item);
  }
  return out;
}

kainjow::mustache::list Citing::cited_once(const std::vector<law::Provenance>& by) const {
  std::vector<law::Provenance> acts;
  for (const auto& one : by) {
    const auto same = std::find_if(acts.begin(), acts.end(), [&](const auto& act) { return act.act == one.act; });
    if (same == acts.end())
      acts.push_back(one);
    else if (same->place != one.place)
      same->place += "; " + one.place;
  }
  return cited(acts);
}

Data Citing::cited(const law::Provenance& by, law::Lines lines) const {
  const auto known = acts_.find(by.act);
  Data out;
  const std::string name = known == acts_.end() ? by.act : known->second.words;
  out.set("words", by.place.empty() ? name : name + ", " + by.place);
  std::string address = known == acts_.end() ? "" : act_address(known->second.slug, place_);
  if (!address.empty() && lines.first > 0) address += "#w" + std::to_string(lines.first);
  out.set("address", address.empty() ? Data(false) : Data(address));
  return out;
}

void set_note(Data& data, const std::string& note) {
  const Note said = note_in_polish(note);
  data.set("note", said.text.empty() ? Data(false) : Data(said.text));
  data.set("note_english", said.english);
}

std::string operation_words(const std::string& kind) {
  static const std::map<std::string, std::string> kWords = {
      {"replace", "nowe brzmienie"},         {"insert", "dodanie"},
      {"append", "dodanie na końcu"},        {"repeal", "uchylenie"},
      {"replace_words", "zamiana wyrazów"},  {"delete_words", "skreślenie wyrazów"},
      {"insert_words", "dodanie wyrazów"},   {"renumber", "nowe oznaczenie"},
      {"punctuation", "inny znak na końcu"}, {"replace_annex", "nowe brzmienie załącznika"},
  };
  const auto found = kWords.find(kind);
  return found == kWords.end() ? kind : found->second;
}

}  // namespace kto::pages
