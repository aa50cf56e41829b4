// kto-concept-compiler: looks the words of the lexicon up once, when kto is built (concepts_file.h).
//
//   kto-concept-compiler DICTIONARY OUTPUT
#include <exception>
#include <filesystem>
#include <iostream>

#include "indexer/text/analysis.h"
#include "indexer/text/compile/write_file.h"
#include "indexer/text/concepts_file.h"
#include "indexer/text/dictionary.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: kto-concept-compiler DICTIONARY OUTPUT\n";
    return 2;
  }
  try {
    const kto::text::Analyser analyser(kto::text::Dictionary::open(argv[1]));
    kto::text::write_file(argv[2], kto::text::to_bytes(analyser.concepts(), analyser.lexicon_id()));
  } catch (const std::exception& error) {
    std::cerr << "kto-concept-compiler: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
