#include "searchd/pages/words.h"

namespace kto::pages {

Verdict verdict(const searchd::Answer& answer, law::Date as_of) {
  using searchd::Status;
  Verdict out;
  out.related_headline = "Powiązane zadania";
  out.related_explanation = "Pasują słabiej; to nie są pewne odpowiedzi.";
  switch (answer.status) {
    case Status::answered:
      out.headline = "Tym zajmuje się";
      break;
    case Status::ambiguous:
      out.headline = "Nie da się wskazać jednej komórki";
      out.explanation =
          "Każda z tych komórek może być właściwa. Porównaj brzmienie ich zadań albo wybierz słowo, o które chodzi.";
      out.doubtful = true;
      break;
    case Status::no_answer:
      out.headline = "Nie znaleziono takiego zadania";
      out.explanation = "W znanych aktach żadna komórka nie ma zadania, które odpowiada temu pytaniu.";
      out.related_headline = "Najbliższe zadania";
      out.related_explanation = "Żadne z nich nie jest odpowiedzią: pasują tylko pojedyncze słowa.";
      break;
    case Status::out_of_coverage:
      out.headline = "Na dzień " + law::to_polish(as_of) + " przepisy nie są znane";
      out.explanation = "To nie znaczy, że nikt się tym nie zajmował: nie ma tekstu, z którego można to odczytać.";
      break;
  }
  return out;
}

std::string role_words(law::Role role) {
  switch (role) {
    case law::Role::owner:
      return "";
    case law::Role::supervises:
      return "nadzór";
    case law::Role::cooperates:
      return "współpraca";
    case law::Role::gives_opinion:
      return "opiniowanie";
    case law::Role::supports:
      return "wsparcie";
  }
  return "";
}

std::string span(const law::Validity& validity) {
  const std::string from = law::to_polish(validity.from);
  if (!validity.to) return "od " + from;
  return from + "–" + law::to_polish(*validity.to - std::chrono::days{1});
}

std::string polish_plural(std::size_t count, const char* one, const char* few, const char* many) {
  const auto units = count % 10, tens = count % 100;
  const bool is_few = units >= 2 && units <= 4 && !(tens >= 12 && tens <= 14);
  return count == 1 ? one : is_few ? few : many;
}

std::string tasks_counted(std::size_t count) {
  return std::to_string(count) + polish_plural(count, " zadanie", " zadania", " zadań");
}

std::string act_words(const law::ActSummary& act) {
  const std::string kind = act.kind.empty() ? "akt" : act.kind;
  return act.number.empty() ? kind + (act.date ? " z " + law::to_polish(*act.date) : "") : kind + " " + act.number;
}

std::string certainty_words(law::Certainty certainty) {
  constexpr const char* kWords[] = {"na pewno", "prawdopodobnie", "być może"};
  return kWords[static_cast<std::size_t>(certainty)];
}

std::string upcoming_words(const searchd::Upcoming& upcoming) {
  return "Od " + law::to_polish(upcoming.from) +
         (upcoming.ends ? " ten punkt przestaje obowiązywać" : " ten punkt ma inne brzmienie") +
         (upcoming.act.empty() ? "." : " [" + upcoming.act + "].");
}

}  // namespace kto::pages
