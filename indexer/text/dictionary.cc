#include "indexer/text/dictionary.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "indexer/text/normalize.h"

namespace kto::text {
namespace {

constexpr const char* kHint = "Build it with script/build, or give the path of a kto.lexicon made by this version.";

// The walks call themselves once a byte; no word and no reading of the language comes near this.
constexpr std::size_t kDeepest = 250;
// Arcs looked at in one look-up. A walk over the dictionary takes a few hundred; over a file whose arcs go round in
// circles it would never end.
constexpr std::size_t kMostArcs = 100000;

// Walks the automaton and gathers readings into `entries`.
class Gatherer {
 public:
  Gatherer(const Automaton& automaton, std::vector<DictionaryEntry>& entries)
      : automaton_(automaton), entries_(entries) {}

  void exact(std::string_view word) {
    form_ = word;
    readings(walk(word));
  }

  // Lemmas written behind another one's.
  void related(std::string_view lemma, char end) {
    form_ = lemma;
    reading_.clear();
    read_on(automaton_.step(walk(lemma), static_cast<unsigned char>(end)).state);
  }

  void folded(std::string_view word, std::size_t at, Automaton::State state) {
    if (state == 0 || spent()) return;
    if (at == word.size()) return readings(state);
    const std::string_view here = word.substr(at, 1);
    follow(here, word, at, state);
    const std::string_view variants = polish_variants(here.front());
    for (std::size_t i = 0; i < variants.size(); i += 2) follow(variants.substr(i, 2), word, at, state);
  }

 private:
  Automaton::State walk(std::string_view word) const {
    Automaton::State state = automaton_.root();
    for (char c : word) state = automaton_.step(state, static_cast<unsigned char>(c)).state;
    return state;
  }

  void follow(std::string_view letter, std::string_view word, std::size_t at, Automaton::State state) {
    for (char c : letter) state = automaton_.step(state, static_cast<unsigned char>(c)).state;
    form_ += letter;
    folded(word, at + 1, state);
    form_.resize(form_.size() - letter.size());
  }

  void readings(Automaton::State state) {
    reading_.clear();
    read_on(automaton_.step(state, static_cast<unsigned char>(kFormEnd)).state);
  }

  void read_on(Automaton::State state) {
    if (state == 0 || reading_.size() >= kDeepest) return;
    for (std::uint32_t index = state; !spent(); ++index) {
      const Automaton::Arc arc = automaton_.arc(index);
      reading_ += static_cast<char>(arc.label);
      if (arc.ends_key) take();
      read_on(arc.target);
      reading_.pop_back();
      if (arc.last) return;
    }
  }

  bool spent() { return arcs_++ >= kMostArcs; }

  void take() {
    if (auto key = decode_reading(form_, reading_)) entries_.push_back({form_, std::move(key->lemma), key->word_class});
  }

  const Automaton& automaton_;
  std::vector<DictionaryEntry>& entries_;
  std::string form_, reading_;
  std::size_t arcs_ = 0;
};

void order(std::vector<DictionaryEntry>& entries) {
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
}

}  // namespace

// The bytes of the file, mapped or owned.
class Dictionary::Storage {
 public:
  explicit Storage(std::string owned) : owned_(std::move(owned)), bytes_(owned_) {}
  Storage(void* mapping, std::size_t size) : mapping_(mapping), bytes_(static_cast<const char*>(mapping), size) {}
  Storage(const Storage&) = delete;
  Storage& operator=(const Storage&) = delete;
  ~Storage() {
    if (mapping_) ::munmap(mapping_, bytes_.size());
  }
  std::string_view bytes() const { return bytes_; }

 private:
  std::string owned_;
  void* mapping_ = nullptr;
  std::string_view bytes_;
};

Dictionary::Dictionary(std::shared_ptr<const Storage> storage, Automaton automaton)
    : storage_(std::move(storage)), automaton_(automaton) {}

std::shared_ptr<const Dictionary> Dictionary::open(const std::filesystem::path& path) {
  const auto broken = [&](const std::string& why) {
    return DictionaryError("The dictionary " + path.string() + " cannot be read: " + why + ".", kHint);
  };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw broken(std::strerror(errno));
  struct stat status {};
  const bool regular = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = regular ? static_cast<std::size_t>(status.st_size) : 0;
  void* mapping = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0) : MAP_FAILED;
  ::close(file);
  if (!regular) throw broken("it is not a file");
  if (size == 0) throw broken("it is empty");
  if (mapping == MAP_FAILED) throw broken("it cannot be mapped");
  return check(std::make_shared<Storage>(mapping, size), path.string());
}

std::shared_ptr<const Dictionary> Dictionary::read(std::string bytes, const std::string& name) {
  return check(std::make_shared<Storage>(std::move(bytes)), name);
}

std::shared_ptr<const Dictionary> Dictionary::check(std::shared_ptr<const Storage> storage, const std::string& name) {
  std::string fault;
  const Automaton automaton = Automaton::parse(storage->bytes(), fault);
  if (!fault.empty()) throw DictionaryError("The dictionary " + name + " cannot be used: " + fault + ".", kHint);
  return std::shared_ptr<const Dictionary>(new Dictionary(std::move(storage), automaton));
}

std::vector<DictionaryEntry> Dictionary::exact(std::string_view word) const {
  std::vector<DictionaryEntry> entries;
  if (word.size() > kDeepest) return entries;
  Gatherer(automaton_, entries).exact(word);
  order(entries);
  return entries;
}

std::vector<DictionaryEntry> Dictionary::folded(std::string_view word) const {
  std::vector<DictionaryEntry> entries;
  if (word.size() > kDeepest) return entries;
  Gatherer(automaton_, entries).folded(word, 0, automaton_.root());
  order(entries);
  return entries;
}

std::string Dictionary::root(std::string_view lemma) const {
  std::vector<DictionaryEntry> roots;
  if (lemma.size() <= kDeepest) Gatherer(automaton_, roots).related(lemma, kLemmaEnd);
  return roots.empty() ? std::string(lemma) : roots.front().lemma;
}

std::vector<std::string> Dictionary::kin(std::string_view lemma) const {
  const std::string first = root(lemma);
  std::vector<DictionaryEntry> members;
  if (first.size() <= kDeepest) Gatherer(automaton_, members).related(first, kRootEnd);
  std::vector<std::string> kin;
  if (first != lemma) kin.push_back(first);
  for (DictionaryEntry& member : members)
    if (member.lemma != lemma) kin.push_back(std::move(member.lemma));
  std::sort(kin.begin(), kin.end());
  return kin;
}

bool Dictionary::knows(std::string_view word) const {
  return !exact(word).empty();
}

std::string Dictionary::fingerprint() const {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += kDigits[automaton_.checksum() >> shift & 15];
  return out;
}

std::filesystem::path default_dictionary_path() {
  std::error_code ignored;  // no /proc: the folder stays empty and the paths are relative
  const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  const std::array<std::filesystem::path, 2> places{folder / "kto.lexicon",
                                                    folder.parent_path() / "share" / "kto" / "kto.lexicon"};
  for (const std::filesystem::path& place : places)
    if (std::filesystem::exists(place, ignored)) return place;
  return places.front();
}

}  // namespace kto::text
