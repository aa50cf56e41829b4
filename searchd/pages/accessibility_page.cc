#include "searchd/pages/accessibility_page.h"

#include <algorithm>
#include <array>

namespace kto::pages {
namespace {

constexpr std::array kFields = {"url",      "published", "updated", "status", "exceptions", "prepared",
                                "reviewed", "auditor",   "contact", "email",  "phone",      "architecture"};
// Without these the statement is not one; the others may rightly be absent.
constexpr std::array kRequired = {"url",      "published", "updated", "status", "prepared",
                                  "reviewed", "contact",   "email",   "phone",  "architecture"};

}  // namespace

Data accessibility_view(const AccessibilityPage& page) {
  Data data = frame_view({"Deklaracja dostępności – kto", page.office_name, page.place, &page.basis});
  const auto told = [&](const char* field) {
    const auto found = page.told.find(field);
    return found == page.told.end() ? std::string() : found->second;
  };
  for (const char* field : kFields) data.set(field, text_or_false(told(field)));
  data.set("subject", page.office_name.empty() ? "[nazwa urzędu]" : page.office_name);
  data.set("to_fill",
           std::any_of(kRequired.begin(), kRequired.end(), [&](const char* field) { return told(field).empty(); }));
  return data;
}

}  // namespace kto::pages
