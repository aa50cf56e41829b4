// Records of the index: bytes from a disk. Each is record-damaged or a value that stays the same when it is written and
// read again. The checksum is put right first, else nothing behind it would ever be read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "indexer/law/error.h"
#include "indexer/store/codec.h"
#include "indexer/store/law_record.h"
#include "indexer/store/office_record.h"
#include "indexer/store/record.h"
#include "indexer/store/task_heads.h"

using namespace kto;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

// A few strings that task points have in common.
const store::StringList& names() {
  static const store::StringList kNames{"poczta", "Referat", "\1-\2-\3", "\1-p\4\2"};
  return kNames;
}

void check_task(const std::string& record) {
  const auto stored = store::decode_task(record, names());
  const store::WordNumbers numbers(names());
  require(store::decode_task(store::encode_task(stored, numbers), names()) == stored);
  const store::TaskHeads heads(store::encode_heads({stored, stored}, numbers), names());
  require(heads.of(2) == store::head_of(stored) && heads.validity(2) == stored.task.validity);
  require(heads.say_the_same(1, 2));
}

void check_heads(const std::string& record) {
  const store::TaskHeads heads(record, names());
  for (std::size_t number = 1; number <= heads.points(); ++number) {
    require(heads.of(number).has_unit || heads.of(number).code.empty());
    heads.validity(number);
    require(heads.say_the_same(number, number));
  }
}

void check_names(const std::string& record) {
  const store::StringList list = store::decode_names(record);
  require(store::decode_names(store::encode_names(list)) == list);
}

void check_office(const std::string& record) {
  const auto office = store::decode_office(record, names());
  store::OfficeParts parts(record, std::make_shared<const store::StringList>(names()));
  std::size_t units = 0;
  for (const std::string& code : parts.codes()) {
    for (const law::Unit& unit : parts.units(code)) require(unit.code == code);
    units += parts.units(code).size();
  }
  require(units == office.units.size() && parts.acts() == office.acts);
  require(store::decode_office(store::encode_office(office, store::WordNumbers(names())), names()) == office);
}

void check_law(const std::string& record) {
  const auto outline = store::decode_outline(record);
  require(store::decode_outline(store::encode_outline(outline)) == outline);
}

void check_provision(const std::string& record) {
  require(store::encode_provision(store::decode_provision(record)) == record);
}

void check_operations(const std::string& record) {
  const auto operations = store::decode_operations(record);
  require(store::decode_operations(store::encode_operations(operations)) == operations);
}

void check_act_text(const std::string& record) {
  require(store::encode_act_text(store::decode_act_text(record)) == record);
}

void check(const std::string& record, void (*look)(const std::string&)) {
  try {
    look(record);
  } catch (const law::Error& error) {
    require(error.code() == "record-damaged");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const auto& record : {bytes, store::sealed(bytes)}) {
    for (const auto look : {check_task, check_heads, check_names, check_office, check_law, check_provision,
                            check_operations, check_act_text})
      check(record, look);
  }
  return 0;
}
