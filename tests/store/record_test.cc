// Records: what is written is read again, and whatever else the bytes are, reading ends in a value or an Error.
#include "indexer/store/record.h"

#include <random>
#include <string>

#include "indexer/law/error.h"
#include "indexer/store/codec.h"
#include "indexer/store/law_record.h"
#include "tests/store/generator.h"
#include "tests/support/catch.h"

namespace kto::store {
namespace {

std::string damage_seen_in(const std::string& record) {
  try {
    decode_provision(record);
  } catch (const law::Error& error) {
    return error.code();
  }
  return "read without an error";
}

TEST_CASE("the worked example of record.h") {
  StoredTask stored;
  stored.office = "o";
  stored.task.id = "i";
  stored.task.citation = law::Citation({{law::Level::section, {1, ""}}});
  stored.task.text = "x";
  stored.task.validity.from = std::chrono::sys_days{std::chrono::year{1000} / 1 / 2};
  const std::string body{
      "\x02\x01o\x01i\x01\x03\x01\x00\x01x\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00", 26};
  const std::string record = encode_task(stored);
  CHECK(record.substr(0, record.size() - 8) == body);
}

TEST_CASE("an office is read as it was written") {
  Generator generate(20220101);
  for (int round = 0; round < 500; ++round) {
    const Office office = generate.office();
    REQUIRE(decode_office(encode_office(office)) == office);
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
  const std::string record = encode_provision(generate.provision());
  for (std::size_t at = 0; at < record.size(); ++at)
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = record;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      REQUIRE(damage_seen_in(changed) == "record-damaged");
    }
}

TEST_CASE("a record cut short or drawn out is noticed") {
  Generator generate(8);
  const std::string record = encode_provision(generate.provision());
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
    const std::string whole = encode_provision(generate.provision());
    std::string bytes = whole.substr(0, whole.size() - 8);
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
