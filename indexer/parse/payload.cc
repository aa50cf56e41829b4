#include "indexer/parse/payload.h"

#include <algorithm>

#include "indexer/parse/outline.h"

namespace kto::parse {
namespace {

using law::Severity;

class PayloadBuilder {
 public:
  PayloadBuilder(const Source& source, const Quotation& quotation, const std::vector<law::Target>& targets,
                 Ledger& ledger, std::vector<law::Diagnostic>& diagnostics)
      : source_(source), quotation_(quotation), targets_(targets), ledger_(ledger), diagnostics_(diagnostics) {}

  Payload run() {
    ledger_.claim({quotation_.whole.begin, quotation_.inside.begin}, law::SpanKind::label);
    ledger_.claim({quotation_.inside.end, quotation_.whole.end}, law::SpanKind::label);
    if (!quotation_.closed)
      note(quotation_.whole.begin, Severity::warning, "quotation-not-closed",
           "the closing quotation mark is missing; the text was read up to the end of the act; add the mark");
    const bool parts = std::any_of(targets_.begin(), targets_.end(),
                                   [](const law::Target& target) { return target.part != law::Part::whole; });
    return parts ? words() : provisions();
  }

 private:
  void note(std::size_t at, Severity severity, std::string code, std::string message) {
    diagnostics_.push_back(source_.diagnostic(at, severity, std::move(code), std::move(message)));
  }

  // Introductions and sentences are quoted without a label.
  Payload words() {
    Payload out;
    std::vector<Slice> slices;
    for (const Line& line : source_.lines()) {
      const Slice part{std::max(line.text.begin, quotation_.inside.begin),
                       std::min(line.text.end, quotation_.inside.end)};
      if (!part.empty()) slices.push_back(part);
    }
    for (const Slice& slice : slices) ledger_.claim(slice, law::SpanKind::provision);
    out.text = joined_text(source_, slices);
    return out;
  }

  Payload provisions() {
    OutlineOptions options;
    const bool points = !targets_.empty() && targets_.front().citation.back().level == law::Level::point;
    if (points) options.dotted = law::Level::point;
    Outline outline = read_outline(source_, quotation_.inside, options);
    diagnostics_.insert(diagnostics_.end(), outline.diagnostics.begin(), outline.diagnostics.end());
    number_indents(outline.nodes);
    Payload out;
    if (!outline.before.empty()) out.provisions.push_back(unlabelled(outline));
    if (out.provisions.empty())
      for (const Node& node : outline.nodes) out.provisions.push_back(to_provision(source_, node, ledger_));
    check(out);
    return out;
  }

  // A tiret bears no number: in a quotation it is the one the command names.
  void number_indents(std::vector<Node>& nodes) const {
    for (std::size_t i = 0; i < nodes.size() && i < targets_.size(); ++i)
      if (nodes[i].step.level >= law::Level::indent) nodes[i].step = targets_[i].citation.back();
  }

  // „dodaje się ust. 6 w brzmieniu: „Skład osobowy …””: the number was left out. With one target it is plain whose text
  // it is.
  law::Provision unlabelled(const Outline& outline) {
    Node node;
    node.step = targets_.empty() ? law::Step{} : targets_.front().citation.back();
    node.text = outline.before;
    node.whole = quotation_.inside;
    node.children = outline.nodes;
    note(quotation_.inside.begin, targets_.size() == 1 ? Severity::info : Severity::warning, "label-missing",
         "the quoted text does not begin with a number; it was read as " +
             (targets_.empty() ? std::string("unnumbered") : law::to_string(targets_.front().citation)));
    return to_provision(source_, node, ledger_);
  }

  void check(const Payload& payload) {
    for (const law::Target& target : targets_) {
      const law::Step& step = target.citation.back();
      const bool found = std::any_of(payload.provisions.begin(), payload.provisions.end(),
                                     [&](const law::Provision& p) { return p.step == step; });
      if (!found)
        note(quotation_.inside.begin, Severity::warning, "quotation-incomplete",
             "the command names " + law::to_string(target.citation) + ", but the quoted text does not hold it");
    }
    const bool chapter = !targets_.empty() && targets_.front().citation.back().level <= law::Level::chapter;
    for (const law::Provision& provision : payload.provisions) {
      const bool named = chapter || std::any_of(targets_.begin(), targets_.end(), [&](const law::Target& target) {
                           return target.citation.back() == provision.step;
                         });
      if (!named)
        note(quotation_.inside.begin, Severity::warning, "quotation-exceeds",
             "the quoted text holds " + law::to_string(law::Citation({provision.step})) +
                 ", which the command does not name; it was left out");
    }
  }

  const Source& source_;
  const Quotation& quotation_;
  const std::vector<law::Target>& targets_;
  Ledger& ledger_;
  std::vector<law::Diagnostic>& diagnostics_;
};

}  // namespace

Payload read_payload(const Source& source, const Quotation& quotation, const std::vector<law::Target>& targets,
                     Ledger& ledger, std::vector<law::Diagnostic>& diagnostics) {
  return PayloadBuilder(source, quotation, targets, ledger, diagnostics).run();
}

}  // namespace kto::parse
