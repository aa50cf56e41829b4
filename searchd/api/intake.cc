#include "searchd/api/intake.h"

#include <algorithm>
#include <charconv>

#include "searchd/api/codes.h"
#include "searchd/api/utf8.h"

namespace kto::api {
namespace {

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0;
}

// C0 and C1 without white space, DEL, and the code points Unicode sets apart as not being characters.
bool is_control(char32_t c) {
  return (c < 0x20 && !is_space(c)) || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE ||
         (c >= 0xFDD0 && c <= 0xFDEF);
}

// Near enough to the tokeniser's idea of a word to bound it: a superset of letters and digits outside ASCII.
bool is_word(char32_t c) {
  if (c < 0x80) return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return c > 0xBF && !(c >= 0x2000 && c <= 0x206F);
}

std::string trimmed(std::u32string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return encode_utf8(text);
}

struct Words {
  std::size_t count = 0, longest = 0;
  std::u32string longest_word;
};

Words count_words(std::u32string_view text) {
  Words words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && is_word(text[i])) ++i;
    if (i == begin) {
      ++i;
      continue;
    }
    ++words.count;
    if (i - begin > words.longest) words.longest = i - begin, words.longest_word = text.substr(begin, i - begin);
  }
  return words;
}

std::optional<unsigned> parse_number(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<law::Date> calendar_day(const TypedDay& typed) {
  const auto day = parse_number(typed.day), month = parse_number(typed.month), year = parse_number(typed.year);
  if (!day || !month || !year || *day > 31 || *month > 12 || *year > 9999) return std::nullopt;
  return law::make_date(static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(*day));
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

// Offices named in one sentence; of more only those like the one asked for.
constexpr std::size_t kMostNamed = 5;

// Quoted input is cut: a sentence about a fault is to be read.
std::string in_quotes(std::string_view text) {
  return "„" + clipped(text, 40) + "”";
}

}  // namespace

void Intake::fault(std::string field, std::string code, std::string message) {
  faults_.push_back({std::move(field), std::move(code), std::move(message)});
}

bool Intake::readable(const std::string& field, const std::string& value) {
  const auto points = decode_utf8(value);
  if (!points) {
    fault(field, "not-utf-8", "Wartość nie jest poprawnym tekstem UTF-8.");
    return false;
  }
  if (std::any_of(points->begin(), points->end(), is_control)) {
    fault(field, "control-character", "Wartość zawiera znaki sterujące.");
    return false;
  }
  return true;
}

std::optional<std::string> Intake::take(const std::string& field) {
  known_.push_back(field);
  const auto [first, last] = sent_.equal_range(field);
  if (first == last) return std::nullopt;
  if (std::next(first) != last) {
    fault(field, "repeated-parameter", "Parametr podano więcej niż raz.");
    return std::nullopt;
  }
  if (!readable(field, first->second)) return std::nullopt;
  return first->second;
}

bool Intake::short_enough(const std::string& field, const std::string& value) {
  const std::u32string points = decode_utf8(value).value_or(U"");
  const std::size_t before = faults_.size();
  if (points.size() > Bounds::kText)
    fault(field, "too-long",
          "Pytanie ma " + std::to_string(points.size()) + " znaków; najwięcej może mieć " +
              std::to_string(Bounds::kText) + ".");
  const Words words = count_words(points);
  if (words.count > Bounds::kWords)
    fault(field, "too-many-words",
          "Pytanie ma za dużo słów: " + std::to_string(words.count) + "; najwięcej może ich być " +
              std::to_string(Bounds::kWords) + ".");
  if (words.longest > Bounds::kWord)
    fault(field, "word-too-long",
          "Słowo " + in_quotes(encode_utf8(words.longest_word)) + " ma " + std::to_string(words.longest) +
              " liter; najwięcej może ich być " + std::to_string(Bounds::kWord) + ".");
  return faults_.size() == before;
}

std::string Intake::question(const std::string& field, bool required) {
  const bool sent = sent_.count(field) > 0;
  const auto value = take(field);
  if (!value && sent) return "";
  const std::string text = value ? trimmed(decode_utf8(*value).value_or(U"")) : "";
  if (text.empty()) {
    if (required) fault(field, "missing", "Brakuje pytania. Wpisz, jaką sprawę chcesz załatwić.");
    return "";
  }
  return short_enough(field, text) ? text : "";
}

law::Date Intake::day(const std::string& field) {
  const auto value = take(field);
  if (!value) return scope_.today;
  const auto date = law::parse_date(*value);
  if (date) return *date;
  fault(field, "not-a-date",
        in_quotes(*value) + " nie jest dniem kalendarza; podaj go jako RRRR-MM-DD, na przykład " +
            law::to_string(scope_.today) + ".");
  return scope_.today;
}

std::optional<law::Date> Intake::optional_day(const std::string& field) {
  const bool sent = sent_.count(field) > 0;
  const auto date = day(field);
  return sent ? std::optional{date} : std::nullopt;
}

law::Date Intake::day_or_fields(const std::string& field, TypedDay& typed, const std::string& fields) {
  const auto of_address = day(field);
  const auto d = take(fields + "d"), m = take(fields + "m"), y = take(fields + "y");
  typed = {d || m || y, d.value_or(""), m.value_or(""), y.value_or("")};
  if (typed.day.empty() && typed.month.empty() && typed.year.empty()) return of_address;
  if (sent_.count(field) > 0)
    fault(field, "repeated-parameter",
          "Dzień podano dwa razy: w " + field + " i w polach " + fields + "d, " + fields + "m, " + fields + "y.");
  const auto date = calendar_day(typed);
  if (!date)
    fault(fields + "d", "not-a-date",
          "Nie ma takiego dnia w kalendarzu. Podaj dzień, miesiąc i rok cyframi, na przykład 15 11 2023.");
  return date.value_or(of_address);
}

std::string Intake::office(const std::string& field, bool or_all) {
  const auto value = take(field);
  if (!value) return scope_.default_office;
  if (or_all && value->empty()) return "";
  if (std::find(scope_.offices.begin(), scope_.offices.end(), *value) != scope_.offices.end()) return *value;
  const bool few = scope_.offices.size() <= kMostNamed;
  std::vector<std::string> near = few ? scope_.offices : nearest_codes(*value, scope_.offices);
  fault(field, "unknown-office",
        "Nie znam urzędu " + in_quotes(*value) + ". " +
            (near.empty() ? "Urzędy wymienia /api/v1/offices" : (few ? "Znane: " : "Podobne: ") + joined(near)) + ".");
  faults_.back().nearest = std::move(near);
  return "";
}

std::string Intake::unit(const std::string& field) {
  const auto value = take(field);
  if (!value) return "";
  if (scope_.is_country && scope_.codes.empty()) {
    fault(field, "office-needed",
          "Ten sam symbol mają różne komórki różnych urzędów: podaj też urząd (office). Urzędy: /api/v1/offices?q=…");
    return "";
  }
  const std::u32string points = decode_utf8(*value).value_or(U"");
  std::string asked = canonical_code(trimmed(points));
  if (points.size() > Bounds::kCode || asked.empty()) {
    fault(field, "not-a-code", "Symbol komórki ma od 1 do " + std::to_string(Bounds::kCode) + " znaków.");
    return "";
  }
  for (const auto& code : scope_.codes)
    if (canonical_code(code) == asked) return code;
  for (const auto& code : scope_.codes)
    if (is_within(canonical_code(code), asked)) return asked;
  std::vector<std::string> near = nearest_codes(asked, scope_.codes);
  fault(field, "unknown-unit",
        "Nie ma komórki " + in_quotes(*value) + (near.empty() ? "." : ". Podobne symbole: " + joined(near) + "."));
  faults_.back().nearest = std::move(near);
  return "";
}

std::optional<law::Role> Intake::role(const std::string& field) {
  const auto value = take(field);
  if (!value) return std::nullopt;
  const auto role = law::parse_role(*value);
  if (!role)
    fault(field, "unknown-role",
          "Nie znam roli " + in_quotes(*value) + ". Znane: owner, supervises, cooperates, gives_opinion, supports.");
  return role;
}

std::string Intake::choice(const std::string& field, const std::vector<std::string>& words) {
  const auto value = take(field);
  if (!value) return words.front();
  if (std::find(words.begin(), words.end(), *value) != words.end()) return *value;
  fault(field, "unknown-value", "Nie znam wartości " + in_quotes(*value) + ". Znane: " + joined(words) + ".");
  return words.front();
}

unsigned Intake::number(const std::string& field, Range range) {
  const auto value = take(field);
  if (!value) return range.fallback;
  const auto number = parse_number(*value);
  if (number && range.least <= *number && *number <= range.most) return *number;
  fault(field, "out-of-range",
        in_quotes(*value) + " nie jest liczbą od " + std::to_string(range.least) + " do " + std::to_string(range.most) +
            ".");
  return range.fallback;
}

std::vector<front::Fault> Intake::faults() {
  std::optional<std::string> last;
  for (const auto& [name, value] : sent_) {
    if (last == name || std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
    last = name;
    const std::string shown = decode_utf8(name) ? clipped(name, 40) : "?";
    fault(shown, "unknown-parameter",
          known_.empty() ? "Nieznany parametr. Ta usługa nie przyjmuje żadnych."
                         : "Nieznany parametr. Ta usługa zna: " + joined(known_) + ".");
  }
  return std::move(faults_);
}

}  // namespace kto::api
