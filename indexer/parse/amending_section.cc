#include "indexer/parse/amending_section.h"

#include <algorithm>

#include "indexer/parse/command.h"
#include "indexer/parse/frame.h"
#include "indexer/parse/payload.h"
#include "indexer/parse/token.h"
#include "indexer/parse/wording.h"

namespace kto::parse {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_word(const Token& token, std::string_view stem) {
  return token.kind == TokenKind::word && token.text.compare(0, stem.size(), stem) == 0;
}

bool names_kind(const Token& token) {
  for (std::string_view stem : {"zarządzeni", "uchwal", "uchwał", "rozporządzeni", "ustaw", "regulamin", "statu",
                                "załącznik", "decyzj", "obwieszczeni", "schema"})
    if (is_word(token, stem)) return true;
  return false;
}

bool names_document(const std::vector<Token>& tokens, std::size_t at) {
  return at + 1 < tokens.size() && (tokens[at].text == "w" || tokens[at].text == "we") && names_kind(tokens[at + 1]);
}

// „W § 12 Regulaminu Organizacyjnego, stanowiącego załącznik do zarządzenia nr 5/2019, …”: where the document is named
// behind the citation; nullopt when only "§ 12 Regulaminu" is said.
std::optional<std::size_t> named_behind_citation(const std::vector<Token>& tokens) {
  std::size_t at = 0;
  const auto in_citation = [](const Token& token) {
    return token.kind == TokenKind::level || token.kind == TokenKind::number || token.kind == TokenKind::comma ||
           token.text == "w" || token.text == "i";
  };
  while (at < tokens.size() && in_citation(tokens[at])) ++at;
  if (at == 0 || at + 1 >= tokens.size() || !names_kind(tokens[at])) return std::nullopt;
  for (std::size_t i = at + 1; i < tokens.size() && i < at + 25; ++i) {
    if (tokens[i].kind == TokenKind::level || tokens[i].kind == TokenKind::quotation) return std::nullopt;
    if (tokens[i].text == "nr" || (tokens[i].text == "z" && i + 1 < tokens.size() && tokens[i + 1].text == "dnia"))
      return at;
  }
  return std::nullopt;
}

// „W zarządzeniu nr 78 …”, „W Regulaminie … stanowiącym załącznik do …”. In an announcement of errors anywhere: „…
// obwieszcza się, że w zarządzeniu nr 78 …”.
std::optional<std::size_t> find_naming(const std::vector<Token>& tokens, bool anywhere) {
  if (names_document(tokens, 0)) return 0;
  if (const auto at = named_behind_citation(tokens)) return at;
  if (anywhere)
    for (std::size_t at = 0; at < tokens.size(); ++at)
      if (names_document(tokens, at)) return at;
  return std::nullopt;
}

// Where the naming sentence ends and the first command begins: at the first citation outside brackets.
std::size_t command_begin(const std::vector<Token>& tokens, std::size_t from, bool below_citation) {
  int brackets = 0;
  for (std::size_t i = from; i + 1 < tokens.size(); ++i) {
    if (tokens[i].text == "(") ++brackets;
    if (tokens[i].text == ")" && brackets > 0) --brackets;
    if (brackets > 0) continue;
    if (is_word(tokens[i], "wprowadza") || is_word(tokens[i], "dokonuje")) return tokens.size();
    const bool preposition = is_word(tokens[i], "w") || is_word(tokens[i], "po") || is_word(tokens[i], "do");
    const bool short_word = tokens[i].text.size() <= 2;
    const bool to_section = tokens[i + 1].kind == TokenKind::level && tokens[i + 1].level <= law::Level::section;
    if (preposition && short_word && to_section) return i;
    const bool below =
        below_citation && (tokens[i].kind == TokenKind::level || tokens[i].kind == TokenKind::quotation ||
                           is_word(tokens[i], "otrzymuj") || is_word(tokens[i], "wyraz"));
    if (below) return i;
    const bool verb = is_word(tokens[i], "dodaje") || is_word(tokens[i], "uchyla") || is_word(tokens[i], "skreśla");
    if (verb || (tokens[i].kind == TokenKind::level && tokens[i].level <= law::Level::section)) return i;
  }
  return tokens.size();
}

// „… wprowadza się następujące zmiany:” ends with its colon; words after it are no part of it.
std::size_t naming_end(const std::vector<Token>& tokens, std::size_t whole_end) {
  std::size_t end = whole_end;
  for (std::size_t i = tokens.size(); i > 0; --i)
    if (tokens[i - 1].kind == TokenKind::colon) end = tokens[i - 1].where.end;
  return end;
}

class SectionReader {
 public:
  SectionReader(const Source& source, law::Document& document, Ledger& ledger, law::Act& act)
      : source_(source),
        document_(document),
        ledger_(ledger),
        act_(act),
        correction_(act.title.find("sprostowani") != npos) {}

  void read(const Node& section) {
    const auto tokens = in_ruled_words(command_tokens(source_, section));
    std::vector<Token> commanded = tokens;
    std::size_t begin = 0;
    if (const auto naming = find_naming(tokens, correction_)) {
      name_document(joined_text(source_, section.text));
      const bool below_citation = *naming > 0 && !correction_;
      begin = command_begin(tokens, *naming, below_citation);
      const std::size_t end = begin < tokens.size() ? tokens[begin].where.begin : naming_end(tokens, section.whole.end);
      for (const Slice& words : section.text)
        ledger_.claim({words.begin, std::min(words.end, end)}, law::SpanKind::frame);
      // The citation before the name goes on behind it.
      const auto cut = below_citation ? static_cast<std::ptrdiff_t>(*naming) : 0;
      commanded.erase(commanded.begin() + cut, commanded.begin() + static_cast<std::ptrdiff_t>(begin));
    }
    Node commands = section;
    if (begin == tokens.size()) skip_earlier_amendments(commands);
    const law::Citation place = section.labels.empty() ? law::Citation() : law::Citation({section.step});
    visit(commands, place, {}, commanded);
  }

 private:
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

  void name_document(const std::string& sentence) {
    const auto reference = find_act_reference(sentence);
    const std::string annex = find_annex_name(sentence);
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
