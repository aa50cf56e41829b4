// Wordings: tasks of all offices by what they say. One match is one wording with everybody who has it, and holds all
// that an answer across offices shows: no office's own shard is opened for it.
//
// Two tasks have the same wording when their texts and their lead-ins are the same tokens in the same order
// (text::tokenize): case, blanks, kinds of quotation marks and stops make no difference, another form of a word does.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/store/query.h"

namespace kto::store {

struct WordingTables;

// One task version, by numbers: of thousands of holders few are shown. What it names lives as long as its match.
struct WordingHolder {
  std::string_view office() const;   // id
  const law::UnitRef* unit() const;  // nullptr: no act names it; then the provision with the list holds it
  const std::string& post() const;   // TaskPoint::post
  const std::string& act() const;    // the number of the act that gave it, or its id where it has none; may be empty

  // Numbers of the office and of the unit with its post, the same in all matches of an answer: for grouping. What
  // offices of one machine write alike of a unit has one number.
  std::uint32_t office_place = 0, unit_place = 0;
  law::Role role = law::Role::owner;
  law::Validity validity;
  // What follows is between the match and its holders.
  std::uint32_t office_number = 0, unit_number = 0, act_number = 0;  // in the tables
  std::uint32_t details = 0, details_size = 0;  // where its citation and its id stand in the record: see below
  const WordingTables* tables = nullptr;
};

// How many offices have them; `holders` by office.
unsigned offices_of(const std::vector<WordingHolder>& holders);

struct WordingDetails {
  law::Citation citation;
  std::string task;  // TaskPoint::id
};

struct WordingMatch {
  std::string text, context;  // as its first office writes them
  double weight = 0;
  std::vector<MatchedLayer> layers;    // in order
  std::vector<WordingHolder> holders;  // those the filter lets through, by office in order of id; never empty
  unsigned offices = 0;                // how many offices these are of

  // Decoded when asked for: of thousands of holders few are shown. Throws law::Error record-damaged.
  WordingDetails details(const WordingHolder& holder) const;

  // What `holders` name, and what `details` point into.
  std::shared_ptr<const WordingTables> tables = {};
  std::vector<std::shared_ptr<const WordingTables>> others = {};  // of holders that other machines have
  std::string record = {};
};

struct WordingMatches {
  std::vector<WordingMatch> matches;  // best first
  bool more = false;                  // others would follow
  std::vector<std::string> missing;   // ids of offices whose machine did not answer; empty: all did
};

}  // namespace kto::store
