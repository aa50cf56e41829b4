#include "indexer/consolidate/timeline.h"

#include <sstream>

#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

law::Act act_of(const std::string& commands, const std::string& number, const std::string& in_force) {
  return parse::parse_act({number + ".txt", tests::amending_act(commands, number, in_force)});
}

// "§ 3 pkt 1 [2024-02-01, -) text", a line a version.
std::string short_form(const consolidate::Timeline& timeline) {
  std::ostringstream out;
  for (const law::ProvisionVersion& version : timeline.versions) {
    out << law::to_string(version.citation) << " [" << law::to_string(version.validity.from) << ", "
        << (version.validity.to ? law::to_string(*version.validity.to) : "-") << ") " << version.text << "\n";
  }
  return out.str();
}

std::string outcomes(const consolidate::Timeline& timeline) {
  std::string out;
  for (const auto& outcome : timeline.outcomes) out += (outcome.applied ? "+ " : "- ") + outcome.note + "\n";
  return out;
}

const char* kGive =
    "1) § 3 otrzymuje brzmienie:\n„§ 3\nDo zadań należy:\n1) jeden;\n2) dwa, w tym:\na) małe,\nb) duże;\n3) trzy.”.";

}  // namespace

TEST_CASE("a replaced provision is known from that day, with its points") {
  const auto timeline = consolidate::consolidate({act_of(kGive, "1/2024", "1 lutego 2024 r.")}, "x");
  CHECK(
      short_form(timeline) ==
      "§ 3 [2024-02-01, -) Do zadań należy:\n§ 3 pkt 1 [2024-02-01, -) jeden;\n§ 3 pkt 2 [2024-02-01, -) dwa, w tym:\n"
      "§ 3 pkt 2 lit. a [2024-02-01, -) małe,\n§ 3 pkt 2 lit. b [2024-02-01, -) duże;\n§ 3 pkt 3 [2024-02-01, -) "
      "trzy.\n");
  CHECK(timeline.versions[0].id == "x-par3-20240201");
  REQUIRE(timeline.unknown_ends.size() == 1);
  CHECK(law::to_string(timeline.unknown_ends[0].citation) == "§ 3");
}

TEST_CASE("a second act changes what the first gave") {
  struct Row {
    const char* commands;
    const char* changed;   // versions of the second act or ended by it
    const char* outcomes;  // of the second act
  };
  const Row rows[] = {
      {"1) w § 3 uchyla się pkt 2.",
       "§ 3 pkt 2 [2024-02-01, 2024-03-01) dwa, w tym:\n§ 3 pkt 2 lit. a [2024-02-01, 2024-03-01) małe,\n"
       "§ 3 pkt 2 lit. b [2024-02-01, 2024-03-01) duże;\n",
       "+ \n"},
      // § 3 pkt 1 is neither § 3 pkt 10 nor § 3a
      {"1) w § 3 uchyla się pkt 10;\n2) uchyla się § 3a.", "",
       "+ the repealed text is not known: § 3 pkt 10\n+ the repealed text is not known: § 3a\n"},
      {"1) w § 3 w pkt 3 kropkę zastępuje się średnikiem i dodaje się pkt 4 w brzmieniu:\n„4) cztery.”.",
       "§ 3 pkt 3 [2024-02-01, 2024-03-01) trzy.\n§ 3 pkt 3 [2024-03-01, -) trzy;\n§ 3 pkt 4 [2024-03-01, -) cztery.\n",
       "+ \n+ \n"},
      {"1) w § 3 w pkt 1 kropkę zastępuje się średnikiem i dodaje się pkt 4 w brzmieniu:\n„4) cztery.”.",
       "§ 3 pkt 4 [2024-03-01, -) cztery.\n", "- § 3 pkt 1 does not end with \".\"\n+ \n"},
      {"1) w § 3 wyrazy „dwa” zastępuje się wyrazami „dwa i pół”.",
       "§ 3 pkt 2 [2024-02-01, 2024-03-01) dwa, w tym:\n§ 3 pkt 2 [2024-03-01, -) dwa i pół, w tym:\n", "+ \n"},
      {"1) w § 3 w pkt 1 wyrazy „dwa” zastępuje się wyrazami „pięć”.", "", "- words not found: § 3 pkt 1\n"},
      {"1) w § 4 wyrazy „dwa” zastępuje się wyrazami „pięć”.", "",
       "- words not found, for the text is not known: § 4\n"},
      {"1) w § 3 w pkt 2 skreśla się wyrazy „, w tym”.",
       "§ 3 pkt 2 [2024-02-01, 2024-03-01) dwa, w tym:\n§ 3 pkt 2 [2024-03-01, -) dwa:\n", "+ \n"},
      {"1) w § 3 w pkt 2 w lit. a po wyrazie „małe” dodaje się wyrazy „i średnie”.",
       "§ 3 pkt 2 lit. a [2024-02-01, 2024-03-01) małe,\n§ 3 pkt 2 lit. a [2024-03-01, -) małe i średnie,\n", "+ \n"},
      {"1) w § 3 w pkt 3 na końcu dodaje się wyrazy „i więcej”.",
       "§ 3 pkt 3 [2024-02-01, 2024-03-01) trzy.\n§ 3 pkt 3 [2024-03-01, -) trzy i więcej.\n", "+ \n"},
      {"1) w § 3 wprowadzenie do wyliczenia otrzymuje brzmienie: „Zadania to:”.",
       "§ 3 [2024-02-01, 2024-03-01) Do zadań należy:\n§ 3 [2024-03-01, -) Zadania to:\n", "+ \n"},
      {"1) w § 3 po pkt 1 dodaje się pkt 2 w brzmieniu:\n„2) inne;”.", "", "- exists already: § 3 pkt 2\n"},
      {"1) w § 3 użyte w różnej liczbie i przypadku wyrazy „dwa” zastępuje się wyrazami „pięć”.", "",
       "- the words are to be changed in every grammatical form, and no dictionary is at hand\n"},
  };
  for (const Row& row : rows) {
    INFO(row.commands);
    const auto before = act_of(kGive, "1/2024", "1 lutego 2024 r.");
    const auto after = act_of(row.commands, "2/2024", "1 marca 2024 r.");
    // The order in which acts are given does not matter.
    const auto timeline = consolidate::consolidate({after, before}, "x");
    consolidate::Timeline changed = timeline;
    std::erase_if(changed.versions, [](const law::ProvisionVersion& version) {
      return version.made_by.act == "1/2024" && !version.ended_by;
    });
    CHECK(short_form(changed) == row.changed);
    consolidate::Timeline second = timeline;
    std::erase_if(second.outcomes, [](const auto& outcome) { return outcome.act != "2/2024"; });
    CHECK(outcomes(second) == row.outcomes);
  }
}

TEST_CASE("what is repealed twice, or changed after its repeal, is said") {
  const auto timeline = consolidate::consolidate(
      {act_of(kGive, "1/2024", "1 lutego 2024 r."), act_of("1) uchyla się § 3.", "2/2024", "1 marca 2024 r."),
       act_of("1) w § 3 uchyla się pkt 1.", "3/2024", "1 kwietnia 2024 r.")},
      "x");
  CHECK(timeline.outcomes.back().note == "repealed already: § 3 pkt 1");
  for (const auto& version : timeline.versions) {
    CHECK(version.validity.to == law::parse_date("2024-03-01"));
    CHECK(version.ended_by == law::Provenance{"2/2024", "§ 1 pkt 1"});
  }
}

TEST_CASE("words that an earlier act put elsewhere show a missing act") {
  const auto timeline =
      consolidate::consolidate({act_of("1) w § 9 wyrazy „A” zastępuje się wyrazami „B”.", "1/2024", "1 lutego 2024 r."),
                                act_of("1) w § 9 wyrazy „C” zastępuje się wyrazami „D”.", "2/2024", "1 marca 2024 r.")},
                               "x");
  CHECK(outcomes(timeline) ==
        "- words not found, for the text is not known: § 9\n- words not found, for an act before this one put other "
        "words "
        "there: an act in between is missing: § 9\n");
}

TEST_CASE("an act whose day is not known changes nothing and says so") {
  const auto timeline = consolidate::consolidate({act_of(kGive, "1/2024", "kiedyś.")}, "x");
  CHECK(timeline.versions.empty());
  CHECK(outcomes(timeline) == "- the day of entry into force is not known\n");
}

TEST_CASE("two acts of one day make the law that one act with both commands makes") {
  const std::string first = "1) w § 3 uchyla się pkt 1;\n",
                    second = "2) w § 3 wyrazy „dwa” zastępuje się wyrazami „pięć”.";
  const auto give = act_of(kGive, "1/2024", "1 lutego 2024 r.");
  const auto law_of = [](consolidate::Timeline timeline) {
    std::erase_if(timeline.versions, [](const auto& version) { return version.validity.to.has_value(); });
    return short_form(timeline);
  };
  const auto in_one = consolidate::consolidate({give, act_of(first + second, "2/2024", "1 marca 2024 r.")}, "x");
  const auto in_two = consolidate::consolidate(
      {give, act_of(first, "2/2024", "1 marca 2024 r."), act_of("1" + second.substr(1), "3/2024", "1 marca 2024 r.")},
      "x");
  CHECK(law_of(in_one) == law_of(in_two));
  CHECK(law_of(in_one).find("pięć") != std::string::npos);
}

TEST_CASE("inserting and then repealing leaves the law as it was") {
  const auto give = act_of(kGive, "1/2024", "1 lutego 2024 r.");
  const auto insert =
      act_of("1) w § 3 po pkt 1 dodaje się pkt 1a w brzmieniu:\n„1a) nowe;”.", "2/2024", "1 marca 2024 r.");
  const auto repeal = act_of("1) w § 3 uchyla się pkt 1a.", "3/2024", "1 kwietnia 2024 r.");
  const auto in_force = [](const consolidate::Timeline& timeline, const char* day) {
    consolidate::Timeline out = timeline;
    std::erase_if(out.versions, [&](const auto& v) { return !v.validity.contains(law::parse_date(day).value()); });
    return short_form(out);
  };
  const auto all = consolidate::consolidate({give, insert, repeal}, "x");
  CHECK(in_force(all, "2024-04-01") == in_force(consolidate::consolidate({give}, "x"), "2024-04-01"));
  CHECK(in_force(all, "2024-03-31") != in_force(all, "2024-04-01"));
  CHECK(in_force(all, "2024-01-31").empty());
}
