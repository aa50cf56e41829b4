// Records of the index: bytes from a disk. Each is exactly what its encoder gave, or record-damaged. The checksum is
// put right first, else nothing behind it would ever be read.
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

template <class Decode, class Encode>
void check(const std::string& record, const Decode& decode, const Encode& encode) {
  try {
    require(encode(decode(record)) == record);
  } catch (const law::Error& error) {
    require(error.code() == "record-damaged");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const auto& record : {bytes, store::sealed(bytes)}) {
    check(record, store::decode_task, store::encode_task);
    check(record, store::decode_office, store::encode_office);
  }
  return 0;
}
