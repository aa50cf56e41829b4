// Unusable input: one sentence with the place and a hint, and nothing is written.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "indexer/commands/commands.h"
#include "indexer/corpus/office_law.h"
#include "indexer/law/error.h"
#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;
namespace fs = std::filesystem;

namespace {

// A corpus folder that is gone when the test is.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("kto-corpus-test-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }
  void write(const std::string& file, const std::string& text) const {
    fs::create_directories((path_ / file).parent_path());
    std::ofstream(path_ / file, std::ios::binary) << text;
  }

 private:
  fs::path path_;
};

// "code: what", with the folder's own path taken out.
std::string refusal(const Folder& folder) {
  try {
    for (const auto& office : corpus::read_corpus(folder.path())) corpus::read_law(office);
  } catch (const law::Error& error) {
    CHECK(!error.hint().empty());
    std::string what = error.code() + ": " + error.what();
    for (std::size_t at; (at = what.find(folder.path().string())) != std::string::npos;)
      what.replace(at, folder.path().string().size(), "F");
    return what;
  }
  return "";
}

const char* kOffice = R"({"id": "x", "name": "Urząd X"})";

}  // namespace

TEST_CASE("unusable input is refused with its place") {
  struct Row {
    const char* office;
    const char* file;
    std::string act;
    const char* refusal;
  };
  const std::string good = tests::amending_act("1) uchyla się § 9.");
  const Row rows[] = {
      {kOffice, "x/acts/a.txt", good, ""},
      {kOffice, "x/acts/a.txt", "", "act-empty: F/x/acts/a.txt: the act is empty"},
      {kOffice, "x/acts/a.txt", " \n\n\f\n", "act-empty: F/x/acts/a.txt: the act is empty"},
      {kOffice, "x/acts/a.txt",
       "Zarz\xb1"
       "dzenie\n\n\xbf",
       "act-not-utf8: F/x/acts/a.txt:1: the text is not UTF-8 at byte 4"},
      {kOffice, "x/acts/a.pdf", good, "act-unreadable: F/x/acts/a.pdf: is no PDF that can be read"},
      {kOffice, "x/acts/a.docx", good, "act-unknown-format: F/x/acts/a.docx: files of this kind are not read"},
      {kOffice, "x/acts/README.md", good, "acts-missing: F/x/acts: no act is there"},
      {kOffice, "x/acts/a.txt", "mleko, chleb",
       "no-heading: x/acts/a.txt:1: no line names an act (Zarządzenie, Uchwała, Rozporządzenie …); if this is the "
       "regulation itself, say so in office.json: \"base\": {\"file\": \"a.txt\", \"number\": \"…\", \"date\": "
       "\"YYYY-MM-DD\", \"in_force\": \"YYYY-MM-DD\"}, or put these into a .json file beside it"},
      {R"({"id": "x", "name": "X", "base": {"file": "b.txt"}})", "x/acts/a.txt", good,
       "office-invalid: F/x/office.json: \"base\" names the file b.txt, which is not in acts/"},
      {R"({"id": "x", "name": "X", "base": {"file": "a.txt", "in_force": "dziś"}})", "x/acts/a.txt", good,
       "office-invalid: F/x/office.json: \"in_force\" is no day written YYYY-MM-DD"},
      {R"({"id": "x", "name": "X", "base": {"file": "a.txt", "in_force": "2020-01-01"}})", "x/acts/a.txt", "mleko",
       "no-provisions: x/acts/a.txt:1: neither a \"§ 1\" nor a list was found in this regulation"},
      {kOffice, "x/acts/a.txt", tests::amending_act("1) uchyla się § 9.", "1/2024", "kiedyś."),
       "entry-into-force-not-understood: x/acts/a.txt:9: the day of entry into force was not understood; its "
       "amendments "
       "cannot be dated"},
      {"{", "x/acts/a.txt", good, "office-invalid: F/x/office.json: is no JSON object"},
      {R"({"name": "Urząd X"})", "x/acts/a.txt", good,
       "office-invalid: F/x/office.json: \"id\" must be lower-case letters, digits and hyphens, at most 64"},
      {R"({"id": "x"})", "x/acts/a.txt", good, "office-invalid: F/x/office.json: \"name\" is missing"},
      {R"({"id": "x", "name": "X", "promulgated": {"1": "2020-02-30"}})", "x/acts/a.txt", good,
       "office-invalid: F/x/office.json: the day of promulgation of act 1 is no day written YYYY-MM-DD"},
  };
  for (const Row& row : rows) {
    const Folder folder;
    folder.write("x/office.json", row.office);
    folder.write(row.file, row.act);
    CHECK(refusal(folder) == row.refusal);
  }
}

TEST_CASE("a corpus that is none is refused") {
  const Folder folder;
  CHECK(refusal(folder) == "corpus-empty: F: no folder in it has an office.json");
  folder.write("a/office.json", kOffice);
  folder.write("a/acts/a.txt", "x");
  folder.write("b/office.json", kOffice);
  folder.write("b/acts/a.txt", "x");
  CHECK(refusal(folder) == "office-duplicate: F: two folders have the office id x");
  CHECK_THROWS_AS(corpus::read_corpus(folder.path() / "none"), law::Error);
}

TEST_CASE("an office says who helps at its door and how accessible it is") {
  Folder folder;
  folder.write("x/office.json", R"({"id": "x", "name": "Urząd X", "information_desk": "OR-III",
    "accessibility": {"email": "dostepnosc@example.org"}})");
  folder.write("x/acts/a.txt", tests::amending_act("1) uchyla się § 9."));
  const auto law = corpus::read_law(corpus::read_corpus(folder.path()).at(0));
  const auto details = corpus::to_catalogue(law).details;
  CHECK(details.information_desk == "OR-III");
  CHECK(details.accessibility == std::map<std::string, std::string>{{"email", "dostepnosc@example.org"}});

  folder.write("x/office.json", R"({"id": "x", "name": "Urząd X", "accessibility": {"email": 7}})");
  CHECK(refusal(folder).find("\"accessibility\": \"email\" must be a text") != std::string::npos);
}

TEST_CASE("the day of promulgation comes from office.json") {
  const Folder folder;
  folder.write("x/office.json", R"({"id": "x", "name": "X", "promulgated": {"1/2024": "2024-01-10"}})");
  std::string act = tests::amending_act("1) uchyla się § 9.");
  const std::string rule = "z dniem 1 lutego 2024 r.";
  act.replace(act.find(rule), rule.size(), "po upływie 14 dni od dnia ogłoszenia.");
  folder.write("x/acts/a.txt", act);
  const auto law = corpus::read_law(corpus::read_corpus(folder.path()).at(0));
  CHECK(law.acts.at(0).in_force == law::parse_date("2024-01-25"));
}

TEST_CASE("a regulation alone is the base that office.json or a file beside it says it is") {
  const std::string regulation =
      "Regulamin Organizacyjny\n§ 1. W skład urzędu wchodzą następujące komórki "
      "organizacyjne:\n1) Wydział Mostów (WM);\n2) Wydział Dróg (WD).\n";
  const std::string facts = R"("number": "9/2019", "date": "2019-03-03", "in_force": "2019-04-01")";
  for (const bool beside : {false, true}) {
    const Folder folder;
    folder.write("x/office.json",
                 beside ? kOffice : R"({"id": "x", "name": "X", "base": {"file": "r.txt", )" + facts + "}}");
    if (beside) folder.write("x/acts/r.json", "{" + facts + "}");
    folder.write("x/acts/r.txt", regulation);
    folder.write("x/acts/z.txt", tests::amending_act("1) w § 1 uchyla się pkt 2."));
    const auto law = corpus::read_law(corpus::read_corpus(folder.path()).at(0));
    REQUIRE(law.extraction.units.size() == 2);
    CHECK(law.extraction.units[0].validity == law::Validity{law::parse_date("2019-04-01").value(), std::nullopt});
    CHECK(law.extraction.units[1].validity.to == law::parse_date("2024-02-01"));
    CHECK(law.timeline.outcomes.at(0).applied);
  }
}

TEST_CASE("a listing without codes is said, with its place") {
  const Folder folder;
  folder.write("x/office.json", kOffice);
  folder.write("x/acts/a.txt", tests::amending_act("1) w § 3 po pkt 1 dodaje się pkt 1a w brzmieniu:\n„1a) referat ds. "
                                                   "mostów, w skład którego wchodzi:\na) kierownik referatu,\nb) "
                                                   "stanowisko pracy ds. barier;”."));
  const auto law = corpus::read_law(corpus::read_corpus(folder.path()).at(0));
  REQUIRE(law.extraction.diagnostics.size() == 1);
  CHECK(
      law::render(law.extraction.diagnostics[0]) ==
      "x/acts/a.txt:9:1: warning: § 3 pkt 1a lists a unit without a code in brackets, as \"(IT-ES)\"; its tasks can be "
      "found by their words only\n  „1a) referat ds. mostów, w skład którego wchodzi:\n  ^\n");
}

TEST_CASE("--strict writes nothing when there are warnings") {
  const Folder folder;
  folder.write("x/office.json", kOffice);
  folder.write("x/acts/a.txt", tests::amending_act("1) w 9 uchyla się pkt 2."));
  std::ostringstream out, err;
  commands::BuildRequest request;
  request.corpora = {folder.path()};
  request.index = folder.path() / "index";
  request.strict = true;
  CHECK(commands::build(request, {out, err}) == commands::kDiagnosed);
  CHECK(err.str().find("x/acts/a.txt:8:6: warning: \"§\" is missing before 9") != std::string::npos);
  CHECK(!fs::exists(request.index));
}
