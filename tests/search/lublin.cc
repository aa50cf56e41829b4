#include "tests/search/lublin.h"

#include "indexer/corpus/corpus.h"
#include "indexer/corpus/office_law.h"

namespace kto::test {

const law::Catalogue& lublin() {
  static const law::Catalogue kLublin = [] {
    for (const corpus::OfficeSource& source : corpus::read_corpus("corpus"))
      if (source.id == "lublin") return corpus::to_catalogue(corpus::read_law(source));
    return law::Catalogue();
  }();
  return kLublin;
}

const TinyIndex& lublin_index() {
  static const TinyIndex kIndex(std::vector{lublin()});
  return kIndex;
}

}  // namespace kto::test
