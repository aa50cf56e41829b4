#include "indexer/consolidate/apply.h"

#include <algorithm>

#include "indexer/consolidate/forms.h"

namespace kto::consolidate {
namespace {

using law::Part;
using law::Target;

// Collects what could not be done, target by target: one sentence a reason, with all its places.
class Notes {
 public:
  void add(const std::string& reason, const law::Citation& place) {
    const std::string printed = place.empty() ? "całość" : law::to_string(place);
    const auto same =
        std::find_if(notes_.begin(), notes_.end(), [&](const auto& note) { return note.first == reason; });
    if (same == notes_.end()) {
      notes_.emplace_back(reason, printed);
    } else {
      same->second += ", " + printed;
    }
  }
  Applied result(std::size_t done, std::size_t all) const {
    std::string out;
    for (const auto& [reason, places] : notes_) out += (out.empty() ? "" : "; ") + reason + ": " + places;
    return {done == all && all > 0, out};
  }

 private:
  std::vector<std::pair<std::string, std::string>> notes_;  // reason, places
};

class Applier {
 public:
  Applier(const law::Amendment& amendment, const Event& event, LawState& state, std::vector<UnknownEnd>& unknown_ends,
          WordsPut& words_put, const law::Inflection& inflection)
      : document_(state.resolve(amendment.document)),
        correction_(amendment.correction),
        event_(event),
        state_(state),
        unknown_ends_(unknown_ends),
        words_put_(words_put),
        inflection_(inflection) {}

  Applied operator()(const law::Replace& change) {
    Notes notes;
    std::size_t done = 0;
    for (const Target& target : change.targets) {
      if (target.part != Part::whole) {
        done += replace_part(target, change.text, notes) ? 1 : 0;
        continue;
      }
      const law::Provision* provision = find(change.provisions, target);
      if (provision == nullptr) {
        notes.add("the quotation does not hold the new text of", target.citation);
        continue;
      }
      if (!end(target, false)) notes.add("the former text is not known", target.citation);
      state_.enact(document_, target.citation.parent(), *provision, event_);
      ++done;
    }
    return notes.result(done, change.targets.size());
  }

  Applied operator()(const law::Insert& change) { return add(change.targets, change.provisions, change.text); }
  Applied operator()(const law::Append& change) { return add(change.targets, change.provisions, change.text); }

  Applied operator()(const law::Repeal& change) {
    Notes notes;
    std::size_t done = 0;
    for (const Target& target : change.targets) {
      if (target.part != Part::whole) {
        done += replace_part(target, "", notes) ? 1 : 0;
        continue;
      }
      if (state_.repealed(key(target))) {
        notes.add("repealed already", target.citation);
        continue;
      }
      if (target.citation.back().level <= law::Level::chapter) repeal_chapter(target);
      if (!end(target, true)) notes.add("the repealed text is not known", target.citation);
      state_.mark_repealed(key(target));
      ++done;
    }
    return notes.result(done, change.targets.size());
  }

  Applied operator()(const law::ReplaceWords& change) {
    if (change.all_forms) return edit_forms(change.targets, change.old_words, change.new_words);
    return edit_words(change.targets, change.old_words, change.new_words);
  }
  Applied operator()(const law::DeleteWords& change) {
    if (change.all_forms) return edit_forms(change.targets, change.old_words, "");
    return edit_words(change.targets, change.old_words, "");
  }
  Applied operator()(const law::InsertWords& change) {
    if (change.anchor_words.empty()) return at_end(change);
    const std::string both =
        change.before ? joined(change.new_words, change.anchor_words) : joined(change.anchor_words, change.new_words);
    return edit_words(change.targets, change.anchor_words, both);
  }

  Applied operator()(const law::Renumber& change) {
    const law::ProvisionVersion* version = state_.find({document_, change.from});
    if (version == nullptr) return {false, "the text of " + law::to_string(change.from) + " is not known"};
    if (state_.find({document_, change.to}) != nullptr) return {false, law::to_string(change.to) + " exists already"};
    // The whole content of the unit, its points included, moves one level down.
    law::Provision moved = content({document_, change.from}, change.to.back());
    state_.end({document_, change.from}, event_);
    state_.enact(document_, change.to.parent(), moved, event_);
    return {true, ""};
  }

  Applied operator()(const law::Punctuation& change) {
    const Key at{document_, change.target};
    const std::vector<Key> known = state_.subtree(at);
    if (known.empty()) return {false, "the text of " + law::to_string(change.target) + " is not known"};
    // The stop at the end of a provision stands in the last of its parts.
    const law::ProvisionVersion& last = *state_.find(known.back());
    std::string text = last.text;
    if (text.size() < change.old_mark.size() ||
        text.compare(text.size() - change.old_mark.size(), std::string::npos, change.old_mark) != 0)
      return {false, law::to_string(last.citation) + " does not end with \"" + change.old_mark + "\""};
    text.replace(text.size() - change.old_mark.size(), std::string::npos, change.new_mark);
    state_.reword(known.back(), std::move(text), last.closing, event_);
    return {true, ""};
  }

  Applied operator()(const law::ReplaceAnnex& change) {
    if (change.repealed) return {false, "annexes that are no list of provisions are not kept"};
    return {false, "the new annex is not in the text of the act"};
  }

 private:
  Key key(const Target& target) const { return {document_, target.citation}; }

  static const law::Provision* find(const std::vector<law::Provision>& provisions, const Target& target) {
    for (const law::Provision& provision : provisions)
      if (provision.step == target.citation.back()) return &provision;
    return nullptr;
  }
  static std::string joined(const std::string& a, const std::string& b) {
    const bool tight = !b.empty() && (b[0] == ',' || b[0] == ' ' || b[0] == '.' || b[0] == ';');
    return tight ? a + b : a + " " + b;
  }

  bool end(const Target& target, bool repealed) {
    if (state_.end(key(target), event_)) return true;
    unknown_ends_.push_back({document_, target.citation, event_.day, event_.by, repealed});
    return false;
  }

  // With its §§, which are cited without it.
  void repeal_chapter(const Target& chapter) {
    for (const law::Citation& section : state_.sections_of(key(chapter))) {
      state_.end({document_, section}, event_);
      state_.mark_repealed({document_, section});
    }
  }

  Applied add(const std::vector<Target>& targets, const std::vector<law::Provision>& provisions,
              const std::string& text) {
    Notes notes;
    std::size_t done = 0;
    for (const Target& target : targets) {
      if (target.part != Part::whole) {
        done += append_part(target, text, notes) ? 1 : 0;
        continue;
      }
      const law::Provision* provision = find(provisions, target);
      if (provision == nullptr) {
        notes.add("the quotation does not hold the text of", target.citation);
      } else if (state_.knows(key(target))) {
        notes.add("exists already", target.citation);
      } else {
        state_.enact(document_, target.citation.parent(), *provision, event_);
        ++done;
      }
    }
    return notes.result(done, targets.size());
  }

  bool replace_part(const Target& target, const std::string& text, Notes& notes) {
    const law::ProvisionVersion* version = state_.find(key(target));
    if (version == nullptr) {
      if (target.part == Part::introduction && !text.empty()) {
        // Words before a list whose former text is not known: the new ones are.
        state_.enact(document_, target.citation.parent(), {target.citation.back(), text, "", event_.lines, {}}, event_);
        return true;
      }
      notes.add("the text is not known", target.citation);
      return false;
    }
    // The title of a chapter is all its words.
    if (target.part == Part::introduction || target.part == Part::title) {
      state_.reword(key(target), text, version->closing, event_);
    } else if (target.part == Part::closing) {
      state_.reword(key(target), version->text, text, event_);
    } else {
      return replace_sentence(target, *version, text, notes);
    }
    return true;
  }
  bool append_part(const Target& target, const std::string& text, Notes& notes) {
    const law::ProvisionVersion* version = state_.find(key(target));
    if (version == nullptr || target.part != Part::sentence) {
      notes.add("the text is not known", target.citation);
      return false;
    }
    // Before the sentence that has the number now; at the end when none has.
    std::string changed = version->text;
    if (const auto bounds = sentence_bounds(changed, target.sentence); bounds && target.sentence > 0) {
      changed.insert(bounds->first, text + " ");
    } else {
      changed = joined(changed, text);
    }
    state_.reword(key(target), std::move(changed), version->closing, event_);
    return true;
  }

  bool replace_sentence(const Target& target, const law::ProvisionVersion& version, const std::string& text,
                        Notes& notes) {
    const auto bounds = sentence_bounds(version.text, target.sentence);
    if (target.part != Part::sentence || !bounds) {
      notes.add("no such part", target.citation);
      return false;
    }
    std::string changed = version.text;
    changed.replace(bounds->first, bounds->second - bounds->first, text);
    while (!changed.empty() && changed.back() == ' ') changed.pop_back();
    state_.reword(key(target), std::move(changed), version.closing, event_);
    return true;
  }
  // A sentence ends with a full stop before a blank and a capital letter: "r. w sprawie", "poz. 40" do not end one.
  static std::optional<std::pair<std::size_t, std::size_t>> sentence_bounds(const std::string& text, unsigned number) {
    std::size_t begin = 0;
    for (unsigned sentence = 1; begin < text.size(); ++sentence) {
      std::size_t end = text.size();
      for (std::size_t at = begin; at + 2 < text.size(); ++at) {
        const auto next = static_cast<unsigned char>(text[at + 2]);
        const bool capital = (next >= 'A' && next <= 'Z') || next == 0xC3 || next == 0xC4 || next == 0xC5;
        if (text[at] == '.' && text[at + 1] == ' ' && capital && at - begin > 3) {
          end = at + 1;
          break;
        }
      }
      if (sentence == number) return std::pair{begin, end};
      begin = end < text.size() ? end + 1 : end;
    }
    return std::nullopt;
  }

  Applied edit_forms(const std::vector<Target>& targets, const std::string& old_words, const std::string& new_words) {
    if (!inflection_.is_form)
      return {false, "the words are to be changed in every grammatical form, and no dictionary is at hand"};
    Notes notes;
    std::size_t done = 0;
    for (const Target& target : targets) {
      bool found = false, certain = true;
      for (const Key& each : keys_of(target)) {
        const law::ProvisionVersion& version = *state_.find(each);
        const FormChange change = change_forms(version.text, old_words, new_words, inflection_);
        certain = certain && change.certain;
        if (!change.certain) notes.add("the right grammatical form cannot be made with certainty", each.citation);
        if (!change.found || !change.certain) continue;
        state_.reword(each, change.text, version.closing, event_);
        found = true;
      }
      if (found && certain) {
        ++done;
      } else if (certain) {
        explain_words(target, old_words, notes);
      }
    }
    return notes.result(done, targets.size());
  }

  // The target and what is below it. „we wprowadzeniu do wyliczenia”: the words before the list, not the list.
  std::vector<Key> keys_of(const Target& target) const {
    std::vector<Key> keys = state_.subtree(key(target));
    if (target.part != Part::whole)
      std::erase_if(keys, [&](const Key& each) { return each.citation != target.citation; });
    return keys;
  }

  Applied edit_words(const std::vector<Target>& targets, const std::string& old_words, const std::string& new_words) {
    Notes notes;
    std::size_t done = 0;
    for (const Target& target : targets) {
      if (edit_words_in(target, old_words, new_words)) {
        ++done;
      } else {
        explain_words(target, old_words, notes);
      }
      words_put_[key(target)] = new_words;
    }
    return notes.result(done, targets.size());
  }
  bool edit_words_in(const Target& target, const std::string& old_words, const std::string& new_words) {
    bool found = false;
    for (const Key& each : keys_of(target)) {
      const law::ProvisionVersion& version = *state_.find(each);
      std::string text = version.text, closing = version.closing;
      const bool in_text = replace_all(text, old_words, new_words),
                 in_closing = replace_all(closing, old_words, new_words);
      if (!in_text && !in_closing) continue;
      if (correction_) {
        state_.correct(each, std::move(text), std::move(closing));
      } else {
        state_.reword(each, std::move(text), std::move(closing), event_);
      }
      found = true;
    }
    return found;
  }
  void explain_words(const Target& target, const std::string& old_words, Notes& notes) const {
    const auto put = words_put_.find(key(target));
    if (put != words_put_.end() && put->second.find(old_words) == std::string::npos) {
      notes.add("words not found, for an act before this one put other words there: an act in between is missing",
                target.citation);
    } else if (state_.knows(key(target))) {
      notes.add("words not found", target.citation);
    } else {
      notes.add("words not found, for the text is not known", target.citation);
    }
  }
  // All occurrences as words: "rada" does not stand in "radami", nor "5" in "15". One blank goes with deleted words.
  static bool replace_all(std::string& text, const std::string& old_words, const std::string& new_words) {
    if (old_words.empty()) return false;
    bool found = false;
    std::size_t step = 1;
    for (std::size_t at = 0; (at = text.find(old_words, at)) != std::string::npos; at += step) {
      step = 1;
      std::size_t length = old_words.size();
      if (!stands_alone(text, at, length)) continue;
      if (new_words.empty()) {
        if (at > 0 && text[at - 1] == ' ') {
          --at;
          ++length;
        } else if (at + length < text.size() && text[at + length] == ' ') {
          ++length;
        }
      }
      text.replace(at, length, new_words);
      step = new_words.size();
      found = true;
    }
    return found;
  }
  static bool stands_alone(const std::string& text, std::size_t at, std::size_t length) {
    const auto in_word = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) <= 0xC5);
    };
    // The last byte of a Polish letter is told by the one before it.
    const auto ends_word = [&](std::size_t end) {
      return end > 0 &&
             (in_word(text[end - 1]) || (end > 1 && (text[end - 1] & 0xC0) == 0x80 && in_word(text[end - 2])));
    };
    const std::size_t end = at + length;
    const bool before = in_word(text[at]) && ends_word(at);
    const bool after = end < text.size() && in_word(text[end]) && ends_word(end);
    return !before && !after;
  }

  Applied at_end(const law::InsertWords& change) {
    Notes notes;
    std::size_t done = 0;
    for (const Target& target : change.targets) {
      const law::ProvisionVersion* version = state_.find(key(target));
      if (version == nullptr) {
        notes.add("the text is not known", target.citation);
        continue;
      }
      std::string text = version->text, stop;
      if (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == ',')) {
        stop = text.back();
        text.pop_back();
      }
      state_.reword(key(target), joined(text, change.new_words) + stop, version->closing, event_);
      ++done;
    }
    return notes.result(done, change.targets.size());
  }

  law::Provision content(const Key& at, const law::Step& step) const {
    law::Provision out;
    out.step = step;
    if (const law::ProvisionVersion* version = state_.find(at)) {
      out.text = version->text;
      out.closing = version->closing;
      out.lines = event_.lines;  // the words stand elsewhere, but this act put them here
    }
    for (const Key& each : state_.subtree(at))
      if (each.citation.parent() == at.citation) out.children.push_back(content(each, each.citation.back()));
    return out;
  }

  const law::Document document_;
  const bool correction_;
  const Event& event_;
  LawState& state_;
  std::vector<UnknownEnd>& unknown_ends_;
  WordsPut& words_put_;
  const law::Inflection& inflection_;
};

}  // namespace

Applied apply(const law::Amendment& amendment, const Event& event, LawState& state,
              std::vector<UnknownEnd>& unknown_ends, WordsPut& words_put, const law::Inflection& inflection) {
  return std::visit(Applier(amendment, event, state, unknown_ends, words_put, inflection), amendment.change);
}

}  // namespace kto::consolidate
