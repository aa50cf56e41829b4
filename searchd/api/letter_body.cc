#include "searchd/api/letter_body.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "searchd/api/intake.h"
#include "searchd/api/utf8.h"

namespace kto::api {
namespace {

using nlohmann::json;
using searchd::LetterQuery;

constexpr std::string_view kMembers[] = {"subject", "text", "as_of", "office"};
constexpr char kKnown[] = "subject, text, as_of, office";

bool is_known(std::string_view name) {
  return std::find(std::begin(kMembers), std::end(kMembers), name) != std::end(kMembers);
}

// A name that may be shown: what looks like a name, never a sentence of a letter in its place.
std::string shown_name(const std::string& name) {
  constexpr std::size_t kLongest = 24;
  const bool plain = !name.empty() && name.size() <= kLongest &&
                     std::all_of(name.begin(), name.end(), [](char c) { return c == '_' || (c >= 'a' && c <= 'z'); });
  return plain ? name : "?";
}

// Reads the members without building a tree. What is not a member of the letter itself is only counted.
class LetterReader : public nlohmann::json_sax<json> {
 public:
  Sent members;  // each known one that is a text, once
  std::vector<front::Fault> faults;

  bool null() override { return scalar(std::nullopt, true); }
  bool boolean(bool) override { return scalar(std::nullopt, false); }
  bool number_integer(number_integer_t) override { return scalar(std::nullopt, false); }
  bool number_unsigned(number_unsigned_t) override { return scalar(std::nullopt, false); }
  bool number_float(number_float_t, const string_t&) override { return scalar(std::nullopt, false); }
  bool string(string_t& value) override { return scalar(std::move(value), false); }
  bool binary(binary_t&) override { return scalar(std::nullopt, false); }

  bool start_object(std::size_t) override { return open(true); }
  bool start_array(std::size_t) override { return open(false); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (depth_ != 1) return true;
    if (++count_ > LetterBounds::kMembers)
      return stop("too-many-members",
                  "Pismo ma za dużo pól; najwięcej może ich być " + std::to_string(LetterBounds::kMembers) + ".");
    name_ = name;
    if (!is_known(name)) {
      faults.push_back(
          {shown_name(name), "unknown-member", std::string("Nieznane pole. Pismo ma pola: ") + kKnown + "."});
    } else if (++times_[name] == 2) {
      faults.push_back({name, "repeated-member", "Pole podano więcej niż raz."});
      members.erase(name);
    }
    return true;
  }

  // The library's own words repeat the input: only the place is told.
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    return stop("not-json", "To nie jest poprawny JSON: błąd w okolicy bajtu " + std::to_string(position) + ".");
  }

 private:
  bool stop(std::string code, std::string message) {
    faults.push_back({"", std::move(code), std::move(message)});
    return false;
  }

  bool scalar(std::optional<std::string> text, bool null) {
    if (depth_ == 0) return stop("not-an-object", "Pismo musi być obiektem JSON.");
    if (depth_ != 1 || !is_known(name_) || times_[name_] > 1 || null) return true;
    if (text)
      members.emplace(name_, std::move(*text));
    else
      not_a_text();
    return true;
  }

  bool open(bool object) {
    if (depth_ == 0 && !object) return stop("not-an-object", "Pismo musi być obiektem JSON.");
    if (depth_ == 1 && is_known(name_) && times_[name_] == 1) not_a_text();
    if (++depth_ > LetterBounds::kDepth)
      return stop("too-deep",
                  "JSON jest zagnieżdżony głębiej niż na " + std::to_string(LetterBounds::kDepth) + " poziomów.");
    return true;
  }

  bool close() {
    --depth_;
    return true;
  }

  void not_a_text() { faults.push_back({name_, "not-a-string", "Pole musi być tekstem albo null."}); }

  unsigned depth_ = 0, count_ = 0;
  std::string name_;
  std::map<std::string, unsigned> times_;
};

// Takes the text out of `sent`: Intake would show a part of it.
std::string take_text(Sent& sent, const char* field, unsigned most, std::vector<front::Fault>& faults) {
  const auto found = sent.find(field);
  if (found == sent.end()) return "";
  std::string text = std::move(found->second);
  sent.erase(found);
  const auto points = decode_utf8(text);
  if (!points) {
    faults.push_back({field, "not-utf-8", "Wartość nie jest poprawnym tekstem UTF-8."});
    return "";
  }
  if (points->size() > most)
    faults.push_back(
        {field, "too-long",
         "Pole ma " + std::to_string(points->size()) + " znaków; najwięcej może mieć " + std::to_string(most) + "."});
  return text;
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

bool has_fault(const std::vector<front::Fault>& faults, std::string_view field) {
  return std::any_of(faults.begin(), faults.end(), [&](const front::Fault& one) { return one.field == field; });
}

void require_words(const LetterQuery& query, std::vector<front::Fault>& faults) {
  if (is_blank(query.subject) && is_blank(query.text) && !has_fault(faults, "subject") && !has_fault(faults, "text"))
    faults.push_back({"text", "missing", "Brakuje treści pisma."});
}

// What the letter's own faults say first, then day and office, then what nobody knows.
template <class Query>
Parsed<Query> together(Query query, std::vector<front::Fault> own, Intake& intake) {
  for (auto& fault : intake.faults()) own.push_back(std::move(fault));
  return {std::move(query), std::move(own)};
}

}  // namespace

Parsed<LetterQuery> parse_letter(std::string_view text, const Scope& scope) {
  LetterQuery query;
  if (!decode_utf8(text)) return {query, {{"", "not-utf-8", "Treść żądania nie jest poprawnym tekstem UTF-8."}}};
  LetterReader reader;
  const bool whole = json::sax_parse(text, &reader);
  if (!whole) return {query, std::move(reader.faults)};
  std::vector<front::Fault> faults;
  query.subject = take_text(reader.members, "subject", LetterBounds::kSubject, faults);
  query.text = take_text(reader.members, "text", LetterBounds::kText, faults);
  for (auto& fault : reader.faults) faults.push_back(std::move(fault));
  require_words(query, faults);
  Intake intake(reader.members, scope);
  query.as_of = intake.day("as_of");
  query.office = intake.office("office");
  return together(std::move(query), std::move(faults), intake);
}

Parsed<std::string> parse_letter_address(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  std::string office = intake.office("office", true);
  return {std::move(office), intake.faults()};
}

Parsed<LetterForm> parse_letter_form(const Sent& sent, const Scope& scope) {
  LetterForm form;
  std::vector<front::Fault> faults;
  Sent fields = sent;
  for (const char* field : {"subject", "text"})
    if (fields.count(field) > 1) {
      faults.push_back({field, "repeated-parameter", "Pole podano więcej niż raz."});
      fields.erase(field);
    }
  form.query.subject = take_text(fields, "subject", LetterBounds::kSubject, faults);
  form.query.text = take_text(fields, "text", LetterBounds::kText, faults);
  form.empty = is_blank(form.query.subject) && is_blank(form.query.text);
  Intake intake(fields, scope);
  form.query.as_of = intake.day_or_fields("as_of", form.typed);
  form.query.office = intake.office("office", true);
  return together(std::move(form), std::move(faults), intake);
}

front::Problem invalid_letter(std::vector<front::Fault> faults) {
  front::Problem problem;
  problem.status = 400;
  problem.type = "urn:problem-type:kto:invalid-letter";
  problem.title = "Nieprawidłowe pismo";
  problem.detail =
      faults.size() == 1 ? faults.front().message : "W piśmie jest więcej niż jeden błąd; wszystkie stoją w errors.";
  problem.errors = std::move(faults);
  return problem;
}

}  // namespace kto::api
