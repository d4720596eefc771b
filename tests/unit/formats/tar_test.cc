// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/tar.h"

#include "tests/support/catch.h"

namespace congbo::formats {
namespace {

std::string file(std::string_view path, std::string_view bytes) {
  return tar_header(path, bytes.size()) + std::string(bytes) + tar_padding(bytes.size());
}

// "path=bytes;…", then "!" unless the archive ended as it should.
std::string contents(std::string_view archive) {
  TarReader reader(archive);
  TarEntry entry;
  std::string text;
  while (reader.next(entry)) text += entry.path + "=" + std::string(entry.bytes) + ";";
  return text + (reader.whole() ? "" : "!");
}

}  // namespace

TEST_CASE("what is written as tar is read again, long and Vietnamese names too", "[ARC-01]") {
  const std::string long_path = std::string(300, 'a') + "/b size=3";
  CHECK(contents(file("a.html", "một") + file("b/c", "") + tar_end()) == "a.html=một;b/c=;");
  CHECK(contents(file("tệp/số 1.pdf", "x") + tar_end()) == "tệp/số 1.pdf=x;");
  CHECK(contents(file(long_path, std::string(512, 'x')) + tar_end()) == long_path + "=" + std::string(512, 'x') + ";");
  CHECK(contents(tar_end()).empty());
  CHECK(tar_header("a", std::uint64_t{1} << 40).size() == 3 * 512);
}

TEST_CASE("a hostile tar is refused, not followed", "[ARC-01]") {
  for (const std::string path : {"../a", "/a", "a/../../b", "a//b", "a/", "./a", ""})
    CHECK(contents(file(path, "x") + tar_end()) == "!");
  CHECK(contents(tar_header("a", std::uint64_t{1} << 40) + "x") == "!");
  CHECK(contents(tar_header("a", 1'000'000) + "x") == "!");
  CHECK(contents(file("a", "x")) == "a=x;!");
  CHECK(contents(file("a", "x") + tar_end() + "x") == "a=x;!");
  CHECK(contents("") == "!");
}

TEST_CASE("no byte of a tar changes and no end is cut off without being seen", "[ARC-01]") {
  const std::string good = file("a", "x") + file("tệp", "y") + tar_end();
  const std::string expected = contents(good);
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    if (contents(bad) == expected) FAIL("byte " << at);
  }
  for (std::size_t length = 0; length < good.size(); ++length)
    if (contents(good.substr(0, length)) == expected) FAIL("length " << length);
}

}  // namespace congbo::formats
