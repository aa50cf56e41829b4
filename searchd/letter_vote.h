// Votes: what each sentence of a letter was answered → the order of the holders for the whole letter.
//
// A sentence votes for a holder with the weight the holder's points had for it, times what the sentence does in the
// letter. A holder's votes are sorted and each counts half of the one before it: ten sentences about one thing weigh
// less than two. The whole letter, asked as one question, adds half a vote: what no single sentence says in one breath.
// Then every request that the first holder does not serve puts its own holder next. The measured reasons of the numbers
// stand in letter_vote.cc.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "searchd/answer.h"
#include "searchd/letter_sentences.h"

namespace kto::searchd {

// A sentence and what it was answered, asked by itself.
struct Heard {
  LetterSentence sentence;
  Answer answer;
};

struct Voted {
  HolderAnswer holder;  // its tasks from the sentences that voted for it, the weightiest first
  double votes = 0;
  std::vector<std::pair<std::size_t, double>> spoken;  // number of the sentence heard, weight 0 to 1; weightiest first
};

struct Count {
  std::vector<Voted> holders;  // best first
  std::size_t leading = 0;     // the first of them: one for each request, 1 at least if there is a holder
  bool stands = false;         // kto stands behind the first
  bool ambiguous = false;      // the first two cannot be told apart
};

// `whole`: what the letter was answered as one question.
Count count_votes(const std::vector<Heard>& heard, const Answer& whole);

// The same holder: of one office, with one code, or where there is none with one list of tasks.
bool same_holder(const Holder& a, const Holder& b);

}  // namespace kto::searchd
