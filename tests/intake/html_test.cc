#include "indexer/intake/html.h"

#include "tests/support/catch.h"

using kto::intake::read_html;

namespace {

struct Row {
  const char* page;
  const char* text;
};

template <std::size_t N>
void check(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    INFO(row.page);
    CHECK(read_html(row.page).text == row.text);
  }
}

}  // namespace

TEST_CASE("blocks of a web page become lines") {
  const Row rows[] = {
      {"", ""},
      {"<p>§ 1<p>Treść", "§ 1\nTreść\n"},
      {"<div>a<div>b</div>c</div>", "a\nb\nc\n"},
      {"raz<br>dwa<br/><br>trzy", "raz\ndwa\ntrzy\n"},
      {"<p>  wiele \n\t odstępów&nbsp;i&nbsp; nic </p>", "wiele odstępów i nic\n"},
      {"<p>za&shy;trudnienie <b>po</b>mocy</p>", "zatrudnienie pomocy\n"},
      {"<p>&sect;&nbsp;3 &bdquo;A&rdquo; &#8211; &#132;B&#148;</p>", "§ 3 „A” – „B”\n"},
      {"<h2>Rozdział 1</h2>tekst<p>dalej", "Rozdział 1\ntekst\ndalej\n"},
      {"<pre>§ 1\n1) raz;\n2) dwa.</pre>", "§ 1\n1) raz;\n2) dwa.\n"},
      {"<!-- nic --><p>a<!-- b -->c</p>", "ac\n"},
      {"<p>bez <i>końca", "bez końca\n"},
  };
  check(rows);
}

TEST_CASE("tables: a row of words is a line, a table that lays out the page is not") {
  const Row rows[] = {
      {"<table><tr><td>WO<td>Wydział Organizacyjny<tr><td>BP<td>Biuro Prawne</table>",
       "WO Wydział Organizacyjny\nBP Biuro Prawne\n"},
      {"<table><tr><td><p>1)</p></td><td><p>prowadzenie ewidencji;</p></td></tr></table>",
       "1) prowadzenie ewidencji;\n"},
      {"<table><tr><th>Symbol<th>Nazwa<th>Pokój<tr><td>A<td>Biuro<td>7</table>", "Symbol Nazwa Pokój\nA Biuro 7\n"},
      {"<table><tr><td>Dział<td><p>§ 1</p><p>Treść</p></table>", "Dział\n§ 1\nTreść\n"},
  };
  check(rows);
}

TEST_CASE("lists get the labels of provisions, by depth and by what they stand in") {
  const Row rows[] = {
      // After a § whole sentences: ust., pkt, lit., tiret, though each level says 1.
      {"<p>§ 5</p><ol><li>Referat "
       "prowadzi:<ol><li>ewidencję:<ol><li>ludności:<ol><li>stałej,</ol></ol></ol><li>Drugi.</ol>",
       "§ 5\n1. Referat prowadzi:\n1) ewidencję:\na) ludności:\n– stałej,\n2. Drugi.\n"},
      // Behind a colon: points.
      {"<p>Do zadań wydziału należy:</p><ol><li>raz;<li>dwa.</ol>", "Do zadań wydziału należy:\n1) raz;\n2) dwa.\n"},
      {"<p>§ 2. Do zadań należy:</p><ol><li>raz;<ol><li>a,<li>b;</ol><li>dwa.</ol>",
       "§ 2. Do zadań należy:\n1) raz;\na) a,\nb) b;\n2) dwa.\n"},
      // A list below a typed label.
      {"<p>1. Referat:</p><ol><li>raz;</ol><p>2) punkt:</p><ol><li>litera,</ol>",
       "1. Referat:\n1) raz;\n2) punkt:\na) litera,\n"},
      {"<ol type=a><li>raz,<li>dwa</ol>", "a) raz,\nb) dwa\n"},
      {"<ol style='list-style-type: lower-alpha'><li>raz</ol>", "a) raz\n"},
      {"<ol type=I><li>raz<li>dwa<li>trzy<li>cztery</ol>", "I. raz\nII. dwa\nIII. trzy\nIV. cztery\n"},
      {"<p>należy:<ol start=3><li>raz;<li value=7>dwa;<li>trzy.</ol>", "należy:\n3) raz;\n7) dwa;\n8) trzy.\n"},
      // A list broken by a paragraph goes on with its numbers and its level.
      {"<p>należy:<ol><li>raz;<li>dwa;</ol><p>przy czym pilnie<ol start=3><li>trzy.</ol>",
       "należy:\n1) raz;\n2) dwa;\nprzy czym pilnie\n3) trzy.\n"},
      // In a quotation the levels are those of the other text.
      {"<ol><li>po § 2 dodaje się § 3:<p>„§ 3</p><ol><li>Ustęp.<li>Drugi.”</ol><li>uchyla się § 9.</ol>",
       "1. po § 2 dodaje się § 3:\n„§ 3\n1. Ustęp.\n2. Drugi.”\n2. uchyla się § 9.\n"},
      // What is typed is not numbered again.
      {"<ol><li>1) raz;<li>2) dwa.</ol>", "1) raz;\n2) dwa.\n"},
      {"<p>3) x:<ul><li>raz,<li>dwa.</ul>", "3) x:\n– raz,\n– dwa.\n"},
      {"<ul><li>1) raz;<li>„2) dwa”</ul>", "1) raz;\n„2) dwa”\n"},
      {"<ol style='list-style:none'><li>raz</ol>", "raz\n"},
      {"<li>bez listy", "bez listy\n"},
      {"<ol start=99999999999><li>raz<li value=-4>dwa</ol>", "1. raz\n2. dwa\n"},
  };
  check(rows);
}

TEST_CASE("raised characters: footnotes, numbers of articles, units") {
  const Row rows[] = {
      {"<p>MINISTRA ZDROWIA<sup>1)</sup></p><p><sup>1)</sup> Minister kieruje działem.</p>",
       "MINISTRA ZDROWIA[^1]\n[^1]: Minister kieruje działem.\n"},
      {"<p>brzmienie<a href=#f2><sup>[2]</sup></a>;</p>", "brzmienie[^2];\n"},
      {"<p>z późn. zm.<sup><a href=#f>3</a></sup>)</p>", "z późn. zm.[^3])\n"},
      {"<p>art. 47<sup>1</sup> ustawy, 20 m<sup>2</sup></p>", "art. 47¹ ustawy, 20 m²\n"},
      {"<p>Urząd<sup>4</sup> i 5<sup>-ty</sup></p>", "Urząd[^4] i 5-ty\n"},
  };
  check(rows);
}

TEST_CASE("what belongs to the page is left out") {
  const Row rows[] = {
      {"<head><title>BIP</title><style>p{}</style></head><p>§ 1<script>§ 2</script></p>", "§ 1\n"},
      {"<nav><p>Menu</p></nav><p>§ 1</p><footer>Urząd</footer>", "§ 1\n"},
      {"<ul><li><a href=1>Zarządzenia</a><li><a href=2>Uchwały</a><li><a href=3>Kontakt</a></ul><p>§ 1</p>", "§ 1\n"},
      {"<div class='left-menu'>Zarządzenia</div><div role=search>Szukaj</div><p>§ 1</p>", "§ 1\n"},
      {"<p style='display: none'>ukryte</p><p hidden>też</p><p>§ 1</p>", "§ 1\n"},
      {"<p>Zarządzenia</p><main><header><h1>Zarządzenie nr 1</h1></header><p>§ 1</p></main><p>Stopka</p>",
       "Zarządzenie nr 1\n§ 1\n"},
      {"<p>obok</p><article><p>§ 1</p></article>", "§ 1\n"},
      {"<p>§ 1</p><p>liczba wejść: 3450</p><p>Liczba odwiedzających: 6245</p>", "§ 1\n"},
      // Not a counter, and links inside a sentence are no menu.
      {"<p>Liczba odwiedzin ponad 100 jest podstawą nagrody.</p>",
       "Liczba odwiedzin ponad 100 jest podstawą nagrody.\n"},
      {"<p>zgodnie z <a href=1>ustawą</a>, <a href=2>statutem</a> i <a href=3>regulaminem</a> prowadzi rejestr "
       "spraw</p>",
       "zgodnie z ustawą, statutem i regulaminem prowadzi rejestr spraw\n"},
  };
  check(rows);
}

TEST_CASE("a page nested without end is read") {
  std::string page;
  for (int i = 0; i < 100000; ++i) page += "<div><ol><li>";
  CHECK_NOTHROW(read_html(page + "koniec"));
}
