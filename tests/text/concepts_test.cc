// The lexicon: its format, what a question finds in it, and a linter over the files of this tree.
#include "indexer/text/concepts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include "indexer/text/concepts_file.h"
#include "indexer/text/dictionary.h"
#include "tests/support/catch.h"

namespace kto::text {
namespace {

const Analyser& analyser() {
  static const auto kAnalyser = Analyser::open(default_dictionary_path());
  return *kAnalyser;
}

std::vector<Lemmas> lemmas_of(const std::string& question) {
  std::vector<Lemmas> words;
  for (const Token& token : tokenize(question))
    if (tells_concepts_apart(token)) words.push_back(concept_lemmas(analyser(), token));
  return words;
}

// The phrases said, in order of the file, "; " between them.
std::string said_in(const Concepts& lexicon, const std::string& question) {
  std::string out;
  for (const ConceptMatch& match : lexicon.find(lemmas_of(question)))
    out += (out.empty() ? "" : "; ") + match.said->text;
  return out;
}

const Concepts& mail() {
  static const Concepts kMail = [] {
    Concepts lexicon;
    lexicon.read(
        "# a comment\n"
        "official: poczta elektroniczna; skrzynka poczty elektronicznej\n"
        "thing: mail; mejl; skrzynka\r\n"
        "state: mail nie działa; nie dochodzą wiadomości\n"
        "abbreviation: PIT-37\n"
        "test: zepsuty telegraf\n"
        "\n"
        "official: usuwanie awarii\n"
        "state: nie działa\n",
        "mail.txt", analyser());
    return lexicon;
  }();
  return kMail;
}

TEST_CASE("a concept is a paragraph, a kind is a line") {
  CHECK(mail().faults().empty());
  REQUIRE(mail().all().size() == 2);
  CHECK(mail().all()[0].line == 2);
  CHECK(mail().all()[0].phrases.size() == 9);
  CHECK(mail().all()[1].line == 8);
  CHECK(mail().all()[1].file == "mail.txt");
  CHECK(mail().holds("skrzynka"));
  CHECK_FALSE(mail().holds("telegraf"));  // of a test question
}

TEST_CASE("a phrase is said when all its words are, in any order and form") {
  struct Row {
    const char* question;
    const char* said;
  };
  const std::vector<Row> rows{
      {"maila", "mail"},
      {"Kto ma MAILE?", "mail"},
      {"skrzynke", "skrzynka"},
      {"pocztą elektroniczną", "poczta elektroniczna"},
      {"elektronicznej skrzynki poczty", "poczta elektroniczna; skrzynka poczty elektronicznej; skrzynka"},
      {"poczta", ""},
      {"mail mi nie działa", "mail; mail nie działa; nie działa"},
      {"jak działa mail", "mail"},  // without "nie" nothing is wrong
      {"czemu wiadomości nie dochodzą", "nie dochodzą wiadomości"},
      {"nie nie nie", ""},
      {"pit-37", "PIT-37"},
      {"zepsuty telegraf", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.question);
    CHECK(said_in(mail(), row.question) == row.said);
  }
}

TEST_CASE("where words stand between slashes, any of them will do") {
  Concepts lexicon;
  lexicon.read("official: list\nact: założyć/dostać skrzynka/konto na/poczta; i/lub adres", "x.txt", analyser());
  CHECK(lexicon.faults().empty());
  REQUIRE(lexicon.all().front().phrases.size() == 3);
  CHECK(lexicon.all().front().phrases[1].has_alternatives());
  CHECK_FALSE(lexicon.all().front().phrases[0].has_alternatives());
  struct Row {
    const char* question;
    bool said;
  };
  const std::vector<Row> rows{
      {"gdzie założyć konto na poczcie", true},
      {"dostałam skrzynkę poczty", true},
      {"dostać konto", false},             // a place stays empty
      {"założyć, dostać, poczta", false},  // two of one place
      {"nowy adres", true},                // of stop words nothing is left to choose from
  };
  for (const Row& row : rows) {
    INFO(row.question);
    CHECK(!said_in(lexicon, row.question).empty() == row.said);
  }
}

TEST_CASE("a longer phrase is nearly said when one of its words is missing; a wider task says nothing") {
  Concepts lexicon;
  lexicon.read("official: drzewa\notherwise: wielka zielona pielęgnacja\nact: ściąć suchy dąb; sucha gałąź", "x.txt",
               analyser());
  CHECK(lexicon.faults().empty());
  const auto count = [&lexicon](const char* question) { return lexicon.nearly(lemmas_of(question)).size(); };
  CHECK(count("ściąć suchego dęba") == 1);
  CHECK(count("ściąć dęby") == 1);
  CHECK(count("suche dęby") == 0);  // the longest word tells
  CHECK(count("dąb") == 0);         // one word is no phrase but for one
  CHECK(count("gałąź") == 0);       // nor are two words long enough
  CHECK(count("wielka zielona pielęgnacja") == 0);
  CHECK(said_in(lexicon, "wielka zielona pielęgnacja").empty());
}

TEST_CASE("a class stands for the words it was given, in later files too") {
  Concepts lexicon;
  lexicon.read("class drzewo: brzoza/dąb\nclass psuje: zepsuty/padł", "classes.txt", analyser());
  lexicon.read("official: wycinka\nact: ściąć <drzewo>; <psuje>/stary <drzewo>/krzak", "x.txt", analyser());
  CHECK(lexicon.faults().empty());
  CHECK(lexicon.classes().size() == 2);
  CHECK(said_in(lexicon, "ścięli dęba") == "ściąć brzoza/dąb");
  CHECK(said_in(lexicon, "stare krzaki") == "zepsuty/padł/stary brzoza/dąb/krzak");
  CHECK(said_in(lexicon, "ściąć drzewo").empty());  // the name of a class is none of its words
  lexicon.read("official: list\nthing: <znaczek>", "y.txt", analyser());
  REQUIRE(lexicon.faults().size() == 1);
  CHECK(lexicon.faults().front().message == "\"<znaczek>\" names a class that is not known");
}

TEST_CASE("a question is like a concept by the words of all its phrases, the rarer the more") {
  Concepts lexicon;
  lexicon.read(
      "official: strona\nthing: nowe logo\nact: zmienić kolor\n\n"
      "official: poczta\nact: zmienić hasło\n\n"
      "official: telefon",
      "x.txt", analyser());
  const auto alike = lexicon.likenesses(lemmas_of("zmienić logo roweru"));
  REQUIRE(alike.size() == 2);
  CHECK(alike[0].meant == &lexicon.all()[0]);
  CHECK(alike[0].words == std::vector<std::size_t>{0, 1});
  CHECK(alike[0].share > 0.999);  // the lexicon knows no "rower"
  CHECK(alike[1].words == std::vector<std::size_t>{0});
  CHECK(alike[1].share < 0.5);  // many change something
  CHECK(lexicon.likenesses(lemmas_of("rower")).empty());
  CHECK(lexicon.likenesses({}).empty());
}

TEST_CASE("the words that say a phrase are named, each once") {
  const auto matches = mail().find(lemmas_of("czemu wiadomości do mnie nie dochodzą"));
  REQUIRE(matches.size() == 1);
  CHECK(matches.front().words == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("what is not understood is told with its line, and the rest is read") {
  Concepts lexicon;
  lexicon.read("official: rejestr\nrzecz: spis\nthing: kto; spis; ;\n\nthing: kwit", "x.txt", analyser());
  std::vector<std::pair<std::size_t, std::string>> faults;
  for (const ConceptFault& fault : lexicon.faults()) faults.emplace_back(fault.line, fault.message);
  CHECK(faults == std::vector<std::pair<std::size_t, std::string>>{
                      {2, "\"rzecz\" is no kind of phrase"},
                      {3, "\"kto\" has no word that counts"},
                      {5, "the concept has no official phrase"},
                  });
  CHECK(said_in(lexicon, "spisy") == "spis");
}

// The linter. Read from the files and not from the program, so that a fault names its line.
const Concepts& lexicon() {
  static const Concepts kLexicon = [] {
    Concepts read;
    const auto add = [&read](const std::filesystem::path& path) {
      std::ifstream file(path);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      read.read(bytes, path.filename().string(), analyser());
    };
    add("corpus/lexicon/classes.txt");
    for (const auto& entry : std::filesystem::directory_iterator("corpus/lexicon/concepts"))
      if (entry.path().extension() == ".txt") add(entry.path());
    return read;
  }();
  return kLexicon;
}

std::string place_of(const Concept& meant) {
  return meant.file + ":" + std::to_string(meant.line);
}

TEST_CASE("the lexicon is understood, but for a few phrases without a word that counts") {
  constexpr std::size_t kMost = 5;  // "BO" is an abbreviation and a conjunction
  CHECK(lexicon().all().size() > 10);
  for (const ConceptFault& fault : lexicon().faults()) WARN(fault.file << ":" << fault.line << ": " << fault.message);
  CHECK(lexicon().faults().size() <= kMost);
}

// Lemmas by name, for two lexicons may number them differently.
std::string whole(const Concepts& lexicon) {
  std::string out;
  for (const Concept& meant : lexicon.all()) {
    out += place_of(meant) + "\n";
    for (const Phrase& phrase : meant.phrases) {
      out += std::to_string(static_cast<int>(phrase.kind)) + " " + phrase.text + ":";
      for (const LemmaIds& word : phrase.words) {
        Lemmas lemmas;
        for (const LemmaId id : word) lemmas.insert(lexicon.lemma(id));
        for (const std::string& lemma : lemmas) out += " " + lemma;
        out += ";";
      }
      out += "\n";
    }
  }
  for (const ConceptFault& fault : lexicon.faults())
    out += fault.file + ":" + std::to_string(fault.line) + " " + fault.message + "\n";
  return out;
}

std::string compiled_beside_the_dictionary() {
  std::ifstream file(default_dictionary_path().replace_extension(kConceptsExtension), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("the lexicon as compiled is the one that is read, and of this tree") {
  Concepts compiled;
  REQUIRE(read_bytes(compiled_beside_the_dictionary(), analyser().lexicon_id(), compiled));
  const Analyser reading(Dictionary::open(default_dictionary_path()));
  CHECK(whole(compiled) == whole(reading.concepts()));
  CHECK(whole(analyser().concepts()) == whole(reading.concepts()));
  CHECK(compiled.all().size() == lexicon().all().size());
  for (const char* question : {"mail mi nie chodzi", "zgubiłem dowód", "dziura w jezdni", "PIT-37", "logo"}) {
    CAPTURE(question);
    CHECK(said_in(compiled, question) == said_in(reading.concepts(), question));
    CHECK(compiled.likenesses(lemmas_of(question)).size() == reading.concepts().likenesses(lemmas_of(question)).size());
  }
}

TEST_CASE("a compiled lexicon of another program or dictionary, damaged or missing, is not used") {
  const std::string bytes = to_bytes(mail(), "this");
  const auto fits = [](const std::string& file, const char* made_for) {
    Concepts read;
    return read_bytes(file, made_for, read);
  };
  CHECK(fits(bytes, "this"));
  CHECK_FALSE(fits(bytes, "another"));
  CHECK_FALSE(fits("", "this"));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    CAPTURE(at);
    CHECK_FALSE(fits(bytes.substr(0, at), "this"));
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    CHECK_FALSE(fits(flipped, "this"));
  }
  CHECK_FALSE(fits(bytes + "x", "this"));
  const Analyser without(Dictionary::open(default_dictionary_path()), "no lexicon at all");
  CHECK(without.concepts().all().size() == analyser().concepts().all().size());
}

TEST_CASE("every class is named by a phrase") {
  std::string files;
  for (const auto& entry : std::filesystem::directory_iterator("corpus/lexicon/concepts")) {
    std::ifstream file(entry.path());
    files.append(std::istreambuf_iterator<char>(file), {});
  }
  CHECK_FALSE(lexicon().classes().empty());
  for (const auto& [name, words] : lexicon().classes()) {
    INFO(name);
    CHECK(files.find('<' + name + '>') != std::string::npos);
  }
}

// Only Polish words must be known to the dictionary.
bool is_polish(PhraseKind kind) {
  return kind != PhraseKind::brand && kind != PhraseKind::foreign && kind != PhraseKind::abbreviation &&
         kind != PhraseKind::institution && kind != PhraseKind::test;
}

TEST_CASE("official phrases are made of known words") {
  // A typing error would make a phrase that is never searched. A few are words newer than the dictionary.
  constexpr std::size_t kMostUnknownOfAThousand = 20;
  std::size_t words = 0, unknown = 0;
  for (const Concept& meant : lexicon().all())
    for (const Phrase& phrase : meant.phrases)
      for (const Token& token : tokenize(phrase.text)) {
        if (!is_polish(phrase.kind) || token.kind != TokenKind::word || !tells_concepts_apart(token)) continue;
        ++words;
        if (analyser().index_readings(token).front().how != How::unknown) continue;
        ++unknown;
        WARN(place_of(meant) << ": \"" << token.text << "\" of \"" << phrase.text << "\" is unknown");
      }
  CHECK(unknown * 1000 <= words * kMostUnknownOfAThousand);
}

// Phrases by their words, of one kind; and the concepts that have them.
std::map<std::vector<LemmaIds>, std::set<std::string>> places_of(PhraseKind kind) {
  std::map<std::vector<LemmaIds>, std::set<std::string>> places;
  for (const Concept& meant : lexicon().all())
    for (const Phrase& phrase : meant.phrases) {
      if (phrase.kind != kind) continue;
      std::vector<LemmaIds> words = phrase.words;
      std::sort(words.begin(), words.end());
      places[words].insert(place_of(meant));
    }
  return places;
}

TEST_CASE("few phrases belong to two concepts, or are also another one's official one") {
  // Some words do mean two things ("tablica", "karta"); a lexicon full of them tells nothing apart.
  constexpr std::size_t kMostOfAHundred = 10;
  const auto official = places_of(PhraseKind::official);
  std::size_t phrases = 0, shared = 0, crossing = 0;
  for (const PhraseKind kind : {PhraseKind::thing, PhraseKind::state, PhraseKind::act})
    for (const auto& [words, places] : places_of(kind)) {
      ++phrases;
      shared += places.size() > 1 ? 1 : 0;
      const auto other = official.find(words);
      crossing += other != official.end() && other->second != places ? 1 : 0;
    }
  INFO(phrases << " phrases, " << shared << " of several concepts, " << crossing << " another concept's official one");
  CHECK(shared * 100 <= phrases * kMostOfAHundred);
  CHECK(crossing * 100 <= phrases * kMostOfAHundred);
}

TEST_CASE("test questions lead to their concept") {
  // A question may be worded so that only a misspelling or a further phrase would lead there; most must.
  constexpr std::size_t kMostMissedOfAHundred = 15;
  std::size_t questions = 0, missed = 0;
  for (const Concept& meant : lexicon().all())
    for (const Phrase& phrase : meant.phrases) {
      if (phrase.kind != PhraseKind::test) continue;
      ++questions;
      const auto matches = lexicon().find(lemmas_of(phrase.text));
      if (std::any_of(matches.begin(), matches.end(), [&](const ConceptMatch& match) { return match.meant == &meant; }))
        continue;
      ++missed;
      WARN(place_of(meant) << ": \"" << phrase.text << "\" does not lead here");
    }
  INFO(missed << " of " << questions << " miss");
  CHECK(missed * 100 <= questions * kMostMissedOfAHundred);
}

}  // namespace
}  // namespace kto::text
