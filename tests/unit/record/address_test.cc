// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/record/province.h"

using namespace congbo;
using testing::Province;

TEST_CASE("canonical addresses follow the portal's settings", "[ID-02]") {
  Province province;
  CHECK(record::canonical_path(province.main(), "/tin-tuc/a.html") == "/tin-tuc/a.html");
  CHECK(record::canonical_url(province.main(), "/tin-tuc/a.html") == "https://tinh.example.gov.vn/tin-tuc/a.html");
  province.main().addresses_with_html = false;
  CHECK(record::canonical_path(province.main(), "/tin-tuc/a.html") == "/tin-tuc/a");
  CHECK(record::canonical_path(province.main(), "/tin-tuc/") == "/tin-tuc/");
  CHECK(record::canonical_url(province.main(), "/") == "https://tinh.example.gov.vn/");
  CHECK(record::absolute_url(province.main(), "https://snv.example.gov.vn/a.html") ==
        "https://snv.example.gov.vn/a.html");
  CHECK(record::absolute_url(province.main(), "").empty());
}

TEST_CASE("moving the portal to another host changes every address and no identity", "[ID-02]") {
  Province province;
  province.add(province.main(), "tin-tuc/a").date = parse_instant("2020-05-01T00:00");
  province.publish();
  const std::string before = province.record("tin-tuc/a").feed_id;
  province.main().base_url = "https://moi.example.gov.vn";
  province.publish();
  CHECK(province.record("tin-tuc/a").url == "https://moi.example.gov.vn/tin-tuc/a.html");
  CHECK(province.record("tin-tuc/a").feed_id == before);
  CHECK(before == "tag:tinh.example.gov.vn,2026:tin-tuc/a");
}

TEST_CASE("an authority without a year gets the year of the page's date", "[ID-02]") {
  Province province;
  province.main().tag_authority = "tinh.example.gov.vn";
  pages::Page& dated = province.add(province.main(), "a");
  dated.date = parse_instant("2019-12-31T23:59");
  pages::Page& undated = province.add(province.main(), "b");
  CHECK(record::feed_id(province.site, dated) == "tag:tinh.example.gov.vn,2019:a");
  CHECK(record::feed_id(province.site, undated) == "tag:tinh.example.gov.vn,2026:b");
  province.main().tag_authority.clear();
  CHECK(record::feed_id(province.site, undated) == "tag:tinh.example.gov.vn,2026:b");
  undated.id = "tin-tuc/Tết 2026";
  CHECK(record::feed_id(province.site, undated) == "tag:tinh.example.gov.vn,2026:tin-tuc/T%E1%BA%BFt%202026");
}

TEST_CASE("portals that share an authority still give different identities", "[ID-06]") {
  Province province;
  province.department().tag_authority = province.main().tag_authority;
  const pages::Page& first = province.add(province.main(), "a");
  const pages::Page& second = province.add(province.department(), "a");
  CHECK(record::feed_id(province.site, first) == "tag:tinh.example.gov.vn,2026:a");
  CHECK(record::feed_id(province.site, second) == "tag:tinh.example.gov.vn,2026:so-noi-vu:a");
}

TEST_CASE("files are published on the host of the page that refers to them", "[DOC-06]") {
  Province province;
  CHECK(record::file_path_on_host(province.main(), "content/tin-tuc/a/b.pdf") == "/tin-tuc/a/b.pdf");
  CHECK(record::file_path_on_host(province.department(), "content/sites/so-noi-vu/a/b.pdf") == "/a/b.pdf");
  CHECK(record::file_path_on_host(province.department(), "content/chung/b.pdf") == "/_files/chung/b.pdf");
}

namespace {

struct Resolver {
  Province province;
  pages::Page* from = nullptr;

  Resolver() {
    from = &province.add(province.main(), "tin-tuc/a");
    province.add(province.main(), "tin-tuc/b");
    province.add(province.main(), "tin-tuc/mat");
    province.add(province.main(), "tin-tuc/thu-hoi");
    province.add(province.department(), "tin-tuc/c");
    province.hidden = {"tin-tuc/mat"};
    province.withdrawn = {"tin-tuc/thu-hoi"};
    province.publish();
  }
  record::ResolvedAddress operator()(std::string_view target) const {
    return record::resolve_address(province.site, province.library, province.edition, *from, target);
  }
};

}  // namespace

TEST_CASE("links to pages lead to their canonical addresses", "[LNK-06][ID-06]") {
  const Resolver resolve;
  CHECK(resolve("b.md").address == "/tin-tuc/b.html");
  CHECK(resolve("b.md#dieu-1").address == "/tin-tuc/b.html#dieu-1");
  CHECK(resolve("thu-hoi.md").address == "/tin-tuc/thu-hoi.html");
  CHECK(resolve("../sites/so-noi-vu/tin-tuc/c.md").address == "https://snv.example.gov.vn/tin-tuc/c.html");
  CHECK(resolve("#muc-2").address == "#muc-2");
  CHECK_FALSE(resolve("b.md").external);
}

TEST_CASE("links to what is not public lead nowhere", "[REF-04]") {
  const Resolver resolve;
  for (const char* target : {"mat.md", "mat.md#x", "khong-co.md", "../../../../etc/passwd", "javascript:alert(1)",
                             "data:text/html,x", "../_site/approvers.yaml", "../../layouts/base.html"}) {
    INFO(target);
    CHECK(resolve(target).address.empty());
    CHECK(resolve(target).file.empty());
  }
}

TEST_CASE("other addresses stay as the author wrote them", "[LNK-01]") {
  const Resolver resolve;
  CHECK(resolve("https://chinhphu.vn/?a=1&b=2#c").address == "https://chinhphu.vn/?a=1&b=2#c");
  CHECK(resolve("https://chinhphu.vn/").external);
  CHECK(resolve(" https://chinhphu.vn/ ").address == "https://chinhphu.vn/");
  CHECK(resolve("/tim-kiem.html?q=đất đai&a=%20#kq").address ==
        "/tim-kiem.html?q=%C4%91%E1%BA%A5t%20%C4%91ai&a=%20#kq");
  CHECK(resolve("b.md?in=1").address == "/tin-tuc/b.html?in=1");
  CHECK(resolve("mailto:a@example.gov.vn").address == "mailto:a@example.gov.vn");
  CHECK_FALSE(resolve("mailto:a@example.gov.vn").external);
}

TEST_CASE("a link to a file names the file to publish", "[DOC-06]") {
  const Resolver resolve;
  const auto found = resolve("a/bieu-mau.pdf");
  CHECK(found.address == "/tin-tuc/a/bieu-mau.pdf");
  CHECK(found.file == "content/tin-tuc/a/bieu-mau.pdf");
  CHECK(resolve("a/bi%E1%BB%83u%20m%E1%BA%ABu.pdf").address == "/tin-tuc/a/bi%E1%BB%83u%20m%E1%BA%ABu.pdf");
}
