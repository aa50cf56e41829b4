#include "indexer/parse/act.h"

#include <algorithm>

#include "indexer/parse/amending_section.h"
#include "indexer/parse/bracket_notes.h"
#include "indexer/parse/consolidated.h"
#include "indexer/parse/entry_into_force.h"
#include "indexer/parse/frame.h"
#include "indexer/parse/ledger.h"
#include "indexer/parse/outline.h"
#include "indexer/parse/regulation.h"
#include "indexer/parse/table.h"
#include "indexer/parse/unnumbered.h"

namespace kto::parse {
namespace {

using law::Severity;

class ActReader {
 public:
  explicit ActReader(const ActSource& input)
      : input_(input), source_(input.file, input.text), ledger_(source_), layout_(read_layout(source_)) {}

  law::Act run() {
    act_.file = input_.file;
    if (layout_.regulation) {
      read_regulation_heading(*layout_.regulation);
    } else {
      read_heading();
    }
    for (const Footnote& footnote : source_.footnotes()) ledger_.claim(footnote.text, law::SpanKind::frame);
    if (act_.kind == "obwieszczenie" && corrects_errors()) {
      read_correction();
    } else if (act_.kind == "obwieszczenie") {
      read_consolidated();
    } else {
      if (layout_.regulation) {
        read_annex(*layout_.regulation, own_reference());
        if (act_.annexes.empty())
          note(0, Severity::error, "no-provisions", "neither a \"§ 1\" nor a list was found in this regulation");
      } else {
        read_body();
      }
      for (const AnnexPart& annex : layout_.annexes) read_annex(annex, own_reference());
    }
    date_amendments();
    report_rest();
    act_.spans = ledger_.spans();
    return std::move(act_);
  }

 private:
  void note(std::size_t at, Severity severity, std::string code, std::string message) {
    act_.diagnostics.push_back(source_.diagnostic(at, severity, std::move(code), std::move(message)));
  }
  void add_notes(const std::vector<law::Diagnostic>& notes) {
    act_.diagnostics.insert(act_.diagnostics.end(), notes.begin(), notes.end());
  }
  law::ActRef own_reference() const { return {act_.number, act_.date}; }

  void read_heading() {
    const Frame& frame = layout_.main;
    ledger_.claim(frame.heading, law::SpanKind::frame);
    ledger_.claim(frame.trailer, law::SpanKind::frame);
    act_.kind = frame.kind;
    act_.number = frame.number;
    act_.organ = frame.organ;
    act_.date = frame.date;
    act_.title = frame.title;
    act_.amends = frame.amends;
    fill_gaps();
    if (!act_.date) note(0, Severity::warning, "no-date", "the heading has no date (\"z dnia 13 listopada 2023 r.\")");
    if (frame.body.empty() && act_.kind != "obwieszczenie")
      note(0, Severity::error, "no-provisions", "no line begins with \"§ 1\"; no provision of the act was found");
  }

  // What the text does not say of itself, the office may say of it.
  void fill_gaps() {
    const GivenFacts& given = input_.given;
    const auto fill = [](auto& to, const auto& from) {
      if (to == std::remove_cvref_t<decltype(to)>{}) to = from;
    };
    fill(act_.kind, given.kind);
    fill(act_.number, given.number);
    fill(act_.organ, given.organ);
    fill(act_.title, given.title);
    fill(act_.date, given.date);
    act_.in_force = given.in_force;
    act_.id = !act_.number.empty() ? act_.number : act_.kind + (act_.date ? " " + law::to_string(*act_.date) : "");
  }

  // Its act is not at hand: number and days come from "Załącznik do zarządzenia nr …" or from the office.
  void read_regulation_heading(const AnnexPart& regulation) {
    if (const auto act = act_of_regulation(source_, regulation)) {
      act_.number = act->number;
      act_.date = act->date;
    }
    act_.title = regulation.title;
    fill_gaps();
    if (act_.kind.empty()) act_.kind = "regulamin";
    if (act_.id.empty() || act_.id[0] == ' ') act_.id = act_.kind + act_.id;
    if (act_.in_force) {
      act_.in_force_rule = "podane przez urząd";
    } else {
      note(0, Severity::error, "no-heading",
           "no line names an act (Zarządzenie, Uchwała, Rozporządzenie …); if this is the regulation itself, say so in "
           "office.json: \"base\": {\"file\": \"" +
               file_name() +
               "\", \"number\": \"…\", \"date\": \"YYYY-MM-DD\", "
               "\"in_force\": \"YYYY-MM-DD\"}, or put these into a .json file beside it");
    }
    if (act_.number.empty() && !act_.date)
      note(0, Severity::warning, "no-date",
           "neither the text nor office.json gives the number or the date of the act that gave this regulation; acts "
           "that amend it cannot be told to belong to it");
  }
  std::string file_name() const { return input_.file.substr(input_.file.rfind('/') + 1); }

  void read_body() {
    const Slice body = layout_.main.body;
    OutlineOptions options;
    options.opaque = find_quotations(source_, body);
    const Outline outline = read_outline(source_, body, options);
    add_notes(outline.diagnostics);
    law::Document document;
    if (act_.amends) document.act = law::act_key(*act_.amends);
    for (const Node& section : outline.nodes) {
      const std::string text = joined_text(source_, section.text);
      if (speaks_of_entry_into_force(text)) {
        read_in_force(section, text);
      } else if (!repeals_acts(text) && is_amending(source_, section)) {
        read_amending_section(source_, section, document, ledger_, act_);
      } else {
        read_repeals(section);
        act_.provisions.push_back(to_provision(source_, section, ledger_));
      }
    }
    if (!body.empty() && act_.in_force_rule.empty() && !act_.in_force)
      note(body.begin, Severity::error, "no-entry-into-force",
           "no § says when the act enters into force (\"wchodzi w życie z dniem …\"); its amendments cannot be dated");
  }

  // Obwieszczenie o sprostowaniu błędu: mostly one sentence without a §, "… w § 5 zamiast wyrazu „A” powinien być wyraz
  // „B””. It takes effect on its day; what it corrects has been so from the start (consolidate/apply.h).
  bool corrects_errors() const { return act_.title.find("sprostowani") != std::string::npos; }
  void read_correction() {
    act_.in_force = act_.date;
    act_.in_force_rule = "sprostowanie błędu";
    const Slice body = layout_.main.body;
    OutlineOptions options;
    options.opaque = find_quotations(source_, body);
    options.dotted = law::Level::point;
    Outline outline = read_outline(source_, body, options);
    if (outline.before.empty()) return read_body();
    add_notes(outline.diagnostics);
    Node all;
    all.whole = body;
    all.text = outline.before;
    for (const Quotation& quotation : options.opaque)
      if (outline.nodes.empty() || quotation.whole.begin < outline.nodes.front().whole.begin)
        all.quotations.push_back(quotation);
    all.children = std::move(outline.nodes);
    law::Document document;
    read_amending_section(source_, all, document, ledger_, act_);
  }

  // „Traci moc zarządzenie nr …”, „Tracą moc: 1) …; 2) …”, „Uchyla się uchwałę nr …”: ZTP § 40.
  static bool repeals_acts(const std::string& text) {
    for (std::string_view start : {"Uchyla się zarządzeni", "Uchyla się uchwał", "Uchyla się decyzj",
                                   "Traci moc zarządzeni", "Tracą moc zarządzeni", "Traci moc uchwał"})
      if (text.compare(0, start.size(), start) == 0) return true;
    return false;
  }
  void read_repeals(const Node& section) {
    const std::string text = joined_text(source_, section.text);
    if (!repeals_acts(text) && text.find("raci moc") == std::string::npos && text.find("racą moc") == std::string::npos)
      return;
    if (const auto reference = find_act_reference(text)) act_.repeals.push_back(*reference);
    for (const Node& item : section.children)
      if (const auto reference = find_act_reference(joined_text(source_, item.text)))
        act_.repeals.push_back(*reference);
  }

  std::optional<law::Date> promulgated() const {
    const std::string name = file_name();
    for (const std::string& key :
         {act_.number, act_.date ? law::to_string(*act_.date) : std::string(), name, name.substr(0, name.rfind('.'))}) {
      const auto found = input_.promulgated.find(key);
      if (!key.empty() && found != input_.promulgated.end()) return found->second;
    }
    return std::nullopt;
  }

  void read_in_force(const Node& section, const std::string& text) {
    claim_frame(section);
    act_.in_force_rule = text;
    const EntryIntoForce entry = read_entry_into_force(text, act_.date, promulgated());
    act_.in_force = entry.date ? entry.date : input_.given.in_force;
    effect_from_ = entry.effect_from;
    exceptions_ = entry.exceptions;
    if (!entry.understood && !act_.in_force)
      note(section.whole.begin, Severity::error, "entry-into-force-not-understood",
           "the day of entry into force was not understood; its amendments cannot be dated");
    if (entry.needs_promulgation && !act_.in_force)
      note(section.whole.begin, Severity::warning, "promulgation-unknown",
           "the act enters into force by its promulgation, whose day is not in the text; give it in office.json "
           "under \"promulgated\"");
  }
  void claim_frame(const Node& node) {
    for (const Slice& label : node.labels) ledger_.claim(label, law::SpanKind::label);
    ledger_.claim(node.whole, law::SpanKind::frame);
  }

  void date_amendments() {
    for (law::Amendment& amendment : act_.amendments) {
      amendment.effective = effect_from_ ? effect_from_ : act_.in_force;
      for (const DatedPlace& exception : exceptions_)
        if (exception.place.contains(amendment.place)) amendment.effective = exception.date;
    }
  }

  // The regulation in an annex. An annex without provisions (a scheme, a table) is said, and not read.
  void read_annex(const AnnexPart& part, const law::ActRef& act) {
    ledger_.claim(part.heading, law::SpanKind::frame);
    Outline outline = part.numbered ? read_outline(source_, part.body, {}) : read_unnumbered(source_, part.body);
    add_notes(outline.diagnostics);
    if (!part.numbered)
      for (const Slice& outside : outline.before) ledger_.claim(outside, law::SpanKind::frame);
    read_tables(source_, outline.nodes, act_.diagnostics);
    const law::Document document{law::act_key(act), part.name};
    add_changes(take_bracket_notes(source_, outline.nodes, document, ledger_, act_.diagnostics));
    add_changes(read_former_changes(source_, outline.nodes, document));
    law::Annex annex{part.name, part.title, {}};
    for (const Node& node : outline.nodes) annex.provisions.push_back(to_provision(source_, node, ledger_));
    if (annex.provisions.empty()) {
      note(part.heading.begin, Severity::info, "annex-not-read", "this annex holds no provisions and was not read");
      return;
    }
    act_.annexes.push_back(std::move(annex));
  }

  void add_changes(const std::vector<law::FormerChange>& changes) {
    act_.former_changes.insert(act_.former_changes.end(), changes.begin(), changes.end());
  }

  // An announcement of a consolidated text: the act it announces is its first annex.
  void read_consolidated() {
    act_.in_force = act_.date;
    act_.in_force_rule = "ogłoszenie tekstu jednolitego";
    law::ActRef announced;
    for (const AnnexPart& part : layout_.annexes) {
      if (!part.act) {
        read_annex(part, announced);
        continue;
      }
      announced = {part.act->number, part.act->date};
      act_.consolidates = announced;
      ledger_.claim(part.heading, law::SpanKind::frame);
      ledger_.claim(part.act->trailer, law::SpanKind::frame);
      read_announced_act(*part.act);
    }
    if (!act_.consolidates)
      note(0, Severity::error, "no-consolidated-text",
           "the announcement holds no act (\"Załącznik do obwieszczenia …\")");
  }
  void read_announced_act(const Frame& frame) {
    const Outline outline = read_outline(source_, frame.body, {});
    add_notes(outline.diagnostics);
    for (const Node& section : outline.nodes) {
      const std::string text = joined_text(source_, section.text);
      if (speaks_of_entry_into_force(text)) {
        claim_frame(section);
        act_.consolidated_in_force = read_entry_into_force(text, frame.date, std::nullopt).date;
      } else {
        act_.provisions.push_back(to_provision(source_, section, ledger_));
      }
    }
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
  Layout layout_;
  law::Act act_;
  std::optional<law::Date> effect_from_;
  std::vector<DatedPlace> exceptions_;
};

}  // namespace

law::Act parse_act(const ActSource& source) {
  return ActReader(source).run();
}

}  // namespace kto::parse
