#include "searchd/letter_sentences.h"

#include <algorithm>
#include <optional>

#include "indexer/text/sentences.h"
#include "searchd/letter_asides.h"
#include "searchd/letter_lines.h"
#include "searchd/letter_phrases.h"

namespace kto::searchd {
namespace {

// Lines are broken by a program where the next word would not have fitted. Bytes: mail is broken at 72 to 78 letters, a
// typed page at some 90, and Polish takes a tenth more; a letter with longer lines was not broken.
constexpr std::size_t kWidest = 110;
// The last line of a broken paragraph has more words than a signature or a "dzięki".
constexpr std::size_t kGoesOn = 3;
// Words of a salutation behind its first phrase: "Szanowny Panie Burmistrzu Miasta Motycz,".
constexpr std::size_t kSalutation = 6;
// A signature line has fewer words; a longer sentence behind the closing belongs to the letter again.
constexpr std::size_t kSignature = 12;
// A polite sentence with more words than this says something of the matter too.
constexpr std::size_t kPoliteOnly = 8;
constexpr std::size_t kNameWords = 6;
// "Dzień dobry, Szanowni Państwo, Panie Wójcie, …"; and subjects: the letter's own, a line of it, that of a mail sent
// on. Bounds of work too: a letter may be made of nothing else.
constexpr std::size_t kGreetings = 3, kSubjects = 4;

// A stretch of the text to be cut into sentences: lines that were one before they were broken.
struct Piece {
  std::size_t begin = 0, end = 0;
  bool subject = false;
  bool item = false;  // "1) …", "- …"
};

bool is_stop(char c) {
  return c == '.' || c == '?' || c == '!' || c == ':' || c == ';' || c == ',';
}

bool is_item(std::string_view line) {
  if (line.empty()) return false;
  if (line.front() == '-' || line.front() == '*' || line.substr(0, 3) == "•" || line.substr(0, 3) == "–") return true;
  const auto mark = line.find_first_of(").");
  if (mark == std::string_view::npos || mark == 0 || mark > 2) return false;
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(mark), [&](char c) {
    return (c >= '0' && c <= '9') || (mark == 1 && line[mark] == ')' && c >= 'a' && c <= 'z');
  });
}

// Whether the line goes on in the next one. `widest`: the longest line of the letter.
bool goes_on(std::string_view line, std::string_view next, std::size_t widest) {
  if (widest > kWidest) return false;
  const auto first_word = std::min(next.find(' '), next.size());
  if (line.size() + 1 + first_word <= widest) return false;
  return phrase_words(next).size() > kGoesOn || is_stop(next.back());
}

std::vector<Piece> pieces(std::string_view text) {
  const auto lines = letter_lines(text);
  const auto shown = [&](const LetterLine& line) { return text.substr(line.begin, line.end - line.begin); };
  std::size_t widest = 0;
  for (const LetterLine& line : lines)
    if (line.kind == LineKind::body) widest = std::max(widest, line.end - line.begin);
  std::vector<Piece> found;
  const LetterLine* before = nullptr;  // the line just above, if it is body
  for (const LetterLine& line : lines) {
    const bool body = line.kind == LineKind::body, subject = line.kind == LineKind::subject;
    const bool item = body && is_item(shown(line));
    if (body && before && !item && goes_on(shown(*before), shown(line), widest))
      found.back().end = line.end;
    else if (body || (subject && line.begin < line.end))
      found.push_back({line.begin, line.end, subject, item});
    before = body ? &line : nullptr;
  }
  return found;
}

// The text of a piece on one line; bytes stay where they are.
std::string on_one_line(std::string_view piece) {
  std::string line(piece);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return line;
}

// Where the sentence begins behind its greeting; its size when it is nothing else.
std::size_t behind_greeting(std::string_view sentence, const std::vector<PhraseWord>& words) {
  const auto length = length_at(words, 0, Phrase::greeting);
  if (length == 0) return 0;
  const auto stop = sentence.find_first_of(",!.:", words[length - 1].end);
  const auto salutation = std::min(words.size(), length + kSalutation);
  if (stop != std::string_view::npos && stop <= words[salutation - 1].end) return stop + 1;
  const bool named = std::all_of(words.begin() + static_cast<std::ptrdiff_t>(length), words.end(),
                                 [](const PhraseWord& word) { return word.capitalised; });
  if (stop == std::string_view::npos && named) return sentence.size();
  return words[length - 1].end;
}

// "Bożena Kozieł, kierownik", "Nino Beridze", "Krzysztof Maj, Wydział Gospodarowania Mieniem"
bool is_name(std::string_view sentence, const std::vector<PhraseWord>& words, bool last) {
  if (words.size() < 2 || words.size() > kNameWords) return false;
  const auto capitals = std::count_if(words.begin(), words.end(), [](const auto& word) { return word.capitalised; });
  if (static_cast<std::size_t>(capitals) == words.size()) return true;
  return last && words[0].capitalised && words[1].capitalised && sentence.find(',') != std::string_view::npos;
}

// "Kamil", "Kierownik referatu", "Jan Maj, NIP 712-000-11-22, ul. Dworcowa 5"
bool is_signature(std::string_view sentence, const std::vector<PhraseWord>& words) {
  if (words.size() <= kGoesOn && !is_stop(sentence.back())) return true;
  const bool numbered = std::any_of(words.begin(), words.end(), [](const PhraseWord& word) { return word.number; });
  return numbered && words.size() <= 2 * kSignature && contains(words, Phrase::registered);
}

bool asks_plainly(const std::vector<PhraseWord>& words) {
  return std::any_of(words.begin(), words.end(), [](const PhraseWord& word) {
    return word.folded.compare(0, 5, "prosz") == 0 || word.folded.compare(0, 5, "prosi") == 0 ||
           word.folded.compare(0, 4, "wnos") == 0;
  });
}

bool only_form(const std::vector<PhraseWord>& words) {
  for (std::size_t at = 0; at < words.size();) {
    const auto length = std::max(length_at(words, at, Phrase::form), length_at(words, at, Phrase::greeting));
    if (length == 0 && !words[at].number) return false;
    at += std::max<std::size_t>(1, length);
  }
  return true;
}

// What the sentence does; nullopt when it does not count.
std::optional<Speech> speech_of(std::string_view sentence, const std::vector<PhraseWord>& words) {
  if (words.empty() || only_form(words) || contains(words, Phrase::notice)) return std::nullopt;
  const bool asks = contains(words, Phrase::request) || sentence.back() == '?';
  if (begins_with(words, Phrase::polite) && words.size() <= kPoliteOnly) return std::nullopt;
  if (begins_with(words, Phrase::reply) && words.size() <= 2 * kPoliteOnly) return std::nullopt;
  if (contains(words, Phrase::thanks) && !asks_plainly(words)) return std::nullopt;
  const bool complains = contains(words, Phrase::complaint), angry = contains(words, Phrase::anger);
  if (angry && !asks) return complains ? std::optional(Speech::told) : std::nullopt;
  if (!asks && is_signature(sentence, words)) return std::nullopt;
  return asks ? Speech::request : complains ? Speech::complaint : Speech::told;
}

class LetterReader {
 public:
  explicit LetterReader(std::string_view text) : text_(text) {}

  std::vector<LetterSentence> read(std::string_view subject) {
    take_subject(subject, 0, 0);
    const auto all = pieces(text_);
    for (const Piece& piece : all) {
      const auto shown = text_.substr(piece.begin, piece.end - piece.begin);
      if (piece.subject)
        take_subject(shown, piece.begin, piece.end);
      else
        take_piece(piece, &piece == &all.back());
    }
    leave_out_asides();
    return std::move(found_);
  }

 private:
  void take_subject(std::string_view subject, std::size_t begin, std::size_t end) {
    const std::string line = on_one_line(subject);
    if (subjects_ == kSubjects || only_form(phrase_words(line))) return;
    auto words = without_particulars(line);
    if (is_known(words)) return;
    ++subjects_;
    keep({begin, end, Speech::subject, std::move(words)});
  }

  void take_piece(const Piece& piece, bool last) {
    const std::string line = on_one_line(text_.substr(piece.begin, piece.end - piece.begin));
    if (line.find_first_not_of("-_=* ") == std::string::npos) {
      signature_ = signature_ || line.compare(0, 2, "--") == 0;
      return;
    }
    if (!piece.item) listing_ = false;
    const auto cut = text::sentences(line);
    for (const text::Sentence& sentence : cut) take_sentence(line, piece, sentence, last && &sentence == &cut.back());
  }

  void take_sentence(const std::string& line, const Piece& piece, text::Sentence sentence, bool last) {
    std::string_view shown = std::string_view(line).substr(sentence.begin, sentence.end - sentence.begin);
    auto words = phrase_words(shown);
    for (std::size_t i = 0; i < kGreetings; ++i) {
      const auto skipped = behind_greeting(shown, words);
      if (skipped == 0) break;
      shown.remove_prefix(skipped);
      const auto spaces = std::min(shown.find_first_not_of(' '), shown.size());
      shown.remove_prefix(spaces);
      sentence.begin += skipped + spaces;
      words = phrase_words(shown);
    }
    const bool asks = contains(words, Phrase::request);
    if (begins_with(words, Phrase::closing) && !asks) {
      signature_ = true;
      return;
    }
    if (signature_ && !asks && words.size() < kSignature) return;
    if (is_name(shown, words, last)) return;
    auto speech = speech_of(shown, words);
    if (listing_ && piece.item && speech) speech = Speech::request;
    if (!speech) return;
    listing_ = listing_ || (shown.back() == ':' && *speech == Speech::request);
    keep({piece.begin + sentence.begin, piece.begin + sentence.end, *speech, without_particulars(shown)});
  }

  // A forwarded mail repeats the subject in its head.
  bool is_known(const std::string& words) const {
    return std::any_of(found_.begin(), found_.end(),
                       [&](const LetterSentence& one) { return one.speech == Speech::subject && one.words == words; });
  }

  // Of a letter that asks for nothing else they are what it asks for.
  void leave_out_asides() {
    std::vector<LetterSentence> left;
    for (LetterSentence sentence : found_) {
      if (sentence.speech == Speech::request) sentence.words = without_asides(sentence.words);
      if (!sentence.words.empty()) left.push_back(std::move(sentence));
    }
    if (!left.empty()) found_ = std::move(left);
  }

  void keep(LetterSentence sentence) {
    if (sentence.words.find_first_not_of(" .,!?:;-") != std::string::npos) found_.push_back(std::move(sentence));
  }

  std::string_view text_;
  std::vector<LetterSentence> found_;
  std::size_t subjects_ = 0;
  bool signature_ = false;  // behind the closing
  bool listing_ = false;    // the items of a request follow: "Proszę o informację: 1) …"
};

}  // namespace

std::vector<LetterSentence> letter_sentences(std::string_view subject, std::string_view text) {
  return LetterReader(text).read(subject);
}

}  // namespace kto::searchd
