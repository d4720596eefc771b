// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/feeds/feeds.h"

#include "generator/formats/json.h"
#include "tests/support/catch.h"
#include "tests/unit/feeds/feed_rules.h"
#include "tests/unit/record/province.h"

using namespace congbo;
using Catch::Contains;
using testing::Broken;
using testing::broken_atom_rules;
using testing::broken_rss_rules;
using testing::broken_sitemap_rules;
using testing::Province;
using testing::words;

namespace {

pages::Page& dated(Province& province, const std::string& name, const char* moment) {
  pages::Page& page = province.add(province.main(), name);
  page.date = parse_instant(moment);
  return page;
}

formats::XmlElement read(const std::string& document) {
  auto root = formats::parse_xml(document);
  REQUIRE(root);
  return *std::move(root);
}

std::vector<std::string> titles(const formats::XmlElement& of, std::string_view element) {
  std::vector<std::string> found;
  for (const auto* each : of.all(element)) found.push_back(each->child("title")->text);
  return found;
}

}  // namespace

TEST_CASE("both feeds keep their formats' rules", "[NEW-05][LNK-02][ENC-02]") {
  Province province;
  for (int i = 0; i < 30; ++i) {
    pages::Page& page = dated(province, "tin-tuc/" + std::to_string(i), "2026-10-01T00:00");
    page.date->seconds += i * 86'400;
    page.unit = "so-noi-vu";
    page.category = "chi-dao";
    page.tags = {"họp", "chuyển đổi số"};
    page.summary = "Tóm tắt";
  }
  const auto& publication = province.publish();
  CHECK(broken_atom_rules(feeds::atom_feed(publication, 0)) == Broken{});
  CHECK(broken_rss_rules(feeds::rss_feed(publication, 0)) == Broken{});
  CHECK(broken_atom_rules(feeds::atom_feed(publication, 1)) == Broken{});  // the other portal's: no entries
  CHECK(broken_rss_rules(feeds::rss_feed(publication, 1)) == Broken{});
}

TEST_CASE("a feed shows the newest first, at most twenty", "[NEW-05]") {
  Province province;
  for (int i = 10; i < 40; ++i)
    dated(province, "tin-tuc/" + std::to_string(i), "2026-10-01T00:00").date->seconds += i * 60;
  const auto& publication = province.publish();  // the list itself stands in order of path
  const auto feed = read(feeds::atom_feed(publication, 0));
  const auto shown = titles(feed, "entry");
  REQUIRE(shown.size() == 20);
  CHECK(shown.front() == "tin-tuc/39");
  CHECK(shown.back() == "tin-tuc/20");
  CHECK(titles(*read(feeds::rss_feed(publication, 0)).child("channel"), "item") == shown);
}

TEST_CASE("a feed's time is that of its last change and never the clock's", "[NEW-05]") {
  Province province;
  dated(province, "a", "2026-11-03T09:00").date_has_time = true;
  dated(province, "b", "2026-11-01T00:00").updated_on = Date{2026, 11, 5};
  const auto& publication = province.publish();
  const auto feed = read(feeds::atom_feed(publication, 0));
  CHECK(feed.child("updated")->text == "2026-11-05T00:00:00+07:00");
  CHECK(feed.all("entry")[0]->child("updated")->text == "2026-11-03T09:00:00+07:00");
  CHECK(feed.all("entry")[1]->child("published")->text == "2026-11-01T00:00:00+07:00");
  const auto rss = read(feeds::rss_feed(publication, 0));
  CHECK(rss.child("channel")->all("item")[0]->child("pubDate")->text == "Tue, 03 Nov 2026 09:00:00 +0700");
}

TEST_CASE("an item whose publication nobody knows is as old as its approval or its feeds, never of 1970", "[NEW-05]") {
  Province province;
  dated(province, "a", "2031-11-03T00:00");  // announced for a day to come
  province.add(province.main(), "b");
  const auto& publication = province.publish();
  const auto feed = read(feeds::atom_feed(publication, 0));
  for (const auto* entry : feed.all("entry")) {
    const std::string updated = entry->child("updated")->text;
    CHECK(updated == "2026-01-01T00:00:00+07:00");
  }
}

TEST_CASE("a feed without entries has a fixed time", "[NEW-05]") {
  Province province;
  province.publish();
  CHECK(read(feeds::atom_feed(province.publication, 0)).child("updated")->text == "2026-01-01T00:00:00+07:00");
  CHECK(read(feeds::rss_feed(province.publication, 0)).child("channel")->child("lastBuildDate") == nullptr);
}

TEST_CASE("feeds name the portal, its owner and the terms of reuse", "[ID-01][USE-01]") {
  Province province;
  dated(province, "a", "2026-11-03T00:00").unit = "so-noi-vu";
  const auto& publication = province.publish();
  const auto feed = read(feeds::atom_feed(publication, 0));
  CHECK(feed.child("title")->text == "Tin tức – Cổng thông tin điện tử tỉnh Sông Lam");
  CHECK(feed.child("id")->text == "tag:tinh.example.gov.vn,2026:/tin-tuc/");
  CHECK(feed.child("rights")->text == "Ghi rõ nguồn khi sử dụng lại thông tin");
  CHECK(feed.child("author")->child("name")->text == "Ủy ban nhân dân tỉnh Sông Lam");
  CHECK(feed.child("entry")->child("author")->child("name")->text == "Sở Nội vụ");
  CHECK(feed.attribute("xml:lang") == "vi");
  const auto rss = read(feeds::rss_feed(publication, 0));
  CHECK(rss.child("channel")->child("copyright")->text == "Ghi rõ nguồn khi sử dụng lại thông tin");
  CHECK(rss.child("channel")->child("atom:link")->attribute("href") == "https://tinh.example.gov.vn/tin-tuc/rss.xml");
}

TEST_CASE("an entry keeps its identity when its address changes", "[ID-02]") {
  Province province;
  pages::Page& page = dated(province, "tin-tuc/a", "2026-11-03T00:00");
  const auto identity = [&] {
    const auto feed = read(feeds::atom_feed(province.publish(), 0));
    return feed.child("entry")->child("id")->text;
  };
  const std::string before = identity();
  page.route.path = "/thong-bao/b.html";
  CHECK(identity() == before);
  CHECK_THAT(feeds::rss_feed(province.publication, 0), Contains(before) && Contains("/thong-bao/b.html"));
}

TEST_CASE("withdrawn and unpublished pages are in no feed and no sitemap", "[REV-05][REF-04][GOV-02]") {
  Province province;
  dated(province, "cong-khai", "2026-11-03T00:00");
  dated(province, "thu-hoi", "2026-11-04T00:00").title = "CANARY";
  dated(province, "mat", "2026-11-05T00:00").title = "CANARY";
  province.withdrawn = {"thu-hoi"};
  province.hidden = {"mat"};
  auto& publication = province.publish();
  province.listings.lists[0].items = province.edition.visible;  // even where a list were to hold it
  province.listings.around[publication.library->by_id("tinh", "cong-khai")].translations = {{"en", "/thu-hoi.html"}};
  for (const std::string& file : {feeds::atom_feed(publication, 0), feeds::rss_feed(publication, 0),
                                  feeds::sitemap_part(publication, province.main(), 0)}) {
    CHECK_THAT(file, Contains("cong-khai") && !Contains("CANARY") && !Contains("thu-hoi") && !Contains("/mat"));
  }
}

TEST_CASE("sitemaps hold pages and lists with their last change", "[LNK-02][GOV-02][ID-02]") {
  Province province;
  dated(province, "tin-tuc/a", "2026-11-03T00:00");
  dated(province, "tin-tuc/b", "2026-11-01T00:00").updated_on = Date{2026, 11, 8};
  province.add(province.main(), "gioi-thieu");
  pages::Page& index = province.add(province.main(), "tin-tuc/_index");
  index.section_index = true;
  index.route.path = "/tin-tuc/";
  province.add(province.department(), "khac");
  const auto& publication = province.publish();
  REQUIRE(feeds::sitemap_parts(publication, province.main()) == 1);
  const std::string document = feeds::sitemap_part(publication, province.main(), 0);
  CHECK(broken_sitemap_rules(document) == Broken{});
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& url : read(document).children)
    found.emplace_back(url.child("loc")->text, url.child("lastmod") ? url.child("lastmod")->text : "");
  const std::string host = "https://tinh.example.gov.vn";
  CHECK(found == std::vector<std::pair<std::string, std::string>>{{host + "/gioi-thieu.html", ""},
                                                                  {host + "/tin-tuc/", "2026-11-08"},
                                                                  {host + "/tin-tuc/a.html", "2026-11-03"},
                                                                  {host + "/tin-tuc/b.html", "2026-11-08"}});
  const std::string overview = feeds::sitemap_index(publication, province.main());
  CHECK(broken_sitemap_rules(overview) == Broken{});
  CHECK(read(overview).child("sitemap")->child("loc")->text == host + "/sitemap-1.xml");
  CHECK(read(overview).child("sitemap")->child("lastmod")->text == "2026-11-08");
}

TEST_CASE("sitemaps name the other languages, the page's own and the default", "[LNG-02]") {
  Province province;
  province.add(province.main(), "a");
  province.add(province.main(), "en/a", "news", "en");
  auto& publication = province.publish();
  const auto vietnamese = publication.library->by_id("tinh", "a"), english = publication.library->by_id("tinh", "en/a");
  province.listings.around[vietnamese].translations = {{"en", "/en/a.html"}};
  province.listings.around[english].translations = {{"vi", "/a.html"}};
  const std::string document = feeds::sitemap_part(publication, province.main(), 0);
  CHECK(broken_sitemap_rules(document) == Broken{});
  const std::string host = "https://tinh.example.gov.vn";
  const auto root = read(document);
  int with_languages = 0;
  for (const auto& url : root.children) {
    std::map<std::string, std::string> languages;
    for (const auto* link : url.all("xhtml:link"))
      languages[std::string(link->attribute("hreflang"))] = std::string(link->attribute("href"));
    if (languages.empty()) continue;
    ++with_languages;
    CHECK(languages == std::map<std::string, std::string>{
                           {"vi", host + "/a.html"}, {"en", host + "/en/a.html"}, {"x-default", host + "/a.html"}});
  }
  CHECK(with_languages == 2);
}

TEST_CASE("a large portal has several sitemaps, each address in one of them", "[LNK-02]") {
  Province province;
  for (int i = 0; i < 30'005; ++i) province.add(province.main(), "t/" + std::to_string(i));
  const auto& publication = province.publish(2);
  REQUIRE(feeds::sitemap_parts(publication, province.main()) == 2);
  const auto first = read(feeds::sitemap_part(publication, province.main(), 0));
  const auto second = read(feeds::sitemap_part(publication, province.main(), 1));
  CHECK(first.children.size() == feeds::sitemap_limit);
  CHECK(second.children.size() == 6);  // with the list
  CHECK(first.children.back().child("loc")->text < second.children.front().child("loc")->text);
  CHECK(read(feeds::sitemap_index(publication, province.main())).children.size() == 2);
  CHECK(read(feeds::sitemap_part(publication, province.main(), 2)).children.empty());
}

TEST_CASE("no title breaks a feed", "[ENC-01][ENC-02]") {
  const char* hostile[] = {"</script><script>alert(1)</script>",
                           "]]>",
                           "<![CDATA[",
                           "&amp;&#0;&bogus;",
                           "\x01\x02\x1b\x7f!",
                           "\xF0\x9F\x98\x80 cười",
                           "\xE2\x80\xAE\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                           "\xC3\x28 \xED\xA0\x80",
                           "\xEF\xBF\xBE?",
                           "\" onload=\"x",
                           "<?xml version=\"1.0\"?>",
                           "--><!--"};
  for (const char* title : hostile) {
    INFO(title);
    Province province;
    pages::Page& page = dated(province, "a", "2026-11-03T00:00");
    page.title = page.summary = page.author = title;
    page.tags = {title};
    province.main().name = words(title);
    province.main().reuse_notice = words(title);
    const auto& publication = province.publish();
    CHECK(broken_atom_rules(feeds::atom_feed(publication, 0)) == Broken{});
    CHECK(broken_rss_rules(feeds::rss_feed(publication, 0)) == Broken{});
    CHECK(formats::parse_xml(feeds::opensearch_description(province.main())));
    CHECK(formats::parse_json(feeds::web_manifest(province.main()), "site.webmanifest"));
  }
}

TEST_CASE("the same edition gives the same bytes", "[NEW-05]") {
  Province province;
  for (int i = 0; i < 50; ++i) dated(province, "tin-tuc/" + std::to_string(i), "2026-10-01T00:00");
  const auto all = [&](unsigned jobs) {
    const auto& publication = province.publish(jobs);
    return feeds::atom_feed(publication, 0) + feeds::rss_feed(publication, 0) +
           feeds::sitemap_part(publication, province.main(), 0) + feeds::sitemap_index(publication, province.main());
  };
  const std::string first = all(1);
  CHECK(all(1) == first);
  CHECK(all(3) == first);
}

TEST_CASE("crawlers and browsers are told of sitemap, search and the portal's name", "[LNK-02][ID-01]") {
  Province province;
  const site::Portal& portal = province.main();
  CHECK(feeds::robots_txt(portal) == "User-agent: *\nAllow: /\n\nSitemap: https://tinh.example.gov.vn/sitemap.xml\n");
  const auto manifest = formats::parse_json(feeds::web_manifest(portal), "site.webmanifest");
  REQUIRE(manifest);
  CHECK((*manifest).text_of("name") == "Cổng thông tin điện tử tỉnh Sông Lam");
  CHECK((*manifest).text_of("short_name") == "Cổng thông tin");
  CHECK((*manifest).text_of("lang") == "vi");
  const auto search = read(feeds::opensearch_description(portal));
  CHECK(search.child("ShortName")->text == "Cổng thông tin");
  REQUIRE(search.child("Url"));
  CHECK(search.child("Url")->attribute("template") == "https://tinh.example.gov.vn/tim-kiem?q={searchTerms}");
  CHECK(feeds::sitemap_part_path(0) == "/sitemap-1.xml");
}
