// The catalogue and the index of the real corpus, read once a program.
#pragma once

#include "indexer/law/catalogue.h"
#include "tests/support/index.h"

namespace kto::test {

const law::Catalogue& lublin();
const TinyIndex& lublin_index();

}  // namespace kto::test
