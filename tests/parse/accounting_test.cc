// Nothing lost, nothing counted twice: the spans of an act are a partition of its bytes, whatever the text.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), {});
}

void check_partition(const std::string& text, const law::Act& act) {
  std::size_t at = 0;
  for (const law::Span& span : act.spans) {
    REQUIRE(span.begin == at);
    REQUIRE(span.end > span.begin);
    at = span.end;
  }
  REQUIRE(at == text.size());
}

std::size_t bytes_of(const law::Act& act, law::SpanKind kind) {
  std::size_t bytes = 0;
  for (const law::Span& span : act.spans)
    if (span.kind == kind) bytes += span.end - span.begin;
  return bytes;
}

// Letters and digits must never be taken for layout.
void check_layout_holds_no_words(const std::string& text, const law::Act& act) {
  for (const law::Span& span : act.spans) {
    if (span.kind != law::SpanKind::layout) continue;
    for (std::size_t i = span.begin; i < span.end; ++i) {
      INFO("byte " << i << " of: " << text.substr(span.begin, span.end - span.begin));
      REQUIRE(!std::isalnum(static_cast<unsigned char>(text[i])));
    }
  }
}

}  // namespace

TEST_CASE("every byte of the acts of Lublin is accounted for, and all of them are understood") {
  for (const char* file : {"corpus/lublin/acts/58-12-2021.txt", "corpus/lublin/acts/19-11-2023.txt"}) {
    INFO(file);
    const std::string text = read(file);
    REQUIRE(!text.empty());
    const law::Act act = parse::parse_act({file, text});
    check_partition(text, act);
    check_layout_holds_no_words(text, act);
    CHECK(bytes_of(act, law::SpanKind::diagnostic) == 0);
    CHECK(bytes_of(act, law::SpanKind::provision) > text.size() / 2);
  }
}

TEST_CASE("every byte of a damaged act is accounted for") {
  const std::string text = read("corpus/lublin/acts/19-11-2023.txt");
  std::mt19937 random(20231115);
  for (int round = 0; round < 60; ++round) {
    std::string damaged = text;
    for (int i = 0; i < 12; ++i) {
      const std::size_t at = random() % damaged.size(), length = random() % 40;
      switch (random() % 3) {
        case 0:
          damaged.erase(at, length);
          break;
        case 1:
          damaged.insert(at, damaged.substr(random() % damaged.size(), length));
          break;
        default:
          damaged.insert(at, random() % 2 == 0 ? "”" : "„");
      }
    }
    const law::Act act = parse::parse_act({"damaged.txt", damaged});
    check_partition(damaged, act);
  }
}

TEST_CASE("words that belong nowhere are said, not dropped") {
  const std::string text =
      tests::amending_act("luźne słowa przed pierwszą zmianą\n1) uchyla się § 9;\n2) zupełnie nieznane.");
  const law::Act act = parse::parse_act({"a.txt", text});
  check_partition(text, act);
  CHECK(bytes_of(act, law::SpanKind::diagnostic) > 0);
  std::string said;
  for (const auto& diagnostic : act.diagnostics) said += diagnostic.code + ":" + std::to_string(diagnostic.line) + " ";
  CHECK(said == "not-understood:10 not-understood:8 ");
}
