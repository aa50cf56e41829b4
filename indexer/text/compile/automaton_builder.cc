#include "indexer/text/compile/automaton_builder.h"

#include <algorithm>
#include <stdexcept>

#include "indexer/text/automaton.h"

namespace kto::text {
namespace {

// Buckets for the states of the Polish dictionary, about 350,000, so that the register is not rehashed on the way.
constexpr std::size_t kExpectedStates = 1 << 20;

void put(std::string& out, std::uint64_t value, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

}  // namespace

AutomatonBuilder::AutomatonBuilder() : nodes_(1), register_(kExpectedStates, Hash{&nodes_}, Equal{&nodes_}), path_{0} {}

std::size_t AutomatonBuilder::Hash::operator()(Index index) const {
  const Node& node = (*nodes)[index];
  std::uint64_t hash = node.ends_key ? 0x9E3779B97F4A7C15 : 0;
  for (const auto& [label, target] : node.arcs) {
    hash = (hash ^ (label + 0x100 * std::uint64_t{target})) * 0x100000001b3;
    hash ^= hash >> 29;
  }
  return hash;
}

AutomatonBuilder::Index AutomatonBuilder::new_node() {
  if (free_.empty()) {
    nodes_.emplace_back();
    return static_cast<Index>(nodes_.size() - 1);
  }
  const Index index = free_.back();
  free_.pop_back();
  nodes_[index] = {};
  return index;
}

void AutomatonBuilder::close_below(std::size_t depth) {
  for (std::size_t i = last_.size(); i > depth; --i) {
    const auto [equal, is_new] = register_.insert(path_[i]);
    if (is_new) continue;
    nodes_[path_[i - 1]].arcs.back().second = *equal;
    free_.push_back(path_[i]);
  }
  path_.resize(depth + 1);
}

void AutomatonBuilder::add(std::string_view key) {
  if (key <= last_) throw std::logic_error("keys of the dictionary are not in order");
  const auto differ = std::mismatch(key.begin(), key.end(), last_.begin(), last_.end());
  const auto shared = static_cast<std::size_t>(differ.first - key.begin());
  close_below(shared);
  for (char c : key.substr(shared)) {
    const Index node = new_node();
    nodes_[path_.back()].arcs.emplace_back(static_cast<unsigned char>(c), node);
    path_.push_back(node);
  }
  nodes_[path_.back()].ends_key = true;
  last_ = key;
}

std::string AutomatonBuilder::arcs_from(const std::vector<Index>& order,
                                        const std::vector<std::uint32_t>& first_arc) const {
  std::string out;
  const auto put_arc = [&](unsigned char label, bool last, Index target) {
    out += static_cast<char>(label);
    put(out, std::uint64_t{first_arc[target]} << 2 | (last ? 2u : 0u) | (nodes_[target].ends_key ? 1u : 0u), 4);
  };
  put_arc(0, true, 0);
  for (Index index : order)
    for (const auto& arc : nodes_[index].arcs) put_arc(arc.first, &arc == &nodes_[index].arcs.back(), arc.second);
  return out;
}

std::string AutomatonBuilder::finish() {
  close_below(0);
  // Depth first, so that the states of one word stand near each other in memory.
  std::vector<Index> order, open{0};
  std::vector<std::uint32_t> first_arc(nodes_.size(), 0);
  std::vector<bool> seen(nodes_.size());
  std::uint32_t next_arc = 1;
  seen[0] = true;
  while (!open.empty()) {
    const Index index = open.back();
    open.pop_back();
    order.push_back(index);
    if (!nodes_[index].arcs.empty()) first_arc[index] = next_arc;
    next_arc += static_cast<std::uint32_t>(nodes_[index].arcs.size());
    for (const auto& arc : nodes_[index].arcs) {
      if (seen[arc.second]) continue;
      seen[arc.second] = true;
      open.push_back(arc.second);
    }
  }
  std::string file(kAutomatonMagic);
  put(file, kAutomatonVersion, 4);
  put(file, next_arc, 4);
  put(file, kAutomatonHeader + std::uint64_t{next_arc} * kArcBytes, 8);
  put(file, 0, 8);
  file += arcs_from(order, first_arc);
  std::string checksum;
  put(checksum, automaton_checksum(file), 8);
  file.replace(kChecksumAt, checksum.size(), checksum);
  return file;
}

}  // namespace kto::text
