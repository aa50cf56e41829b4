// Lists of a web page: the numbers a browser draws, as labels of provisions. On the pages of offices every level of a
// list says "1.", told apart only by its depth; what the number stands for follows from what the list stands in:
//
//   § 5                              § 5
//   <ol><li>Referat prowadzi:        1. Referat prowadzi:
//     <ol><li>ewidencję;             1) ewidencję;
//       <ol><li>ludności,            a) ludności,
//
// A list behind a colon counts points, never paragraphs (ustępy), which are sentences of their own.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/intake/label_like.h"

namespace kto::intake {

// What a page says of a list: <ol type="a" start="3">; style is that of CSS ("lower-alpha").
struct ListMarks {
  bool ordered = false;
  std::string_view type, start, style;
};

// Where it stands.
struct ListPlace {
  Rank around = Rank::none;       // of the last label before it
  std::string_view introduction;  // the line before it
  // The rank of the label numbered one less than the list begins with: it goes on with that one's list.
  std::function<Rank(const std::string& number)> rank_of_number;
  bool quoted = false;  // in the text that an amendment puts elsewhere, whose levels are its own
};

class ListLabels {
 public:
  void open(const ListMarks& marks, const ListPlace& place);
  void close();
  // The label of the next item; empty where the list shows none. `value`: of <li value="7">.
  std::string next(std::string_view value);

 private:
  struct List {
    Rank rank = Rank::none;
    char type = '1';  // 1 a A i I; '-' a bullet; ' ' nothing
    unsigned next = 1;
  };
  std::vector<List> open_;
};

}  // namespace kto::intake
