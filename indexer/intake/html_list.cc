#include "indexer/intake/html_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace kto::intake {
namespace {

// Law has no list as long as this; a greater number is a slip of the page.
constexpr unsigned kLongestList = 9999;

std::optional<unsigned> number_in(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value == 0 || value > kLongestList)
    return std::nullopt;
  return value;
}

char type_of(const ListMarks& marks) {
  struct Style {
    std::string_view name;
    char type;
  };
  constexpr std::array<Style, 8> kStyles{{{"lower-alpha", 'a'},
                                          {"lower-latin", 'a'},
                                          {"upper-alpha", 'A'},
                                          {"upper-latin", 'A'},
                                          {"lower-roman", 'i'},
                                          {"upper-roman", 'I'},
                                          {"decimal", '1'},
                                          {"none", ' '}}};
  for (const Style& style : kStyles)
    if (marks.style.find(style.name) != std::string_view::npos) return style.type;
  if (!marks.ordered) return '-';
  const bool known = marks.type.size() == 1 && std::string_view("1aAiI").find(marks.type[0]) != std::string_view::npos;
  return known ? marks.type[0] : '1';
}

std::string roman(unsigned number) {
  struct Digit {
    unsigned value;
    std::string_view text;
  };
  constexpr std::array<Digit, 13> kDigits{{{1000, "M"},
                                           {900, "CM"},
                                           {500, "D"},
                                           {400, "CD"},
                                           {100, "C"},
                                           {90, "XC"},
                                           {50, "L"},
                                           {40, "XL"},
                                           {10, "X"},
                                           {9, "IX"},
                                           {5, "V"},
                                           {4, "IV"},
                                           {1, "I"}}};
  std::string out;
  for (const Digit& digit : kDigits)
    for (; number >= digit.value; number -= digit.value) out += digit.text;
  return out;
}

bool ends_with_colon(std::string_view line) {
  while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
  return !line.empty() && line.back() == ':';
}

}  // namespace

void ListLabels::open(const ListMarks& marks, const ListPlace& place) {
  List list;
  list.type = type_of(marks);
  const auto start = marks.ordered ? number_in(marks.start) : std::nullopt;
  list.next = start.value_or(1);
  Rank around = place.around;
  if (!open_.empty() && !place.quoted) around = std::max(around, open_.back().rank);
  if (list.type == '-') {
    list.rank = std::max(below(around), Rank::indent);
  } else if (list.type == 'a') {
    list.rank = Rank::letter;
  } else if (list.type == '1') {
    list.rank = below(around);
    if (ends_with_colon(place.introduction)) list.rank = std::max(list.rank, Rank::point);
    const Rank before = list.next > 1 ? place.rank_of_number(std::to_string(list.next - 1)) : Rank::none;
    if (before != Rank::none) list.rank = before;
  } else {
    list.rank = around;
  }
  open_.push_back(list);
}

void ListLabels::close() {
  if (!open_.empty()) open_.pop_back();
}

std::string ListLabels::next(std::string_view value) {
  if (open_.empty()) return {};
  List& list = open_.back();
  if (const auto given = number_in(value)) list.next = *given;
  const unsigned number = list.next++;
  switch (list.type) {
    case ' ':
      return {};
    case 'A':
      return number <= 26 ? std::string(1, static_cast<char>('A' + number - 1)) + "." : std::string();
    case 'I':
      return roman(number) + ".";
    case 'i': {
      std::string small = roman(number);
      for (char& c : small) c = static_cast<char>(c - 'A' + 'a');
      return small + ".";
    }
    default:
      return label_text(list.rank, number);
  }
}

}  // namespace kto::intake
