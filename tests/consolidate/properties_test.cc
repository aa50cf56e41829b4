// What must hold of any row of amendments: random acts over a list of points, held against a plain map of the points.
#include <map>
#include <random>

#include "indexer/consolidate/timeline.h"
#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

using Points = std::map<law::Ordinal, std::string>;  // of § 3, with their stops

const char* kGive = "1) § 3 otrzymuje brzmienie:\n„§ 3\nDo zadań należy:\n1) raz;\n2) dwa;\n3) trzy;\n4) cztery;”.";
const Points kGiven{{{1, ""}, "raz;"}, {{2, ""}, "dwa;"}, {{3, ""}, "trzy;"}, {{4, ""}, "cztery;"}};

law::Act act_of(const std::string& commands, int number, law::Date day) {
  law::Act act = parse::parse_act({"a.txt", tests::amending_act(commands, std::to_string(number) + "/2024")});
  act.in_force = day;
  for (law::Amendment& amendment : act.amendments) amendment.effective = day;
  return act;
}

// Random commands, applied to the map as they are written.
class Commands {
 public:
  explicit Commands(unsigned seed) : random_(seed) {}

  // One command without its number, and what it makes of the points.
  std::string next(Points& points) {
    const std::string word = "zadanie" + std::to_string(++words_);
    auto point = points.begin();
    std::advance(point, static_cast<std::ptrdiff_t>(random_() % points.size()));
    const std::string number = law::to_string(point->first);
    switch (random_() % 5) {
      case 0:
        if (points.size() < 2) break;
        points.erase(point);
        return "w § 3 uchyla się pkt " + number;
      case 1: {
        const law::Ordinal inserted = free_after(point->first);
        points[inserted] = word + ";";
        return "w § 3 po pkt " + number + " dodaje się pkt " + law::to_string(inserted) + " w brzmieniu: „" +
               law::to_string(inserted) + ") " + word + ";”";
      }
      case 2: {
        const std::string old = point->second.substr(0, point->second.size() - 1);
        point->second = word + ";";
        return "w § 3 w pkt " + number + " wyrazy „" + old + "” zastępuje się wyrazami „" + word + "”";
      }
      case 3: {
        const std::string old = point->second.substr(0, point->second.size() - 1);
        point->second = old + " oraz " + word + ";";
        return "w § 3 w pkt " + number + " po wyrazach „" + old + "” dodaje się wyrazy „oraz " + word + "”";
      }
      default:
        break;
    }
    point->second = word + ";";
    return "w § 3 pkt " + number + " otrzymuje brzmienie: „" + number + ") " + word + ";”";
  }

  unsigned count(unsigned most) { return 1 + static_cast<unsigned>(random_()) % most; }

 private:
  // The next letter for the number; a repealed one is not given again.
  law::Ordinal free_after(const law::Ordinal& after) {
    const unsigned letter = given_[after.value]++;
    return {after.value, (letter >= 26 ? "z" : "") + std::string(1, static_cast<char>('a' + letter % 26))};
  }

  std::mt19937 random_;
  std::map<unsigned, unsigned> given_;  // letters by number
  unsigned words_ = 0;
};

std::string numbered(const std::vector<std::string>& commands) {
  std::string out;
  for (std::size_t i = 0; i < commands.size(); ++i)
    out += std::to_string(i + 1) + ") " + commands[i] + (i + 1 < commands.size() ? ";\n" : ".");
  return out;
}

Points in_force(const consolidate::Timeline& timeline, law::Date day) {
  Points out;
  for (const law::ProvisionVersion& version : timeline.versions)
    if (version.citation.back().level == law::Level::point && version.validity.contains(day))
      out[version.citation.back().number] = version.text;
  return out;
}

law::Date day_of(int number) {
  return law::parse_date("2024-02-01").value() + std::chrono::days{number * 10};
}

// The versions of a provision follow each other without overlap, and one that was only reworded without a gap.
void check_whole(const consolidate::Timeline& timeline) {
  const law::ProvisionVersion* before = nullptr;
  for (const law::ProvisionVersion& version : timeline.versions) {
    REQUIRE(!version.validity.empty());
    REQUIRE(version.validity.to.has_value() == version.ended_by.has_value());
    if (before != nullptr && before->document == version.document && before->citation == version.citation) {
      REQUIRE(before->validity.to.has_value());
      REQUIRE(*before->validity.to == version.validity.from);
    }
    before = &version;
  }
}

}  // namespace

TEST_CASE("random acts make the law that their commands say, on every day") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    Commands commands(seed);
    Points points = kGiven;
    std::vector<law::Act> acts{act_of(kGive, 1, day_of(0))};
    std::vector<Points> expected{points};
    for (int number = 1; number <= 8; ++number) {
      std::vector<std::string> some;
      for (unsigned i = commands.count(4); i > 0; --i) some.push_back(commands.next(points));
      acts.push_back(act_of(numbered(some), number + 1, day_of(number)));
      expected.push_back(points);
    }
    std::shuffle(acts.begin(), acts.end(), std::mt19937(seed));  // the order of files says nothing
    const auto timeline = consolidate::consolidate(acts, "x");
    for (const auto& outcome : timeline.outcomes) CHECK(outcome.applied);
    for (std::size_t number = 0; number < expected.size(); ++number) {
      const law::Date day = day_of(static_cast<int>(number));
      CHECK(in_force(timeline, day) == expected[number]);
      CHECK(in_force(timeline, day + std::chrono::days{9}) == expected[number]);
    }
    check_whole(timeline);
  }
}

TEST_CASE("many acts of one day make the law that one act with all their commands makes") {
  for (unsigned seed = 101; seed <= 140; ++seed) {
    INFO("seed " << seed);
    Commands commands(seed);
    Points points = kGiven;
    std::vector<std::string> all;
    for (int i = 0; i < 7; ++i) all.push_back(commands.next(points));
    std::vector<law::Act> apart{act_of(kGive, 1, day_of(0))};
    for (std::size_t i = 0; i < all.size(); ++i)
      apart.push_back(act_of(numbered({all[i]}), static_cast<int>(i) + 2, day_of(1)));
    const auto together = consolidate::consolidate({apart.front(), act_of(numbered(all), 2, day_of(1))}, "x");
    const auto in_steps = consolidate::consolidate(apart, "x");
    CHECK(in_force(together, day_of(1)) == points);
    CHECK(in_force(in_steps, day_of(1)) == points);
    check_whole(together);
    check_whole(in_steps);
  }
}

TEST_CASE("what is inserted and then repealed leaves no trace on later days") {
  for (unsigned number = 1; number <= 4; ++number) {
    const std::string place = std::to_string(number);
    const auto give = act_of(kGive, 1, day_of(0));
    const auto insert = act_of("1) w § 3 po pkt " + place + " dodaje się pkt " + place + "a w brzmieniu: „" + place +
                                   "a) nowe, w tym:\na) małe,\nb) duże;”.",
                               2, day_of(1));
    const auto repeal = act_of("1) w § 3 uchyla się pkt " + place + "a.", 3, day_of(2));
    const auto timeline = consolidate::consolidate({give, insert, repeal}, "x");
    CHECK(in_force(timeline, day_of(1)).size() == kGiven.size() + 1);
    CHECK(in_force(timeline, day_of(2)) == kGiven);
    check_whole(timeline);
  }
}
