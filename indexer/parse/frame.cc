#include "indexer/parse/frame.h"

#include <algorithm>
#include <array>

#include "indexer/parse/label.h"
#include "indexer/parse/polish_date.h"

namespace kto::parse {
namespace {

constexpr auto npos = std::string_view::npos;

struct Kind {
  std::string_view stem;  // lower and upper case are both met in headings
  std::string_view upper_stem;
  std::string_view name;
};
constexpr std::array<Kind, 6> kKinds{{{"arządzeni", "ARZĄDZENIE", "zarządzenie"},
                                      {"chwał", "CHWAŁA", "uchwała"},
                                      {"ozporządzeni", "OZPORZĄDZENIE", "rozporządzenie"},
                                      {"bwieszczeni", "BWIESZCZENIE", "obwieszczenie"},
                                      {"ecyzj", "ECYZJA", "decyzja"},
                                      {"staw", "STAWA", "ustawa"}}};

// Those who sign acts of offices, as they stand under the text.
constexpr std::array<std::string_view, 22> kSignatures{
    "Prezydent",      "PREZYDENT", "Burmistrz", "BURMISTRZ", "Wójt",      "WÓJT",
    "Starosta",       "STAROSTA",  "Marszałek", "Minister",  "Prezes",    "Przewodniczący",
    "PRZEWODNICZĄCY", "Dyrektor",  "DYREKTOR",  "Wojewoda",  "Komendant", "Sekretarz",
    "Rozdzielnik",    "z up.",     "wz.",       "Załącznik"};

bool starts(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

const Kind* kind_of(std::string_view line) {
  if (line.empty()) return nullptr;
  const std::string_view rest = line.substr(1);
  for (const Kind& kind : kKinds)
    if (starts(rest, kind.stem) || starts(rest, kind.upper_stem)) return &kind;
  return nullptr;
}

bool is_signature(std::string_view line) {
  if (starts(line, "(-)") || starts(line, "/-/")) return true;
  return std::any_of(kSignatures.begin(), kSignatures.end(), [&](std::string_view word) { return starts(line, word); });
}

// "nr 19/11/2023", "Nr 2208 / 2008", "NR 16/2015": the number without its blanks.
std::string number_in(std::string_view text) {
  for (std::string_view sign : {"nr ", "Nr ", "NR "}) {
    const std::size_t at = text.find(sign);
    if (at == npos) continue;
    std::string number;
    for (const char c : text.substr(at + sign.size())) {
      const bool part = (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || (c >= 'A' && c <= 'Z');
      if (part) number += c;
      if (!part && (c != ' ' || number.empty() || number.back() != '/')) break;
    }
    return number;
  }
  return {};
}

bool opens_first_section(std::string_view line) {
  const auto label = read_label(line);
  return label && (label->level == law::Level::section || label->level == law::Level::article) &&
         label->number == law::Ordinal{1, ""};
}

class HeadingReader {
 public:
  HeadingReader(const Source& source, Slice heading, Frame& out) : source_(source), heading_(heading), out_(out) {}

  void run() {
    for (const Line& line : source_.lines()) {
      if (line.text.begin >= heading_.end) break;
      read(source_.text(line.text));
    }
    if (!nominative_.empty() && nominative_.substr(0, 4) == out_.organ.substr(0, 4)) out_.organ = nominative_;
    out_.amends = find_act_reference(out_.title);
  }

 private:
  enum class Stage { before, organ, title, basis };

  void read(std::string_view line) {
    if (stage_ == Stage::before) {
      const Kind* kind = kind_of(line);
      if (kind == nullptr) {
        nominative_ = line;
        return;
      }
      out_.kind = kind->name;
      out_.number = number_in(line);
      stage_ = Stage::organ;
      read_date(line);
      return;
    }
    if (starts(line, "Na podstawie")) stage_ = Stage::basis;
    if (stage_ == Stage::organ) {
      if (!read_date(line)) append(out_.organ, line);
    } else if (stage_ == Stage::title) {
      append(out_.title, line);
    }
  }
  bool read_date(std::string_view line) {
    const std::size_t at = line.find("z dnia");
    if (at == npos) return false;
    const auto found = find_date(line, at);
    if (!found) return false;
    out_.date = found->date;
    stage_ = Stage::title;
    return true;
  }
  static void append(std::string& to, std::string_view words) {
    if (!to.empty()) to += ' ';
    to += words;
  }

  const Source& source_;
  Slice heading_;
  Frame& out_;
  Stage stage_ = Stage::before;
  std::string nominative_;
};

bool quoted(const std::vector<Quotation>& quotations, std::size_t at) {
  return std::any_of(quotations.begin(), quotations.end(), [&](const Quotation& q) { return q.whole.holds(at); });
}

// The first line after the act's own last § that is no provision any more.
std::size_t trailer_begin(const Source& source, Slice body) {
  const auto quotations = find_quotations(source, body);
  std::size_t last_section = body.begin;
  for (const Line& line : source.lines()) {
    if (line.text.begin < body.begin || quoted(quotations, line.text.begin)) continue;
    const auto label = read_label(source.text(line.text));
    if (label && label->level <= law::Level::section) last_section = line.text.begin;
  }
  for (const Line& line : source.lines())
    if (line.text.begin > last_section && !quoted(quotations, line.text.begin) && is_signature(source.text(line.text)))
      return line.text.begin;
  return body.end;
}

}  // namespace

std::optional<law::ActRef> find_act_reference(std::string_view sentence) {
  law::ActRef out{number_in(sentence), std::nullopt};
  const std::size_t number = std::min({sentence.find("nr "), sentence.find("Nr "), sentence.find("NR ")});
  const std::size_t at = sentence.find("z dnia", number == npos ? 0 : number);
  if (at != npos)
    if (const auto found = find_date(sentence, at)) out.date = found->date;
  if (out.number.empty() && !out.date) return std::nullopt;
  return out;
}

Frame read_frame(const Source& source) {
  Frame out;
  const std::size_t end = source.clean().size();
  out.heading = {0, end};
  out.body = out.trailer = {end, end};
  for (const Line& line : source.lines()) {
    if (!opens_first_section(source.text(line.text))) continue;
    out.heading.end = line.text.begin;
    out.body = {line.text.begin, end};
    out.body.end = trailer_begin(source, out.body);
    out.trailer = {out.body.end, end};
    break;
  }
  HeadingReader(source, out.heading, out).run();
  return out;
}

}  // namespace kto::parse
