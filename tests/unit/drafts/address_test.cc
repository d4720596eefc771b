// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/address.h"

#include "tests/support/catch.h"

using namespace congbo;
using namespace congbo::drafts;

TEST_CASE("a branch has one label, and no two share one", "[drafts]") {
  CHECK(branch_label("tin-moi") == "tin-moi");
  CHECK(branch_label("tin/moi") != branch_label("tin-moi"));
  CHECK(branch_label("Tin-Moi") != branch_label("tin-moi"));
  CHECK(branch_label("tin/bài-mới").starts_with("tin-bai-moi-"));
  CHECK(branch_label("abcdef0") != "abcdef0");  // it could be a commit
  const std::string hashed = branch_label("tin/moi");
  CHECK(branch_label(hashed) != hashed);  // a branch named like another one's label
  CHECK(branch_label("日本").size() > 6);
  CHECK(branch_label(std::string(300, 'a')).size() < 40);
}

TEST_CASE("an address is one DNS label that says branch, portal and moment", "[drafts]") {
  const DraftAddress all{"tin-moi", "xa-a", parse_instant("2026-12-01T08:30")};
  CHECK(host_label(all) == "tin-moi--xa-a--20261201t0830");
  for (const DraftAddress& one : {all, DraftAddress{"tin-moi", {}, {}}, DraftAddress{"a", "b", {}},
                                  DraftAddress{"a", {}, parse_instant("2026-12-01T00:00")}})
    CHECK(read_host_label(host_label(one)) == one);
  for (const char* wrong :
       {"", "-", "a--", "--a", "a--b--c", "a--20261301t0000", "a--b--20261201--20261201", "A", "a.b", "a_b"}) {
    INFO(wrong);
    const auto read = read_host_label(wrong);
    CHECK((!read || host_label(*read) == wrong));
    if (std::string_view(wrong) != "a--20261301t0000") CHECK_FALSE(read);
  }
}

TEST_CASE("only our own hosts are answered", "[drafts][SEC-01]") {
  const auto read = [](std::string_view host) { return read_draft_host(host, "xemtruoc.tinh.example"); };
  CHECK(read("127.0.0.1:8080").allowed);
  CHECK_FALSE(read("127.0.0.1:8080").draft);
  CHECK(read("preview.localhost:8080").base == "preview.localhost:8080");
  CHECK(read("Tin-Moi.preview.localhost:8080").draft->label == "tin-moi");
  CHECK(read("tin-moi.xemtruoc.tinh.example").base == "xemtruoc.tinh.example");
  CHECK(read("xemtruoc.tinh.example").allowed);
  for (const char* foreign : {"", "evil.example", "preview.localhost.evil.example", "a.b.preview.localhost",
                              "xpreview.localhost", "tin_moi.preview.localhost"}) {
    INFO(foreign);
    CHECK_FALSE(read(foreign).allowed);
  }
}
