#include "tests/search/paradigm.h"

#include <algorithm>

namespace kto::test {
namespace {

class Walk {
 public:
  Walk(const text::Automaton& automaton, const std::set<std::string>& lemmas)
      : automaton_(automaton), lemmas_(lemmas) {}

  std::map<std::string, std::set<std::string>> all() {
    from(automaton_.root());
    return std::move(forms_);
  }

 private:
  void from(text::Automaton::State state) {
    if (state == 0) return;
    for (std::uint32_t at = state;; ++at) {
      const text::Automaton::Arc arc = automaton_.arc(at);
      key_ += static_cast<char>(arc.label);
      if (arc.ends_key) keep();
      from(arc.target);
      key_.pop_back();
      if (arc.last) return;
    }
  }

  void keep() {
    const std::size_t end = key_.find(text::kFormEnd);
    if (end == std::string::npos) return;
    const std::string form = key_.substr(0, end);
    const auto reading = text::decode_reading(form, std::string_view(key_).substr(end + 1));
    if (reading && lemmas_.contains(reading->lemma)) forms_[reading->lemma].insert(form);
  }

  const text::Automaton& automaton_;
  const std::set<std::string>& lemmas_;
  std::string key_;
  std::map<std::string, std::set<std::string>> forms_;
};

}  // namespace

std::map<std::string, std::set<std::string>> forms_of(const text::Dictionary& dictionary,
                                                      const std::set<std::string>& lemmas) {
  return Walk(dictionary.automaton(), lemmas).all();
}

}  // namespace kto::test
