#include "indexer/parse/frame.h"

#include <algorithm>
#include <array>

#include "indexer/parse/label.h"
#include "indexer/parse/polish_date.h"
#include "indexer/parse/regulation.h"

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

const Kind* kind_of(std::string_view line) {
  if (line.empty()) return nullptr;
  const std::string_view rest = line.substr(1);
  for (const Kind& kind : kKinds)
    if (rest.starts_with(kind.stem) || rest.starts_with(kind.upper_stem)) return &kind;
  return nullptr;
}

bool is_signature(std::string_view line) {
  if (line.starts_with("(-)") || line.starts_with("/-/")) return true;
  return std::any_of(kSignatures.begin(), kSignatures.end(),
                     [&](std::string_view word) { return line.starts_with(word); });
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

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != npos; });
}

class HeadingReader {
 public:
  HeadingReader(const Source& source, Slice heading, Frame& out) : source_(source), heading_(heading), out_(out) {}

  void run() {
    for (const Line& line : source_.lines()) {
      if (line.text.begin < heading_.begin) continue;
      if (line.text.begin >= heading_.end) break;
      read(source_.text(line.text));
    }
    if (!nominative_.empty() && nominative_.substr(0, 4) == out_.organ.substr(0, 4)) out_.organ = nominative_;
    if (has_any(out_.title, {"zmieniając", "zmiany", "zmian"})) out_.amends = find_act_reference(out_.title);
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
      append(out_.organ, organ_on_kind_line(line, out_.number));
      read_date(line);
      return;
    }
    // Collections print the heading twice: on one line as a title, then line by line. The latter is the heading.
    if (const Kind* kind = kind_of(line); kind != nullptr && line.find("z dnia") == npos && stage_ == Stage::title) {
      out_.organ.clear();
      out_.title.clear();
      out_.number = number_in(line);
      stage_ = Stage::organ;
      return;
    }
    if (line.starts_with("Na podstawie") || read_label(line)) stage_ = Stage::basis;
    if (stage_ == Stage::organ) {
      if (!read_date(line)) append(out_.organ, line);
    } else if (stage_ == Stage::title) {
      append(out_.title, line);
    }
  }
  // "ZARZĄDZENIE Nr 5/2024 WÓJTA GMINY PRZYKŁADOWA"
  static std::string_view organ_on_kind_line(std::string_view line, const std::string& number) {
    const std::size_t at = number.empty() ? npos : line.find(number);
    if (at == npos) return {};
    const std::string_view rest = line.substr(at + number.size());
    const std::string_view organ = rest.substr(0, rest.find(" z dnia"));
    return organ.substr(std::min(organ.find_first_not_of(' '), organ.size()));
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

class LayoutReader {
 public:
  explicit LayoutReader(const Source& source)
      : source_(source), quotations_(find_quotations(source, {0, source.clean().size()})) {}

  Layout run() {
    const std::vector<std::size_t> annexes = annex_lines();
    const std::size_t end = source_.clean().size();
    const Slice own{0, annexes.empty() ? end : annexes.front()};
    Layout out;
    if (!is_annex_alone(source_)) out.main = read_frame(own);
    if (out.main.kind.empty()) {
      out.main = Frame{};
      out.regulation = read_regulation(source_, own);
    }
    for (std::size_t i = 0; i < annexes.size(); ++i)
      out.annexes.push_back(read_annex({annexes[i], i + 1 < annexes.size() ? annexes[i + 1] : end}, out.main.kind));
    return out;
  }

 private:
  bool quoted(std::size_t at) const {
    return std::any_of(quotations_.begin(), quotations_.end(), [&](const Quotation& q) { return q.whole.holds(at); });
  }

  // Where the annexes begin. Before the first provision of the act nothing is an annex.
  std::vector<std::size_t> annex_lines() const {
    std::vector<std::size_t> out;
    bool provisions = false;
    const auto& lines = source_.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string_view line = source_.text(lines[i].text);
      provisions = provisions || read_label(line).has_value();
      const std::string_view next = i + 1 < lines.size() ? source_.text(lines[i + 1].text) : std::string_view();
      if (provisions && !quoted(lines[i].text.begin) && opens_annex(line, next)) out.push_back(lines[i].text.begin);
    }
    return out;
  }
  // "Załącznik nr 2 do zarządzenia otrzymuje brzmienie …" is a sentence, not a heading.
  static bool opens_annex(std::string_view line, std::string_view next) {
    if (!line.starts_with("Załącznik") && !line.starts_with("ZAŁĄCZNIK")) return false;
    if (line.size() > 250 || has_any(line, {"otrzymuj", "uchyla", "stanowi", "skreśla"})) return false;
    if (!line.empty() && (line.back() == ';' || line.back() == ',')) return false;
    return has_any(line, {" do ", " DO "}) || next.starts_with("do ") || next.starts_with("Do ") || line.size() < 24;
  }

  Frame read_frame(Slice part) const {
    Frame out;
    out.heading = {part.begin, part.end};
    out.body = out.trailer = {part.end, part.end};
    for (const Line& line : source_.lines()) {
      if (!within(line, part) || !opens_first_section(line)) continue;
      out.heading.end = line.text.begin;
      out.body = {line.text.begin, part.end};
      out.body.end = trailer_begin(out.body);
      out.trailer = {out.body.end, part.end};
      break;
    }
    HeadingReader(source_, out.heading, out).run();
    if (out.body.empty() && has_any(out.title, {"sprostowani"})) cut_correction(out);
    return out;
  }
  // An announcement of errors has no §: from its legal basis to the last words it quotes.
  void cut_correction(Frame& out) const {
    const Slice part{out.heading.begin, out.trailer.end};
    std::size_t last = part.begin;
    for (const Quotation& quotation : quotations_)
      if (part.holds(quotation.whole.begin)) last = quotation.whole.end;
    for (const Line& line : source_.lines()) {
      if (!within(line, part)) continue;
      const std::string_view text = source_.text(line.text);
      if (out.body.empty() && has_any(text, {"Na podstawie", "rostuje się", "zamiast"})) {
        out.heading.end = line.text.begin;
        out.body = {line.text.begin, part.end};
      }
      if (line.text.begin >= last || out.body.empty()) continue;
      out.body.end = line.text.end;
      out.trailer = {line.text.end, part.end};
    }
  }
  static bool within(const Line& line, Slice part) {
    return part.begin <= line.text.begin && line.text.begin < part.end;
  }
  bool opens_first_section(const Line& line) const {
    const auto label = read_label(source_.text(line.text));
    return label && !quoted(line.text.begin) && label->number == law::Ordinal{1, ""} &&
           (label->level == law::Level::section || label->level == law::Level::article);
  }

  // The first line after the act's own last § that is no provision any more.
  std::size_t trailer_begin(Slice body) const {
    std::size_t last_section = body.begin;
    for (const Line& line : source_.lines()) {
      if (!within(line, body) || quoted(line.text.begin)) continue;
      const auto label = read_label(source_.text(line.text));
      if (label && label->level <= law::Level::section) last_section = line.text.begin;
    }
    for (const Line& line : source_.lines())
      if (within(line, {last_section + 1, body.end}) && !quoted(line.text.begin) &&
          is_signature(source_.text(line.text)))
        return line.text.begin;
    return body.end;
  }

  AnnexPart read_annex(Slice part, const std::string& main_kind) const {
    AnnexPart out;
    out.heading = part;
    out.body = {part.end, part.end};
    bool first = true;
    for (const Line& line : source_.lines()) {
      if (!within(line, part)) continue;
      const std::string_view text = source_.text(line.text);
      if (first) out.name = find_annex_name(text);
      if (!first && main_kind == "obwieszczenie" && kind_of(text) != nullptr) {
        out.act = read_frame({line.text.begin, part.end});
        out.heading.end = out.act->body.begin;
        out.body = out.act->body;
        return out;
      }
      first = false;
      const auto label = read_label(text);
      if (label && label->level <= law::Level::paragraph) {
        out.heading.end = line.text.begin;
        out.body = {line.text.begin, part.end};
        return out;
      }
      if (!text.starts_with("Załącznik") && !text.starts_with("do ") && !text.starts_with("z dnia")) {
        if (!out.title.empty()) out.title += ' ';
        out.title += text;
      }
    }
    // No provision: a scheme, a list or a table, if anything.
    for (const Line& line : source_.lines()) {
      if (!within(line, part) || line.text.begin == part.begin) continue;
      out.heading.end = line.text.begin;
      out.body = {line.text.begin, part.end};
      out.numbered = false;
      break;
    }
    return out;
  }

  const Source& source_;
  std::vector<Quotation> quotations_;
};

// Where the act is named: the number follows, before its date.
std::size_t act_word(std::string_view sentence) {
  std::size_t best = npos;
  for (std::string_view stem : {"arządzeni", "chwał", "chwale", "ozporządzeni", "ecyzj", "zarz.", "Zarz.", "uchw.",
                                "Uchw.", "ustawie z dnia", "ustawy z dnia", "Ustawie z dnia"})
    best = std::min(best, sentence.find(stem));
  return best;
}

}  // namespace

std::string find_annex_name(std::string_view sentence) {
  for (std::string_view stem : {"załącznik", "Załącznik", "ZAŁĄCZNIK"}) {
    const std::size_t at = sentence.find(stem);
    if (at == npos) continue;
    std::string_view rest = sentence.substr(at + stem.size());
    rest.remove_prefix(std::min(rest.find(' '), rest.size()));
    std::string name = "załącznik";
    for (std::string_view sign : {" nr ", " Nr ", " NR "}) {
      if (!rest.starts_with(sign)) continue;
      const std::size_t digits = rest.find_first_not_of("0123456789", sign.size());
      const std::string_view number = rest.substr(sign.size(), std::min(digits, rest.size()) - sign.size());
      if (!number.empty()) name += " nr " + std::string(number);
    }
    return name;
  }
  return {};
}

std::optional<law::ActRef> find_act_reference(std::string_view sentence) {
  const std::size_t act = act_word(sentence);
  if (act == npos) return std::nullopt;
  const std::string_view rest = sentence.substr(act);
  const std::size_t day = std::min(rest.find("z dnia"), rest.size());
  law::ActRef out{number_in(rest.substr(0, std::min(rest.find('('), day))), std::nullopt};
  if (const auto found = find_date(rest, day)) out.date = found->date;
  if (out.number.empty() && !out.date) return std::nullopt;
  return out;
}

Layout read_layout(const Source& source) {
  return LayoutReader(source).run();
}

}  // namespace kto::parse
