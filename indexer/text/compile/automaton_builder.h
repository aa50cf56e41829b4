// AutomatonBuilder: sorted keys → the minimal automaton, by the algorithm of Daciuk, Mihov, Watson and Watson (2000):
// the states of the last key stay open; a state that no later key can change is replaced by its equal, if there is one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace kto::text {

class AutomatonBuilder {
 public:
  AutomatonBuilder();
  AutomatonBuilder(const AutomatonBuilder&) = delete;  // the register points into the nodes
  AutomatonBuilder& operator=(const AutomatonBuilder&) = delete;

  // Keys come in ascending order of bytes, no two equal, none empty.
  void add(std::string_view key);
  // The finished file, as automaton.h describes it. Ends the builder.
  std::string finish();

 private:
  using Index = std::uint32_t;
  struct Node {
    std::vector<std::pair<unsigned char, Index>> arcs;
    bool ends_key = false;
    bool operator==(const Node&) const = default;
  };
  struct Hash {
    const std::vector<Node>* nodes;
    std::size_t operator()(Index index) const;
  };
  struct Equal {
    const std::vector<Node>* nodes;
    bool operator()(Index a, Index b) const { return (*nodes)[a] == (*nodes)[b]; }
  };

  Index new_node();
  void close_below(std::size_t depth);
  std::string arcs_from(const std::vector<Index>& order, const std::vector<std::uint32_t>& first_arc) const;

  std::vector<Node> nodes_;
  std::vector<Index> free_;
  std::unordered_set<Index, Hash, Equal> register_;
  std::string last_;
  std::vector<Index> path_;  // nodes of the last key, the root first
};

}  // namespace kto::text
