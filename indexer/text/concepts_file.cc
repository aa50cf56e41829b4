#include "indexer/text/concepts_file.h"

#include <cstdint>
#include <utility>

namespace kto::text {
namespace {

constexpr std::string_view kMagic{"KTOCON\r\n", 8};
constexpr std::size_t kChecksumBytes = 8;

// FNV-1a; each step is a bijection of the state, so one changed byte always shows.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = 0xcbf29ce484222325U;
  for (const char byte : bytes) sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  return sum;
}

class Writer {
 public:
  explicit Writer(std::string_view made_for) : bytes_(kMagic) { text(made_for); }
  void number(std::uint64_t value) {
    for (; value > 0x7F; value >>= 7U) bytes_ += static_cast<char>(value | 0x80U);
    bytes_ += static_cast<char>(value);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  std::string finish() {
    std::uint64_t sum = checksum(bytes_);
    for (std::size_t i = 0; i < kChecksumBytes; ++i, sum >>= 8U) bytes_ += static_cast<char>(sum);
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
};

// Reads on whatever the bytes are: beyond their end, and after the first fault, everything is 0 and empty.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    return failed();
  }
  // No more than there are bytes left: each of what is counted takes one.
  std::uint64_t count() {
    const std::uint64_t value = number();
    return value <= rest_.size() ? value : failed();
  }
  std::uint64_t number_below(std::uint64_t end) {
    const std::uint64_t value = number();
    return value < end ? value : failed();
  }
  std::string_view text() {
    const std::string_view value = rest_.substr(0, count());
    rest_.remove_prefix(value.size());
    return value;
  }
  bool is_sound() const { return sound_; }
  bool is_at_end() const { return sound_ && rest_.empty(); }

 private:
  std::uint64_t failed() {
    sound_ = false;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool sound_ = true;
};

void write(const Concept& meant, Writer& out) {
  out.text(meant.file);
  out.number(meant.line);
  out.number(meant.phrases.size());
  for (const Phrase& phrase : meant.phrases) {
    out.number(static_cast<std::uint64_t>(phrase.kind));
    out.text(phrase.text);
    out.number(phrase.words.size());
    for (const LemmaIds& word : phrase.words) {
      out.number(word.size());
      for (const LemmaId id : word) out.number(id);
    }
  }
}

Phrase read_phrase(Reader& in, std::size_t lemmas) {
  Phrase phrase;
  phrase.kind = static_cast<PhraseKind>(in.number_below(static_cast<std::uint64_t>(PhraseKind::test) + 1));
  phrase.text = in.text();
  phrase.words.resize(in.count());
  for (LemmaIds& word : phrase.words) {
    word.resize(in.count());
    for (LemmaId& id : word) id = static_cast<LemmaId>(in.number_below(lemmas));
  }
  return phrase;
}

Concept read_concept(Reader& in, std::size_t lemmas) {
  Concept meant;
  meant.file = in.text();
  meant.line = in.number();
  for (std::uint64_t left = in.count(); left > 0 && in.is_sound(); --left) {
    meant.phrases.push_back(read_phrase(in, lemmas));
    if (meant.phrases.back().words.empty()) meant.phrases.pop_back();  // no lexicon has such a phrase
  }
  return meant;
}

}  // namespace

std::string to_bytes(const Concepts& concepts, std::string_view made_for) {
  Writer out(made_for);
  out.number(concepts.lemma_count());
  for (LemmaId id = 0; id < concepts.lemma_count(); ++id) out.text(concepts.lemma(id));
  out.number(concepts.all().size());
  for (const Concept& meant : concepts.all()) write(meant, out);
  out.number(concepts.faults().size());
  for (const ConceptFault& fault : concepts.faults()) {
    out.text(fault.file);
    out.number(fault.line);
    out.text(fault.message);
  }
  return out.finish();
}

bool read_bytes(std::string_view bytes, std::string_view made_for, Concepts& concepts) {
  if (bytes.size() < kMagic.size() + kChecksumBytes || !bytes.starts_with(kMagic)) return false;
  const std::string_view signed_bytes = bytes.substr(0, bytes.size() - kChecksumBytes);
  std::uint64_t sum = 0;
  for (std::size_t i = kChecksumBytes; i > 0; --i)
    sum = sum << 8U | static_cast<unsigned char>(bytes[signed_bytes.size() + i - 1]);
  if (sum != checksum(signed_bytes)) return false;
  Reader in(signed_bytes.substr(kMagic.size()));
  if (in.text() != made_for) return false;
  const std::size_t lemmas = in.count();
  for (std::size_t i = 0; i < lemmas && in.is_sound(); ++i) {
    const std::string_view lemma = in.text();
    if (lemma.empty() || concepts.id_of(lemma) != i) return false;
  }
  for (std::uint64_t left = in.count(); left > 0 && in.is_sound(); --left) concepts.add(read_concept(in, lemmas));
  for (std::uint64_t left = in.count(); left > 0 && in.is_sound(); --left) {
    ConceptFault fault{std::string(in.text()), in.number(), {}};
    fault.message = in.text();
    concepts.add(std::move(fault));
  }
  return in.is_at_end();
}

}  // namespace kto::text
