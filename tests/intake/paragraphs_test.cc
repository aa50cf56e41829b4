// Printed lines → paragraphs, without a PDF: lines of a typewriter, six points a letter, the text block 60 wide.
#include "indexer/intake/paragraphs.h"

#include <array>
#include <random>

#include "indexer/intake/footnotes.h"
#include "indexer/intake/furniture.h"
#include "tests/support/catch.h"

using namespace kto::intake;

namespace {

double width(std::string_view text) {
  double letters = 0;
  for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return letters * 6;
}

PrintedLine line(const std::string& text, double foot, double left = 72, double size = 10) {
  PrintedLine out;
  out.text = text;
  out.left = left;
  out.right = left + width(text);
  out.top = foot - size;
  out.bottom = foot;
  out.size = size;
  out.first_word = width(std::string_view(text).substr(0, text.find(' ')));
  return out;
}

// One line a row; a line that begins with blanks stands so much further right. "\f" begins a page.
std::vector<PrintedPage> pages(const std::vector<std::string>& lines) {
  std::vector<PrintedPage> out(1);
  double foot = 60;
  for (const std::string& text : lines) {
    if (text == "\f") {
      out.emplace_back();
      foot = 60;
      continue;
    }
    const std::size_t blanks = text.find_first_not_of(' ');
    out.back().lines.push_back(line(text.substr(blanks), foot += 13, 72 + 6 * static_cast<double>(blanks)));
  }
  for (PrintedPage& page : out) {
    page.width = 595;
    page.height = 842;
  }
  return out;
}

bool knows(std::string_view word) {
  return word == "zatrudnienia" || word == "finansowo" || word == "księgowy" || word == "nad" || word == "zór" ||
         word == "nadzór";
}

std::string read(const std::vector<std::string>& lines) {
  return to_paragraphs(pages(lines), knows).text;
}

const std::string kFull =
    "Dyrektor wydziału prowadzi sprawy, które powierzył mu Burmis";  // 60 letters: nothing more fits

}  // namespace

TEST_CASE("wrapped lines are joined, labels begin lines") {
  struct Row {
    std::vector<std::string> lines;
    const char* text;
  };
  const Row rows[] = {
      {{}, ""},
      {{kFull, "trz."}, "Dyrektor wydziału prowadzi sprawy, które powierzył mu Burmis trz.\n"},
      // The next word would have fitted: the paragraph ended there.
      {{kFull, "trz.", "Zastępca"}, "Dyrektor wydziału prowadzi sprawy, które powierzył mu Burmis trz.\nZastępca\n"},
      {{kFull, "§ 2", "Treść"}, "Dyrektor wydziału prowadzi sprawy, które powierzył mu Burmis § 2\nTreść\n"},
      // A full line that ends a point, and the next point.
      {{"1) prowadzi ewidencję ludności i wydaje dowody osobiste osób;", "2) drugi."},
       "1) prowadzi ewidencję ludności i wydaje dowody osobiste osób;\n2) drugi.\n"},
      // The same place on the page, but the words go on: years, citations.
      {{"1) prowadzi ewidencję ludności zgodnie z programem przyjętym w", "2023. Rejestr jest jawny;", "2) drugi."},
       "1) prowadzi ewidencję ludności zgodnie z programem przyjętym w 2023. Rejestr jest jawny;\n2) drugi.\n"},
      {{"1) prowadzi rejestr wniosków i skarg, o którym mowa jest w ust.", "2. Rejestr jest jawny;", "2) drugi."},
       "1) prowadzi rejestr wniosków i skarg, o którym mowa jest w ust. 2. Rejestr jest jawny;\n2) drugi.\n"},
      {{"1) zadania określone w pkt 1, a w razie potrzeby także w pkt 2 i", "3) oraz inne;", "2) drugi."},
       "1) zadania określone w pkt 1, a w razie potrzeby także w pkt 2 i 3) oraz inne;\n2) drugi.\n"},
      {{"1) realizuje zadania, które zostały określone w przepisach oraz", "§ 11 ust. 2 Regulaminu;"},
       "1) realizuje zadania, które zostały określone w przepisach oraz § 11 ust. 2 Regulaminu;\n"},
      // A number that no list has reached.
      {{"1) nadzoruje wydatki powyżej kwoty, o której stanowi uchwała nr.", "45. Nadzór jest stały;"},
       "1) nadzoruje wydatki powyżej kwoty, o której stanowi uchwała nr. 45. Nadzór jest stały;\n"},
      // A date of the law runs over the line.
      {{"w sprawie nadania Regulaminu Organizacyjnego Urzędowi, z dnia", "5. maja 2021 r."},
       "w sprawie nadania Regulaminu Organizacyjnego Urzędowi, z dnia 5. maja 2021 r.\n"},
      // Letters end with commas; paragraphs do not.
      {{"a) kierownik referatu, który odpowiada za wszystkie sprawy (A),", "b) stanowisko pracy;"},
       "a) kierownik referatu, który odpowiada za wszystkie sprawy (A),\nb) stanowisko pracy;\n"},
      {{"1. Urząd mieści się w budynku przy ulicy Rynek 5, a od roku 21,", "2. piętro;"},
       "1. Urząd mieści się w budynku przy ulicy Rynek 5, a od roku 21, 2. piętro;\n"},
      // Over the page.
      {{kFull, "\f", "trz."}, "Dyrektor wydziału prowadzi sprawy, które powierzył mu Burmis trz.\n"},
      // Hanging: lines that go on stand further right.
      {{"1) prowadzi ewidencję ludności i wydaje dowody osobiste osobom",
        "   zamieszkałym w gminie, także tym, które utraciły dowód lub go", "2) nadzoruje."},
       "1) prowadzi ewidencję ludności i wydaje dowody osobiste osobom zamieszkałym w gminie, także tym, które "
       "utraciły "
       "dowód lub go\n2) nadzoruje.\n"},
      // The legal basis begins anew behind a title that fills its line.
      {{"w sprawie nadania Regulaminu Organizacyjnego Urzędowi Miasta K.", "Na podstawie art. 33"},
       "w sprawie nadania Regulaminu Organizacyjnego Urzędowi Miasta K.\nNa podstawie art. 33\n"},
      // The signature, behind a sentence that fills its line.
      {{"Zarządzenie wchodzi w życie po upływie 14 dni od ogłoszenia.", "Burmistrz Miasta Konina"},
       "Zarządzenie wchodzi w życie po upływie 14 dni od ogłoszenia.\nBurmistrz Miasta Konina\n"},
      // A list of names: the longest of them fills no line.
      {{"WO Wydział Organizacyjny", "BKZ Biuro Kontroli i Zamówień Publicznych Miasta", "WI Wydział Inwestycji", "A",
        "B", "C", "D", "E", "F", "G", "H"},
       "WO Wydział Organizacyjny\nBKZ Biuro Kontroli i Zamówień Publicznych Miasta\nWI Wydział "
       "Inwestycji\nA\nB\nC\nD\nE\nF\nG\nH\n"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(read(row.lines) == row.text);
  }
}

TEST_CASE("divided words are put together, hyphens of the language stay") {
  struct Row {
    const char* first;
    const char* second;
    const char* joined;
  };
  const Row rows[] = {
      {"sprawy zatru-", "dnienia", "sprawy zatrudnienia"},
      {"sprawy nad-", "zór", "sprawy nadzór"},  // both halves are words, and so is the whole
      {"starszy finansowo-", "księgowy", "starszy finansowo-księgowy"},
      {"nieznane sło-", "wotwór", "nieznane słowotwór"},
      {"komórka IT-", "ES", "komórka IT-ES"},
      {"pkt 14-", "18", "pkt 14-18"},
      {"zatru\u00ad", "dnienia", "zatrudnienia"},
      {"nazwa -", "skrót", "nazwa - skrót"},
      {"„zatru-", "dnienia”", "„zatrudnienia”"},
  };
  for (const Row& row : rows) {
    INFO(row.joined);
    const std::string pad = std::string(62 - 0, 'x') + " ";
    CHECK(read({pad + row.first, row.second}) == pad + row.joined + "\n");
  }
  // What the document itself writes is believed.
  CHECK(read({"e-usługi i", kFull + " e-", "usługi"}).find("Burmis e-usługi") != std::string::npos);
}

TEST_CASE("no letter is lost in joining") {
  std::mt19937 random(7);
  const std::vector<std::string> words{"§", "3", "1)",   "2.",     "a)",  "–",  "Urząd",
                                       "i", "w", "ust.", "praco-", "„2)", "x”;"};
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> lines;
    std::string letters;
    for (int i = 0; i < 12; ++i) {
      std::string text = words[random() % words.size()];
      while (random() % 7 != 0) text += " " + words[random() % words.size()];
      for (const char c : text)
        if (c != ' ' && c != '-') letters += c;
      lines.push_back(std::string(random() % 3, ' ') + text);
      if (random() % 5 == 0) lines.push_back("\f");
    }
    std::string found;
    for (const char c : read(lines))
      if (c != ' ' && c != '-' && c != '\n') found += c;
    REQUIRE(found == letters);
  }
}

namespace {

// Pages of a header, the text of the page, and a footer.
std::vector<PrintedPage> framed(const std::vector<std::array<std::string, 3>>& texts) {
  std::vector<PrintedPage> out;
  for (const auto& text : texts) {
    PrintedPage page;
    page.width = 595;
    page.height = 842;
    if (!text[0].empty()) page.lines.push_back(line(text[0], 40));
    page.lines.push_back(line(text[1], 300));
    if (!text[2].empty()) page.lines.push_back(line(text[2], 810));
    out.push_back(std::move(page));
  }
  return out;
}

std::string left(std::vector<PrintedPage> pages) {
  remove_furniture(pages);
  std::string out;
  for (const PrintedPage& page : pages)
    for (const PrintedLine& printed : page.lines) out += printed.text + "|";
  return out;
}

}  // namespace

TEST_CASE("headers, footers and numbers of pages go, provisions at the edge of a page stay") {
  CHECK(left(framed({{"", "a", "1"}, {"", "b", "2"}, {"", "c", "3"}})) == "a|b|c|");
  CHECK(left(framed({{"", "a", "Strona 1 z 1"}})) == "a|");
  CHECK(left(framed({{"", "a", "- 4 -"}, {"", "b", "- 5 -"}})) == "a|b|");
  CHECK(left(framed({{"Monitor Polski – 2 – Poz. 772", "a", ""}, {"Monitor Polski – 3 – Poz. 772", "b", ""}})) ==
        "a|b|");
  CHECK(left(framed({{"Urząd Gminy", "a", "ul. Rynek 5"}, {"Urząd Gminy", "b", "ul. Rynek 5"}})) == "a|b|");
  CHECK(left(framed({{"", "a", "Id: 7EBEB48D-EB. Podpisany Strona 1"}})) == "a|");
  CHECK(left(framed({{"Urząd", "a", ""}, {"Urząd", "b", ""}, {"inny", "c", ""}})) == "a|b|inny|c|");
  // § 5 and § 6 grow as pages do, and are provisions; so are points.
  CHECK(left(framed({{"§ 5", "a", ""}, {"§ 6", "b", ""}})) == "§ 5|a|§ 6|b|");
  CHECK(left(framed({{"1) x;", "a", ""}, {"2) x;", "b", ""}})) == "1) x;|a|2) x;|b|");
  // Two pages in ten that begin alike are a coincidence.
  std::vector<std::array<std::string, 3>> ten(10, {"", "a", ""});
  ten[4][0] = ten[6][0] = "pracy referatu.";
  CHECK(left(framed(ten)) == "a|a|a|a|pracy referatu.|a|a|pracy referatu.|a|a|a|a|");
  CHECK(left(framed({{"pracy;", "a", ""}, {"pracy;", "b", ""}})) == "pracy;|a|pracy;|b|");
  CHECK(left(framed({{"rok 2021", "a", ""}, {"rok 2024", "b", ""}})) == "rok 2021|a|rok 2024|b|");
}

TEST_CASE("footnotes are taken off the page, and marks that begin anew are told apart") {
  const auto page = [](const std::string& text, const std::string& note) {
    PrintedPage out;
    out.width = 595;
    out.height = 842;
    out.lines = {line(text, 300), line("dalej zwykły tekst strony", 313), line(note, 780, 72, 8),
                 line("ciąg dalszy.", 790, 72, 8)};
    return out;
  };
  std::vector<PrintedPage> two{page("Minister[^1] zarządza", "[^1] Minister kieruje"), page("ustawa[^1]", "1) Zmiany")};
  const auto notes = take_footnotes(two);
  REQUIRE(notes.size() == 2);
  CHECK((notes[0].mark + ": " + notes[0].text) == "1: Minister kieruje ciąg dalszy.");
  CHECK((notes[1].mark + ": " + notes[1].text) == "1_2: Zmiany ciąg dalszy.");
  CHECK(two[0].lines.size() == 2);
  CHECK(two[0].lines[0].text == "Minister[^1] zarządza");
  CHECK(two[1].lines[0].text == "ustawa[^1_2]");
}
