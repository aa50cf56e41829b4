#include "indexer/parse/amending_section.h"

#include <algorithm>

#include "indexer/parse/command.h"
#include "indexer/parse/frame.h"
#include "indexer/parse/naming.h"
#include "indexer/parse/payload.h"
#include "indexer/parse/token.h"
#include "indexer/parse/wording.h"

namespace kto::parse {
namespace {

constexpr auto npos = std::string_view::npos;

class SectionReader {
 public:
  SectionReader(const Source& source, law::Document& document, Ledger& ledger, law::Act& act)
      : source_(source),
        document_(document),
        ledger_(ledger),
        act_(act),
        correction_(act.title.find("sprostowani") != npos) {}

  void read(const Node& section) {
    const law::Citation place = section.labels.empty() ? law::Citation() : law::Citation({section.step});
    // „§ 1. 1. W Regulaminie … wprowadza się zmiany: … 2. Pozostałe postanowienia nie ulegają zmianie.”
    if (section.text.empty() && !section.children.empty() &&
        section.children.front().step.level == law::Level::paragraph) {
      for (const Slice& label : section.labels) ledger_.claim(label, law::SpanKind::label);
      for (const Node& paragraph : section.children) read_paragraph(section, paragraph, place);
      return;
    }
    read_named(section, place);
  }

 private:
  void read_paragraph(const Node& section, const Node& paragraph, const law::Citation& place) {
    if (is_amending(source_, paragraph)) return read_named(paragraph, place.child(paragraph.step));
    law::Provision provision;
    provision.step = section.step;
    provision.lines = source_.line_numbers(paragraph.whole);
    provision.children.push_back(to_provision(source_, paragraph, ledger_));
    act_.provisions.push_back(std::move(provision));
  }

  // The words that name the document, if they are there, and the commands behind them.
  void read_named(const Node& node, const law::Citation& place) {
    std::vector<Token> tokens = in_ruled_words(command_tokens(source_, node));
    Node commands = node;
    if (const auto naming = find_naming(tokens, correction_)) {
      name_document(joined_text(source_, node.text), tokens, *naming);
      for (const Slice& words : node.text)
        ledger_.claim({words.begin, std::min(words.end, std::max(words.begin, naming->end_byte))},
                      law::SpanKind::frame);
      if (naming->end == tokens.size()) skip_earlier_amendments(commands);
      // A citation before the name goes on behind it.
      const std::size_t kept = naming->below_citation ? naming->begin : 0;
      tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(kept),
                   tokens.begin() + static_cast<std::ptrdiff_t>(naming->end));
    }
    visit(commands, place, {}, tokens);
  }

  // „… zmienionym zarządzeniami: a) nr 48/2020 …, b) nr 7/2021 … – wprowadza się następujące zmiany:”: the list names
  // earlier acts and commands nothing.
  void skip_earlier_amendments(Node& section) {
    if (section.closing.empty()) return;
    const auto claim = [&](const Node& item) {
      for (const Slice& label : item.labels) ledger_.claim(label, law::SpanKind::label);
      ledger_.claim(item.whole, law::SpanKind::frame);
      return item.step.level == law::Level::letter;
    };
    while (!section.children.empty() && section.children.front().step.level == law::Level::letter &&
           claim(section.children.front()))
      section.children.erase(section.children.begin());
    for (const Slice& words : section.closing) ledger_.claim(words, law::SpanKind::frame);
  }

  void name_document(const std::string& sentence, const std::vector<Token>& tokens, const Naming& naming) {
    const auto reference = find_act_reference(sentence);
    std::string annex = find_annex_name(sentence);
    // „W Regulaminie … wprowadzonym zarządzeniem nr 5/2020”: given by an act, so its annex.
    if (annex.empty() && names_regulation(tokens, naming)) annex = "załącznik";
    if (reference && !act_.amends) act_.amends = reference;
    // „W Regulaminie, o którym mowa w § 1”: the one named before.
    if (reference) {
      document_ = {law::act_key(*reference), annex};
    } else if (!annex.empty() || document_.act.empty()) {
      document_.annex = annex;
    }
  }

  void visit(const Node& node, const law::Citation& place, const law::Citation& context,
             std::span<const Token> tokens) {
    for (const Slice& label : node.labels) ledger_.claim(label, law::SpanKind::label);
    const law::Document outer = document_;
    const std::size_t first_diagnostic = act_.diagnostics.size();
    const Command command =
        read_command(source_, tokens, context, [&](const Quotation& quotation, const auto& targets) {
          return read_payload(source_, quotation, targets, ledger_, act_.diagnostics);
        });
    if (command.annex) document_.annex = *command.annex;
    if (!report(command, node, first_diagnostic)) return;
    if (!tokens.empty())
      for (const Slice& words : node.text) ledger_.claim(words, law::SpanKind::operation);
    // New provisions have claimed their quotations by now; what is left are quoted words.
    for (const Quotation& quotation : node.quotations) ledger_.claim(quotation.whole, law::SpanKind::operation);
    add(command, node, place);
    for (const Node& child : node.children) {
      const auto child_tokens = in_ruled_words(command_tokens(source_, child));
      visit(child, place.child(child.step), command.context, child_tokens);
    }
    document_ = command.changes.empty() && !node.children.empty() ? outer : document_;
  }

  // False when the sentence was not understood: then nothing below it can be either.
  bool report(const Command& command, const Node& node, std::size_t first_diagnostic) {
    for (const Fault& fault : command.faults) {
      if (fault.fatal) {
        act_.diagnostics.resize(first_diagnostic);
        ledger_.claim(node.whole, law::SpanKind::diagnostic);
      }
      act_.diagnostics.push_back(source_.diagnostic(
          fault.at, fault.fatal ? law::Severity::error : law::Severity::warning, fault.code, fault.message));
      if (fault.fatal) return false;
    }
    if (command.changes.empty() && node.children.empty()) {
      act_.diagnostics.push_back(source_.diagnostic(node.whole.begin, law::Severity::error, "not-understood",
                                                    "this item commands nothing and has no items below it"));
      ledger_.claim(node.whole, law::SpanKind::diagnostic);
      return false;
    }
    return true;
  }

  void add(const Command& command, const Node& node, const law::Citation& place) {
    for (const law::Change& change : command.changes)
      act_.amendments.push_back(
          {document_, place, source_.line_numbers(node.whole), std::nullopt, change, correction_});
  }

  const Source& source_;
  law::Document& document_;
  Ledger& ledger_;
  law::Act& act_;
  bool correction_;
};

bool commands(const Source& source, const Node& node) {
  return holds_command(in_ruled_words(command_tokens(source, node))) ||
         std::any_of(node.children.begin(), node.children.end(),
                     [&](const Node& child) { return commands(source, child); });
}

}  // namespace

bool is_amending(const Source& source, const Node& section) {
  return commands(source, section);
}

void read_amending_section(const Source& source, const Node& section, law::Document& document, Ledger& ledger,
                           law::Act& act) {
  SectionReader(source, document, ledger, act).read(section);
}

}  // namespace kto::parse
