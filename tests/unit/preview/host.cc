// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/host.h"

#include "tests/support/catch.h"

using congbo::preview::read_host;

TEST_CASE("only names of this machine are answered, so that no other site can read a preview", "[preview][SEC-01]") {
  struct Row {
    const char* host;
    bool allowed, preview;
    const char* portal;
  };
  for (const Row& row :
       {Row{"127.0.0.1:8080", true, false, ""}, Row{"localhost", true, false, ""}, Row{"[::1]:8080", true, false, ""},
        Row{"xa-a.localhost:8080", true, false, "xa-a"}, Row{"preview.localhost:8080", true, true, ""},
        Row{"xa-a.preview.localhost", true, true, "xa-a"}, Row{"evil.example.com", false, false, ""},
        Row{"localhost.evil.com", false, false, ""}, Row{"", false, false, ""}, Row{"10.1.2.3:80", true, false, ""}}) {
    INFO(row.host);
    const auto wanted = read_host(row.host, "10.1.2.3");
    CHECK(wanted.allowed == row.allowed);
    CHECK(wanted.preview == row.preview);
    CHECK(wanted.portal == row.portal);
  }
}
