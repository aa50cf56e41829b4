#include "indexer/text/compile/word_formation.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace kto::text {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kShortest = 3;  // bytes of a parent; shorter ones are chance

// An ending, and what may have stood in its place. The first row that fits decides.
struct Ending {
  std::uint8_t of;  // word class
  std::string_view ending;
  std::size_t least;  // bytes of the whole word
  std::uint8_t from;  // word classes of the parent
  std::array<std::string_view, 7> before;
};

constexpr std::array kEndings{
    // Verbal nouns: the dictionaries give their singular as a form of the verb, and their plural as a noun alone.
    Ending{kNoun, "anie", 7, kVerb, {"ać"}},
    Ending{kNoun, "szenie", 8, kVerb, {"sić", "szyć"}},
    Ending{kNoun, "żenie", 8, kVerb, {"zić", "żyć"}},
    Ending{kNoun, "czenie", 8, kVerb, {"czyć", "cić"}},
    Ending{kNoun, "ienie", 8, kVerb, {"ić", "ieć"}},
    Ending{kNoun, "enie", 7, kVerb, {"ić", "yć", "eć"}},
    Ending{kNoun, "ęcie", 7, kVerb, {"ąć"}},
    Ending{kNoun, "ycie", 6, kVerb, {"yć"}},
    Ending{kNoun, "icie", 7, kVerb, {"ić"}},
    Ending{kNoun, "ość", 8, kAdjective, {"y", "i"}},
    Ending{kNoun, "yzacja", 9, kVerb, {"yzować"}},
    Ending{kNoun, "izacja", 9, kVerb, {"izować"}},
    Ending{kNoun, "acja", 7, kVerb, {"ować"}},
    Ending{kNoun, "kcja", 7, kVerb, {"kować", "gować"}},
    Ending{kNoun, "ycja", 7, kVerb, {"ować", "ycjonować"}},
    Ending{kNoun, "encja", 8, kVerb, {"ować"}},
    Ending{kNoun, "cja", 7, kVerb, {"ować", "cjonować"}},
    Ending{kNoun, "zja", 7, kVerb, {"dować"}},
    Ending{kNoun, "sja", 7, kVerb, {"tować"}},
    Ending{kNoun, "ator", 7, kVerb | kNoun, {"ować", "acja"}},
    Ending{kNoun, "tor", 7, kVerb | kNoun, {"ować", "uować", "cja"}},
    Ending{kNoun, "ownik", 7, kVerb, {"ować"}},
    Ending{kNoun, "nictwo", 8, kNoun | kVerb | kAdjective, {"nik", "niczyć", "ny"}},
    Ending{kNoun, "stwo", 8, kNoun | kAdjective, {"", "z", "ca", "iec", "ny", "a"}},
    Ending{kNoun, "arka", 7, kVerb, {"ować"}},
    Ending{kNoun, "nica", 7, kNoun, {"nik"}},
    Ending{kNoun, "orka", 7, kNoun, {"or"}},
    Ending{kNoun, "antka", 7, kNoun, {"ant"}},
    Ending{kNoun, "entka", 7, kNoun, {"ent"}},
    Ending{kNoun, "istka", 7, kNoun, {"ista"}},
    Ending{kNoun, "ystka", 7, kNoun, {"ysta"}},
    Ending{kNoun, "elka", 7, kNoun, {"el"}},
    Ending{kNoun, "arzka", 7, kNoun, {"arz"}},
    Ending{kNoun, "erka", 7, kNoun, {"er"}},
    Ending{kNoun, "awca", 7, kVerb, {"ać", "awać"}},
    Ending{kNoun, "ca", 7, kVerb, {"zać", "zić", "ać", "zyć", "dzać"}},
    Ending{kNoun, "ista", 8, kNoun, {"", "a", "o", "yka", "ia"}},
    Ending{kNoun, "ysta", 8, kNoun, {"", "a", "o", "yka", "ia"}},
    Ending{kAdjective, "acyjny", 9, kNoun | kVerb, {"acja", "ować"}},
    Ending{kAdjective, "cyjny", 8, kNoun, {"cja"}},
    Ending{kAdjective, "syjny", 8, kNoun, {"sja"}},
    Ending{kAdjective, "zyjny", 8, kNoun, {"zja"}},
    Ending{kAdjective, "yjny", 8, kNoun, {"ia", "ja"}},
    Ending{kAdjective, "ijny", 8, kNoun, {"ia", "ja"}},
    Ending{kAdjective, "yczny", 8, kNoun, {"yka", "ia", "a", "ja"}},
    Ending{kAdjective, "iczny", 8, kNoun, {"ika", "ia", "ik", "", "a", "eka"}},
    Ending{kAdjective, "niczy", 8, kNoun, {"nik", "nictwo", ""}},
    Ending{kAdjective, "awczy", 8, kNoun | kVerb, {"awca", "awa", "ać"}},
    Ending{kAdjective, "czy", 8, kNoun, {"ca", "ka", "k", "cz"}},
    Ending{kAdjective, "alny", 8, kNoun, {"um", "ium", "ura"}},
    Ending{kAdverb, "ie", 4, kAdjective, {"y", "i"}},
    Ending{kAdverb, "o", 4, kAdjective, {"y", "i"}},
    Ending{kAdverb, "e", 4, kAdjective, {"y", "ły"}},
};

// Pairs of an imperfective ending and the perfective one it goes back to: zgłaszać, zgłosić.
constexpr std::array<std::pair<std::string_view, std::array<std::string_view, 6>>, 26> kAspects{{
    {"owywać", {"ować"}},
    {"ugiwać", {"użyć"}},
    {"ajać", {"oić"}},
    {"ywać", {"ać", "ić", "yć", "nąć"}},
    {"iwać", {"ać", "ić", "yć", "nąć"}},
    {"uwać", {"unąć", "uć"}},
    {"awać", {"ać"}},
    {"mować", {"jąć"}},
    {"ewać", {"ać"}},
    {"szczać", {"ścić"}},
    {"żdżać", {"ździć"}},
    {"szać", {"sić"}},
    {"czać", {"cić", "czyć"}},
    {"dzać", {"dzić"}},
    {"cać", {"cić"}},
    {"żać", {"zić", "żyć", "dzić"}},
    {"rzać", {"rzyć"}},
    {"lać", {"lić"}},
    {"niać", {"nić"}},
    {"miać", {"mić"}},
    {"wiać", {"wić"}},
    {"biać", {"bić"}},
    {"piać", {"pić"}},
    {"jać", {"ić"}},
    {"ować", {"ić", "yć"}},
    {"ać", {"nąć"}},
}};

// Loan verbs are made perfective by these: zainstalować, skonfigurować.
constexpr std::array<std::string_view, 10> kPrefixes{"za", "po", "prze", "wy", "ze", "na", "z", "s", "o", "u"};

// These are older than the habit, and a prefix makes them other words: opracować is not to work.
constexpr std::array<std::string_view, 5> kNative{"pracować", "chować", "pasować", "darować", "kazować"};

// Stems of adjectives, and how the noun's stem may end instead: drogowy, droga; dowodowy, dowód.
constexpr std::array<std::pair<std::string_view, std::array<std::string_view, 6>>, 12> kSoftened{{
    {"cz", {"k", "c", "ca", "ka", "ko"}},
    {"ż", {"g", "ga", "go"}},
    {"sz", {"ch", "cha", "ś", "sza"}},
    {"ś", {"s"}},
    {"n", {"ń", "nia", "no", "na"}},
    {"l", {"ł", "ła", "ło", "la"}},
    {"dz", {"d"}},
    {"rz", {"r"}},
    {"c", {"k", "ka", "ca", "ec", "cja"}},
    {"st", {"sta"}},
    {"ń", {"nia"}},
    {"i", {"", "ia", "ie"}},
}};

bool is_vowel_byte(std::string_view word, std::size_t at) {
  if (std::string_view("aeiouy").find(word[at]) != std::string_view::npos) return true;
  const std::string_view two = word.substr(at, 2);
  return two == "ą" || two == "ę" || two == "ó";
}

// The word with its last vowel, if that is `from`, made `to`; empty otherwise: "zgłasz" a→o "zgłosz".
std::string with_last_vowel(std::string_view word, std::string_view from, std::string_view to) {
  for (std::size_t at = word.size(); at-- > 0;) {
    if ((static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U || !is_vowel_byte(word, at)) continue;
    if (word.substr(at, from.size()) != from) return {};
    return std::string(word.substr(0, at)).append(to).append(word.substr(at + from.size()));
  }
  return {};
}

std::string joined(std::string_view stem, std::string_view ending) {
  return std::string(stem).append(ending);
}

// Nouns that an adjective's stem may come from.
Words nouns_of(std::string_view stem) {
  Words nouns{std::string(stem)};
  if (stem.ends_with('k')) nouns.push_back(joined(stem.substr(0, stem.size() - 1), "ek"));
  nouns.push_back(with_last_vowel(stem, "o", "ó"));
  nouns.push_back(with_last_vowel(stem, "ę", "ą"));
  for (const std::string_view ending : {"a", "o", "e"}) nouns.push_back(joined(stem, ending));
  if (stem.ends_with("ci")) nouns.push_back(joined(stem.substr(0, stem.size() - 2), "ć"));
  if (stem.ends_with("si")) nouns.push_back(joined(stem.substr(0, stem.size() - 2), "ś"));
  if (stem.ends_with("ni")) nouns.push_back(joined(stem.substr(0, stem.size() - 2), "ń"));
  if (stem.ends_with("dzi")) nouns.push_back(joined(stem.substr(0, stem.size() - 3), "dź"));
  for (const auto& [soft, hards] : kSoftened)
    if (stem.ends_with(soft))
      for (const std::string_view hard : hards)
        if (!hard.empty()) nouns.push_back(joined(stem.substr(0, stem.size() - soft.size()), hard));
  for (const std::string_view ending : {"ia", "ie"}) nouns.push_back(joined(stem, ending));
  return nouns;
}

void add(std::vector<Candidate>& parents, Words words, std::uint8_t classes) {
  for (std::string& word : words)
    if (word.size() >= kShortest) parents.push_back({std::move(word), classes});
}

void by_endings(std::string_view word, std::uint8_t classes, std::vector<Candidate>& parents) {
  for (const Ending& row : kEndings) {
    if (!(classes & row.of) || word.size() < row.least || !word.ends_with(row.ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - row.ending.size());
    if (stem.size() < kShortest) continue;
    for (std::size_t i = 0; i < row.before.size(); ++i)
      if (i == 0 || !row.before[i].empty()) add(parents, {joined(stem, row.before[i])}, row.from);
  }
}

void of_adjective(std::string_view word, std::vector<Candidate>& parents) {
  for (const std::string_view ending : {"owniczy", "owski", "owy"})
    if (word.ends_with(ending) && word.size() > ending.size() + kShortest)
      add(parents, nouns_of(word.substr(0, word.size() - ending.size())), kNoun);
  if ((word.ends_with("ski") || word.ends_with("cki")) && word.size() > 6) {
    const std::string_view stem = word.substr(0, word.size() - 3);
    Words nouns;
    if (word.ends_with("cki"))
      for (const std::string_view ending : {"t", "k", "cz", "ta", "ka"}) nouns.push_back(joined(stem, ending));
    for (const std::string_view ending : {"", "z", "iec", "a", "o", "ia", "s", "sz"})
      nouns.push_back(joined(stem, ending));
    if (stem.ends_with("ń"))
      for (const std::string_view ending : {"nia", "nin"})
        nouns.push_back(joined(stem.substr(0, stem.size() - 2), ending));
    add(parents, std::move(nouns), kNoun);
  }
  constexpr std::size_t kShortestOfNy = 6;  // "wolny" has nothing to do with "wola"
  if (word.ends_with("ny") && word.size() > kShortestOfNy)
    add(parents, nouns_of(word.substr(0, word.size() - 2)), kNoun);
}

// naprawa, naprawić; remont, remontować; nadzór, nadzorować.
void of_bare_noun(std::string_view word, std::vector<Candidate>& parents) {
  const bool feminine = word.ends_with('a');
  const std::string_view stem = feminine || word.ends_with('o') ? word.substr(0, word.size() - 1) : word;
  if (stem.size() < 4) return;
  Words verbs{joined(stem, "ować")};
  if (feminine)
    for (const std::string_view ending : {"owywać", "iać", "ić", "ywać", "iwać", "ać"})
      verbs.push_back(joined(stem, ending));
  if (const std::string open = with_last_vowel(stem, "ó", "o"); !open.empty()) verbs.push_back(joined(open, "ować"));
  if (word.ends_with("ek")) verbs.push_back(joined(word.substr(0, word.size() - 2), "kować"));
  if (stem.size() > 4 && !feminine && !word.ends_with('e')) {
    verbs.push_back(joined(word, "ić"));
    verbs.push_back(joined(word, "yć"));
  }
  add(parents, std::move(verbs), kVerb);
}

void of_verb(std::string_view word, std::vector<Candidate>& parents) {
  for (const auto& [imperfective, perfectives] : kAspects) {
    if (!word.ends_with(imperfective) || word.size() <= imperfective.size() + 1) continue;
    const std::string_view stem = word.substr(0, word.size() - imperfective.size());
    const std::string open = with_last_vowel(stem, "a", "o"), close = with_last_vowel(stem, "a", "ó");
    for (const std::string_view perfective : perfectives) {
      if (perfective.empty()) continue;
      add(parents, {joined(stem, perfective)}, kVerb);
      if (!open.empty()) add(parents, {joined(open, perfective), joined(close, perfective)}, kVerb);
    }
  }
  constexpr std::size_t kShortestLoan = 9;
  if (!word.ends_with("ować")) return;
  for (const std::string_view prefix : kPrefixes) {
    if (!word.starts_with(prefix) || word.size() < prefix.size() + kShortestLoan) continue;
    const std::string_view base = word.substr(prefix.size());
    if (std::find(kNative.begin(), kNative.end(), base) == kNative.end()) add(parents, {std::string(base)}, kVerb);
  }
}

}  // namespace

std::vector<Candidate> possible_parents(std::string_view word, std::uint8_t classes) {
  std::vector<Candidate> parents;
  by_endings(word, classes, parents);
  if (classes & kNoun) of_bare_noun(word, parents);
  if (classes & kAdjective) of_adjective(word, parents);
  if (classes & kVerb) of_verb(word, parents);
  return parents;
}

}  // namespace kto::text
