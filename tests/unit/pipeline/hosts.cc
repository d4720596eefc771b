// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts with dates, offers to the portal above, and the switch of languages.
#include "generator/pipeline/life.h"
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

constexpr std::string_view two_portals = R"(
-- content/sites/xa/_site/site.yaml --
name: Trang xã Suối Lụa
base_url: https://xa.huyen.example.gov.vn
contact: {address: Số 1, phone: "0", email: a@tinh.example.gov.vn}
hosts:
  - {name: xa.huyen.example.gov.vn, valid_until: 2026-06-30}
  - {name: xa.tinh.example.gov.vn, valid_from: 2026-07-01}
sections: {tin-tuc: notice}
-- content/sites/xa/_index.md --
---
title: Xã
---
-- content/sites/xa/tin-tuc/moi.md --
---
title: Tin xã giới thiệu
unit: van-phong
date: 2026-05-01
offer_to_parent: true
---
-- content/sites/xa/tin-tuc/rieng.md --
---
title: Tin riêng của xã
unit: van-phong
date: 2026-05-02
---
)";

}  // namespace

TEST_CASE("addresses use the host that is valid now, and the change is the next event", "[pipeline][SUBP-02]") {
  const BuiltSite june = site_from_text(two_portals, "2026-06-10T08:00");
  CHECK(holds(june.file("xa/tin-tuc/moi.html"), "https://xa.huyen.example.gov.vn/tin-tuc/moi.html"));
  CHECK(june.site->edition.next_event == parse_instant("2026-07-01T00:00"));
  const BuiltSite july = site_from_text(two_portals, "2026-07-01T00:00");
  const std::string page = july.file("xa/tin-tuc/moi.html");
  CHECK(holds(page, "rel=\"canonical\" href=\"https://xa.tinh.example.gov.vn/tin-tuc/moi.html\""));
  CHECK_FALSE(holds(page, "huyen.example"));
  CHECK_FALSE(july.site->edition.next_event.has_value());
}

// X-43: a merged commune's host ends with its district.
TEST_CASE("servers send readers of a host that has ended to the one valid now", "[pipeline][SUBP-01]") {
  const auto files = [](std::string_view now) {
    std::map<std::string, std::string> all;
    for (const pipeline::HostingFile& file : pipeline::hosting_files(*site_from_text(two_portals, now).site))
      all[file.path] = file.bytes;
    return all;
  };
  CHECK_FALSE(holds(files("2026-06-30T23:59")["hosting/xa/nginx.conf"], "return 301"));
  auto july = files("2026-07-01T00:00");
  REQUIRE(july.size() == 6);  // three servers, two portals
  CHECK(holds(july["hosting/xa/nginx.conf"],
              "if ($host = \"xa.huyen.example.gov.vn\") "
              "{ return 301 \"https://xa.tinh.example.gov.vn$request_uri\"; }\n"));
  CHECK(holds(july["hosting/xa/apache.htaccess"],
              "RewriteEngine On\nRewriteCond %{HTTP_HOST} \"^xa\\.huyen\\.example\\.gov\\.vn(:[0-9]+)?$\" [NC]\n"
              "RewriteRule ^ \"https://xa.tinh.example.gov.vn%{REQUEST_URI}\" [R=301,L]\n"));
  CHECK(holds(july["hosting/xa/caddy.conf"],
              "@congbo_old_hosts host \"xa.huyen.example.gov.vn\"\n"
              "redir @congbo_old_hosts \"https://xa.tinh.example.gov.vn{uri}\" 301\n"));
}

TEST_CASE("what a sub-portal offers stands in the section alike of the portal above", "[pipeline][SUBP-07]") {
  const BuiltSite built = site_from_text(two_portals, "2026-06-10T08:00");
  const std::string section = built.file("main/tin-tuc/index.html");
  CHECK(holds(section, "href=\"https://xa.huyen.example.gov.vn/tin-tuc/moi.html\""));
  CHECK(holds(section, "Trang xã Suối Lụa"));
  CHECK_FALSE(holds(section, "Tin riêng của xã"));
  CHECK(holds(built.file("xa/tin-tuc/moi.html"),
              "rel=\"canonical\" href=\"https://xa.huyen.example.gov.vn/tin-tuc/moi.html\""));
  std::string other_name(two_portals);  // the same type in a section of another name
  for (std::size_t at = 0; (at = other_name.find("xa/tin-tuc/", at)) != std::string::npos; at += 3)
    other_name.replace(at, 11, "xa/thong-bao/");
  other_name.replace(other_name.find("{tin-tuc: notice}"), 17, "{thong-bao: notice}");
  CHECK(holds(site_from_text(other_name, "2026-06-10T08:00").file("main/tin-tuc/index.html"),
              "href=\"https://xa.huyen.example.gov.vn/thong-bao/moi.html\""));
}

TEST_CASE("what a sub-portal offers stands on the home page above with its origin, and stays where it is",
          "[pipeline][SUBP-07][ID-06]") {
  const BuiltSite built = site_from_text(two_portals, "2026-06-10T08:00");
  const std::string home = built.file("main/index.html");
  CHECK(holds(home, "href=\"https://xa.huyen.example.gov.vn/tin-tuc/moi.html\""));
  CHECK(holds(home, "Trang xã Suối Lụa"));
  CHECK_FALSE(holds(home, "Tin riêng của xã"));
  CHECK_FALSE(built.has("main/tin-tuc/moi.html"));
}

TEST_CASE("the switch of languages leads to the translation, else to the section and says so", "[pipeline][LNG-02]") {
  const BuiltSite built = site_from_text(R"(
-- content/en/_index.md --
---
title: Home
---
-- content/en/news/_index.md --
---
title: News
translation_of: tin-tuc/_index
---
-- content/tin-tuc/mot.md --
---
title: Một
unit: van-phong
---
-- content/tin-tuc/hai.md --
---
title: Hai
unit: van-phong
---
-- content/en/news/two.md --
---
type: notice
title: Two
unit: van-phong
translation_of: tin-tuc/hai
---
)");
  const std::string alone = built.file("main/tin-tuc/mot.html");
  CHECK(holds(alone, "lang=\"en\" hreflang=\"en\" href=\"/en/news/\""));
  CHECK(holds(alone, "chưa có bản dịch"));
  CHECK_FALSE(holds(alone, "rel=\"alternate\" hreflang"));
  const std::string both = built.file("main/tin-tuc/hai.html");
  CHECK(holds(both, "lang=\"en\" hreflang=\"en\" href=\"/en/news/two.html\""));
  CHECK_FALSE(holds(both, "chưa có bản dịch"));
  CHECK(holds(built.file("main/en/news/two.html"), "<html lang=\"en\""));
}
