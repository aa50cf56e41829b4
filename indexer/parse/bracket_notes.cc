#include "indexer/parse/bracket_notes.h"

#include <algorithm>

#include "indexer/parse/frame.h"
#include "indexer/parse/polish_date.h"

namespace kto::parse {
namespace {

constexpr auto npos = std::string_view::npos;

struct Note {
  Slice whole;  // brackets included
  law::FormerChange change;
  bool day_of_act = false;  // the day of entry into force is not in the note
};

bool says_repealed(std::string_view inside) {
  return inside.starts_with("uchyl") || inside.starts_with("skreśl") || inside.starts_with("Uchyl") ||
         inside.starts_with("Skreśl");
}
bool says_given(std::string_view inside) {
  for (std::string_view word : {"dodan", "Dodan", "w brzmieniu", "W brzmieniu", "brzmienie", "wprowadzon"})
    if (inside.starts_with(word)) return true;
  return false;
}
bool says_changed(std::string_view inside) {
  for (std::string_view word : {"zm.", "Zm.", "zmien", "Zmien", "ze zmian", "zmiana"})
    if (inside.starts_with(word)) return true;
  return false;
}

std::optional<Note> read_note(std::string_view inside) {
  const bool repealed = says_repealed(inside), given = says_given(inside);
  if (!repealed && !given && !says_changed(inside)) return std::nullopt;
  const auto act = find_act_reference(inside);
  if (!act) return std::nullopt;
  Note out;
  out.change.repealed = repealed;
  out.change.whole = given;
  out.change.by.act = !act->number.empty() ? act->number : "zarządzenie " + law::act_key(*act);
  const std::size_t force = inside.find("życie");
  const auto in_force = force == npos ? std::nullopt : find_date(inside, force);
  out.day_of_act = !in_force;
  out.change.since = in_force ? std::optional(in_force->date) : act->date;
  return out;
}

class NoteTaker {
 public:
  NoteTaker(const Source& source, const law::Document& document, Ledger& ledger)
      : source_(source), document_(document), ledger_(ledger) {}

  void visit(Node& node, const law::Citation& above) {
    const law::Citation citation = above.child(node.step);
    std::vector<Slice> words;
    for (const Slice& slice : node.text) take(slice, citation, words);
    node.text = std::move(words);
    for (Node& child : node.children) visit(child, citation);
  }

  std::vector<law::FormerChange> changes;
  std::size_t dated_by_act = 0;

 private:
  // Appends what is left of the slice to `words`.
  void take(Slice slice, const law::Citation& citation, std::vector<Slice>& words) {
    const std::string_view text = source_.text(slice);
    std::size_t kept = 0;
    for (std::size_t open = text.find_first_of("(["); open != npos; open = text.find_first_of("([", open + 1)) {
      const std::size_t close = text.find(text[open] == '(' ? ')' : ']', open);
      if (close == npos) break;
      const auto note = read_note(text.substr(open + 1, close - open - 1));
      if (!note) continue;
      changes.push_back(note->change);
      changes.back().document = document_;
      changes.back().citation = citation;
      dated_by_act += note->day_of_act && note->change.since ? 1 : 0;
      if (note->change.repealed) continue;
      ledger_.claim({slice.begin + open, slice.begin + close + 1}, law::SpanKind::frame);
      if (open > kept) words.push_back({slice.begin + kept, slice.begin + open});
      kept = close + 1;
    }
    if (kept < text.size()) words.push_back({slice.begin + kept, slice.end});
  }

  const Source& source_;
  const law::Document& document_;
  Ledger& ledger_;
};

}  // namespace

std::vector<law::FormerChange> take_bracket_notes(const Source& source, std::vector<Node>& nodes,
                                                  const law::Document& document, Ledger& ledger,
                                                  std::vector<law::Diagnostic>& diagnostics) {
  NoteTaker taker(source, document, ledger);
  for (Node& node : nodes) taker.visit(node, {});
  if (taker.dated_by_act > 0 && !nodes.empty())
    diagnostics.push_back(source.diagnostic(
        nodes.front().whole.begin, law::Severity::info, "dated-by-act",
        std::to_string(taker.dated_by_act) +
            " notes name an act and not the day it entered into force; the day of the act was taken for it"));
  return std::move(taker.changes);
}

}  // namespace kto::parse
