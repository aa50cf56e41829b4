#include "searchd/api/program.h"

#include <elf.h>
#include <link.h>

#include <cstddef>
#include <cstring>

namespace kto::api {
namespace {

// Notes are padded to four bytes (ELF gABI, "Note Section").
std::size_t padded(std::size_t size) {
  return (size + 3) & ~std::size_t{3};
}

std::string hex(const unsigned char* bytes, std::size_t size) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < size; ++i) {
    out += kDigits[bytes[i] >> 4];
    out += kDigits[bytes[i] & 15];
  }
  return out;
}

std::string find_build_id(const unsigned char* at, std::size_t size) {
  const unsigned char* const end = at + size;
  while (static_cast<std::size_t>(end - at) >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note;
    std::memcpy(&note, at, sizeof note);
    const std::size_t whole = sizeof note + padded(note.n_namesz) + padded(note.n_descsz);
    if (whole > static_cast<std::size_t>(end - at)) break;
    if (note.n_type == NT_GNU_BUILD_ID) return hex(at + sizeof note + padded(note.n_namesz), note.n_descsz);
    at += whole;
  }
  return {};
}

// Called for the executable first; any value but 0 ends the walk.
int read_notes(dl_phdr_info* info, std::size_t, void* out) {
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const auto& segment = info->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    // The loader hands addresses out as numbers.
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    const auto* bytes = reinterpret_cast<const unsigned char*>(info->dlpi_addr + segment.p_vaddr);
    const std::string id = find_build_id(bytes, segment.p_memsz);
    if (!id.empty()) *static_cast<std::string*>(out) = id;
  }
  return 1;
}

}  // namespace

const std::string& program_id() {
  static const std::string id = [] {
    std::string found;
    dl_iterate_phdr(read_notes, &found);
    return found;
  }();
  return id;
}

}  // namespace kto::api
