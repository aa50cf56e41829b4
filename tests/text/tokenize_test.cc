#include <algorithm>
#include <random>
#include <string>

#include "indexer/text/analysis.h"
#include "indexer/text/normalize.h"
#include "indexer/text/stop_words.h"
#include "indexer/text/utf8.h"
#include "tests/support/catch.h"

using namespace kto::text;

namespace {

// One line for a text: words as they are, numbers with #, codes in <>, citations in [].
std::string shown(std::string_view text, const KnownCodes& codes = {}) {
  std::string out;
  for (const Token& token : tokenize(text, codes)) {
    if (!out.empty()) out += " | ";
    switch (token.kind) {
      case TokenKind::word:
        out += token.text;
        break;
      case TokenKind::number:
        out += "#" + token.text;
        break;
      case TokenKind::code:
        out += "<" + token.text + ">";
        break;
      case TokenKind::citation:
        out += "[" + token.text + "]";
        break;
    }
  }
  return out;
}

struct Row {
  std::string text, tokens;
};

template <std::size_t N>
void check(const Row (&rows)[N], const KnownCodes& codes = {}) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(shown(row.text, codes) == row.tokens);
  }
}

}  // namespace

TEST_CASE("words and numbers") {
  check({
      {"administrowania systemem POCZTY elektronicznej;", "administrowania | systemem | poczty | elektronicznej"},
      {"40 komputerów, 2024 r., nr 1463", "#40 | komputerów | #2024 | r | nr | #1463"},
      {"§§ – „” … 5°", "#5"},
      {"22b 5G A4 10:30 2,5", "#22b | #5g | a4 | #10 | #30 | #2 | #5"},
      {"ad\u00ADmi\u00ADni\u00ADstro\u00ADwa\u00ADnie", "administrowanie"},
      {"poc\u200Bzta \u00ADpoczta\u00AD \uFEFFpoczta", "poczta | poczta | poczta"},
      {"z\u0307o\u0301\u0142c\u0301 Z\u0307", "żółć | ż"},
      {"Kennedy’ego 'cytat' d'Hondta", "kennedy'ego | cytat | d'hondta"},
      {"jan.kowalski@lublin.eu", "jan | kowalski | lublin | eu"},
      {"19/11/2023", "#19 | #11 | #2023"},
      {"", ""},
      {" \n\t-–—'", ""},
  });
}

TEST_CASE("words with hyphens") {
  check({
      {"e-mail E-MAIL e-doręczenia wi-fi Wi-Fi WI-FI", "e-mail | e-mail | e-doręczenia | wi-fi | wi-fi | wi-fi"},
      {"on-line know-how PESEL-u", "on-line | know-how | pesel-u"},
      {"społeczno-gospodarczy SPOŁECZNO-GOSPODARCZY", "społeczno | gospodarczy | społeczno | gospodarczy"},
      {"COVID-19 covid-19 UTF-8 PIT-37", "covid | #19 | covid | #19 | utf | #8 | pit | #37"},
      {"24-godzinny 5-6", "#24 | godzinny | #5 | #6"},
      {"BIELSKO-BIAŁA Bielsko\u2011Biała", "bielsko | biała | bielsko | biała"},
      {"oświata–kultura a - b -c d-", "oświata | kultura | a | b | c | d"},
  });
}

TEST_CASE("unit codes") {
  check({
      {"IT-ES IT-ES-II OM-IU-IV BRM-2A-I", "<IT-ES> | <IT-ES-II> | <OM-IU-IV> | <BRM-2A-I>"},
      {"it-es-ii It-Es-II om-iu-iv", "<IT-ES-II> | <IT-ES-II> | <OM-IU-IV>"},
      {"IT\u2011ES", "<IT-ES>"},
      {"ŚR-OŚ-I", "<ŚR-OŚ-I>"},
      {"it-es IT", "it-es | it"},  // no list of codes: no different from wi-fi
      {"IT-ES.1431.5.2024", "<IT-ES> | #1431 | #5 | #2024"},
      {"(IT-ES-II),", "<IT-ES-II>"},
      {"IT-ES-owski", "<IT-ES> | owski"},
      {"xi-iiii mix-xl vis-a-vis", "xi-iiii | mix-xl | vis | a | vis"},
  });
  const KnownCodes codes{"IT-ES", "IT-ES-II", "WO-1", "WGKIM-ŚR"};
  check(
      {
          {"it-es It-Es IT-ES it-ex", "<IT-ES> | <IT-ES> | <IT-ES> | it-ex"},
          {"wo-1 WO-1 wo-2", "<WO-1> | <WO-1> | wo | #2"},
          {"WGKiM-śr", "<WGKIM-ŚR>"},
          {"it-es-ii it-es.1431.5.2024", "<IT-ES-II> | <IT-ES> | #1431 | #5 | #2024"},
          {"wi-fi e-mail covid-19", "wi-fi | e-mail | covid | #19"},
      },
      codes);
}

TEST_CASE("citations") {
  check({
      {"§ 16 ust. 1 pkt 8", "[§ 16 ust. 1 pkt 8]"},
      {"§16 ust 1 pkt 8 lit a tiret 2", "[§ 16 ust. 1 pkt 8 lit. a tiret 2]"},
      {"§ 22B UST. 5 PKT 7 LIT. A", "[§ 22b ust. 5 pkt 7 lit. a]"},
      {"w § 3 w ust. 1,", "w | [§ 3 ust. 1]"},
      {"§\u00A016\nust.\u00A01", "[§ 16 ust. 1]"},
      {"art. 5a ust. 2 ustawy", "[art. 5a ust. 2] | ustawy"},
      {"o których mowa w ust. 3", "o | których | mowa | w | [ust. 3]"},
      {"pkt 1 ppkt 2 podwójne tiret 3", "[pkt 1 ppkt 2 podwójne tiret 3]"},
      {"§ 15 i 16, pkt 2-5", "[§ 15] | i | #16 | [pkt 2] | #5"},
      {"§ 3 § 4 ust. 1 ust. 2 § 5", "[§ 3] | [§ 4 ust. 1] | [ust. 2] | [§ 5]"},
      // words that only look like levels
      {"artykuł 5 ustawa 3 punkt 8 lit w toku", "artykuł | #5 | ustawa | #3 | punkt | #8 | lit | w | toku"},
      {"usta pkt tiret drugie §", "usta | pkt | tiret | drugie"},
      {"§ 12345 pkt 5kilo", "#12345 | pkt | #5kilo"},
  });
}

TEST_CASE("offsets and capitals") {
  const std::string text = "Nowa po\u00ADczta: IT-ES i §16 ust 1.";
  const auto tokens = tokenize(text);
  REQUIRE(tokens.size() == 5);
  const std::string slices[] = {"Nowa", "po\u00ADczta", "IT-ES", "i", "§16 ust 1"};
  const bool capitals[] = {true, false, true, false, false};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    CHECK(text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin) == slices[i]);
    CHECK(tokens[i].capitalised == capitals[i]);
  }
}

namespace {

// What the bytes of a word or number become, done in the plainest way.
std::string normalised(std::string_view slice) {
  std::string kept;
  for (std::size_t i = 0; i < slice.size();) {
    const CodePoint c = decode(slice, i);
    i += c.length;
    if (c.value == 0xAD || c.value == 0x200B || c.value == 0x2060) continue;
    append(kept, c.value == 0x2019 ? U'\'' : c.value == 0x2011 ? U'-' : c.value);
  }
  return lower(nfc(kept));
}

// Random valid UTF-8, mostly from what tokens are made of.
std::string random_text(std::mt19937& random) {
  const std::u32string letters =
      U"aelżŁIVXES1279--\u2011'\u2019 .\u00AD\u200B\u2060\u0301§wupktlit\u00DF\u0130\u0416\U0001F600";
  static const std::string words[] = {"§ 16 ", "ust. 1", " pkt 8",   "lit. a",
                                      "IT-ES", "-II",    "it-es-ii", "podwójne tiret 1"};
  std::string text;
  for (std::size_t i = random() % 30; i > 0; --i) {
    const auto choice = random();
    if (choice % 8 == 0)
      text += words[choice / 8 % std::size(words)];
    else if (choice % 50 == 1)
      append(text, static_cast<char32_t>(random() % 0xD800));
    else
      append(text, letters[choice % letters.size()]);
  }
  return text;
}

}  // namespace

TEST_CASE("tokens of any text are in order, inside it, and say what stands there") {
  std::mt19937 random(42);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random);
    CAPTURE(text);
    std::size_t at = 0;
    for (const Token& token : tokenize(text)) {
      REQUIRE(token.begin >= at);
      REQUIRE(token.end > token.begin);
      REQUIRE(token.end <= text.size());
      REQUIRE_FALSE(token.text.empty());
      const std::string slice = text.substr(token.begin, token.end - token.begin);
      REQUIRE_FALSE(invalid_utf8(slice));
      if (token.kind == TokenKind::word || token.kind == TokenKind::number) REQUIRE(token.text == normalised(slice));
      if (token.kind == TokenKind::code) REQUIRE(lower(token.text) == lower(upper(normalised(slice))));
      // The printed form reads as the same token.
      if (token.kind == TokenKind::citation) REQUIRE(shown(token.text) == "[" + token.text + "]");
      at = token.end;
    }
  }
}

TEST_CASE("bytes that are not UTF-8 end a word and nothing else") {
  CHECK(shown("pocz\xFFta") == "pocz | ta");
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text(random() % 20, '\0');
    for (char& c : text) c = static_cast<char>(random());
    for (const Token& token : tokenize(text)) REQUIRE(token.end <= text.size());
  }
}

TEST_CASE("stop words") {
  struct StopRow {
    std::string text;
    bool stop;
  };
  const StopRow rows[] = {
      {"kto", true},    {"KTO", true},    {"są", true},    {"sa", true},      {"proszę", true},
      {"prosze", true}, {"urząd", true},  {"urzad", true}, {"poczta", false}, {"lublin", false},
      {"sad", false},   {"IT-ES", false}, {"2024", false}, {"żąd", false},
  };
  for (const StopRow& row : rows) {
    CAPTURE(row.text);
    CHECK(is_stop_word(tokenize(row.text).front()) == row.stop);
  }
}
