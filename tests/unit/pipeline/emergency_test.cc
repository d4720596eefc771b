// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using tests::BuiltSite;
using tests::site_from_text;

namespace {

constexpr std::string_view storm =
    "-- content/_site/emergency.yaml --\n"
    "text: {vi: Bão số 5 đang vào, en: Storm 5 is coming}\n"
    "level: danger\nlink: /tin-tuc/\nsince: 2026-06-01T06:00\nuntil: 2026-06-02T06:00\n";

std::string site_yaml(std::string_view more) {
  return "-- content/_site/site.yaml --\nformat: 1\nid: main\nname: {vi: Cổng tỉnh, en: Province Portal}\n"
         "base_url: https://tinh.example.gov.vn\nlanguages: [vi, en]\nsections: {tin-tuc: notice}\n"
         "contact: {address: Số 1, phone: \"0000000000\", email: bbt@tinh.example.gov.vn}\n" +
         std::string(more);
}

const std::string sub_portal =
    "-- content/sites/xa/_site/site.yaml --\nname: Cổng xã\nbase_url: https://xa.example.gov.vn\n";
const std::string sub_home = "-- content/sites/xa/_index.md --\n---\ntitle: Trang chủ\n---\n";

}  // namespace

TEST_CASE("an emergency notice stands before everything else on every page, in the page's language",
          "[pipeline][SEC-03]") {
  const BuiltSite built = site_from_text(storm);
  CHECK(built.found() == "");
  for (const char* path : {"main/index.html", "main/tin-tuc/index.html", "main/404.html", "main/tim-kiem.html"}) {
    const std::string page = built.file(path);
    CAPTURE(path);
    const std::size_t banner = page.find("<section class=\"emergency\" aria-label=\"Thông báo khẩn\">");
    REQUIRE(banner != std::string::npos);
    CHECK(banner < page.find("<header"));
    CHECK(
        page.find("<strong>Khẩn cấp:</strong> <span>Bão số 5 đang vào</span> <a href=\"/tin-tuc/\">Xem chi tiết</a>") !=
        std::string::npos);
    CHECK(page.find("aria-live") == std::string::npos);  // it was there before the reader came
    CHECK(page.find("role=\"alert\"") == std::string::npos);
  }
  CHECK(built.file("main/en/404.html").find("<strong>Emergency:</strong> <span>Storm 5 is coming</span>") !=
        std::string::npos);
}

TEST_CASE("an emergency notice comes and goes at its moments, which the build names", "[pipeline][SEC-03]") {
  const auto shown = [](std::string_view now) {
    return site_from_text(storm, now).file("main/index.html").find("Bão số 5") != std::string::npos;
  };
  CHECK_FALSE(shown("2026-06-01T05:59:59"));
  CHECK(shown("2026-06-01T06:00"));
  CHECK(shown("2026-06-02T05:59:59"));
  CHECK_FALSE(shown("2026-06-02T06:00"));
  CHECK(site_from_text(storm, "2026-05-01T00:00").site->edition.next_event == parse_instant("2026-06-01T06:00"));
  CHECK(site_from_text(storm, "2026-06-01T06:00").site->edition.next_event == parse_instant("2026-06-02T06:00"));
  CHECK_FALSE(site_from_text(storm, "2026-06-02T06:00").site->edition.next_event);
}

TEST_CASE("where a notice is written in Vietnamese only, other pages say which language it is", "[pipeline][SEC-03]") {
  const BuiltSite built = site_from_text("-- content/_site/emergency.yaml --\ntext: Cắt điện <toàn tỉnh>\n");
  CHECK(built.file("main/index.html").find("<span>Cắt điện &lt;toàn tỉnh&gt;</span>") != std::string::npos);
  CHECK(built.file("main/en/404.html").find("<span lang=\"vi\">Cắt điện") != std::string::npos);
}

TEST_CASE("sub-portals show the main portal's notices beside their own unless they opt out", "[pipeline][SEC-03]") {
  const std::string own =
      "-- content/sites/xa/_site/emergency.yaml --\n- text: Đường vào xã bị ngập\n  level: warning\n";
  const std::string both = site_from_text(std::string(storm) + sub_portal + sub_home + own).file("xa/index.html");
  CHECK(both.find("Bão số 5") < both.find("Đường vào xã bị ngập"));
  CHECK(both.find("Đường vào xã bị ngập") != std::string::npos);
  CHECK(both.find("href=\"https://tinh.example.gov.vn/tin-tuc/\">Xem chi tiết") != std::string::npos);
  const std::string alone =
      site_from_text(std::string(storm) + sub_portal + "inherit_emergency: false\n" + sub_home + own)
          .file("xa/index.html");
  CHECK(alone.find("Bão số 5") == std::string::npos);
  CHECK(alone.find("Đường vào xã bị ngập") != std::string::npos);
  CHECK(site_from_text(std::string(storm) + sub_portal + sub_home + own).file("main/index.html").find("Đường vào xã") ==
        std::string::npos);
}

TEST_CASE("where the server puts the banner in, pages stay the same and only the small files change",
          "[pipeline][SEC-03]") {
  const std::string nginx = site_yaml("emergency: include\nserver: nginx\n");
  const BuiltSite quiet = site_from_text(nginx), loud = site_from_text(nginx + std::string(storm));
  CHECK(quiet.file("main/khan-cap.vi.html") == "\n");
  CHECK(loud.file("main/khan-cap.vi.html").find("Bão số 5") != std::string::npos);
  CHECK(loud.file("main/khan-cap.en.html").find("Storm 5") != std::string::npos);
  std::map<std::string, std::string> before = quiet.all(), after = loud.all();
  for (const char* path : {"main/khan-cap.vi.html", "main/khan-cap.en.html"}) {
    before.erase(path);
    after.erase(path);
  }
  CHECK(before == after);
  CHECK(quiet.file("main/index.html").find("<!--#include virtual=\"/khan-cap.vi.html\" -->") != std::string::npos);
  CHECK(quiet.file("main/en/404.html").find("<!--#include virtual=\"/khan-cap.en.html\" -->") != std::string::npos);
  const BuiltSite caddy = site_from_text(site_yaml("emergency: include\nserver: caddy\n"));
  CHECK(caddy.file("main/index.html").find("<!--#include \"/khan-cap.vi.html\"-->") != std::string::npos);
  CHECK_FALSE(site_from_text(storm).has("main/khan-cap.vi.html"));
}

TEST_CASE("content cannot write a directive that a server would follow", "[pipeline][SEC-03][SEC-01]") {
  const BuiltSite built = site_from_text(
      site_yaml("emergency: include\nserver: caddy\n") +
      "-- content/tin-tuc/a.md --\n---\ntitle: '<!--#include \"/etc/passwd\"-->'\nunit: van-phong\ndate: 2026-05-01\n"
      "category: thong-bao\nsummary: '<!--#env \"HOME\"-->'\n---\n\nNội dung `<!--#env \"HOME\"-->`.\n\n"
      "```\n<!--#exec cmd=\"id\" -->\n```\n");
  for (const auto& [path, bytes] : built.all()) {
    if (!path.ends_with(".html")) continue;
    CAPTURE(path);
    for (std::size_t at = bytes.find("<!--#"); at != std::string::npos; at = bytes.find("<!--#", at + 1))
      CHECK(bytes.compare(at, 19, "<!--#include \"/khan") == 0);
  }
}

TEST_CASE("what is wrong in emergency.yaml is said at its place", "[pipeline][SEC-03]") {
  const BuiltSite built = site_from_text(
      site_yaml("emergency: include\n") +
      "-- content/_site/emergency.yaml --\n- text: A\n  level: red\n  link: javascript:alert(1)\n"
      "  since: 2026-06-02T06:00\n  until: 2026-06-01\n- level: notice\n- text: B\n  since: mai\n  colour: red\n");
  CHECK(built.found() ==
        "content/_site/emergency.yaml:2:10 word-unknown\n"
        "content/_site/emergency.yaml:3:9 emergency-link\n"
        "content/_site/emergency.yaml:5:10 emergency-never\n"
        "content/_site/emergency.yaml:6:3 site-key-missing\n"
        "content/_site/emergency.yaml:8:10 datetime-invalid\n"
        "content/_site/emergency.yaml:9:3 key-unknown\n"
        "content/_site/site.yaml:8:12 emergency-server-missing\n");
}
