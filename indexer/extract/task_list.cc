#include "indexer/extract/task_list.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/text/normalize.h"

namespace kto::extract {
namespace {

constexpr auto npos = std::string_view::npos;

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

bool ends(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

struct RoleStem {
  std::string_view stem;
  law::Role role;
};
constexpr std::array<RoleStem, 10> kRoleStems{{{"nadzor", law::Role::supervises},
                                               {"nadzór", law::Role::supervises},
                                               {"współprac", law::Role::cooperates},
                                               {"współdziała", law::Role::cooperates},
                                               {"współuczestnic", law::Role::cooperates},
                                               {"uczestnic", law::Role::cooperates},
                                               {"udział", law::Role::cooperates},
                                               {"opiniowani", law::Role::gives_opinion},
                                               {"opini", law::Role::gives_opinion},
                                               {"wspomagani", law::Role::supports}}};

// Words that carry the noun after them: "sprawowania nadzoru", "prowadzenia bieżącego nadzoru", "związane z nadzorem".
bool carries(std::string_view word) {
  for (std::string_view stem : {"sprawowani", "prowadzeni", "pełnieni", "wykonywani", "związan", "wydawani"})
    if (word.starts_with(stem)) return true;
  if (word == "z" || word == "ze") return true;
  for (std::string_view ending : {"ego", "ej", "ych", "ich", "im", "ym"})
    if (ends(word, ending)) return true;
  return false;
}

std::vector<std::string> words_of(std::string_view text, std::size_t most) {
  std::vector<std::string> out;
  const std::string lower = text::lower(text);
  for (std::size_t at = 0; at < lower.size() && out.size() < most;) {
    const std::size_t end = std::min(lower.find_first_of(" ,;.", at), lower.size());
    if (end > at) out.push_back(lower.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return std::string(text);
}

TaskHeading heading_of(std::string_view subject, bool genitive) {
  TaskHeading out;
  out.genitive = genitive;
  const std::size_t open = subject.find('('), close = subject.find(')', open == npos ? 0 : open);
  if (open != npos && close != npos) out.code = subject.substr(open + 1, close - open - 1);
  out.subject = trimmed(subject.substr(0, open));
  return out;
}

// The first verb of the list in the text, as its place and what follows.
struct FoundVerb {
  std::size_t at = npos, end = npos;
};
FoundVerb find_verb(std::string_view text, std::initializer_list<std::string_view> verbs) {
  FoundVerb best;
  for (std::string_view verb : verbs) {
    const std::size_t at = text.find(verb);
    if (at < best.at) best = {at, at + verb.size()};
  }
  return best;
}

// „Do zadań X należy …:”, „Do podstawowych zadań X należy …:”, „Do zakresu działania X należy …:”, „Do stanowiska ds. …
// należy:”
std::optional<TaskHeading> with_belongs(std::string_view text) {
  if (!text.starts_with("Do ")) return std::nullopt;
  const FoundVerb verb = find_verb(text, {" należy", " należą"});
  if (verb.at == npos) return std::nullopt;
  std::string_view subject = text.substr(3, verb.at - 3);
  bool common = false;
  // Words before whose tasks they are; what is left is the subject.
  for (bool again = true; again;) {
    again = false;
    for (std::string_view word : {"wspólnych ", "podstawowych ", "głównych ", "szczegółowych ", "zadań ", "wyłącznych ",
                                  "zakresu zadań ", "zakresu działania ", "zakresu działalności ", "zakresu czynności ",
                                  "kompetencji ", "obowiązków ", "właściwości ", "i ", "oraz ", "wszystkich "}) {
      if (!subject.starts_with(word)) continue;
      common = common || word == "wspólnych " || word == "wszystkich ";
      subject.remove_prefix(word.size());
      again = true;
    }
  }
  TaskHeading out = heading_of(subject, true);
  // „Do zadań kierowników referatów”, „Do zadań referatów”: nobody in particular.
  const std::string_view first = first_word(out.subject);
  for (std::string_view plural :
       {"referatów", "wydziałów", "komórek", "kierowników", "stanowisk", "pracowników", "dyrektorów"})
    common = common || text::lower(first) == plural;
  out.common = common;
  return out;
}

// „Zakres działania X obejmuje:”, „Podstawowym zadaniem X jest:”, „Zadania X:”
std::optional<TaskHeading> with_comprises(std::string_view text) {
  for (std::string_view start :
       {"Zakres działania ", "Zakres zadań ", "Zakres czynności ", "Przedmiotem działania ", "Podstawowym zadaniem ",
        "Podstawowymi zadaniami ", "Głównym zadaniem ", "Zadaniem ", "Zadaniami ", "Podstawowe zadania ", "Zadania "}) {
    if (!text.starts_with(start)) continue;
    const FoundVerb verb = find_verb(text, {" obejmuje", " obejmują", " to:", " to ", " jest", " są", ":"});
    if (verb.at != npos && verb.at > start.size())
      return heading_of(text.substr(start.size(), verb.at - start.size()), true);
  }
  return std::nullopt;
}

// „X realizuje w szczególności zadania z zakresu:”, „X prowadzi sprawy z zakresu:”, „X odpowiada za:”
std::optional<TaskHeading> with_verb(std::string_view text) {
  const FoundVerb verb = find_verb(
      text, {" realizuje ", " realizują ", " wykonuje ", " wykonują ", " prowadzi ", " prowadzą ", " załatwia ",
             " zajmuje się", " odpowiada za", " jest odpowiedzialny za", " jest odpowiedzialne za", " zapewnia "});
  if (verb.at == npos) return std::nullopt;
  const std::string_view rest = text.substr(verb.end), word = text.substr(verb.at + 1, verb.end - verb.at - 1);
  const bool responsible = word.starts_with("odpowiada") || word.starts_with("zajmuje") || word.starts_with("jest ") ||
                           (word.starts_with("zapewnia") && rest.find("szczególności") != npos);
  if (!responsible && rest.find("zada") == npos && rest.find("spraw") == npos && rest.find("czynności") == npos)
    return std::nullopt;
  return heading_of(text.substr(0, verb.at), false);
}

}  // namespace

std::optional<TaskHeading> read_task_heading(std::string_view text) {
  if (text.empty() || text.back() != ':') return std::nullopt;
  if (auto heading = with_belongs(text)) return heading;
  if (auto heading = with_comprises(text)) return heading;
  return with_verb(text);
}

bool groups_tasks(std::string_view text) {
  const std::string lower = text::lower(text);
  return !lower.empty() && lower.back() == ':' && (lower.starts_with("w zakresie ") || lower.starts_with("z zakresu "));
}

std::optional<std::string> head_post(std::string_view subject) {
  const std::string lower = text::lower(subject);
  const std::string_view post = first_word(lower);
  // "Kierownik referatu", not "Kierownik Referatu Kadr": the latter names its unit.
  const std::string_view rest = std::string_view(lower).substr(post.size());
  bool of_its_unit = rest.empty();
  for (std::string_view of : {" referatu", " wydziału", " biura", " oddziału", " zespołu", " departamentu", " działu"})
    of_its_unit = of_its_unit || rest == of;
  if (!of_its_unit) return std::nullopt;
  for (std::string_view name : {"kierownik", "dyrektor", "naczelnik"})
    if (post == name || post == std::string(name) + "a") return std::string(name);
  return std::nullopt;
}

bool is_kind_only(std::string_view subject) {
  const std::string lower = text::lower(subject);
  for (std::string_view kind :
       {"wydział", "referat", "oddział", "departament", "dział", "zespół", "biuro", "stanowisko"})
    if (lower == kind) return true;
  for (std::string_view kind :
       {"wydziału", "referatu", "oddziału", "departamentu", "działu", "zespołu", "biura", "stanowiska"})
    if (lower == kind) return true;
  return false;
}

law::Role role_of(std::string_view task) {
  // A role stands at the start; further on the words speak of the object ("dokumentowania nadzoru").
  const auto words = words_of(task, 5);
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const RoleStem& entry : kRoleStems)
      if (words[i].starts_with(entry.stem)) return entry.role;
    const bool helps = words[i] == "pomocy" || words[i] == "pomoc";
    // "pomocy w obsłudze zgłoszeń" helps another holder; "pomocy użytkownikom" is help itself.
    if (helps && i + 1 < words.size() && (words[i + 1] == "w" || words[i + 1] == "przy")) return law::Role::supports;
    if (!carries(words[i])) break;
  }
  return law::Role::owner;
}

}  // namespace kto::extract
