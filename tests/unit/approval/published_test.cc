// SPDX-License-Identifier: GPL-3.0-or-later
// What approval looks like on the published page: by the program itself, since it goes through all of it.
#include "tests/unit/approval/newsroom.h"

using namespace congbo;
using namespace congbo::approval;

TEST_CASE("a page tells the supplying unit, the approver's title and the time; the report what waits",
          "[approval][ROL-12][ROL-13][ROL-06]") {
  Newsroom room;
  const std::string program = CONGBO_PROGRAM, out = room.folder.beside("out");
  room.folder.run("'" + program + "' init '" + room.folder.beside("mau") + "' && cp -r '" + room.folder.beside("mau") +
                  "/.' .");
  room.run("as chief; rm -r content/tin layouts; git add -A; signed chief commit -q -S -m mau");
  room.introduction = room.head();
  const std::string article = "content/tin-tuc/bai-dau-tien.md";
  const std::string copy = std::filesystem::path(article).parent_path().string() + "/bai-duyet.md";
  room.run("as editor; draft d; cp '" + article + "' '" + copy + "'; record n; as chief; approve chief d");
  CHECK(room.verdict() == "accepted E1");
  room.run("as editor; put '" + copy + "' 'đẩy lén'; record lén");
  const std::string built = "CONGBO_LANG=en '" + program + "' build --source . --out '" + out +
                            "' --verified --introduction " + room.introduction + " --now " +
                            to_rfc3339(Instant{room.seconds + 60});
  const std::string said = room.folder.run(built);
  CHECK(said.find("1 commits wait") != std::string::npos);
  const std::string page = room.folder.run("cat $(find '" + out + "/public/' -name 'bai-duyet*.html')");
  CHECK(page.find("Duyệt: Tổng Biên tập, <time datetime=\"2026-03-02T09:0") != std::string::npos);
  CHECK(page.find("Đơn vị cung cấp") != std::string::npos);
  CHECK(page.find("Chị Tổng") == std::string::npos);  // names only if the policy publishes them
  CHECK(page.find("đẩy lén") == std::string::npos);
  const std::string report = read_text(out + "/private/report.json");
  CHECK(report.find("\"code\":\"approval-missing\"") != std::string::npos);
}
