#include "indexer/consolidate/forms.h"

#include <algorithm>
#include <vector>

namespace kto::consolidate {
namespace {

struct Word {
  std::size_t begin = 0, end = 0;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

std::vector<Word> words_of(const std::string& text) {
  std::vector<Word> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > at) out.push_back({at, end});
    at = std::max(end, at + 1);
  }
  return out;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  for (const Word& word : words_of(text)) out.push_back(text.substr(word.begin, word.end - word.begin));
  return out;
}

class Changer {
 public:
  Changer(const std::string& text, const std::string& old_words, const std::string& new_words,
          const law::Inflection& inflection)
      : text_(text), words_(words_of(text)), old_(split(old_words)), new_(split(new_words)), inflection_(inflection) {}

  FormChange run() {
    FormChange out{text_, false, true};
    if (old_.empty()) return out;
    std::string changed;
    std::size_t copied = 0;
    for (std::size_t i = 0; i + old_.size() <= words_.size();) {
      if (!matches(i)) {
        ++i;
        continue;
      }
      out.found = true;
      const auto replacement = replace(i);
      if (!replacement) return {text_, true, false};
      const std::size_t begin = words_[i].begin, end = words_[i + old_.size() - 1].end;
      changed += text_.substr(copied, begin - copied);
      copied = end;
      if (replacement->empty() && !changed.empty() && changed.back() == ' ') changed.pop_back();
      changed += *replacement;
      i += old_.size();
    }
    out.text = changed + text_.substr(copied);
    return out;
  }

 private:
  std::string word(std::size_t i) const { return text_.substr(words_[i].begin, words_[i].end - words_[i].begin); }

  // The old words stand at word i in some form, with single blanks between them.
  bool matches(std::size_t i) const {
    for (std::size_t k = 0; k < old_.size(); ++k) {
      if (k > 0 && text_.substr(words_[i + k - 1].end, words_[i + k].begin - words_[i + k - 1].end) != " ")
        return false;
      if (!inflection_.is_form(word(i + k), old_[k])) return false;
    }
    return true;
  }

  // Word for word; where the numbers of words differ nobody can say which form goes where.
  std::optional<std::string> replace(std::size_t i) const {
    if (new_.empty()) return std::string();
    if (new_.size() != old_.size()) return std::nullopt;
    std::string out;
    for (std::size_t k = 0; k < old_.size(); ++k) {
      const auto made = inflection_.transfer(word(i + k), old_[k], new_[k]);
      if (!made) return std::nullopt;
      out += (k > 0 ? " " : "") + *made;
    }
    return out;
  }

  const std::string& text_;
  std::vector<Word> words_;
  std::vector<std::string> old_, new_;
  const law::Inflection& inflection_;
};

}  // namespace

FormChange change_forms(const std::string& text, const std::string& old_words, const std::string& new_words,
                        const law::Inflection& inflection) {
  if (!inflection.is_form || !inflection.transfer) return {text, false, false};
  return Changer(text, old_words, new_words, inflection).run();
}

}  // namespace kto::consolidate
