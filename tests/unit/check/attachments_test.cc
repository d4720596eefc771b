// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <fstream>

#include "generator/attachments/reader.h"
#include "tests/support/office_files.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/check/checked_site.h"

using namespace congbo;
using namespace congbo::test;

namespace {

// What the rule says of a page with this attachment, read by a worker that answers so.
std::vector<std::string> told(const std::string& answer) {
  const TemporaryFolder folder;
  const std::string program = folder / "worker";
  std::ofstream(program) << "#!/bin/sh\nprintf 'congbo-text 1\\n" << answer << "'\n";
  chmod(program.c_str(), 0700);
  CheckedSite site;
  site.add("content/tinh/tin-tuc/a.md");
  site.files["content/tinh/tin-tuc/a/b.pdf"] = pdf_of({"x"});
  site.link("content/tinh/tin-tuc/a.md", "a/b.pdf", 9, 3);
  site.attachments = std::make_shared<attachments::Reader>(program, images::memory_store());
  return site.findings("attachments");
}

}  // namespace

TEST_CASE("What stops an attachment from being read is told where a page names it", "[check][SEA-02]") {
  const std::string where = "content/tinh/tin-tuc/a.md:9:3 warning ", file = "content/tinh/tin-tuc/a/b.pdf";
  CHECK(told("5 0 0 0 0 0 ") == Lines{where + "attachment-too-slow [" + file + "]"});
  CHECK(told("6 0 0 0 0 0 ") == Lines{where + "attachment-program-missing [" + file + ", libpoppler-glib8]"});
  CHECK(told("0 1 0 0 0 0 ") == Lines{});
  CHECK(told("nonsense") == Lines{where + "attachment-broken [" + file + "]"});
}

TEST_CASE("Data of persons in an attachment are told with their page", "[check][PII-01][PII-03]") {
  const std::string words = "Ong A, CMND so 012345678";
  CHECK(told("0 9 0 0 0 1 7 0 0 " + std::to_string(words.size()) + " " + words) ==
        Lines{"content/tinh/tin-tuc/a.md:9:3 warning attachment-personal "
              "[content/tinh/tin-tuc/a/b.pdf#page=7, 012***]"});
  const std::string address = "Ông A, trú tại thôn 5, xã B";
  CHECK(told("0 9 0 0 0 1 7 0 0 " + std::to_string(address.size()) + " " + address) ==
        Lines{"content/tinh/tin-tuc/a.md:9:3 warning attachment-personal "
              "[content/tinh/tin-tuc/a/b.pdf#page=7, thôn***]"});
}
