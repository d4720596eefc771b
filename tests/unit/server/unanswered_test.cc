// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/unanswered.h"

#include "generator/base/file_system.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace congbo::search {

TEST_CASE("Words that find nothing are written when several people have asked them on one day", "[SEA-02][PII-01]") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "unanswered.tsv";
  const auto written = [&] {
    const Result<std::string> text = real_file_system()->read(path);
    return text ? *text : std::string();
  };
  const Instant morning = *parse_instant("2026-11-22T08:00:00+07:00"),
                next_day = *parse_instant("2026-11-23T08:00:00+07:00");
  UnansweredLog log(path);
  log.note("Làm hộ chiếu", morning);
  log.note("làm HỘ CHIẾU!", morning);
  log.note("đổi bằng lái", morning);
  CHECK(written().empty());
  log.note("lam ho chieu", morning);
  CHECK(written() == "2026-11-22\t3\tlam ho chieu\n");
  log.note("đổi bằng lái", next_day);
  log.note("đổi bằng lái", next_day);
  CHECK(written() == "2026-11-22\t3\tlam ho chieu\n");
  log.note("đổi bằng lái", next_day);
  log.note("đổi bằng lái", next_day);
  CHECK(unanswered_summary(written()) == "4\tdoi bang lai\n3\tlam ho chieu\n");
}

TEST_CASE("What may name a person is never written", "[PII-01]") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "unanswered.tsv";
  UnansweredLog log(path);
  for (int times = 0; times < 5; ++times)
    for (const char* question : {"0912 345 678", "001099012345", "nguyen@example.org", "", "  ",
                                 "hồ sơ của ông ở số nhà bên cạnh trường học cũ đường vòng"})
      log.note(question, Instant{1'800'000'000});
  CHECK_FALSE(real_file_system()->exists(path));
}

TEST_CASE("A damaged log is read as far as it can be", "[SEA-02]") {
  CHECK(unanswered_summary("2026-11-22\t3\tho chieu\nrác\n2026-11-22\tx\tabc\n2026-11-22\t5\tho chieu\n2026-11-2") ==
        "5\tho chieu\n");
  CHECK(unanswered_summary("").empty());
}

}  // namespace congbo::search
