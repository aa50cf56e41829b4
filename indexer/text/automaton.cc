#include "indexer/text/automaton.h"

namespace kto::text {
namespace {

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// FNV-1a taken eight bytes at a time: a 4 MB file is checked in about a millisecond.
constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325;
constexpr std::uint64_t kFnvPrime = 0x100000001b3;

std::uint64_t checksum(std::uint64_t state, std::string_view bytes) {
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) state = (state ^ little_endian(bytes, i, 8)) * kFnvPrime;
  for (; i < bytes.size(); ++i) state = (state ^ static_cast<unsigned char>(bytes[i])) * kFnvPrime;
  return state;
}

}  // namespace

std::uint64_t automaton_checksum(std::string_view file) {
  return checksum(checksum(kFnvBasis, file.substr(0, kChecksumAt)), file.substr(kAutomatonHeader));
}

Automaton Automaton::parse(std::string_view file, std::string& fault) {
  fault.clear();
  if (file.size() < kAutomatonHeader + kArcBytes)
    fault = "it is too short";
  else if (file.substr(0, kAutomatonMagic.size()) != kAutomatonMagic)
    fault = "it is not a dictionary of kto";
  else if (const auto version = little_endian(file, 8, 4); version != kAutomatonVersion)
    fault = "it has layout version " + std::to_string(version) + ", this program reads " +
            std::to_string(kAutomatonVersion);
  else if (little_endian(file, 16, 8) != file.size() ||
           kAutomatonHeader + little_endian(file, 12, 4) * kArcBytes != file.size())
    fault = "its size is not the one its header says";
  else if (little_endian(file, kChecksumAt, 8) != automaton_checksum(file))
    fault = "its checksum does not match";
  if (!fault.empty()) return {};
  Automaton automaton;
  automaton.arcs_ = file.substr(kAutomatonHeader);
  automaton.checksum_ = little_endian(file, kChecksumAt, 8);
  return automaton;
}

Automaton::Arc Automaton::arc(std::uint32_t index) const {
  const std::size_t at = std::size_t{index} * kArcBytes;
  if (at + kArcBytes > arcs_.size()) return {0, false, true, 0};
  const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(arcs_[at + i])}; };
  // Written out, so that compilers make one load of it.
  const std::uint32_t packed = byte(1) | byte(2) << 8 | byte(3) << 16 | byte(4) << 24;
  return {static_cast<unsigned char>(arcs_[at]), (packed & 1) != 0, (packed & 2) != 0, packed >> 2};
}

Automaton::Step Automaton::step(State state, unsigned char label) const {
  if (state == 0) return {};
  for (std::uint32_t index = state;; ++index) {
    const Arc candidate = arc(index);
    if (candidate.label == label) return {candidate.target, true, candidate.ends_key};
    // Arcs stand in order of label, so a greater one ends the search as surely as the last one.
    if (candidate.last || candidate.label > label) return {};
  }
}

}  // namespace kto::text
