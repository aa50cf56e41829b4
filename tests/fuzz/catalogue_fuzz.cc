// Lines of a catalogue, as an office may give them: each is a fault with its line, or all are catalogues that are the
// same when they are written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "indexer/catalogue/read.h"
#include "indexer/catalogue/rows.h"
#include "indexer/law/error.h"

using namespace kto;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string written(const law::Catalogue& one) {
  std::string text;
  const auto add = [&text](const catalogue::Row& row) { text += catalogue::to_line(row) + "\n"; };
  add(catalogue::typed_office_row({one.office, one.office_name, one.example, one.details}));
  for (const auto& act : one.acts) add(catalogue::typed_act_row(one.office, act));
  for (const auto& unit : one.units) add(catalogue::typed("unit", catalogue::unit_row(one.office, unit)));
  for (const auto& operation : one.operations)
    add(catalogue::typed("operation", catalogue::operation_row(one.office, operation)));
  for (const auto& end : one.unknown_ends) add(catalogue::typed_unknown_end_row(one.office, end));
  for (const auto& version : one.provisions)
    add(catalogue::typed("provision", catalogue::provision_row(one.office, version)));
  for (const auto& [act, whole] : one.texts)
    for (const auto& part : catalogue::parts_of(whole)) add(catalogue::typed_text_row(one.office, act, part));
  for (const auto& task : one.tasks) add(catalogue::task_row(one.office, task));
  return text;
}

std::vector<law::Catalogue> read(const std::string& text) {
  std::istringstream in(text);
  return catalogue::read_catalogues(in, "fuzz");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<law::Catalogue> catalogues;
  try {
    catalogues = read(std::string(reinterpret_cast<const char*>(data), size));
  } catch (const law::Error& error) {
    require(error.code() == "catalogue-invalid" && std::string(error.what()).starts_with("fuzz:"));
    return 0;
  }
  for (const law::Catalogue& one : catalogues) require(read(written(one)) == std::vector{one});
  return 0;
}
