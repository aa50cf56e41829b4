#include "indexer/text/guess.h"

#include <algorithm>
#include <array>

#include "indexer/text/normalize.h"

namespace kto::text {
namespace {

// First parts of new compounds in the acts of offices and in citizens' letters; the longer of two with one beginning
// first.
constexpr std::array<std::string_view, 49> kBeginnings{
    "wewnątrz", "elektro", "między", "cztero", "krypto", "przeciw", "pseudo", "termo", "agro",  "ponad",
    "cyber",    "hydro",   "hiper",  "inter",  "makro",  "mikro",   "super",  "trans", "ultra", "video",
    "wideo",    "wielo",   "współ",  "anty",   "auto",   "euro",    "foto",   "jedno", "kilku", "mega",
    "meta",     "mini",    "multi",  "nano",   "poli",   "poza",    "radio",  "samo",  "tele",  "audio",
    "bio",      "dwu",     "eko",    "geo",    "nie",    "pół",     "post",   "trój",  "e-"};
// What is left must be long enough not to be a word by chance; behind a hyphen it is one (e-pit).
constexpr std::size_t kShortestRest = 4, kShortestRestBehindHyphen = 3;
// The part of the word before an ending that fits.
constexpr std::size_t kShortestStem = 3;

// The endings of one kind of word, folded and separated by blanks, and what the lemma has in their place.
struct Endings {
  std::string_view lemma;
  std::string_view forms;
};
constexpr std::array<Endings, 21> kEndings{
    {{"ować",
      "owac owania owaniu owaniem owanie owan owaniami owaniach owaniom owany owana owane owanego owanej owanych "
      "owanym owanymi owani uje uja owal owala owali owano"},
     {"owy", "owy owego owej owemu owych owym owymi owa owe"},
     {"czny", "czny cznego cznej cznemu cznych cznym cznymi czna czne"},
     {"jny", "jny jnego jnej jnemu jnych jnym jnymi jna jne"},
     {"lny", "lny lnego lnej lnemu lnych lnym lnymi lna lne"},
     {"wny", "wny wnego wnej wnemu wnych wnym wnymi wna wne"},
     {"ski", "ski skiego skiej skiemu skich skim skimi ska skie"},
     {"cki", "cki ckiego ckiej ckiemu ckich ckim ckimi cka ckie"},
     {"cja", "cja cji cje cjami cjach cjom cyj"},
     {"zja", "zja zji zje zjami zjach zjom"},
     {"logia", "logia logii logie logiami logiach logiom"},
     {"ość", "osc osci oscia oscia osciami osciach osciom"},
     {"izm", "izm izmu izmem izmowi izmie"},
     {"enie", "enie enia eniu eniem eniami eniach eniom"},
     {"stwo", "stwo stwa stwu stwem stwie stwami stwach stwom"},
     {"nik", "nik nika nikowi nikiem niku nicy nikow nikom nikami nikach"},
     {"tor", "tor tora torowi torem torze torzy torow torom torami torach tory"},
     {"ing", "ing ingu ingowi ingiem ingi ingow ingom ingami ingach"},
     {"ista", "ista isty istom iste istow iscie isci istami istach"},
     {"arka", "arka arki arce arke arkami arkach arkom arek"},
     // Whatever else has the ending of a case. Short ones (-a, -u, -y) are left on: they end too many stems.
     {"", "ami ach owi iem em ow om"}}};

struct Ending {
  std::string_view folded, lemma;
};

// All endings, the longest first.
std::vector<Ending> sorted_endings() {
  std::vector<Ending> out;
  for (const Endings& kind : kEndings) {
    std::string_view forms = kind.forms;
    while (!forms.empty()) {
      const std::size_t blank = std::min(forms.find(' '), forms.size());
      out.push_back({forms.substr(0, blank), kind.lemma});
      forms.remove_prefix(std::min(blank + 1, forms.size()));
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Ending& a, const Ending& b) { return a.folded.size() > b.folded.size(); });
  return out;
}

bool continues_letter(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::size_t letters(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues_letter));
}

// Where the last `count` letters begin; npos when there are fewer.
std::size_t tail_start(std::string_view word, std::size_t count) {
  std::size_t at = word.size();
  while (count > 0 && at > 0)
    if (!continues_letter(word[--at])) --count;
  return count == 0 ? at : std::string_view::npos;
}

}  // namespace

std::vector<Compound> split_compound(std::string_view word) {
  std::vector<Compound> ways;
  for (std::string_view beginning : kBeginnings) {
    if (!word.starts_with(beginning)) continue;
    const std::string_view rest = word.substr(beginning.size());
    const std::size_t least = beginning.back() == '-' ? kShortestRestBehindHyphen : kShortestRest;
    if (letters(rest) >= least) ways.push_back({beginning, rest});
  }
  std::stable_sort(ways.begin(), ways.end(),
                   [](const Compound& a, const Compound& b) { return a.beginning.size() > b.beginning.size(); });
  return ways;
}

std::optional<std::string> lemma_by_ending(std::string_view word) {
  static const std::vector<Ending> kSorted = sorted_endings();
  for (const Ending& ending : kSorted) {
    const std::size_t start = tail_start(word, ending.folded.size());
    if (start == std::string_view::npos || letters(word.substr(0, start)) < kShortestStem) continue;
    if (fold(word.substr(start)) == ending.folded)
      return std::string(word.substr(0, start)) + std::string(ending.lemma);
  }
  return std::nullopt;
}

}  // namespace kto::text
