#include "indexer/store/glass_writer.h"

#include <algorithm>

namespace kto::store {

void GlassWriter::add(Term term, std::uint32_t times) {
  if (term->document != document()) {
    term->document = document();
    term->times = 0;
    of_document_.push_back(term);
  }
  term->times += times;
}

void GlassWriter::end_document(std::string_view record) {
  std::uint32_t length = 0;
  for (const Term term : of_document_) {
    term->list.add(document(), term->times);
    length += term->times;
  }
  of_document_.clear();
  file_.add_document(length, record);
}

void GlassWriter::finish() {
  file_.begin_lists();
  std::vector<const std::pair<const std::string, Postings>*> order;
  order.reserve(terms_.size());
  for (const auto& one : terms_)
    if (one.second.document > 0) order.push_back(&one);
  std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  for (const auto* one : order) file_.add_list(one->first, one->second.list);
  file_.finish();
}

}  // namespace kto::store
