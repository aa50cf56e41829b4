// Any bytes are an act to the parser: nothing is lost, and whatever it commands leaves timelines whole.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "indexer/consolidate/timeline.h"
#include "indexer/extract/extract.h"
#include "indexer/parse/act.h"
#include "indexer/text/normalize.h"

namespace {

using namespace kto;

// A regulation for the act to change, so that its operations are applied and not only read.
const char* kBase = R"(Zarządzenie nr 9/2019
Burmistrza Miasta
z dnia 3 marca 2019 r.
w sprawie nadania Regulaminu
Na podstawie ustawy zarządzam, co następuje:
§ 1. Nadaje się Regulamin stanowiący załącznik do zarządzenia.
§ 2. Zarządzenie wchodzi w życie z dniem 1 kwietnia 2019 r.
Załącznik do zarządzenia nr 9/2019
REGULAMIN
Rozdział 1
Przepisy ogólne
§ 1. Urząd działa.
§ 2. 1. W skład Urzędu wchodzą następujące komórki organizacyjne:
1) Referat Mostów (RM), w skład którego wchodzi:
a) kierownik referatu (RM),
b) stanowisko pracy ds. barier (RM-I);
2) Referat Dróg (RD).
2. Referatami kierują kierownicy. Kierownik podlega Burmistrzowi.
§ 3. Do zadań Referatu Mostów należy:
1) budowa mostów;
2) uzgadnianie:
a) projektów,
b) terminów
– w zakresie właściwości.
)";

// Words are of one kin when they begin alike: enough to change words in every form.
const law::Inflection kInflection{
    [](std::string_view form, std::string_view word) { return form.substr(0, 3) == word.substr(0, 3); },
    [](std::string_view form, std::string_view from, std::string_view to) -> std::optional<std::string> {
      if (form.size() < from.size()) return std::nullopt;
      return std::string(to) + std::string(form.substr(from.size()));
    }};

void require(bool holds) {
  if (!holds) std::abort();
}

void check_spans(const law::Act& act, std::size_t size) {
  std::size_t at = 0;
  for (const law::Span& span : act.spans) {
    require(span.begin == at && span.end > span.begin);
    at = span.end;
  }
  require(at == size);
}

// No version is empty, and no two of one provision overlap.
void check_timeline(const consolidate::Timeline& timeline) {
  for (std::size_t i = 0; i < timeline.versions.size(); ++i) {
    const law::ProvisionVersion& version = timeline.versions[i];
    require(!version.validity.empty());
    if (i == 0) continue;
    const law::ProvisionVersion& before = timeline.versions[i - 1];
    const bool same = before.document == version.document && before.citation == version.citation;
    require(!same || !before.validity.overlaps(version.validity));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  if (text::invalid_utf8(text)) return 0;  // refused before the parser
  static const law::Act base = parse::parse_act({"base.txt", kBase});
  parse::ActSource source{"act.txt", text};
  // A regulation alone is law only when the office says from when.
  if (size % 2 == 1) source.given.in_force = law::parse_date("2019-02-01");
  const law::Act act = parse::parse_act(source);
  check_spans(act, size);
  const auto timeline = consolidate::consolidate({base, act}, "x", kInflection);
  check_timeline(timeline);
  extract::extract(timeline.versions);
  return 0;
}
