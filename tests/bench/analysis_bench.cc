// analysis-bench [TEXT_FILE]: figures for the Polish analysis, one a line. The words are those of the file, by default
// the two acts of corpus/lublin, so run it in the project's folder.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/text/analysis.h"
#include "indexer/text/dictionary.h"
#include "indexer/text/normalize.h"

using namespace kto::text;

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Prints how many times a second `work` is done on one of `count` things, measured for about a second.
template <class Work>
void measure(const char* name, std::size_t count, const Work& work) {
  const auto start = Clock::now();
  std::size_t rounds = 0, sink = 0;
  while (seconds_since(start) < 1) {
    sink += work();
    ++rounds;
  }
  const double each = seconds_since(start) / static_cast<double>(rounds * count);
  std::cout << name << ": " << 1e-6 / each << " million/s, " << each * 1e9 << " ns each (" << sink / rounds << ")\n";
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
  const std::string text =
      argc > 1 ? bytes_of(argv[1])
               : bytes_of("corpus/lublin/acts/19-11-2023.txt") + bytes_of("corpus/lublin/acts/58-12-2021.txt");
  const auto start = Clock::now();
  const auto dictionary = Dictionary::open(default_dictionary_path());
  std::cout << "open and check: " << seconds_since(start) * 1e3 << " ms, "
            << std::filesystem::file_size(default_dictionary_path()) << " bytes\n";
  const Analyser analyser(dictionary);

  std::vector<Token> known, folded;
  const std::vector<Token> tokens = tokenize(text);
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::word || !dictionary->knows(token.text)) continue;
    known.push_back(token);
    folded.push_back({token.kind, fold(token.text), token.begin, token.end, token.capitalised});
  }
  std::cout << tokens.size() << " tokens, " << known.size() << " known words\n";
  if (known.empty()) return 1;

  measure("tokens", tokens.size(), [&] { return tokenize(text).size(); });
  const auto each = [](const std::vector<Token>& words, const auto& work) {
    return [&words, work] {
      std::size_t found = 0;
      for (const Token& word : words) found += work(word).size();
      return found;
    };
  };
  measure("exact look-ups", known.size(), each(known, [&](const Token& word) { return dictionary->exact(word.text); }));
  measure("folded look-ups", folded.size(),
          each(folded, [&](const Token& word) { return dictionary->folded(word.text); }));
  measure("index readings", known.size(),
          each(known, [&](const Token& word) { return analyser.index_readings(word); }));
  measure("query readings, without diacritics", folded.size(),
          each(folded, [&](const Token& word) { return analyser.query_readings(word); }));
  return 0;
}
