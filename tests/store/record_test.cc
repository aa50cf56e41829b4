// Records: what is written is read again, and whatever else the bytes are, reading ends in a value or an Error.
#include "indexer/store/record.h"

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <string>

#include "indexer/law/error.h"
#include "indexer/store/codec.h"
#include "indexer/store/law_record.h"
#include "indexer/store/office_record.h"
#include "indexer/store/task_heads.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

// Values of all shapes from a fixed seed, so that a failure can be seen again.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  unsigned number(unsigned most) { return std::uniform_int_distribution<unsigned>(0, most)(random_); }
  bool flip() { return number(1) == 1; }
  std::string text() {
    static const std::vector<std::string> kPieces{
        "", "a", "ż", "§ 16 ", "poczta ", std::string(1, '\0'), "\n", "\xFF", std::string(300, 'x')};
    std::string text;
    for (unsigned left = number(4); left > 0; --left)
      text += kPieces[number(static_cast<unsigned>(kPieces.size()) - 1)];
    return text;
  }
  law::Date day() {
    static const law::Date kFirst = std::chrono::sys_days{std::chrono::year{1000} / 1 / 1};
    return kFirst + std::chrono::days(number(3287181));  // to 9999-12-31
  }
  std::optional<law::Date> maybe_day() { return flip() ? std::optional{day()} : std::nullopt; }
  law::Citation citation() {
    std::vector<law::Step> steps;
    for (unsigned left = number(5); left > 0; --left)
      steps.push_back({static_cast<law::Level>(number(7)), {number(9999), flip() ? "" : "ab"}});
    return law::Citation(steps);
  }
  std::optional<law::UnitRef> unit_ref() {
    if (flip()) return std::nullopt;
    return law::UnitRef{text(), text(), static_cast<law::UnitKind>(number(10))};
  }
  StoredTask task() {
    StoredTask stored;
    stored.office = text();
    stored.before = number(300);
    stored.behind = number(300);
    stored.task = {.id = text(),
                   .citation = citation(),
                   .text = text(),
                   .context = text(),
                   .unit = unit_ref(),
                   .unit_reason = text(),
                   .inferred = flip(),
                   .post = text(),
                   .position = text(),
                   .role = static_cast<law::Role>(number(4)),
                   .validity = {day(), maybe_day()},
                   .made_by = {text(), text()},
                   .file = text(),
                   .lines = {number(100000), number(100000)},
                   .ended_by = maybe_by()};
    return stored;
  }
  law::Provenance by() { return {text(), text()}; }
  std::optional<law::Provenance> maybe_by() { return flip() ? std::optional{by()} : std::nullopt; }
  law::ActRef act_ref() { return {text(), maybe_day()}; }
  template <typename Value>
  std::vector<Value> some(Value (Generator::*one)()) {
    std::vector<Value> out;
    for (unsigned left = number(3); left > 0; --left) out.push_back((this->*one)());
    return out;
  }
  VersionEntry version_entry() { return {text(), {day(), maybe_day()}}; }
  ProvisionEntry provision_entry() { return {{text(), text()}, citation(), some(&Generator::version_entry)}; }
  law::UnknownEnd unknown_end() { return {{text(), text()}, citation(), day(), by(), flip()}; }
  law::SuccessionReason reason() { return static_cast<law::SuccessionReason>(number(2)); }
  law::Succession succession() {
    return {text(),
            text(),
            day(),
            static_cast<law::Certainty>(number(2)),
            some(&Generator::reason),
            number(100),
            number(100),
            some(&Generator::by)};
  }
  Outline outline() {
    return {some(&Generator::provision_entry), some(&Generator::unknown_end), some(&Generator::succession)};
  }
  StoredProvision provision() {
    return {text(),
            {.id = text(),
             .document = {text(), text()},
             .citation = citation(),
             .text = text(),
             .closing = text(),
             .validity = {day(), maybe_day()},
             .made_by = by(),
             .ended_by = maybe_by(),
             .file = text(),
             .lines = {number(100000), number(100000)}}};
  }
  law::Operation operation() {
    return {.act = text(),
            .place = text(),
            .kind = text(),
            .document = {text(), text()},
            .targets = some(&Generator::text),
            .anchor = text(),
            .effective = maybe_day(),
            .lines = {number(100000), number(100000)},
            .old_text = text(),
            .new_text = text(),
            .applied = flip(),
            .note = text()};
  }
  Office office() {
    Office office;
    office.summary = {.id = text(),
                      .name = text(),
                      .tasks = number(1000),
                      .units = number(1000),
                      .acts = number(1000),
                      .covered_from = maybe_day(),
                      .law_state_as_of = maybe_day(),
                      .last_act = text(),
                      .not_applied = number(10)};
    for (unsigned left = number(3); left > 0; --left)
      office.units.push_back({.id = text(),
                              .code = text(),
                              .name = text(),
                              .kind = static_cast<law::UnitKind>(number(10)),
                              .parent = flip() ? std::optional{text()} : std::nullopt,
                              .validity = {day(), maybe_day()},
                              .act = text(),
                              .listed_at = text(),
                              .inferred = text(),
                              .place = text(),
                              .ended_by = maybe_by()});
    for (unsigned left = number(3); left > 0; --left)
      office.acts.push_back({.id = text(),
                             .number = text(),
                             .kind = text(),
                             .organ = text(),
                             .title = text(),
                             .file = text(),
                             .date = maybe_day(),
                             .in_force = maybe_day(),
                             .operations = number(100),
                             .not_applied = number(100),
                             .in_force_rule = text(),
                             .amends = flip() ? std::optional{act_ref()} : std::nullopt,
                             .repeals = some(&Generator::act_ref)});
    office.details.information_desk = text();
    for (unsigned left = number(3); left > 0; --left) office.details.accessibility[text()] = text();
    return office;
  }

 private:
  std::mt19937 random_;
};

std::string encoded(const StoredTask& stored, const StringList& names) {
  return encode_task(stored, WordNumbers(names));
}

std::string damage_seen_in(const std::string& record) {
  try {
    decode_task(record, {});
  } catch (const law::Error& error) {
    return error.code();
  }
  return "read without an error";
}

TEST_CASE("the worked example of record.h") {
  StoredTask stored;
  stored.office = "o";
  stored.task.id = "o-7";
  stored.task.citation = law::Citation({{law::Level::section, {1, ""}}});
  stored.task.text = "x";
  stored.task.validity.from = std::chrono::sys_days{std::chrono::year{2015} / 1 / 2};
  const std::string body{
      "\x03\0\0\x01\x01\0\x01o\0\0\0\0\0\0\0\x01\0\x01x\x01\x1A\x04\0\0\0\0\x01\x01\0\x04\x01-\x04\x01\x07", 35};
  const std::string record = encoded(stored, {});
  CHECK(record.substr(0, record.size() - 4) == body);
  CHECK(decode_task(record, {}) == stored);
}

TEST_CASE("a task point is read as it was written, whatever stands in the list beside it") {
  Generator generate(20231115);
  for (int round = 0; round < 2000; ++round) {
    const std::vector<StoredTask> tasks{generate.task(), generate.task(), generate.task()};
    const StringList names = names_of({}, tasks);
    REQUIRE(decode_names(encode_names(names)) == names);
    for (const StoredTask& stored : tasks) {
      REQUIRE(decode_task(encoded(stored, names), names) == stored);
      REQUIRE(decode_task(encoded(stored, {}), {}) == stored);
    }
  }
}

TEST_CASE("what task points are ranked, dated and counted by is read as their records are") {
  Generator generate(20240229);
  for (unsigned round = 0; round < 1000; ++round) {
    std::vector<StoredTask> tasks(round % 7);
    for (StoredTask& stored : tasks) {
      stored = generate.task();
      stored.office = "lublin";
      if (generate.flip()) stored.task.unit = tasks.front().task.unit;
      if (generate.flip()) stored.task.validity = tasks.front().task.validity;
    }
    const StringList some = names_of({}, tasks);
    for (const StringList& names : {some, StringList()}) {
      const TaskHeads heads(encode_heads(tasks, WordNumbers(names)), names);
      REQUIRE(heads.points() == tasks.size());
      for (std::size_t i = 0; i < tasks.size(); ++i) {
        REQUIRE(heads.of(i + 1) == head_of(tasks[i]));
        REQUIRE(heads.validity(i + 1) == tasks[i].task.validity);
        REQUIRE(FoundTask(tasks[i]).head() == head_of(tasks[i]));
        REQUIRE(FoundTask(tasks[i]).stored() == tasks[i]);
        for (std::size_t other = 0; other < tasks.size(); ++other) {
          const bool same = tasks[other].task.text == tasks[i].task.text;
          REQUIRE(heads.say_the_same(i + 1, other + 1) == same);
          REQUIRE(FoundTask(tasks[i]).says_the_same(FoundTask(tasks[other])) == same);
        }
      }
    }
  }
}

TEST_CASE("words of four bytes or more are counted, whatever stands between them") {
  StoredTask stored;
  const auto words = [&stored](const std::string& text) {
    stored.task.text = text;
    return head_of(stored).long_words;
  };
  CHECK(words("") == 0);
  CHECK(words("abc;abcd,  ab") == 1);
  CHECK(words("administrowania systemem poczty elektronicznej") == 4);
  CHECK(words("żół i łąka,poczta;droga") == 4);  // of six, six, six and five bytes
}

TEST_CASE("what task points share stands once") {
  StoredTask stored;
  stored.office = "lublin";
  stored.task.citation = law::parse_citation("§ 16 ust. 1 pkt 8").value();
  stored.task.validity.from = test::day("2023-11-15");
  stored.task.unit = law::UnitRef{"IT-ES", "Referat Eksploatacji Systemów", law::UnitKind::referat};
  stored.task.text = "administrowania systemem poczty elektronicznej";
  stored.task.id = "lublin-par16-ust1-pkt8-20231115";
  StoredTask other = stored;
  other.task.citation = law::parse_citation("§ 16 ust. 1 pkt 9").value();
  other.task.id = "lublin-par16-ust1-pkt9-20231115";
  const StringList names = names_of({}, {stored, other});
  CHECK(encoded(stored, names).size() < 48);
  // A number that is not in the list is damage, not another name.
  CHECK(damage_seen_in(encoded(stored, names)) == "record-damaged");
}

TEST_CASE("an office is read as it was written") {
  Generator generate(20220101);
  for (int round = 0; round < 500; ++round) {
    const Office office = generate.office();
    const StringList names = names_of(office, {});
    REQUIRE(decode_office(encode_office(office, WordNumbers(names)), names) == office);
  }
}

TEST_CASE("units of an office are read by their code as all of them are") {
  Generator generate(20220102);
  for (int round = 0; round < 500; ++round) {
    const Office office = generate.office();
    const StringList names = names_of(office, {});
    std::map<std::string, std::vector<law::Unit>> by_code;
    for (const law::Unit& unit : office.units) by_code[unit.code].push_back(unit);
    OfficeParts parts(encode_office(office, WordNumbers(names)), std::make_shared<const StringList>(names));
    REQUIRE(parts.acts() == office.acts);
    const std::vector<std::string> codes = parts.codes();
    REQUIRE(codes.size() == by_code.size());
    REQUIRE(std::is_sorted(codes.begin(), codes.end()));
    for (const auto& [code, units] : by_code) REQUIRE(parts.units(code) == units);
    REQUIRE(parts.units("no such code").empty());
  }
}

TEST_CASE("the law is read as it was written") {
  Generator generate(20200701);
  for (int round = 0; round < 500; ++round) {
    const Outline outline = generate.outline();
    REQUIRE(decode_outline(encode_outline(outline)) == outline);
    const StoredProvision provision = generate.provision();
    REQUIRE(decode_provision(encode_provision(provision)) == provision);
    const std::vector<law::Operation> operations = generate.some(&Generator::operation);
    REQUIRE(decode_operations(encode_operations(operations)) == operations);
  }
}

TEST_CASE("any changed byte of a record is noticed") {
  Generator generate(7);
  const std::string record = encoded(generate.task(), {});
  for (std::size_t at = 0; at < record.size(); ++at)
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = record;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      REQUIRE(damage_seen_in(changed) == "record-damaged");
    }
}

TEST_CASE("a record cut short or drawn out is noticed") {
  Generator generate(8);
  const std::string record = encoded(generate.task(), {});
  for (std::size_t size = 0; size < record.size(); ++size)
    REQUIRE(damage_seen_in(record.substr(0, size)) == "record-damaged");
  CHECK(damage_seen_in(record + "x") == "record-damaged");
}

// The checksum lets no random bytes through, so the bounds are tried behind a right one.
TEST_CASE("bytes with a right checksum and no sense end in an error or a value, never in a crash") {
  std::mt19937 random(9);
  Generator generate(10);
  unsigned refused = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string whole = encoded(generate.task(), {});
    std::string bytes = whole.substr(0, whole.size() - 4);
    bytes[random() % bytes.size()] = static_cast<char>(random() & 0xFF);
    if (round % 3 == 0) bytes.resize(1 + random() % bytes.size());
    if (damage_seen_in(sealed(bytes)) == "record-damaged") ++refused;
  }
  CHECK(refused > 5000);  // every third was cut, most of those inside a field
}

TEST_CASE("a day no calendar of ours has is not written") {
  Encoder out;
  CHECK_THROWS_AS(out.day(law::Date{} + std::chrono::days(10'000'000)), law::Error);
}

}  // namespace
}  // namespace kto::store
