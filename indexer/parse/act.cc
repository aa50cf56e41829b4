#include "indexer/parse/act.h"

#include <algorithm>

#include "indexer/parse/amending_section.h"
#include "indexer/parse/entry_into_force.h"
#include "indexer/parse/frame.h"
#include "indexer/parse/ledger.h"
#include "indexer/parse/outline.h"

namespace kto::parse {
namespace {

using law::Severity;

class ActReader {
 public:
  explicit ActReader(const ActSource& input)
      : input_(input), source_(input.file, input.text), ledger_(source_), frame_(read_frame(source_)) {}

  law::Act run() {
    act_.file = input_.file;
    read_heading();
    read_body();
    for (law::Amendment& amendment : act_.amendments) amendment.effective = act_.in_force;
    report_rest();
    act_.spans = ledger_.spans();
    return std::move(act_);
  }

 private:
  void note(std::size_t at, Severity severity, std::string code, std::string message) {
    act_.diagnostics.push_back(source_.diagnostic(at, severity, std::move(code), std::move(message)));
  }

  void read_heading() {
    ledger_.claim(frame_.heading, law::SpanKind::frame);
    ledger_.claim(frame_.trailer, law::SpanKind::frame);
    act_.kind = frame_.kind;
    act_.number = frame_.number;
    act_.organ = frame_.organ;
    act_.date = frame_.date;
    act_.title = frame_.title;
    act_.amends = frame_.amends;
    act_.id = !act_.number.empty() ? act_.number : act_.kind + (act_.date ? " " + law::to_string(*act_.date) : "");
    if (act_.kind.empty())
      note(0, Severity::error, "no-heading",
           "no line names an act (Zarządzenie, Uchwała, Rozporządzenie …); is this the whole text?");
    if (!act_.date) note(0, Severity::warning, "no-date", "the heading has no date (\"z dnia 13 listopada 2023 r.\")");
    if (frame_.body.empty())
      note(0, Severity::error, "no-provisions", "no line begins with \"§ 1\"; no provision of the act was found");
  }

  void read_body() {
    OutlineOptions options;
    options.opaque = find_quotations(source_, frame_.body);
    const Outline outline = read_outline(source_, frame_.body, options);
    act_.diagnostics.insert(act_.diagnostics.end(), outline.diagnostics.begin(), outline.diagnostics.end());
    law::Document document;
    if (act_.amends) document.act = act_.amends->number;
    for (const Node& section : outline.nodes) {
      const std::string text = joined_text(source_, section.text);
      if (speaks_of_entry_into_force(text)) {
        read_in_force(section, text);
      } else if (is_amending(source_, section)) {
        read_amending_section(source_, section, document, ledger_, act_);
      } else {
        act_.provisions.push_back(to_provision(source_, section, ledger_));
      }
    }
    if (!frame_.body.empty() && act_.in_force_rule.empty())
      note(frame_.body.begin, Severity::error, "no-entry-into-force",
           "no § says when the act enters into force (\"wchodzi w życie z dniem …\"); its amendments cannot be dated");
  }

  void read_in_force(const Node& section, const std::string& text) {
    for (const Slice& label : section.labels) ledger_.claim(label, law::SpanKind::label);
    ledger_.claim(section.whole, law::SpanKind::frame);
    act_.in_force_rule = text;
    const EntryIntoForce entry = read_entry_into_force(text, act_.date, input_.promulgated);
    act_.in_force = entry.date;
    if (!entry.understood)
      note(section.whole.begin, Severity::error, "entry-into-force-not-understood",
           "the day of entry into force was not understood; its amendments cannot be dated");
    if (entry.needs_promulgation)
      note(section.whole.begin, Severity::warning, "promulgation-unknown",
           "the act enters into force by its promulgation, whose day is not in the text; give it in office.json "
           "under \"promulgated\"");
  }

  // Nothing is lost: what no part of the parser has taken is said.
  void report_rest() {
    for (const Slice& rest : ledger_.unclaimed()) {
      const std::string_view words = source_.text(rest);
      const bool only_stops = words.find_first_not_of(" ;,.") == std::string_view::npos;
      ledger_.claim(rest, only_stops ? law::SpanKind::label : law::SpanKind::diagnostic);
      if (!only_stops)
        note(rest.begin, Severity::warning, "not-understood", "these words belong to no provision and to no command");
    }
  }

  const ActSource& input_;
  Source source_;
  Ledger ledger_;
  Frame frame_;
  law::Act act_;
};

}  // namespace

law::Act parse_act(const ActSource& source) {
  return ActReader(source).run();
}

}  // namespace kto::parse
