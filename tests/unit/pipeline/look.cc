// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

constexpr std::string_view two_portals = R"(
-- content/_index.md --
---
title: Trang chủ
---
-- content/sites/xa/_site/site.yaml --
id: xa
name: Xã Mây
base_url: https://xa.tinh.example
languages: [vi]
contact: {address: Số 1, phone: "0", email: xa@tinh.example}
look: {accent: "#1b5136"}
-- content/sites/xa/_index.md --
---
title: Trang chủ
---
)";

}  // namespace

TEST_CASE("a sub-portal gives the shared look colours of its own, in a file", "[SUBP-01]") {
  const BuiltSite built = site_from_text(two_portals);
  std::string look;
  for (const auto& [path, bytes] : built.all())
    if (path.find("/assets/look.") != std::string::npos) look += path + "\n" + bytes;
  CHECK(look.starts_with("xa/assets/look."));
  CHECK(look.find("--light-accent: #1b5136;") != std::string::npos);
  const std::string address = look.substr(2, look.find('\n') - 2);
  CHECK(built.all().at("xa/index.html").find("href=\"" + address + "\"") != std::string::npos);
  CHECK(built.all().at("main/index.html").find("/assets/look.") == std::string::npos);
}
