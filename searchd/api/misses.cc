#include "searchd/api/misses.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

#include "indexer/text/normalize.h"

namespace kto::api {
namespace {

std::string masked_word(const std::string& word) {
  if (word.find('@') != std::string::npos) return "@";
  std::string masked;
  for (const char c : word) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit)
      masked += c;
    else if (masked.empty() || masked.back() != '#')
      masked += '#';
  }
  return masked;
}

std::string row(const CsvForm& form, const std::string& question, std::uint64_t no_answer, std::uint64_t ambiguous) {
  const std::array cells = {question, std::to_string(no_answer), std::to_string(ambiguous)};
  return csv_line(cells, form.between());
}

}  // namespace

std::string masked_question(std::string_view question, std::size_t most_words) {
  std::istringstream words(text::lower(question));
  std::string masked, word;
  for (std::size_t count = 0; words >> word; masked += (masked.empty() ? "" : " ") + masked_word(word))
    if (++count > most_words) return "";
  return masked;
}

void Misses::count(std::string_view question, searchd::Status status) {
  if (status != searchd::Status::no_answer && status != searchd::Status::ambiguous) return;
  const std::string masked = masked_question(question, kWords);
  const std::lock_guard lock(mutex_);
  const auto known = questions_.find(masked);
  if (known != questions_.end())
    known->second.add(status);
  else if (masked.empty() || questions_.size() >= kMost)
    others_.add(status);
  else
    questions_[masked].add(status);
}

std::string Misses::csv(const CsvForm& form) const {
  std::vector<std::pair<std::string, Counts>> told;
  Counts others;
  {
    const std::lock_guard lock(mutex_);
    others = others_;
    for (const auto& [question, counts] : questions_) {
      if (counts.no_answer + counts.ambiguous >= kTold) {
        told.emplace_back(question, counts);
      } else {
        others.no_answer += counts.no_answer;
        others.ambiguous += counts.ambiguous;
      }
    }
  }
  std::stable_sort(told.begin(), told.end(), [](const auto& a, const auto& b) {
    return a.second.no_answer + a.second.ambiguous > b.second.no_answer + b.second.ambiguous;
  });
  const std::array names = {std::string("question"), std::string("no_answer"), std::string("ambiguous")};
  std::string text = form.begin() + csv_line(names, form.between());
  for (const auto& [question, counts] : told) text += row(form, question, counts.no_answer, counts.ambiguous);
  return text + row(form, "(rzadsze)", others.no_answer, others.ambiguous);
}

}  // namespace kto::api
