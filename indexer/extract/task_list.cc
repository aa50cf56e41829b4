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

bool begins(std::string_view word, std::string_view stem) {
  return word.substr(0, stem.size()) == stem;
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
    if (begins(word, stem)) return true;
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

}  // namespace

std::optional<std::string> task_list_subject(std::string_view text) {
  for (std::string_view verb : {" realizuje ", " realizują ", " wykonuje ", " wykonują ", " prowadzi ", " prowadzą "}) {
    const std::size_t at = text.find(verb);
    if (at == npos || text.find("zada", at) == npos) continue;
    if (text.empty() || text.back() != ':') continue;
    return std::string(text.substr(0, at));
  }
  return std::nullopt;
}

std::optional<std::string> head_post(std::string_view subject) {
  const std::string lower = text::lower(subject);
  const std::string_view post = first_word(lower);
  if (post != "kierownik" && post != "dyrektor" && post != "naczelnik") return std::nullopt;
  // "Kierownik referatu", not "Kierownik Referatu Kadr": the latter names its unit.
  const std::string_view rest = std::string_view(lower).substr(post.size());
  for (std::string_view of :
       {"", " referatu", " wydziału", " biura", " oddziału", " zespołu", " departamentu", " działu"})
    if (rest == of) return std::string(post);
  return std::nullopt;
}

law::Role role_of(std::string_view task) {
  // A role stands at the start; further on the words speak of the object ("dokumentowania nadzoru").
  const auto words = words_of(task, 5);
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const RoleStem& entry : kRoleStems)
      if (begins(words[i], entry.stem)) return entry.role;
    const bool helps = words[i] == "pomocy" || words[i] == "pomoc";
    // "pomocy w obsłudze zgłoszeń" helps another holder; "pomocy użytkownikom" is help itself.
    if (helps && i + 1 < words.size() && (words[i + 1] == "w" || words[i + 1] == "przy")) return law::Role::supports;
    if (!carries(words[i])) break;
  }
  return law::Role::owner;
}

}  // namespace kto::extract
