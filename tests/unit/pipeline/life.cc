// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a page: first publication, updates, withdrawal, redirects, tombstones, vanished addresses.
#include "generator/pipeline/life.h"

#include "generator/history/routes.h"
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

std::string page_text(std::string_view title, std::string_view keys, std::string_view body = "Chữ.") {
  return "---\ntitle: " + std::string(title) + "\nunit: van-phong\nsummary: Tóm tắt.\n" + std::string(keys) + "---\n" +
         std::string(body) + "\n";
}

using Files = std::map<std::string, std::string>;

std::shared_ptr<history::History> log_of(std::vector<history::Published> items) {
  auto log = std::make_shared<history::History>();
  log->add(history::ReleaseLine{1, "2026-05-20T08:00:00+07:00", "c", "1"});
  for (history::Published& item : items) log->add(std::move(item));
  return log;
}

history::Published logged(const std::string& path, const std::string& first = "2026-05-10T09:30:00+07:00") {
  std::string id = path.substr(1);
  if (id.ends_with(".html")) id.resize(id.size() - 5);
  return {"main", path, id, "content/" + id + ".md", first, "", ""};
}

BuiltSite build(Files files, std::shared_ptr<const history::History> log = {},
                std::string_view now = "2026-06-01T08:00",
                pipeline::RepositoryReach reach = pipeline::RepositoryReach::alone) {
  for (const auto& [path, text] : usual_files()) files.emplace(path, text);
  pipeline::PrepareRequest request;
  request.snapshot = memory_snapshot(std::move(files));
  request.now = *parse_instant(now);
  request.jobs = 1;
  request.history = std::move(log);
  request.reach = reach;
  StageTimer timer;
  return {pipeline::prepare(request, timer)};
}

constexpr const char* page_path = "content/tin-tuc/a.md";

}  // namespace

TEST_CASE("first publication is what the log says, on page, feed, JSON-LD, sitemap and twin alike",
          "[life][REV-04][ID-03]") {
  const BuiltSite built =
      build({{page_path, page_text("A", "date: 2026-05-01\n")}}, log_of({logged("/tin-tuc/a.html")}));
  const std::string at = "2026-05-10T09:30:00+07:00";
  CHECK_THAT(built.file("main/tin-tuc/a.html"),
             Catch::Contains("<dt>Đăng lần đầu</dt> <dd><time datetime=\"" + at + "\">09:30, 10/5/2026</time>"));
  CHECK_THAT(built.file("main/tin-tuc/a.html"), Catch::Contains("\"datePublished\":\"" + at + "\""));
  CHECK_THAT(built.file("main/tin-tuc/a.html"),
             Catch::Contains("<meta property=\"article:published_time\" content=\"" + at + "\">"));
  CHECK_THAT(built.file("main/tin-tuc/a.json"), Catch::Contains("\"published\":\"" + at + "\""));
  CHECK_THAT(built.file("main/tin-tuc/atom.xml"), Catch::Contains("<published>" + at + "</published>"));
  CHECK_THAT(built.file("main/sitemap-1.xml"), Catch::Contains("<lastmod>" + at + "</lastmod>"));
  // The date it bears keeps a line of its own.
  CHECK_THAT(built.file("main/tin-tuc/a.html"), Catch::Contains("<dt>Ngày</dt> <dd><time datetime=\"2026-05-01\">"));
}

TEST_CASE("without a log: release_at, else the date, never a day to come", "[life][TIM-03][REF-04]") {
  struct Case {
    std::string_view keys, published;  // empty: nobody knows, nothing is said
  };
  for (const Case& one :
       std::initializer_list<Case>{{"date: 2026-05-01\n", "2026-05-01"},
                                   {"date: 2026-05-01\nrelease_at: 2026-05-03T07:00\n", "2026-05-03T07:00:00+07:00"},
                                   {"date: 2026-05-01\nembargo: {until: 2026-05-04T07:00, reason: a, authority: b}\n",
                                    "2026-05-04T07:00:00+07:00"},
                                   {"date: 2026-06-20\n", ""}}) {
    INFO(one.keys);
    const BuiltSite built = build({{page_path, page_text("A", one.keys)}});
    const std::string twin = built.file("main/tin-tuc/a.json");
    if (one.published.empty())
      CHECK(twin.find("\"published\":") == std::string::npos);
    else
      CHECK_THAT(twin, Catch::Contains("\"published\":\"" + std::string(one.published) + "\""));
    for (const char* file :
         {"main/sitemap-1.xml", "main/sitemap.xml", "main/tin-tuc/atom.xml", "main/tin-tuc/rss.xml"}) {
      INFO(file);
      CHECK(built.file(file).find("2026-06-20") == std::string::npos);
      CHECK(built.file(file).find("20 Jun 2026") == std::string::npos);
    }
  }
}

TEST_CASE("a page that the log does not know yet is published by this very release", "[life][REV-04]") {
  const BuiltSite built = build({{page_path, page_text("A", "date: 2026-06-20\n")}}, log_of({}));
  CHECK_THAT(built.file("main/tin-tuc/a.json"), Catch::Contains("\"published\":\"2026-06-01T08:00:00+07:00\""));
}

TEST_CASE("updates are listed with their notes; a minor one changes nothing that readers see",
          "[life][REV-04][SRC-07]") {
  const std::string keys =
      "date: 2026-05-01\nupdates:\n- {on: 2026-05-03, note: Bổ sung biểu mẫu.}\n"
      "- {on: 2026-05-05, note: lỗi chính tả kín, major: false}\n- {on: 2026-07-01, note: Chuyện sau này.}\n";
  const BuiltSite built = build({{page_path, page_text("A", keys)}});
  CHECK(built.found() == "");
  const std::string html = built.file("main/tin-tuc/a.html");
  CHECK_THAT(html, Catch::Contains("Xem tất cả cập nhật"));
  CHECK_THAT(html, Catch::Contains("<time datetime=\"2026-05-03\">03/5/2026</time>: Bổ sung biểu mẫu."));
  CHECK_THAT(html, Catch::Contains("\"dateModified\":\"2026-05-03\""));
  CHECK_THAT(built.file("main/tin-tuc/atom.xml"), Catch::Contains("<updated>2026-05-03T00:00:00+07:00</updated>"));
  CHECK_THAT(built.file("main/sitemap-1.xml"), Catch::Contains("<lastmod>2026-05-03</lastmod>"));
  for (const auto& [path, bytes] : built.all()) {
    INFO(path);
    CHECK(bytes.find("chính tả kín") == std::string::npos);
    CHECK(bytes.find("2026-05-05") == std::string::npos);
    CHECK(bytes.find("Chuyện sau này") == std::string::npos);
  }
  REQUIRE(built.site->edition.next_event);
  CHECK(to_rfc3339(*built.site->edition.next_event) == "2026-07-01T00:00:00+07:00");
  CHECK_THAT(build({{page_path, page_text("A", keys)}}, {}, "2026-07-01T00:00").file("main/tin-tuc/a.html"),
             Catch::Contains("Chuyện sau này"));
}

TEST_CASE("a major update says what changed", "[life][REV-04]") {
  const BuiltSite built = build({{page_path, page_text("A", "date: 2026-05-01\nupdates: [{on: 2026-05-03}]\n")}});
  CHECK(built.found() == "content/tin-tuc/a.md:6:11 update-note-missing\n");
}

TEST_CASE("a withdrawn page stays with reason and authority, and is in no list, feed, sitemap or search",
          "[life][REV-05][ARC-03][SEA-03]") {
  const std::string keys =
      "date: 2026-05-01\ntags: [rut]\nstatus: withdrawn\n"
      "withdrawn: {at: 2026-06-10T08:00, reason: Thông tin sai., authority: Quyết định số 5/QĐ-VP}\n";
  const BuiltSite before = build({{page_path, page_text("Bài rút", keys)}}, {}, "2026-06-10T07:59:59");
  CHECK_THAT(before.file("main/tin-tuc/index.html"), Catch::Contains("Bài rút"));
  CHECK(to_rfc3339(before.site->edition.next_event.value_or(Instant{})) == "2026-06-10T08:00:00+07:00");
  const BuiltSite after = build({{page_path, page_text("Bài rút", keys)}}, {}, "2026-06-10T08:00");
  const std::string html = after.file("main/tin-tuc/a.html");
  CHECK_THAT(html, Catch::Contains("Thông tin sai."));
  CHECK_THAT(html, Catch::Contains("Quyết định số 5/QĐ-VP"));
  CHECK_THAT(html, Catch::Contains("<meta name=\"robots\" content=\"noindex\">"));
  CHECK(after.site->edition.listed.empty() == false);
  for (const pages::PageIndex index : after.site->edition.listed) CHECK(after.site->library[index].title != "Bài rút");
  for (const auto& [path, bytes] : after.all()) {
    if (path == "main/tin-tuc/a.html" || path == "main/tin-tuc/a.json") continue;
    INFO(path);
    CHECK(bytes.find("Bài rút") == std::string::npos);
    CHECK(bytes.find("tin-tuc/a.") == std::string::npos);
  }
}

TEST_CASE("redirects are flattened, from aliases and redirects.csv alike", "[life][ARC-03]") {
  const BuiltSite built = build(
      {{page_path, page_text("A", "date: 2026-05-01\naliases: [/cu/hai.html]\n")},
       {"content/_site/redirects.csv",
        "from,to,reason\n/cu/mot.html,/cu/hai.html,chuyển\n/cu/khong,/cu/mot.html#phan-a,\n\"/cu/a,b/\",/tin-tuc/,\n"
        "/Default.aspx,/tin-tuc/a.html,\n"}});
  CHECK(built.found() == "");
  const std::string target = "https://tinh.example.gov.vn/tin-tuc/a.html";
  for (const char* path : {"main/cu/hai.html", "main/cu/mot.html"}) {
    INFO(path);
    CHECK_THAT(built.file(path), Catch::Contains("url=" + target + "\""));
    CHECK_THAT(built.file(path), Catch::Contains("noindex"));
  }
  CHECK_THAT(built.file("main/cu/khong.html"), Catch::Contains("url=" + target + "#phan-a\""));
  CHECK_THAT(built.file("main/cu/a,b/index.html"), Catch::Contains("url=https://tinh.example.gov.vn/tin-tuc/\""));
  CHECK_FALSE(built.has("main/Default.aspx"));
  CHECK_THAT(built.file("main/_redirects"), Catch::Contains("/Default.aspx " + target + " 301\n"));
  CHECK_THAT(built.file("main/_redirects"), Catch::Contains("/cu/mot.html " + target + " 301\n"));
}

TEST_CASE("a redirect that is wrong is placed", "[life][ARC-03][REF-09]") {
  const auto found = [](const std::string& lines) {
    return build({{page_path, page_text("A", "date: 2026-05-01\naliases: [/cu/hai.html]\n")},
                  {"content/_site/redirects.csv", "from,to,reason\n" + lines}})
        .found();
  };
  const std::string file = "content/_site/redirects.csv:2:";
  CHECK(found("/tin-tuc/a.html,/tin-tuc/,\n") == file + "1 redirect-from-page\n");
  CHECK(found("/tin-tuc,/tin-tuc/a.html,\n") == file + "1 redirect-from-page\n");
  CHECK(found("/tin-tuc/a.html/b,/tin-tuc/,\n") == file + "1 redirect-from-page\n");
  CHECK(found("/x.html,/khong-co.html,\n") == file + "9 redirect-target-missing\n");
  CHECK(found("/x.html,khong-co,\n") == file + "9 redirect-target-invalid\n");
  CHECK(found("/x.html,https://la.example.com/,\n") == file + "9 redirect-host-unlisted\n");
  CHECK(found("/x.html,https://tinh.example.gov.vn/tin-tuc/,\n") == "");
  CHECK(found("x,/tin-tuc/,\n") == file + "1 redirect-not-path\n");
  CHECK(found("/x\n") == file + "1 redirect-cells\n");
  CHECK(found("/cu/hai.html,/tin-tuc/,\n") == file + "1 redirect-duplicate\n");
  CHECK(found("/x,/x.html,\n") == file + "1 redirect-loop\n");
  CHECK(found("/x,/y,\n/y,/x,\n") == file + "1 redirect-loop\ncontent/_site/redirects.csv:3:1 redirect-loop\n");
}

TEST_CASE("nothing of a page that is not public shows through a redirect", "[life][REF-04]") {
  const BuiltSite built = build(
      {{page_path, page_text("A", "date: 2026-05-01\nrelease_at: 2026-07-01T08:00\naliases: [/cu/canary.html]\n")},
       {"content/_site/redirects.csv", "from,to,reason\n/x.html,/tin-tuc/a.html,\n"}});
  CHECK(built.found() == "");
  for (const auto& [path, bytes] : built.all()) {
    INFO(path);
    CHECK((path + bytes).find("canary") == std::string::npos);
    CHECK(bytes.find("/tin-tuc/a.") == std::string::npos);
  }
}

TEST_CASE("a tombstone says why and by whom, and is kept out of search engines", "[life][ARC-03][REV-05]") {
  const BuiltSite built = build({{"content/_site/tombstones.yaml",
                                  "- address: /tin-tuc/bo.html\n  reason: Đăng nhầm.\n  authority: Quyết định 7/QĐ-VP\n"
                                  "  on: 2026-05-30\n- {id: tin-tuc/cu, reason: Hết giá trị., authority: VP, on: "
                                  "2026-05-31}\n"}},
                                log_of({logged("/tin-tuc/bo.html"), logged("/2020/cu.html")}));
  const std::string html = built.file("main/tin-tuc/bo.html");
  CHECK_THAT(html, Catch::Contains("Đăng nhầm."));
  CHECK_THAT(html, Catch::Contains("Quyết định 7/QĐ-VP"));
  CHECK_THAT(html, Catch::Contains("30/5/2026"));
  CHECK_THAT(html, Catch::Contains("noindex"));
  CHECK_FALSE(built.has("main/tin-tuc/bo.json"));
  CHECK(built.file("main/sitemap-1.xml").find("bo.html") == std::string::npos);
  CHECK(built.has("main/tin-tuc/cu.html"));
  CHECK(built.found() == "content/2020/cu.md:0:0 address-vanished\n");  // another page, by its id
}

TEST_CASE("a tombstone that is wrong is placed", "[life][REV-05]") {
  const auto found = [](const std::string& text) {
    return build({{page_path, page_text("A", "date: 2026-05-01\n")}, {"content/_site/tombstones.yaml", text}}).found();
  };
  const std::string file = "content/_site/tombstones.yaml:";
  CHECK(found("a: b\n") == file + "1:1 tombstones-not-list\n");
  CHECK(found("- {address: /x.html, reason: a, on: 2026-01-01}\n") == file + "1:3 tombstone-incomplete\n");
  CHECK(found("- {address: /x.html, reason: a, authority: b, on: hôm qua}\n") ==
        file + "1:3 tombstone-incomplete\n" + file + "1:51 date-invalid\n");
  CHECK(found("- {address: /tin-tuc/a.html, reason: a, authority: b, on: 2026-01-01}\n") ==
        file + "1:13 tombstone-of-page\n");
  CHECK(found("- {address: x, reason: a, authority: b, on: 2026-01-01}\n").find("redirect-not-path") !=
        std::string::npos);
  CHECK(found("- {address: /x, why: c, reason: a, authority: b, on: 2026-01-01}\n") ==
        file + "1:17 tombstone-key-unknown\n");
  CHECK(found("- {address: /x.html, reason: a, authority: b, on: 2026-06-01}\n") == "");
  CHECK(found("- {address: /x.html, reason: a, authority: b, on: 2026-06-02}\n") == file + "1:51 tombstone-to-come\n");
}

TEST_CASE("a published address that has vanished is an error where it lived", "[life][ARC-03][REV-05][LNK-05]") {
  const auto log = log_of({logged("/tin-tuc/a.html")});
  CHECK(build({}, log).found() == "content/tin-tuc/a.md:0:0 address-vanished\n");
  // Each way to answer for it.
  CHECK(build({{page_path, page_text("A", "date: 2026-05-01\n")}}, log).found() == "");
  CHECK(build({{"content/tin-tuc/b.md", page_text("B", "date: 2026-05-01\naliases: [/tin-tuc/a.html]\n")}}, log)
            .found() == "");
  CHECK(build({{"content/_site/redirects.csv", "from,to,reason\n/tin-tuc/a.html,/tin-tuc/,\n"}}, log).found() == "");
  CHECK(build({{"content/_site/tombstones.yaml",
                "- {address: /tin-tuc/a.html, reason: a, authority: b, on: 2026-01-01}\n"}},
              log)
            .found() == "");
  // Moved without its old address, and made a draft again.
  CHECK(build({{"content/tin-tuc/b.md", page_text("B", "date: 2026-05-01\nid: tin-tuc/a\n")}}, log).found() ==
        "content/tin-tuc/b.md:1:1 address-moved\n");
  CHECK(build({{page_path, page_text("A", "date: 2026-05-01\nstatus: draft\n")}}, log).found() ==
        "content/tin-tuc/a.md:6:9 published-made-draft\n");
}

TEST_CASE("what time or an embargo hides has not vanished; an expired page says so", "[life][REF-04][ARC-03]") {
  const auto log = log_of({logged("/tin-tuc/a.html")});
  const BuiltSite embargoed =
      build({{page_path, page_text("A", "date: 2026-05-01\nembargo: {reason: a, authority: b}\n")}}, log);
  CHECK(embargoed.found() == "content/tin-tuc/a.md:6:1 published-embargoed\n");
  CHECK_FALSE(embargoed.site->found.has_errors());
  CHECK_FALSE(embargoed.has("main/tin-tuc/a.html"));
  const BuiltSite expired =
      build({{page_path, page_text("Bí mật hết hạn", "date: 2026-05-01\nexpires_at: 2026-05-20\n")}}, log);
  CHECK(expired.found() == "");
  CHECK_THAT(expired.file("main/tin-tuc/a.html"), Catch::Contains("đã hết thời hạn đăng"));
  CHECK_THAT(expired.file("main/tin-tuc/a.html"), Catch::Contains("20/5/2026"));
  for (const auto& [path, bytes] : expired.all()) CHECK(bytes.find("Bí mật hết hạn") == std::string::npos);
}

TEST_CASE("a published page is not scheduled again, nor by its section", "[life][ARC-03][REV-05]") {
  const auto log = log_of({logged("/tin-tuc/a.html")});
  const std::string later = "release_at: 2027-01-01T08:00\n";
  const std::string plain = page_text("A", "date: 2026-05-01\n");
  CHECK(build({{page_path, page_text("A", "date: 2026-05-01\n" + later)}}, log).found() ==
        "content/tin-tuc/a.md:6:13 published-made-scheduled\n");
  CHECK(
      build({{page_path, plain}, {"content/tin-tuc/_index.md", "---\ntitle: Tin\n" + later + "---\n"}}, log).found() ==
      "content/tin-tuc/_index.md:3:13 published-made-scheduled\n");
  const BuiltSite embargoed = build(
      {{page_path, plain}, {"content/tin-tuc/_index.md", "---\ntitle: Tin\nembargo: {reason: a, authority: b}\n---\n"}},
      log);
  CHECK(embargoed.found() == "content/tin-tuc/_index.md:3:1 published-embargoed\n");
  CHECK_FALSE(embargoed.site->found.has_errors());
  // Built for an instant before its publication.
  CHECK(
      build({{page_path, page_text("A", "date: 2026-05-01\nrelease_at: 2026-05-10T09:30\n")}}, log, "2026-05-09T08:00")
          .found() == "");
}

TEST_CASE("a redirect that was published stays", "[life][ARC-03]") {
  const Files files = {
      {page_path, page_text("A", "date: 2026-05-01\naliases: [/cu/hai.html]\n")},
      {"content/_site/redirects.csv", "from,to,reason\n/cu/mot.html,/tin-tuc/a.html,\n"},
      {"content/_site/tombstones.yaml", "- {address: /cu/bo.html, reason: a, authority: b, on: 2026-01-01}\n"}};
  const auto log = log_of(pipeline::published_items(*build(files).site));
  const auto without = [&](const std::string& path, const std::string& text) {
    Files others = files;
    others[path] = text;
    const std::string found = build(others, log).found();
    return found.substr(0, found.find("content/tin-tuc/a.md:1:1 change-not-said"));
  };
  CHECK(build(files, log).found() == "");
  CHECK(without(page_path, page_text("A", "date: 2026-05-01\n")) == "content/tin-tuc/a.md:0:0 address-vanished\n");
  CHECK(without("content/_site/redirects.csv", "from,to,reason\n") ==
        "content/_site/redirects.csv:0:0 address-vanished\n");
  CHECK(without("content/_site/tombstones.yaml", "") == "content/_site/tombstones.yaml:0:0 address-vanished\n");
  // What they lead to has expired: they are silent, not gone.
  CHECK(without(page_path, page_text("A", "date: 2026-05-01\nexpires_at: 2026-05-20\naliases: [/cu/hai.html]\n")) ==
        "");
}

TEST_CASE("the log goes on knowing a page whose address became a route", "[life][ARC-03][REV-04]") {
  const auto log = log_of({logged("/tin-tuc/a.html")});
  const BuiltSite gone =
      build({{"content/_site/tombstones.yaml", "- {id: tin-tuc/a, reason: a, authority: b, on: 2026-05-20}\n"}}, log);
  for (const history::Published& item : pipeline::published_items(*gone.site)) CHECK(item.path != "/tin-tuc/a.html");
  history::History known = *log;
  known.add({"main", "/tin-tuc/a.html", "", "content/_site/tombstones.yaml", "", history::route_gone, ""});
  REQUIRE(known.page("main", "tin-tuc/a"));
  CHECK(known.page("main", "tin-tuc/a")->id == "tin-tuc/a");
}

TEST_CASE("another id of the main portal is an error in its own file", "[life][ARC-03]") {
  history::Published item = logged("/tin-tuc/a.html");
  item.portal = "tinh";
  CHECK(build({}, log_of({item})).found() == "content/_site/site.yaml:0:0 portal-renamed\n");
}

TEST_CASE("a page that ends before it begins is an error", "[life][REF-04]") {
  const auto found = [](const std::string& end) {
    return build({{page_path, page_text("A", "date: 2026-05-01\nrelease_at: 2026-05-20T08:00\nexpires_at: " + end)}})
        .found();
  };
  CHECK(found("2026-05-20T07:59\n") == "content/tin-tuc/a.md:7:13 never-public\n");
  CHECK(found("2026-05-20T08:00\n") == "content/tin-tuc/a.md:7:13 never-public\n");
  CHECK(found("2026-05-20T08:01\n") == "");
}

TEST_CASE("a sub-portal that was published does not vanish", "[life][ARC-03]") {
  history::Published item = logged("/a.html");
  item.portal = "xa-a";
  item.source = "content/sites/xa-a/a.md";
  CHECK(build({}, log_of({item})).found() == "content/sites/xa-a/_site/site.yaml:0:0 portal-vanished\n");
}

TEST_CASE("redirects.csv has a bound", "[life]") {
  std::string lines = "from,to,reason\n";
  for (int i = 0; i <= 20'000; ++i) lines += "/cu/" + std::to_string(i) + ",/tin-tuc/,\n";
  CHECK(build({{"content/_site/redirects.csv", lines}}).found() ==
        "content/_site/redirects.csv:20002:1 redirects-too-many\n");
}

TEST_CASE("a file that was published and is gone is a warning", "[life][ARC-03]") {
  history::Published file = logged("/tin-tuc/a/b.pdf", "");
  file.id.clear();
  file.source = "content/tin-tuc/a/b.pdf";
  CHECK(build({}, log_of({file})).found() == "content/tin-tuc/a/b.pdf:0:0 file-vanished\n");
}

TEST_CASE("a published page that changes without a word is a warning", "[life][REV-04]") {
  const BuiltSite first = build({{page_path, page_text("A", "date: 2026-05-01\n")}}, log_of({}));
  // What the log would hold of it.
  const auto hashed = [&](const std::string& text) {
    history::Published item = logged("/tin-tuc/a.html");
    item.hash = "0";
    return build({{page_path, text}}, log_of({item})).found();
  };
  CHECK(hashed(page_text("A", "date: 2026-05-01\n", "Khác.")) == "content/tin-tuc/a.md:1:1 change-not-said\n");
  CHECK(hashed(page_text("A", "date: 2026-05-01\nupdates: [{on: 2026-05-30, note: Sửa.}]\n", "Khác.")) == "");
  CHECK(hashed(page_text("A", "date: 2026-05-01\nupdates: [{on: 2026-05-30, major: false}]\n", "Khác.")) == "");
}

TEST_CASE("a gazette issue that is out does not change, nor do its documents and files", "[life][GAZ-01]") {
  const std::string issue = page_text("Số 1",
                                      "type: gazette-issue\nissue: 1\nyear: \"2026\"\nissued_on: 2026-05-01\n"
                                      "documents: [tin-tuc/a]\nfile: so-1/ban-in.pdf\n");
  const Files files = {{"content/cong-bao/_index.md", "---\ntitle: Công báo\n---\n"},
                       {"content/cong-bao/so-1.md", issue},
                       {"content/cong-bao/so-1/ban-in.pdf", "%PDF-1.4 bản in"},
                       {page_path, page_text("A", "date: 2026-05-01\n")}};
  const auto log = log_of(pipeline::published_items(*build(files).site));
  const auto changed = [&](const std::string& path, const std::string& text) {
    Files others = files;
    others[path] = text;
    return build(others, log).found().find("content/cong-bao/so-1.md:1:1 immutable-changed") != std::string::npos;
  };
  CHECK(build(files, log).found().find("immutable-changed") == std::string::npos);
  CHECK(changed("content/cong-bao/so-1.md", issue + "Thêm.\n"));
  CHECK(changed("content/cong-bao/so-1/ban-in.pdf", "%PDF-1.4 bản khác"));
  CHECK(changed(page_path, page_text("A", "date: 2026-05-01\n", "Văn bản khác.")));
  // What readers do not see of it may be written.
  std::string moved = issue;
  moved.insert(moved.find("unit:"), "aliases: [/cong-bao/cu.html]\n");
  CHECK_FALSE(changed("content/cong-bao/so-1.md", moved));
}

TEST_CASE("an embargo in a repository that others have is a warning", "[life][REF-04]") {
  const Files files = {
      {page_path, page_text("A", "date: 2026-05-01\nembargo: {until: 2026-07-01T08:00, reason: a, authority: b}\n")}};
  CHECK(build(files).found() == "");
  CHECK(build(files, {}, "2026-06-01T08:00", pipeline::RepositoryReach::has_remote).found() ==
        "content/tin-tuc/a.md:6:1 embargo-shared\n");
}
