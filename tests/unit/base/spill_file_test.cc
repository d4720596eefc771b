// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/spill_file.h"

#include <fcntl.h>

#include <vector>

#include "generator/base/parallel_for.h"
#include "tests/support/catch.h"

using congbo::SpillFile;

TEST_CASE("texts put away by several threads come back as they were") {
  const std::shared_ptr<SpillFile> file = SpillFile::create();
  REQUIRE(file);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 500; ++i) texts.push_back(std::string(i * 37, static_cast<char>('a' + i % 26)));
  std::vector<SpillFile::Piece> pieces(texts.size());
  congbo::parallel_for(texts.size(), 4, [&](std::size_t i) { pieces[i] = file->put(texts[i]).value(); });
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(file->take(pieces[i]) == texts[i]);
  CHECK_FALSE(file->failed());
}

TEST_CASE("a text that cannot be read back is remembered as lost") {
  SpillFile file(::open("/dev/null", O_RDWR | O_CLOEXEC));
  const auto piece = file.put("thân trang");
  REQUIRE(piece);
  CHECK(file.take(*piece).empty());
  CHECK(file.failed());
}

TEST_CASE("a text that the disk has no room for is not taken") {
  SpillFile file(::open("/dev/full", O_RDWR | O_CLOEXEC));
  CHECK_FALSE(file.put("thân trang"));
  CHECK_FALSE(file.failed());
}
