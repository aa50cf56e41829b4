// A generation whose file is not what was built is refused, whatever was done to it; and the way back to the one
// before.
#include "indexer/store/seal.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <random>
#include <sstream>

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/generation.h"
#include "indexer/store/hash.h"
#include "indexer/store/reader.h"
#include "indexer/store/rollback.h"
#include "indexer/store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

namespace fs = std::filesystem;

law::Catalogue of_size(unsigned points) {
  std::vector<test::Point> all;
  for (unsigned i = 1; i <= points; ++i)
    all.push_back({"§ 1 pkt " + std::to_string(i), "IT-ES referat", "prowadzenia rejestru numer " + std::to_string(i)});
  return test::office("lublin", all);
}

void build(const fs::path& folder, unsigned points) {
  build_index({of_size(points)}, *test::analyser(), folder);
}

std::string bytes_of(const fs::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

void write_bytes(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// The code of the error, "" when there is none.
std::string error_of(const std::function<void()>& work) {
  try {
    work();
    return "";
  } catch (const law::Error& error) {
    CHECK_FALSE(error.hint().empty());
    return error.code();
  }
}

int status_in_child(const std::function<int()>& work) {
  const pid_t child = fork();
  if (child == 0) _exit(work());
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

fs::path shard_in(const fs::path& folder, std::size_t which = 0) {
  std::vector<fs::path> shards;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder / "shards"))
    if (!entry.path().filename().string().starts_with(kWordings)) shards.push_back(entry.path());
  return shards.at(which);
}

TEST_CASE("a file cut short, longer, changed or gone is refused with its reason") {
  const test::TempFolder folder;
  build(folder.path(), 20);
  const auto code = [&] { return error_of([&] { require_whole(folder.path(), 1); }); };
  CHECK(code().empty());
  for (const fs::path& file : {shard_in(folder.path()), generation_file(folder.path(), 1)}) {
    const std::string whole = bytes_of(file);
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, whole.size() / 2, whole.size() - 1}) {
      CAPTURE(size);
      write_bytes(file, whole.substr(0, size));
      CHECK(code() == "index-damaged");
    }
    write_bytes(file, whole + '\0');
    CHECK(code() == "index-damaged");
    write_bytes(file, whole);
    CHECK(code().empty());
    fs::remove(file);
    CHECK(code() == "index-unreadable");
    write_bytes(file, whole);
  }
}

TEST_CASE("one bit anywhere is noticed") {
  constexpr int kFlips = 500;  // a shard of this size has 100,000 bits; every one of them is under the same hash
  const test::TempFolder folder;
  build(folder.path(), 20);
  std::mt19937 random(7);
  for (const fs::path& file : {shard_in(folder.path()), generation_file(folder.path(), 1)}) {
    const std::string whole = bytes_of(file);
    for (int i = 0; i < kFlips; ++i) {
      std::string flipped = whole;
      const std::size_t at = random() % whole.size(), bit = random() % 8;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
      write_bytes(file, flipped);
      CAPTURE(at, bit);
      CHECK(error_of([&] { require_whole(folder.path(), 1); }) == "index-damaged");
    }
    write_bytes(file, whole);
  }
}

TEST_CASE("a hash by words depends on every byte, on their order, and not on how they come in blocks") {
  const std::string text = "administrowania systemem poczty elektronicznej";
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string other = text;
    other[i] ^= 1;
    CHECK(hash_words(other) != hash_words(text));
  }
  CHECK(hash_words(text.substr(16), hash_words(text.substr(0, 16))) == hash_words(text));
  CHECK(hash_words("ab") != hash_words("ba"));
}

TEST_CASE("a damaged shard is built again even when nothing changed, and no other") {
  const test::TempFolder folder;
  const auto build_two = [&] {
    law::Catalogue other = of_size(20);
    other.office = "radom";
    return build_index({of_size(20), other}, *test::analyser(), folder.path());
  };
  build_two();
  const fs::path file = shard_in(folder.path());
  std::string bytes = bytes_of(file);
  bytes[bytes.size() / 2] ^= 1;
  write_bytes(file, bytes);
  CHECK(index_info(folder.path()).problem.find("damaged") != std::string::npos);
  const BuildReport report = build_two();
  CHECK(report.built);
  CHECK(report.written == 1);
  CHECK(error_of([&] { require_whole(folder.path(), report.generation); }).empty());
  CHECK(index_info(folder.path()).problem.empty());
}

TEST_CASE("back to the generation before, and forth") {
  const test::TempFolder folder;
  CHECK(error_of([&] { roll_back(folder.path(), test::analyser()); }) == "index-missing");
  build(folder.path(), 1);
  CHECK(error_of([&] { roll_back(folder.path(), test::analyser()); }) == "no-generation");
  build(folder.path(), 2);
  Rollback done = roll_back(folder.path(), test::analyser());
  CHECK(done.from == 2);
  CHECK(done.to == 1);
  CHECK(Reader::open(folder.path(), test::analyser()).documents() == 1);
  CHECK(error_of([&] { roll_back(folder.path(), test::analyser()); }) == "no-generation");
  done = roll_back(folder.path(), test::analyser(), 2);
  CHECK(done.to == 2);
  CHECK(Reader::open(folder.path(), test::analyser()).documents() == 2);
  CHECK_FALSE(fs::exists(folder.path() / "building"));
  CHECK(error_of([&] { roll_back(folder.path(), test::analyser(), 9); }) == "index-unreadable");
  CHECK(current_generation(folder.path()) == 2);
}

TEST_CASE("a build after a rollback keeps what it rolled back to, and only that") {
  const test::TempFolder folder;
  build(folder.path(), 1);
  build(folder.path(), 2);
  roll_back(folder.path(), test::analyser());
  build(folder.path(), 3);
  CHECK(generations(folder.path()) == std::vector<unsigned>{1, 3});
  CHECK(roll_back(folder.path(), test::analyser()).to == 1);
}

TEST_CASE("no way back to a damaged generation") {
  const test::TempFolder folder;
  build(folder.path(), 1);
  build(folder.path(), 2);
  const auto shard = Generation::open(folder.path(), 1)->shard_file(0);
  write_bytes(shard, "no index");
  CHECK(error_of([&] { roll_back(folder.path(), test::analyser()); }) == "no-generation");
  CHECK(error_of([&] { roll_back(folder.path(), test::analyser(), 1); }) == "index-damaged");
  CHECK(current_generation(folder.path()) == 2);
}

TEST_CASE("a folder that may only be read answers, and a build in it is an error with a hint") {
  const test::TempFolder folder;
  const fs::path index = folder.path() / "index";
  build(index, 3);
  fs::remove(index / "lock");
  ::chmod(folder.path().c_str(), 0755);
  ::chmod(index.c_str(), 0555);
  const auto analyser = test::analyser();
  const int status = status_in_child([&] {
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && setuid(kNobody) != 0) return 3;
    if (Reader::open(index, analyser).documents() != 3 || !error_of([&] { require_whole(index, 1); }).empty()) return 2;
    const auto refused = [](const std::string& code) { return code == "index-not-writable"; };
    return refused(error_of([&] { build_index({of_size(4)}, *analyser, index); })) &&
                   refused(error_of([&] { roll_back(index, analyser, 1); }))
               ? 0
               : 1;
  });
  ::chmod(index.c_str(), 0755);
  CHECK(status == 0);
}

}  // namespace
}  // namespace kto::store
