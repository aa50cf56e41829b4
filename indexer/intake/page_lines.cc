#include <algorithm>
#include <cctype>

#include "indexer/intake/printed_page.h"
#include "indexer/intake/superscript.h"

namespace kto::intake {
namespace {

// A word stands in the line it shares at least this much of its height with.
constexpr double kShared = 0.5;
// Raised marks are set at about 58 to 66 in 100 of the size of their line; small capitals at 80.
constexpr double kRaisedSize = 0.75;
// …and end above the foot of the line by at least this much of its size.
constexpr double kRaisedBy = 0.1;

struct Group {
  std::vector<PrintedWord> words;
  double top = 0, bottom = 0;
};

double overlap(const Group& group, const PrintedWord& word) {
  const double shared = std::min(group.bottom, word.bottom) - std::max(group.top, word.top);
  const double least = std::min(group.bottom - group.top, word.bottom - word.top);
  return least > 0 ? shared / least : 0;
}

std::vector<Group> group_by_line(std::vector<PrintedWord> words) {
  // The tall words first: a raised mark then finds the line it is raised over.
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size > b.size; });
  std::vector<Group> groups;
  for (PrintedWord& word : words) {
    Group* best = nullptr;
    for (Group& group : groups)
      if (overlap(group, word) >= kShared && (best == nullptr || overlap(group, word) > overlap(*best, word)))
        best = &group;
    if (best == nullptr) {
      groups.push_back({{}, word.top, word.bottom});
      best = &groups.back();
    }
    best->words.push_back(std::move(word));
  }
  return groups;
}

// The size of most letters.
double main_size(const std::vector<PrintedWord>& words) {
  std::vector<std::pair<double, std::size_t>> sizes;
  for (const PrintedWord& word : words) {
    const auto same = [&](const auto& entry) { return std::abs(entry.first - word.size) < 0.1; };
    const auto found = std::find_if(sizes.begin(), sizes.end(), same);
    if (found == sizes.end())
      sizes.emplace_back(word.size, word.text.size());
    else
      found->second += word.text.size();
  }
  return std::max_element(sizes.begin(), sizes.end(), [](auto& a, auto& b) { return a.second < b.second; })->first;
}

bool is_mark(std::string_view text) {
  return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::isdigit(c) != 0 || c == ')' || c == '[' || c == ']';
  });
}

class LineBuilder {
 public:
  explicit LineBuilder(Group group) : words_(std::move(group.words)) {
    std::stable_sort(words_.begin(), words_.end(), [](const auto& a, const auto& b) { return a.left < b.left; });
    line_.size = main_size(words_);
    foot_ = 0;
    for (const PrintedWord& word : words_)
      if (word.size > line_.size * kRaisedSize) foot_ = std::max(foot_, word.bottom);
  }

  PrintedLine run() {
    line_.left = words_.front().left;
    line_.top = words_.front().top;
    for (std::size_t i = 0; i < words_.size();) i = add(i);
    while (!line_.text.empty() && line_.text.back() == ' ') line_.text.pop_back();
    return std::move(line_);
  }

 private:
  bool raised(const PrintedWord& word) const {
    return word.size <= line_.size * kRaisedSize && word.bottom <= foot_ - line_.size * kRaisedBy && is_mark(word.text);
  }

  // Adds the word at `i`, or the raised ones from there on as one; returns the next.
  std::size_t add(std::size_t i) {
    std::size_t next = i + 1;
    std::string text = words_[i].text;
    if (raised(words_[i])) {
      for (; next < words_.size() && raised(words_[next]) && !words_[next - 1].blank_after; ++next)
        text += words_[next].text;
      line_.opens_raised = line_.opens_raised || line_.text.empty();
      text = written_superscript(text, line_.text);
    }
    if (line_.text.find(' ') == std::string::npos) line_.first_word = words_[next - 1].right - line_.left;
    line_.text += text;
    line_.right = std::max(line_.right, words_[next - 1].right);
    line_.top = std::min(line_.top, words_[i].top);
    line_.bottom = std::max(line_.bottom, words_[i].bottom);
    if (words_[next - 1].blank_after || apart(next)) line_.text += ' ';
    return next;
  }
  // A gap that the file does not call a blank: columns of a table.
  bool apart(std::size_t next) const {
    return next < words_.size() && words_[next].left - words_[next - 1].right > line_.size * 0.5;
  }

  std::vector<PrintedWord> words_;
  PrintedLine line_;
  double foot_ = 0;
};

}  // namespace

std::vector<PrintedLine> to_lines(std::vector<PrintedWord> words) {
  words.erase(std::remove_if(words.begin(), words.end(), [](const PrintedWord& w) { return w.text.empty(); }),
              words.end());
  std::vector<PrintedLine> lines;
  for (Group& group : group_by_line(std::move(words))) lines.push_back(LineBuilder(std::move(group)).run());
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.bottom < b.bottom; });
  return lines;
}

}  // namespace kto::intake
