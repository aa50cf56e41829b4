// Records of the index: bytes from a disk. Each is record-damaged or a value that stays the same when it is written and
// read again; of a task the bytes do too. The checksum is put right first, else nothing behind it would ever be read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "indexer/law/error.h"
#include "indexer/store/codec.h"
#include "indexer/store/record.h"

using namespace kto;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_task(const std::string& record) {
  require(store::encode_task(store::decode_task(record)) == record);
}

void check_office(const std::string& record) {
  const auto office = store::decode_office(record);
  require(store::decode_office(store::encode_office(office)) == office);
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
    check(record, check_task);
    check(record, check_office);
  }
  return 0;
}
