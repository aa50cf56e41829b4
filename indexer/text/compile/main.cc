// kto-lexicon-compiler: makes the dictionary of kto at build time.
//
//   kto-lexicon-compiler DICTIONARY_DIR LEXICON_DIR OUTPUT
//
// DICTIONARY_DIR as script/fetch-dictionary fills it, LEXICON_DIR is corpus/lexicon. Takes about 15 s.
#include <chrono>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "indexer/text/compile/lexicon.h"
#include "indexer/text/compile/write_file.h"

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file || bytes.empty())
    throw std::runtime_error(path.string() + " is missing or empty; script/fetch-dictionary gets the dictionaries");
  return bytes;
}

void compile(const std::filesystem::path& dictionaries, const std::filesystem::path& lists,
             const std::filesystem::path& output) {
  const auto start = std::chrono::steady_clock::now();
  kto::text::LexiconSources sources{bytes_of(dictionaries / "polish.dict"), bytes_of(dictionaries / "polish.mwl"),
                                    bytes_of(dictionaries / "polish.aff"),  bytes_of(lists / "supplement.tsv"),
                                    bytes_of(lists / "things.txt"),         bytes_of(lists / "families.tsv"),
                                    bytes_of(lists / "apart.txt")};
  kto::text::LexiconFigures figures;
  const std::string file = kto::text::compile_lexicon(std::move(sources), figures);
  kto::text::write_file(output, file);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::cout << "kto.lexicon: " << figures.written << " readings of " << figures.collected << " collected, "
            << figures.members << " members of families, " << file.size() << " bytes, " << took.count() << " s\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: kto-lexicon-compiler DICTIONARY_DIR LEXICON_DIR OUTPUT\n";
    return 2;
  }
  try {
    compile(argv[1], argv[2], argv[3]);
  } catch (const std::exception& error) {
    std::cerr << "kto-lexicon-compiler: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
