#include "indexer/corpus/office_law.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "indexer/law/amendment_text.h"
#include "indexer/law/error.h"
#include "indexer/text/dictionary.h"
#include "indexer/text/inflection.h"

namespace kto::corpus {
namespace {

std::string line(const std::string& text, unsigned number) {
  std::size_t begin = 0;
  while (--number > 0 && begin != std::string::npos) begin = text.find('\n', begin) + 1;
  return text.substr(begin, text.find('\n', begin) - begin);
}

// A text with one of these faults cannot be used as an act at all.
constexpr std::array<std::string_view, 4> kFatal{"no-heading", "no-provisions", "no-entry-into-force",
                                                 "entry-into-force-not-understood"};

// What intake has to say of a file belongs to its act: of the file itself, or of one inside the folder of the act.
void add_intake(const OfficeSource& source, law::Act& act) {
  for (const law::Diagnostic& diagnostic : source.intake)
    if (diagnostic.file == act.file || diagnostic.file.compare(0, act.file.size() + 1, act.file + "/") == 0)
      act.diagnostics.push_back(diagnostic);
}

void refuse_unusable(const law::Act& act) {
  for (const law::Diagnostic& diagnostic : act.diagnostics) {
    if (std::find(kFatal.begin(), kFatal.end(), diagnostic.code) == kFatal.end()) continue;
    const std::string line = diagnostic.line > 0 ? ":" + std::to_string(diagnostic.line) : "";
    throw law::Error(diagnostic.code, act.file + line + ": " + diagnostic.message,
                     "mend the text or take the file out of the folder of acts; nothing was written");
  }
}

// Consolidation knows the line of an operation, but not its words: they are put in here for the caret.
void quote_lines(const OfficeSource& source, std::vector<law::Diagnostic>& diagnostics) {
  std::map<std::string_view, const parse::ActSource*> acts;
  for (const parse::ActSource& act : source.acts) acts.emplace(act.file, &act);
  for (law::Diagnostic& diagnostic : diagnostics) {
    const auto act = acts.find(diagnostic.file);
    if (act != acts.end() && diagnostic.source.empty() && diagnostic.line > 0)
      diagnostic.source = line(act->second->text, diagnostic.line);
  }
}

bool changes_forms(const law::Amendment& amendment) {
  const auto* replace = std::get_if<law::ReplaceWords>(&amendment.change);
  const auto* erase = std::get_if<law::DeleteWords>(&amendment.change);
  return (replace != nullptr && replace->all_forms) || (erase != nullptr && erase->all_forms);
}

// The dictionary is opened only for acts that change words in every number and case. Without it they are not applied,
// which is said, rather than that nothing is read at all.
law::Inflection inflection_for(const std::vector<law::Act>& acts) {
  const bool needed = std::any_of(acts.begin(), acts.end(), [](const law::Act& act) {
    return std::any_of(act.amendments.begin(), act.amendments.end(), changes_forms);
  });
  if (!needed) return {};
  try {
    const auto dictionary = text::Dictionary::open(text::default_dictionary_path());
    return {[dictionary](std::string_view form, std::string_view word) {
              return text::is_form_of(*dictionary, form, word);
            },
            [dictionary](std::string_view form, std::string_view from, std::string_view to) {
              return text::transfer_form(*dictionary, form, from, to);
            }};
  } catch (const text::DictionaryError&) {
    return {};
  }
}

}  // namespace

OfficeLaw read_law(const OfficeSource& source) {
  OfficeLaw out{source.id, source.name, source.example, source.details, {}, {}, {}, {}};
  for (const parse::ActSource& act : source.acts) {
    out.acts.push_back(parse::parse_act(act));
    add_intake(source, out.acts.back());
    out.texts.emplace(out.acts.back().id, act.text);
    refuse_unusable(out.acts.back());
  }
  std::stable_sort(out.acts.begin(), out.acts.end(), [](const law::Act& a, const law::Act& b) {
    const auto rank = [](const law::Act& act) {
      return std::tuple(act.in_force.value_or(law::Date::max()), act.date.value_or(law::Date::max()));
    };
    return rank(a) < rank(b);
  });
  out.timeline = consolidate::consolidate(out.acts, out.id, inflection_for(out.acts));
  out.extraction = extract::extract(out.timeline.versions);
  quote_lines(source, out.timeline.diagnostics);
  quote_lines(source, out.extraction.diagnostics);
  return out;
}

namespace {

law::Operation operation_of(const law::Act& act, const consolidate::Outcome& outcome) {
  const law::Amendment& amendment = act.amendments[outcome.index];
  law::Wording wording = law::wording_of(amendment.change);
  return {.act = act.id,
          .place = law::to_string(amendment.place),
          .kind = std::string(law::kind(amendment.change)),
          .document = amendment.document,
          .targets = law::targets(amendment.change),
          .anchor = law::anchor_of(amendment.change),
          .effective = amendment.effective,
          .lines = amendment.lines,
          .old_text = std::move(wording.old_text),
          .new_text = std::move(wording.new_text),
          .applied = outcome.applied,
          .note = outcome.note};
}

law::ActSummary summary_of(const law::Act& act) {
  return {.id = act.id,
          .number = act.number,
          .kind = act.kind,
          .organ = act.organ,
          .title = act.title,
          .file = act.file,
          .date = act.date,
          .in_force = act.in_force,
          .in_force_rule = act.in_force_rule,
          .amends = act.amends,
          .repeals = act.repeals};
}

}  // namespace

law::Catalogue to_catalogue(const OfficeLaw& law) {
  law::Catalogue out;
  out.office = law.id;
  out.office_name = law.name;
  out.example = law.example;
  out.details = law.details;
  out.texts = law.texts;
  std::map<std::string_view, std::size_t> numbers;  // of acts, by id
  for (const law::Act& act : law.acts) {
    numbers.emplace(act.id, out.acts.size());
    out.acts.push_back(summary_of(act));
  }
  for (const consolidate::Outcome& outcome : law.timeline.outcomes) {
    const std::size_t number = numbers.at(outcome.act);
    ++out.acts[number].operations;
    if (!outcome.applied) ++out.acts[number].not_applied;
    // Two acts of one name are told apart by nobody: what the second commands is counted, not shown under the first.
    if (outcome.index < law.acts[number].amendments.size())
      out.operations.push_back(operation_of(law.acts[number], outcome));
  }
  out.provisions = law.timeline.versions;
  out.units = law.extraction.units;
  out.tasks = law.extraction.tasks;
  for (const consolidate::UnknownEnd& end : law.timeline.unknown_ends)
    out.unknown_ends.push_back({end.document, end.citation, end.ended_on, end.ended_by, end.repealed});
  return out;
}

std::vector<law::Diagnostic> diagnostics(const OfficeLaw& law) {
  std::vector<law::Diagnostic> out;
  for (const law::Act& act : law.acts) out.insert(out.end(), act.diagnostics.begin(), act.diagnostics.end());
  const auto& consolidation = law.timeline.diagnostics;
  out.insert(out.end(), consolidation.begin(), consolidation.end());
  out.insert(out.end(), law.extraction.diagnostics.begin(), law.extraction.diagnostics.end());
  std::stable_sort(out.begin(), out.end(), [](const law::Diagnostic& a, const law::Diagnostic& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  return out;
}

}  // namespace kto::corpus
