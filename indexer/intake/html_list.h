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

class ListLabels {
 public:
  // `around`: the rank of the last label before the list; `introduction`: the line before it.
  void open(const ListMarks& marks, Rank around, std::string_view introduction);
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
  List last_;  // the list closed last: one that starts at 4 goes on with it
};

}  // namespace kto::intake
