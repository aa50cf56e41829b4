#include "indexer/text/dictionary.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>

#include "indexer/text/analysis.h"
#include "indexer/text/compile/automaton_builder.h"
#include "tests/support/catch.h"

using namespace kto::text;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A dictionary of a few words, made in memory.
std::string small_dictionary() {
  std::set<std::string> keys;
  const auto add = [&](const std::string& form, const std::string& lemma, WordClass word_class) {
    keys.insert(form + kFormEnd + encode_reading(form, lemma, word_class));
  };
  for (const char* form : {"poczta", "poczty", "pocztą"}) add(form, "poczta", WordClass::noun);
  add("sad", "sad", WordClass::noun);
  add("sąd", "sąd", WordClass::noun);
  add("żółć", "żółć", WordClass::noun);
  add("danych", "dane", WordClass::noun);
  add("danych", "dać", WordClass::participle);
  AutomatonBuilder builder;
  for (const std::string& key : keys) builder.add(key);
  return builder.finish();
}

std::string shown(const std::vector<DictionaryEntry>& entries) {
  std::string out;
  for (const DictionaryEntry& entry : entries)
    out += (out.empty() ? "" : " ") + entry.form + "<" + entry.lemma + static_cast<char>(entry.word_class);
  return out;
}

// The same file with a checksum that fits what is in it now.
std::string signed_again(std::string file) {
  const std::uint64_t checksum = automaton_checksum(file);
  for (std::size_t i = 0; i < 8; ++i) file[kChecksumAt + i] = static_cast<char>(checksum >> (8 * i) & 0xFF);
  return file;
}

std::string fault_of(const std::string& bytes) {
  try {
    Dictionary::read(bytes, "x.lexicon");
  } catch (const DictionaryError& error) {
    return error.what();
  }
  return "";
}

// Looks words up in every way; what it finds does not matter.
void use(const Dictionary& dictionary) {
  for (const char* word :
       {"poczta", "pocztą", "zolc", "sad", "danych", "administrowania", "zgloszen", "", "\x01", "zzz"}) {
    dictionary.exact(word);
    dictionary.folded(word);
  }
  dictionary.folded(std::string(250, 'a'));
}

}  // namespace

TEST_CASE("exact and folded look-up") {
  const auto dictionary = Dictionary::read(small_dictionary(), "small");
  struct Row {
    std::string word, exact, folded;
  };
  const Row rows[] = {
      {"poczty", "poczty<pocztaS", "poczty<pocztaS"},
      {"sad", "sad<sadS", "sad<sadS sąd<sądS"},
      {"sąd", "sąd<sądS", "sąd<sądS"},  // a typed diacritic is binding
      {"zolc", "", "żółć<żółćS"},
      {"żolc", "", "żółć<żółćS"},
      {"żółc", "", "żółć<żółćS"},
      {"źolc", "", ""},
      {"danych", "danych<daneS danych<daćP", "danych<daneS danych<daćP"},
      {"poczt", "", ""},
      {"pocztaa", "", ""},
      {"", "", ""},
      {std::string(300, 'a'), "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(shown(dictionary->exact(row.word)) == row.exact);
    CHECK(shown(dictionary->folded(row.word)) == row.folded);
  }
}

TEST_CASE("what is no dictionary is refused in one sentence") {
  const std::string good = small_dictionary();
  std::string newer = good;
  newer[8] = 2;
  std::string altered = good;
  altered.back() ^= 4;
  CHECK(fault_of("") == "The dictionary x.lexicon cannot be used: it is too short.");
  CHECK(fault_of(std::string(100, 'x')) == "The dictionary x.lexicon cannot be used: it is not a dictionary of kto.");
  CHECK(fault_of(newer) == "The dictionary x.lexicon cannot be used: it has layout version 2, this program reads 1.");
  CHECK(fault_of(good + "x") == "The dictionary x.lexicon cannot be used: its size is not the one its header says.");
  CHECK(fault_of(altered) == "The dictionary x.lexicon cannot be used: its checksum does not match.");
  CHECK_THROWS_AS(Dictionary::open("/nonexistent/kto.lexicon"), DictionaryError);
  CHECK_THROWS_WITH(Dictionary::open("/"), "The dictionary / cannot be read: it is not a file.");
}

TEST_CASE("a damaged file is always noticed") {
  const std::string good = bytes_of(default_dictionary_path());
  REQUIRE(fault_of(good).empty());
  std::mt19937_64 random(20211231);
  for (int i = 0; i < 50; ++i)
    CHECK_FALSE(fault_of(good.substr(0, good.size() * static_cast<unsigned>(i) / 50)).empty());
  for (int i = 0; i < 200; ++i) {
    std::string flipped = good;
    const std::size_t at = i < 50 ? random() % kAutomatonHeader : random() % good.size();
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << random() % 8));
    CAPTURE(at);
    CHECK_FALSE(fault_of(flipped).empty());
  }
}

TEST_CASE("a file that is wrong inside but well signed gives misses, not crashes") {
  const std::string good = small_dictionary();
  const std::string large = bytes_of(default_dictionary_path());
  std::mt19937_64 random(1);
  for (int i = 0; i < 3000; ++i) {
    std::string flipped = good;
    for (int flips = 1 + static_cast<int>(random() % 4); flips > 0; --flips) {
      char& byte = flipped[kAutomatonHeader + random() % (good.size() - kAutomatonHeader)];
      byte = static_cast<char>(random());
    }
    use(*Dictionary::read(signed_again(flipped), "flipped"));
  }
  for (int i = 0; i < 20; ++i) {
    std::string flipped = large;
    for (int flips = 0; flips < 20000; ++flips)
      flipped[kAutomatonHeader + random() % (large.size() - kAutomatonHeader)] ^= static_cast<char>(1 << random() % 8);
    use(*Dictionary::read(signed_again(flipped), "flipped"));
  }
}

TEST_CASE("arcs in a circle end") {
  // One state whose arcs lead back to itself, by every label that a walk asks for.
  std::string file = small_dictionary().substr(0, kAutomatonHeader);
  const std::string labels(
      "\0\x01"
      "acelnosz\xC4\xC5",
      12);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    file += labels[i];
    file += static_cast<char>(1 << 2 | (i == 0 || i + 1 == labels.size() ? 2 : 0) | 1);
    file += std::string(3, '\0');
  }
  file[12] = static_cast<char>(labels.size());
  file[16] = static_cast<char>(file.size());
  file[17] = file[13] = file[14] = 0;
  use(*Dictionary::read(signed_again(file), "circle"));
}

TEST_CASE("the dictionary beside the programs") {
  const auto dictionary = Dictionary::open(default_dictionary_path());
  CHECK(dictionary->fingerprint().size() == 16);
  CHECK(dictionary->fingerprint() == Dictionary::read(bytes_of(default_dictionary_path()), "copy")->fingerprint());
  CHECK(dictionary->fingerprint() != Dictionary::read(small_dictionary(), "small")->fingerprint());
  struct Row {
    std::string word, entries;
  };
  const Row rows[] = {
      {"administrowania", "administrowania<administrowaćG"},
      {"zarządzenia", "zarządzenia<zarządzenieS"},  // a thing: not also zarządzić
      {"zgłoszenia", "zgłoszenia<zgłosićG zgłoszenia<zgłoszenieS"},
      {"niezgłoszonych", "niezgłoszonych<niezgłoszonyp"},
      {"nieudzielenia", "nieudzielenia<nieudzielenieg"},
      {"nieodpłatnej", "nieodpłatnej<nieodpłatnyA"},
      {"pkt", "pkt<punktB"},
      {"o", "o<oO"},  // neither ocean nor ojciec
      {"bydgoszczy", "bydgoszczy<bydgoszczN"},
      {"rodo", "rodo<rodaN rodo<rodoN"},
      {"cyberbezpieczeństwa", "cyberbezpieczeństwa<cyberbezpieczeństwoI"},
      {"wi-fi", "wi-fi<wifiS"},
      {"najlepszego", "najlepszego<dobryA"},
      {"xyzzy", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(shown(dictionary->exact(row.word)) == row.entries);
  }
}

TEST_CASE("families of the dictionary") {
  struct Row {
    const char* lemma;
    const char* root;
  };
  const std::vector<Row> rows{
      {"administrować", "administrować"},
      {"administrator", "administrować"},
      {"administracja", "administrować"},
      {"administracyjny", "administrować"},
      {"zgłaszać", "zgłosić"},
      {"zainstalować", "instalować"},
      {"drogowy", "droga"},
      {"dowodowy", "dowód"},
      {"zakup", "kupić"},                // families.tsv
      {"informatyczny", "informatyka"},  // not informacja
      {"monitor", "monitor"},            // apart.txt
      {"opracować", "opracować"},        // not pracować
      {"poczta", "poczta"},
      {"xyzzy", "xyzzy"},
      {"", ""},
  };
  const auto dictionary = Dictionary::open(default_dictionary_path());
  for (const Row& row : rows) {
    CAPTURE(row.lemma);
    CHECK(dictionary->root(row.lemma) == row.root);
  }
  const std::vector<std::string> kin = dictionary->kin("administrator");
  CHECK(std::is_sorted(kin.begin(), kin.end()));
  for (const char* word : {"administrować", "administracja", "administracyjny"})
    CHECK(std::find(kin.begin(), kin.end(), word) != kin.end());
  CHECK(std::find(kin.begin(), kin.end(), "administrator") == kin.end());
  CHECK(dictionary->kin("xyzzy").empty());
}

TEST_CASE("the dictionary with its families stays small") {
  constexpr std::uintmax_t kMost = 6'000'000;  // bytes; measured 5.03 million, of which families 0.68
  CHECK(std::filesystem::file_size(default_dictionary_path()) < kMost);
}
