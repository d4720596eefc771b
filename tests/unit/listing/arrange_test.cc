// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/listing/arrange.h"

#include "tests/support/catch.h"
#include "tests/support/site_builder.h"

using namespace congbo;
using listing::List;
using listing::Listings;
using listing::ListKind;
using listing::ListPage;
using pages::Page;

namespace {

const Instant now = parse_instant("2026-11-20T12:00").value();

// A site being put together, and what is arranged of it.
struct Arranged {
  site::Site site = test::two_portals();
  std::vector<Page> all;
  pages::Library library;
  edition::Edition edition;
  Listings listings;

  Page& add(const std::string& source, const char* date = nullptr) {
    all.push_back(test::page_at(site, source));
    if (date) all.back().date = start_of_day(parse_date(date).value());
    return all.back();
  }
  void arrange() {
    library = test::library_of(all);
    edition = edition::make_edition(library, now, edition::Audience::everyone);
    listings = listing::arrange(site, library, edition);
  }
  const List* find(const std::string& path, const std::string& portal = "tinh") const {
    for (const List& list : listings.lists)
      if (list.path == path && list.portal->id == portal) return &list;
    return nullptr;
  }
  const List& list(const std::string& path, const std::string& portal = "tinh") const {
    const List* found = find(path, portal);
    INFO(path);
    REQUIRE(found);
    return *found;
  }
  std::string name(pages::PageIndex page) const {
    if (page == pages::no_page) return "-";
    const std::string& path = library[page].route.path;
    return path.substr(path.rfind('/') + 1, path.size() - path.rfind('/') - 6);
  }
  std::string names(const std::vector<pages::PageIndex>& items) const {
    std::string text;
    for (const pages::PageIndex item : items) text.append(text.empty() ? "" : " ").append(name(item));
    return text;
  }
  const listing::Surroundings& around(const std::string& source) const {
    return listings.around[library.by_source(source)];
  }
  std::vector<std::string> paths(const std::string& portal) const {
    std::vector<std::string> all_paths;
    for (const List& list : listings.lists)
      if (list.portal->id == portal) all_paths.push_back(list.path);
    return all_paths;
  }
};

std::string text_of(const std::vector<listing::Link>& links) {
  std::string text;
  for (const listing::Link& link : links) text += (text.empty() ? "" : ", ") + link.label + "=" + link.path;
  return text;
}

}  // namespace

TEST_CASE("a section lists its own pages and those below, newest first", "[NEW-05][TIM-08]") {
  Arranged site;
  site.add("content/tin-tuc/2026/11/b.md", "2026-11-02");
  site.add("content/tin-tuc/2026/11/a.md", "2026-11-02");
  site.add("content/tin-tuc/2025/01/old.md", "2025-01-09");
  site.add("content/tin-tuc/trong-tinh/c.md", "2026-11-01");
  site.add("content/thong-bao/d.md", "2026-11-05");
  site.arrange();
  CHECK(site.names(site.list("/tin-tuc/").items) == "a b c old");
  CHECK(site.names(site.list("/tin-tuc/trong-tinh/").items) == "c");
  CHECK(site.names(site.list("/").items) == "d a b c old");
  CHECK(site.list("/tin-tuc/").title == "Tin tuc");
  CHECK(site.list("/tin-tuc/").section == "tin-tuc");
  CHECK(site.list("/tin-tuc/").feed_path == "/tin-tuc/atom.xml");
}

TEST_CASE("year and month folders are no sections", "[ARC-04]") {
  Arranged site;
  site.site.portals[0].archives = false;
  site.add("content/tin-tuc/2026/11/a.md", "2026-11-02");
  site.arrange();
  CHECK(site.paths("tinh") == std::vector<std::string>{"/", "/en/", "/tin-tuc/"});
}

TEST_CASE("a year folder with its own _index.md is a section", "[ARC-04]") {
  Arranged site;
  site.add("content/tin-tuc/2026/_index.md").title = "Năm 2026";
  site.add("content/tin-tuc/2026/11/a.md", "2026-11-02");
  site.add("content/tin-tuc/2025/b.md", "2025-11-02");
  site.arrange();
  CHECK(site.list("/tin-tuc/2026/").kind == ListKind::section);
  CHECK(site.list("/tin-tuc/2026/").title == "Năm 2026");
  CHECK(site.names(site.list("/tin-tuc/2026/").items) == "a");
  CHECK(site.names(site.list("/tin-tuc/").items) == "a b");
  CHECK(text_of(site.list("/tin-tuc/").archive) == "2026=/tin-tuc/2026/, 2025=/tin-tuc/2025/");
}

TEST_CASE("pages with a fixed place come first, undated ones last", "[NEW-05]") {
  Arranged site;
  site.add("content/gioi-thieu/z.md").order = 1;
  site.add("content/gioi-thieu/y.md").order = 2;
  site.add("content/gioi-thieu/n.md", "2026-01-01").order = 9;  // has a date: by its date
  site.add("content/gioi-thieu/b.md");
  site.add("content/gioi-thieu/a.md");
  site.arrange();
  CHECK(site.names(site.list("/gioi-thieu/").items) == "z y n a b");
}

TEST_CASE("lists hold listed pages of their portal and language only", "[SUBP-01][REF-04][SEA-03]") {
  Arranged site;
  site.add("content/tin-tuc/a.md", "2026-11-01");
  site.add("content/tin-tuc/nhap.md", "2026-11-01").status = pages::Status::draft;
  site.add("content/tin-tuc/rut.md", "2026-11-01").status = pages::Status::withdrawn;
  site.add("content/tin-tuc/hen.md", "2026-11-01").release_at = Instant{now.seconds + 60};
  site.add("content/tin-tuc/trang.md").type = &site.site.portals[0].types.at("page");
  site.add("content/en/tin-tuc/b.md", "2026-11-01");
  site.add("content/sites/xa-a/tin-tuc/c.md", "2026-11-01");
  site.add("content/sites/xa-a/en/tin-tuc/d.md", "2026-11-01");
  for (Page& page : site.all) page.tags = {"chung"};
  site.arrange();
  CHECK(site.names(site.list("/tin-tuc/").items) == "a");
  CHECK(site.names(site.list("/the/chung/").items) == "a");
  CHECK(site.names(site.list("/en/tin-tuc/").items) == "b");
  CHECK(site.names(site.list("/en/tags/chung/").items) == "b");
  CHECK(site.names(site.list("/tin-tuc/", "xa-a").items) == "c");
  CHECK(site.names(site.list("/en/").items) == "b");
  CHECK(site.names(site.list("/en/", "xa-a").items) == "d");
  CHECK(site.around("content/tin-tuc/rut.md").section_list != UINT32_MAX);
  CHECK(site.around("content/tin-tuc/nhap.md").section_list == UINT32_MAX);
  CHECK(site.around("content/tin-tuc/a.md").related.empty());
}

TEST_CASE("fixed pages stand in the list of their own section only, by their order", "[CAT-07][NEW-05]") {
  Arranged site;
  const auto fixed = [&](const std::string& source, int order) {
    Page& page = site.add(source);
    page.type = &site.site.portals[0].types.at("page");
    page.order = order;
    page.tags = {"chung"};
  };
  site.add("content/gioi-thieu/_index.md");
  fixed("content/gioi-thieu/ban-do.md", 0);
  fixed("content/gioi-thieu/lich-su.md", 2);
  fixed("content/gioi-thieu/dieu-kien.md", 1);
  fixed("content/gioi-thieu/xa/tong-quan.md", 0);
  fixed("content/tro-giup/cau-hoi.md", 0);
  fixed("content/lien-he.md", 0);
  site.add("content/tin-tuc/a.md", "2026-11-01");
  site.arrange();
  const List& section = site.list("/gioi-thieu/");
  CHECK(site.names(section.fixed) == "dieu-kien lich-su ban-do tong-quan");
  CHECK(section.items.empty());
  CHECK(site.names(site.list("/tro-giup/").fixed) == "cau-hoi");
  CHECK(site.list("/").fixed.empty());
  CHECK(site.names(site.list("/").items) == "a");
  CHECK_FALSE(site.find("/the/chung/"));
}

TEST_CASE("lists stand by portal and path, and pages know theirs", "[SUBP-01]") {
  Arranged site;
  site.add("content/b/a.md", "2026-11-01");
  site.add("content/a/con/b.md", "2026-11-02");
  site.add("content/sites/xa-a/a/c.md", "2026-11-02");
  site.add("content/goc.md", "2026-11-02");
  site.arrange();
  const std::vector<std::string> expected = {
      "/",   "/a/",      "/a/2026/",    "/a/2026/11/", "/a/con/", "/a/con/2026/", "/a/con/2026/11/",
      "/b/", "/b/2026/", "/b/2026/11/", "/en/"};
  CHECK(site.paths("tinh") == expected);
  const auto section_of = [&](const char* source) {
    return site.listings.lists[site.around(source).section_list].path;
  };
  CHECK(section_of("content/b/a.md") == "/b/");
  CHECK(section_of("content/a/con/b.md") == "/a/con/");
  CHECK(section_of("content/goc.md") == "/");
  CHECK(section_of("content/sites/xa-a/a/c.md") == "/a/");
  REQUIRE(site.list("/").children.size() == 2);
  CHECK(site.listings.lists[site.list("/").children[0]].path == "/a/");
  REQUIRE(site.list("/a/").children.size() == 1);
  CHECK(site.listings.lists[site.list("/a/").children[0]].path == "/a/con/");
  CHECK(
      std::is_sorted(site.listings.pages.begin(), site.listings.pages.end(), [&](const ListPage& a, const ListPage& b) {
        const auto rank = [&](const ListPage& p) { return site.listings.lists[p.list].portal->id == "tinh" ? 0 : 1; };
        return std::pair(rank(a), a.path) < std::pair(rank(b), b.path);
      }));
}

TEST_CASE("sections take title, summary and order from their _index.md", "[CAT-07]") {
  Arranged site;
  Page& first = site.add("content/thong-bao/_index.md");
  first.title = "Thông báo", first.summary = "Thông báo của tỉnh", first.order = 2;
  Page& second = site.add("content/tin-tuc/_index.md");
  second.title = "Tin tức", second.order = 1;
  site.add("content/an-khac/a.md", "2026-11-01");
  site.add("content/tin-tuc/sau/b.md", "2026-11-01");
  site.arrange();
  CHECK(site.list("/thong-bao/").title == "Thông báo");
  CHECK(site.list("/thong-bao/").description == "Thông báo của tỉnh");
  CHECK(site.list("/thong-bao/").items.empty());
  CHECK(site.library[site.list("/tin-tuc/").index_page].source == "content/tin-tuc/_index.md");
  CHECK(site.list("/an-khac/").index_page == pages::no_page);
  std::string children;
  for (const std::uint32_t child : site.list("/").children) children += site.listings.lists[child].path;
  CHECK(children == "/tin-tuc//thong-bao//an-khac/");
  CHECK(text_of(site.list("/tin-tuc/sau/").breadcrumbs).ends_with("=/, Tin tức=/tin-tuc/"));
}

TEST_CASE("home shows featured pages, then the newest thirty", "[NEW-05]") {
  Arranged site;
  for (int i = 10; i < 45; ++i)
    site.add("content/tin-tuc/t" + std::to_string(i) + ".md", ("2026-01-" + std::to_string(i % 20 + 10)).c_str());
  site.add("content/tin-tuc/ghim.md", "2020-01-01").featured = true;
  site.add("content/tin-tuc/khong-ngay.md");
  site.arrange();
  const List& home = site.list("/");
  REQUIRE(home.items.size() == 30);
  CHECK(site.name(home.items[0]) == "ghim");
  CHECK(site.library[home.items[1]].date == start_of_day({2026, 1, 29}));
  CHECK(site.names(home.items).find("khong-ngay") == std::string::npos);
  int home_pages = 0;
  for (const ListPage& page : site.listings.pages)
    home_pages += page.list == static_cast<std::uint32_t>(&home - site.listings.lists.data()) ? 1 : 0;
  CHECK(home_pages == 1);
}

TEST_CASE("tags, units and categories have lists with their labels", "[CAT-13][LNK-02]") {
  Arranged site;
  Page& page = site.add("content/tin-tuc/a.md", "2026-11-01");
  page.tags = {"Chuyển đổi số", "An sinh", "an-sinh", "???"};
  page.unit = "so-noi-vu", page.category = "kinh-te";
  Page& other = site.add("content/tin-tuc/b.md", "2026-11-02");
  other.tags = {"chuyen-doi-so"};
  Page& english = site.add("content/en/news/c.md", "2026-11-02");
  english.tags = {"chuyen-doi-so"}, english.unit = "so-noi-vu", english.category = "kinh-te";
  site.arrange();
  CHECK(site.list("/the/chuyen-doi-so/").title == "Chuyển đổi số");
  CHECK(site.names(site.list("/the/chuyen-doi-so/").items) == "b a");
  CHECK(site.names(site.list("/the/an-sinh/").items) == "a");
  CHECK(site.list("/the/an-sinh/").title == "An sinh");
  CHECK(site.list("/the/an-sinh/").feed_path.empty());
  CHECK(site.list("/don-vi/so-noi-vu/").title == "Sở Nội vụ");
  CHECK(site.list("/don-vi/so-noi-vu/").feed_path == "/don-vi/so-noi-vu/atom.xml");
  CHECK(site.list("/chuyen-muc/kinh-te/").title == "Kinh tế");
  CHECK(site.list("/en/tags/chuyen-doi-so/").title == "Digital transformation");
  CHECK(site.list("/en/units/so-noi-vu/").title == "Department of Home Affairs");
  CHECK(site.list("/en/categories/kinh-te/").title == "Economy");
  const site::Portal& portal = site.site.portals[0];
  CHECK(site.listings.tag_path(portal, "vi", "Chuyển đổi số") == "/the/chuyen-doi-so/");
  CHECK(site.listings.tag_path(portal, "vi", "an-sinh") == "/the/an-sinh/");
  CHECK(site.listings.tag_path(portal, "vi", "???").empty());
  CHECK(site.listings.tag_path(portal, "en", "an-sinh").empty());
  CHECK(site.listings.unit_path(portal, "en", "so-noi-vu") == "/en/units/so-noi-vu/");
  CHECK(site.listings.category_path(portal, "vi", "kinh-te") == "/chuyen-muc/kinh-te/");
  CHECK(site.listings.unit_path(site.site.portals[1], "vi", "so-noi-vu").empty());
}

TEST_CASE("archives hold the years and months of a section", "[ARC-04]") {
  Arranged site;
  site.add("content/tin-tuc/2026/11/a.md", "2026-11-02");
  site.add("content/tin-tuc/2026/11/b.md", "2026-11-01");
  site.add("content/tin-tuc/2026/03/c.md", "2026-03-01");
  site.add("content/tin-tuc/2025/12/d.md", "2025-12-31");
  site.add("content/tin-tuc/e.md");
  site.add("content/goc.md", "2026-03-01");
  site.arrange();
  CHECK(site.names(site.list("/tin-tuc/2026/").items) == "a b c");
  CHECK(site.names(site.list("/tin-tuc/2026/11/").items) == "a b");
  CHECK(site.names(site.list("/tin-tuc/2026/03/").items) == "c");
  CHECK(site.names(site.list("/tin-tuc/2025/").items) == "d");
  CHECK(site.list("/tin-tuc/2026/11/").kind == ListKind::month);
  CHECK(site.list("/tin-tuc/2026/11/").title == "Tin tuc 11/2026");
  CHECK(site.list("/tin-tuc/2026/11/").section == "tin-tuc");
  CHECK(site.list("/tin-tuc/2026/").feed_path.empty());
  CHECK(text_of(site.list("/tin-tuc/").archive) == "2026=/tin-tuc/2026/, 2025=/tin-tuc/2025/");
  CHECK(text_of(site.list("/tin-tuc/2026/").archive) == "11/2026=/tin-tuc/2026/11/, 3/2026=/tin-tuc/2026/03/");
  CHECK(text_of(site.list("/tin-tuc/2026/11/").breadcrumbs).ends_with("Tin tuc=/tin-tuc/, 2026=/tin-tuc/2026/"));
  CHECK_FALSE(site.find("/2026/"));
}

TEST_CASE("pages know their neighbours in the section", "[NEW-05]") {
  Arranged site;
  site.add("content/tin-tuc/2026/11/moi.md", "2026-11-03");
  site.add("content/tin-tuc/khac/xen.md", "2026-11-02");
  site.add("content/tin-tuc/2025/cu.md", "2026-11-01");
  site.arrange();
  CHECK(site.name(site.around("content/tin-tuc/2026/11/moi.md").older) == "cu");
  CHECK(site.name(site.around("content/tin-tuc/2026/11/moi.md").newer) == "-");
  CHECK(site.name(site.around("content/tin-tuc/2025/cu.md").newer) == "moi");
  CHECK(site.name(site.around("content/tin-tuc/khac/xen.md").newer) == "-");
}

TEST_CASE("translations are linked in all directions", "[SUBP-01]") {
  Arranged site;
  site.site.portals[0].languages = {"vi", "en", "zh"};
  site.add("content/tin-tuc/_index.md");
  site.add("content/tin-tuc/a.md", "2026-11-01").id = "a";
  site.add("content/en/news/_index.md").translation_of = "tin-tuc/_index";
  site.add("content/en/news/a-en.md", "2026-11-01").translation_of = "a";
  site.add("content/zh/tin-tuc/a-zh.md", "2026-11-01").translation_of = "a";
  site.add("content/en/news/b.md", "2026-11-01").translation_of = "khong-co";
  site.arrange();
  CHECK(text_of(site.around("content/tin-tuc/a.md").translations) == "en=/en/news/a-en.html, zh=/zh/tin-tuc/a-zh.html");
  CHECK(text_of(site.around("content/en/news/a-en.md").translations) == "vi=/tin-tuc/a.html, zh=/zh/tin-tuc/a-zh.html");
  CHECK(site.around("content/en/news/b.md").translations.empty());
  CHECK(text_of(site.list("/tin-tuc/").translations) == "en=/en/news/, zh=/zh/tin-tuc/");
  CHECK(text_of(site.list("/en/news/").translations) == "vi=/tin-tuc/, zh=/zh/tin-tuc/");
  CHECK(text_of(site.list("/").translations) == "en=/en/, zh=/zh/");
}

TEST_CASE("a hidden original is not linked, its visible translations are", "[REF-04]") {
  Arranged site;
  site.site.portals[0].languages = {"vi", "en", "zh"};
  site.add("content/a.md").status = pages::Status::draft;
  site.add("content/en/a.md").translation_of = "a";
  site.add("content/zh/a.md").translation_of = "a";
  site.arrange();
  CHECK(text_of(site.around("content/en/a.md").translations) == "zh=/zh/a.html");
  CHECK(site.around("content/a.md").translations.empty());
}
