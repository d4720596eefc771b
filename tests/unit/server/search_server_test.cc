// SPDX-License-Identifier: GPL-3.0-or-later
// The results page and the API, asked over a socket.
#include "search/server/search_server.h"

#include <filesystem>
#include <fstream>
#include <future>

#include "generator/base/html_escape.h"
#include "search/index.h"
#include "search/server/searcher_pool.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/http/raw_client.h"

namespace congbo::search {
namespace {

namespace fs = std::filesystem;

SearchDocument make(int i) {
  SearchDocument document;
  document.id = "p" + std::to_string(i);
  document.address = "/van-ban/" + std::to_string(i) + ".html";
  document.portal = i == 24 ? "other" : "main";
  document.language = "vi";
  document.title = "Thủ tục đất đai <" + std::to_string(i) + ">";
  document.number = std::to_string(i + 1) + "/2024/QĐ-UBND";
  document.type = i % 2 == 0 ? "document" : "news";
  document.type_label = i % 2 == 0 ? "Văn bản" : "Tin tức";
  document.unit = "stnmt";
  document.unit_label = "Sở Tài nguyên & Môi trường";
  document.year = 2024;
  document.date = "2024-03-04";
  document.published = "2024-03-05T09:30:00+07:00";
  document.updated = "2024-04-01";
  document.body = "Người dân nộp hồ sơ đất đai tại bộ phận một cửa.";
  return document;
}

void write(const std::string& out, int count, const std::string& release) {
  REQUIRE(write_index({out + "/private/search", 1, release}, static_cast<std::size_t>(count),
                      [](std::size_t i) { return make(static_cast<int>(i)); }));
}

class TestSite {
 public:
  explicit TestSite(SearchSite site) : server_({}) {
    REQUIRE(add_search_routes(server_, site));
    const auto started = server_.start();
    REQUIRE(started);
    port_ = *started;
  }
  std::string get(const std::string& target, const std::string& headers = {}) const {
    return http::get(port_, target, headers);
  }
  std::string page(const std::string& target) const { return http::body_of(get(target)); }

 private:
  http::Server server_;
  int port_ = 0;
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string escaped(const std::string& text) {
  return url_encode_component(text);
}

}  // namespace

TEST_CASE("The results page works without JavaScript", "[SEA-05][SEA-04]") {
  const test::TemporaryFolder out;
  write(out.path(), 25, "r1");
  const TestSite site({out.path(), "main", {}});
  const std::string answer = site.get("/tim-kiem?q=thu+tuc+dat+dai");
  CHECK(http::status_of(answer) == 200);
  CHECK(has(answer, "Cache-Control: no-store"));
  const std::string page = http::body_of(answer);
  CHECK_FALSE(has(page, "<script"));
  CHECK(has(page, "<html lang=\"vi\">"));
  CHECK(has(page, "<form class=\"search-form\" action=\"/tim-kiem\" method=\"get\">"));
  CHECK(has(page, "value=\"thu tuc dat dai\""));
  CHECK(
      has(page,
          "<p role=\"status\" class=\"search-count\">Tìm thấy <strong>24</strong> kết quả cho «thu tuc dat dai».</p>"));
  CHECK(has(page, "<ol class=\"search-results\" start=\"1\">"));
  CHECK(has(page, "Thủ tục đất đai &lt;"));
  CHECK(has(page, "Người dân nộp hồ sơ <mark>đất đai</mark> tại"));
  CHECK(has(page, "Tin tức · Số "));
  CHECK(has(page, "· 04/3/2024 · Sở Tài nguyên &amp; Môi trường</p>"));
  CHECK(has(page, "<legend>Loại nội dung</legend>"));
  CHECK(has(page, "<a href=\"/tim-kiem?q=thu%20tuc%20dat%20dai&amp;type=news\">Tin tức (12)</a>"));
  CHECK(has(page, "aria-current=\"page\""));
  CHECK(has(page, "rel=\"next\""));
}

TEST_CASE("A repaired question is named where its results are counted, with its marks", "[SEA-02][SEA-05]") {
  const test::TemporaryFolder out;
  write(out.path(), 25, "r1");
  const TestSite site({out.path(), "main", {}});
  const std::string page = http::body_of(site.get("/tim-kiem?q=" + escaped("đất đia")));
  CHECK(has(page, "</strong> kết quả cho «đất đai».</p>"));
  CHECK(has(page, "Hiển thị kết quả cho «<strong>đất đai</strong>»."));
  CHECK(has(page, "value=\"đất đia\""));
}

TEST_CASE("Filters, pages and order stand in the address", "[SEA-01][SEA-05]") {
  const test::TemporaryFolder out;
  write(out.path(), 25, "r1");
  const TestSite site({out.path(), "", {}});
  const std::string page = site.page("/tim-kiem?q=" + escaped("đất đai") + "&type=document&sort=date&page=2");
  CHECK(has(page, "<strong>13</strong> kết quả"));
  CHECK(has(page, "start=\"11\""));
  CHECK(has(page, "<li class=\"chosen\"><strong>Văn bản (13)</strong> "));
  CHECK(has(page, "Bỏ lọc</a>"));
  CHECK(has(page, "Tin tức (12)"));  // the other value can be chosen instead
  CHECK(has(page, "<strong aria-current=\"true\">Mới nhất</strong>"));
  CHECK(has(page, "name=\"type\" value=\"document\""));
  CHECK(has(page, "rel=\"prev\""));
  CHECK(has(site.page("/tim-kiem?type=news"), "<strong>12</strong>"));  // filters alone list everything they leave
}

TEST_CASE("Filters speak the language that is asked for, on the page and in the API", "[SEA-02][LNG-01]") {
  const test::TemporaryFolder out;
  IndexRequest request{out.path() + "/private/search", 1, "r1"};
  add_label(request.labels, "type", "document", "en", "Documents");
  REQUIRE(write_index(request, 3, [](std::size_t i) { return make(static_cast<int>(i)); }));
  const TestSite site({out.path(), "", {}});
  CHECK(has(site.page("/tim-kiem?q=" + escaped("đất đai")), "Văn bản (2)"));
  const std::string english = site.page("/tim-kiem?lang=en&q=" + escaped("đất đai"));
  CHECK(has(english, "Documents (2)"));
  CHECK(has(english, "Tin tức (1)"));  // nobody has said what news are called
  CHECK(has(site.page("/api/search?lang=en&q=" + escaped("đất đai")), "{\"id\":\"document\",\"label\":\"Documents\""));
}

TEST_CASE("Beyond the last page stands the way back, not advice on spelling", "[SEA-05]") {
  const test::TemporaryFolder out;
  write(out.path(), 25, "r1");
  const TestSite site({out.path(), "", {}});
  const std::string page = site.page("/tim-kiem?page=20&q=" + escaped("đất đai"));
  CHECK(has(page, "rel=\"prev\""));
  CHECK_FALSE(has(page, "Kiểm tra lỗi gõ"));
}

TEST_CASE("No results come with advice, and no question with the form", "[SEA-05]") {
  const test::TemporaryFolder out;
  write(out.path(), 3, "r1");
  const TestSite site({out.path(), "", {}});
  const std::string nothing = site.page("/tim-kiem?q=khongcotunaynhu");
  CHECK(has(nothing, "Không có kết quả cho «khongcotunaynhu»."));
  CHECK(has(nothing, "Xin thử một trong các cách sau"));
  const std::string start = site.page("/tim-kiem");
  CHECK(has(start, "role=\"search\""));
  CHECK_FALSE(has(start, "<ol"));
  CHECK(has(site.page("/tim-kiem?q=dat+dai&lang=en"), "Found <strong>3</strong> results for «dat dai»."));
}

TEST_CASE("What was typed is text on the page and nothing else", "[SEC-01]") {
  const test::TemporaryFolder out;
  write(out.path(), 3, "r1");
  const TestSite site({out.path(), "", {}});
  for (const char* name : {"q", "type", "unit", "field", "language"}) {
    const std::string page =
        site.page("/tim-kiem?" + std::string(name) + "=" + escaped("\"><script>alert(1)</script>"));
    INFO(name);
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "\"><s"));
  }
}

TEST_CASE("Wrong parameters are told with 400", "[SEA-05]") {
  const test::TemporaryFolder out;
  write(out.path(), 3, "r1");
  const TestSite site({out.path(), "", {}});
  for (const std::string& query :
       {std::string("page=0"), std::string("page=x"), std::string("page=101"), std::string("year=-1"),
        std::string("sort=up"), std::string("facets=2"), std::string("limit=51"), "q=" + std::string(201, 'a')}) {
    INFO(query);
    CHECK(http::status_of(site.get("/tim-kiem?" + query)) == 400);
    const std::string answer = site.get("/api/search?" + query);
    CHECK(http::status_of(answer) == 400);
    CHECK(has(answer, "{\"version\":1,\"error\":{\"code\":\""));
    CHECK(has(answer, "application/json"));
  }
  CHECK(has(site.page("/tim-kiem?q=" + std::string(201, 'a')), "tối đa 200 ký tự"));
  CHECK(http::status_of(site.get("/api/search?q=a&limit=50&page=30")) == 400);  // past the thousandth result
}

TEST_CASE("The API answers in JSON", "[SEA-02][REV-04]") {
  const test::TemporaryFolder out;
  write(out.path(), 3, "r1");
  const TestSite site({out.path(), "", {}});
  const std::string json = site.page("/api/search?q=2/2024/qd-ubnd&limit=1");
  CHECK(json.rfind("{\"version\":1,\"query\":{\"text\":\"2/2024/qd-ubnd\"", 0) == 0);
  CHECK(has(json, "\"total\":"));
  CHECK(has(json, "\"id\":\"p1\""));
  CHECK(has(json, "\"number\":\"2/2024/QĐ-UBND\""));
  CHECK(has(json, "\"date\":\"2024-03-04\",\"published\":\"2024-03-05T09:30:00+07:00\",\"updated\":\"2024-04-01\""));
  CHECK(has(json, "\"facets\":{\"field\":[],\"type\":[{\"id\":"));
  CHECK(has(json, "\"release\":\"r1\"}"));
  CHECK_FALSE(has(json, "<mark>"));  // safe inside HTML
}

TEST_CASE("Facets are left out where they are not wanted, and change nothing else", "[SEA-05]") {
  const test::TemporaryFolder out;
  write(out.path(), 25, "r1");
  const TestSite site({out.path(), "main", {}});
  for (const std::string target :
       {"/api/search?q=thu+tuc", "/api/search?q=thu+tuc&type=news&sort=date", "/api/search"}) {
    const std::string with = site.page(target);
    const std::string without = site.page(target + (target.find('?') == std::string::npos ? "?" : "&") + "facets=0");
    const std::size_t begin = with.find(",\"facets\":{"), end = with.find(",\"release\"");
    REQUIRE((begin < end && end != std::string::npos));
    CHECK(without == with.substr(0, begin) + with.substr(end));
  }
}

TEST_CASE("More citizens at once than processors all get their answers", "[SEA-05]") {
  const test::TemporaryFolder out;
  write(out.path(), 25, "r1");
  const TestSite site({out.path(), "main", {}});
  const std::string alone = site.page("/api/search?q=thu+tuc");
  std::vector<std::future<int>> citizens;
  for (int i = 0; i < 40; ++i)
    citizens.push_back(std::async(std::launch::async, [&] {
      int same = 0;
      for (int question = 0; question < 5; ++question) same += site.page("/api/search?q=thu+tuc") == alone;
      return same;
    }));
  for (auto& citizen : citizens) CHECK(citizen.get() == 5);
}

TEST_CASE("A new release is searched as soon as it is shown", "[SEA-03]") {
  const test::TemporaryFolder out;
  write(out / "a", 3, "r1");
  write(out / "b", 2, "r2");
  fs::create_directory_symlink(out / "a/private", out / "private");
  const TestSite site({out.path(), "", {}});
  CHECK(has(site.page("/api/search?q=dat+dai"), "\"release\":\"r1\"}"));
  fs::create_directory_symlink(out / "b/private", out / "next");
  fs::rename(out / "next", out / "private");
  const std::string json = site.page("/api/search?q=dat+dai");
  CHECK(has(json, "\"release\":\"r2\"}"));
  CHECK(has(json, "\"total\":2"));
  // Between two releases, or if the new one is broken, the old one goes on answering.
  fs::remove(out / "private");
  CHECK(has(site.page("/api/search?q=dat+dai"), "\"release\":\"r2\"}"));
}

TEST_CASE("While a new index is damaged, the old one answers everybody", "[SEA-03][SEA-05]") {
  const test::TemporaryFolder out;
  write(out.path(), 25, "r1");
  SearcherPool pool(out / "private/search");
  REQUIRE(pool.check("main"));
  fs::remove(out / "private/search/index.glass");
  std::ofstream(out / "private/search/index.glass") << "damaged";
  const auto ask = [&pool] {
    Query query;
    query.text = "đất đai";
    int answered = 0;
    for (int i = 0; i < 50; ++i) {
      const auto answer = pool.search(query);
      answered += answer && answer->release == "r1" ? 1 : 0;
    }
    return answered;
  };
  std::vector<std::future<int>> citizens;
  for (int i = 0; i < 8; ++i) citizens.push_back(std::async(std::launch::async, ask));
  for (auto& citizen : citizens) CHECK(citizen.get() == 50);
  fs::remove(out / "private/search/index.glass");
  write(out.path(), 25, "r2");
  const auto answer = pool.search({});
  REQUIRE(answer);
  CHECK(answer->release == "r2");
}

TEST_CASE("An index a portal: each is searched alone, and all are reopened with a release", "[SEA-03][SEA-05]") {
  const test::TemporaryFolder out;
  const auto write_portal = [&](const std::string& release, const std::string& portal, int first) {
    REQUIRE(write_index({out / release + "/private/search/" + portal, 1, release}, 3, [&](std::size_t i) {
      SearchDocument document = make(first + static_cast<int>(i));
      document.portal = portal;
      return document;
    }));
  };
  write_portal("r1", "main", 0);
  write_portal("r1", "xa", 3);
  write_portal("r2", "main", 0);
  write_portal("r2", "xa", 6);
  fs::create_directory_symlink(out / "r1/private", out / "private");
  const TestSite all({out.path(), "", {}});
  const TestSite one({out.path(), "xa", {}});
  CHECK(has(all.page("/api/search?q=dat+dai"), "\"total\":6"));
  CHECK(has(one.page("/api/search?q=dat+dai"), "\"total\":3"));
  CHECK(has(one.page("/api/suggest?q=thu+tuc"), "[\"thu tuc\",[\"Thủ tục đất đai \\u003c3\\u003e\""));
  CHECK(one.page("/api/health") == "{\"status\":\"ok\",\"documents\":3,\"release\":\"r1\"}");
  fs::create_directory_symlink(out / "r2/private", out / "next");
  fs::rename(out / "next", out / "private");
  CHECK(has(one.page("/api/search?q=dat+dai"), "\"id\":\"p6\""));
  const TestSite elsewhere({"", "", {}, {out / "r1/private/search/main", out / "r2/private/search/xa"}});
  CHECK(has(elsewhere.page("/api/search?q=dat+dai"), "\"total\":6"));
}

TEST_CASE("What was repaired is said, with the way back; the document asked for is offered", "[SEA-02][DOC-02]") {
  const test::TemporaryFolder out;
  write(out.path(), 25, "r1");
  const TestSite site({out.path(), "", {}});
  const std::string repaired = site.page("/tim-kiem?q=thu+tcu+dat+dai");
  CHECK(has(repaired, "Hiển thị kết quả cho «<strong>thu tuc dat dai</strong>»."));
  CHECK(has(repaired, "<a href=\"/tim-kiem?q=thu%20tcu%20dat%20dai&amp;exact=1\">Tìm đúng «thu tcu dat dai»</a>"));
  CHECK_FALSE(has(site.page("/tim-kiem?q=thu+tcu+dat+dai&exact=1"), "Hiển thị kết quả cho"));
  CHECK(has(site.page("/tim-kiem?q=7-2024-qd-ubnd"), "Đi thẳng tới <a href=\"/van-ban/6.html\">7/2024/QĐ-UBND</a>"));
  CHECK(has(site.page("/tim-kiem?q=dat+dai&type=news&type=document"), "<strong>25</strong>"));
}

TEST_CASE("Without an index the server does not start", "[SEA-05]") {
  const test::TemporaryFolder out;
  http::Server server({});
  const auto added = add_search_routes(server, {out.path(), "", {}});
  REQUIRE_FALSE(added);
  CHECK(added.error().code == "index-missing");
}

TEST_CASE("The site's look wraps the page", "[SEA-05]") {
  const test::TemporaryFolder out;
  write(out.path(), 3, "r1");
  SearchSite site{out.path(), "", {}};
  site.page = [](const std::string& title, const std::string& main_html, std::string_view language) {
    return std::string(language) + " " + title + "|" + main_html;
  };
  const TestSite test(site);
  CHECK(test.page("/tim-kiem?q=dat").rfind("vi Tìm kiếm: dat|", 0) == 0);
}

TEST_CASE("Results stand in the published search page of their language, whose switch keeps the question",
          "[SEA-05][LNG-01]") {
  const test::TemporaryFolder out;
  write(out.path(), 3, "r1");
  const auto publish = [&](const std::string& folder, const std::string& name, const std::string& links) {
    fs::create_directories(out.path() + "/public/main/" + folder);
    std::ofstream(out.path() + "/public/main/" + folder + "tim-kiem.html")
        << "<title>" << name << " | Cổng</title><nav class=\"languages\">" << links << "</nav><main id=\"m\">" << name
        << " app<p class=\"search-ask\">Hỏi: <a href=\"/danh-ba/\">Danh bạ</a></p>\n</main><footer>Chân trang</footer>";
  };
  publish("", "Tìm", "<a href=\"/en/tim-kiem.html\">English</a><a href=\"/zh/tim-kiem.html\">中文</a>");
  publish("en/", "Search", "<a href=\"/tim-kiem.html\">Tiếng Việt</a>");
  const TestSite site({out.path(), "main", {}});
  const std::string page = site.page("/tim-kiem?q=dat+dai&type=news");
  CHECK(page.starts_with("<title>Tìm kiếm: dat dai | Cổng</title>"));
  CHECK(has(page, "<a href=\"/tim-kiem?q=dat%20dai&amp;type=news&amp;lang=en\">English</a>"));
  CHECK(has(page, "<a href=\"/tim-kiem?q=dat%20dai&amp;type=news&amp;lang=zh\">中文</a>"));
  CHECK(has(page, "<main id=\"m\">\n<h1>Tìm kiếm: dat dai</h1>"));
  CHECK(has(page, "search-results"));
  CHECK(has(page, "</main><footer>Chân trang</footer>"));
  // Whom to ask stays, where nothing is found too.
  const std::string ask = "</div>\n<p class=\"search-ask\">Hỏi: <a href=\"/danh-ba/\">Danh bạ</a></p>\n</main>";
  CHECK(has(page, ask));
  CHECK(has(site.page("/tim-kiem?q=zzz"), ask));
  CHECK_FALSE(has(page, " app"));
  CHECK(has(site.page("/tim-kiem?q=dat&lang=en"),
            "<a href=\"/tim-kiem?q=dat\">Tiếng Việt</a></nav><main id=\"m\">\n<h1>Search"));
  // No page of that language: the words are Chinese, the look is the main language's.
  const std::string chinese = site.page("/tim-kiem?q=dat&lang=zh");
  CHECK(has(chinese, "<title>搜索: dat | Cổng</title>"));
  CHECK(has(chinese, "name=\"lang\" value=\"zh\""));
  CHECK(has(site.page("/tim-kiem?q=<script>&lang=zh"), "搜索: &lt;script&gt;"));
  std::ofstream(out.path() + "/public/main/tim-kiem.html") << "<p>khác</p>";
  CHECK(has(site.page("/tim-kiem?q=dat"), "<!DOCTYPE html>\n<html lang=\"vi\">"));
}

TEST_CASE("The API's answers are asked for again only when the index has changed", "[SEA-05][SEA-03]") {
  const test::TemporaryFolder out;
  write(out.path(), 25, "r1");
  const TestSite site({out.path(), "main", {}});
  for (const std::string target : {"/api/search?q=dat", "/api/suggest?q=thu+tuc", "/tim-kiem.atom?q=dat"}) {
    const std::string answer = site.get(target);
    CHECK(http::status_of(answer) == 200);
    CHECK(has(answer, "Cache-Control: private, no-cache"));
    const std::size_t begin = answer.find("ETag: ") + 6;
    const std::string tag = answer.substr(begin, answer.find("\r\n", begin) - begin);
    const std::string again = site.get(target, "If-None-Match: " + tag + "\r\n");
    CHECK(http::status_of(again) == 304);
    CHECK(http::body_of(again).empty());
    CHECK(http::status_of(site.get(target, "If-None-Match: \"other\"\r\n")) == 200);
    write(out.path(), 26, "r2");
    CHECK(http::status_of(site.get(target, "If-None-Match: " + tag + "\r\n")) == 200);
    write(out.path(), 25, "r1");
  }
  CHECK_FALSE(has(site.get("/tim-kiem?q=dat"), "ETag"));
  const std::string answer = site.get("/api/search?q=dat");
  const std::size_t begin = answer.find("ETag: ");
  const std::string known = "If-None-Match" + answer.substr(begin + 4, answer.find("\r\n", begin) - begin - 2);
  CHECK(http::status_of(site.get("/api/search?q=dat", known)) == 304);
  for (const std::string& wrong : std::vector<std::string>{
           "year=abc", "limit=51", "page=0", "type=a&type=b&type=c&type=d&type=e&type=f&type=g&type=h&type=i",
           "q=" + std::string(201, 'a')})
    CHECK(http::status_of(site.get("/api/search?" + wrong, known)) == 400);
}

TEST_CASE("A portal that the index does not have is told at the start, and by the health address later", "[SEA-05]") {
  const test::TemporaryFolder out;
  write(out.path(), 25, "r1");
  http::Server server({});
  const auto added = add_search_routes(server, {out.path(), "khong-co", {}});
  REQUIRE_FALSE(added);
  CHECK(added.error().code == "index-portal-unknown");
  const TestSite site({out.path(), "other", {}});
  CHECK(http::status_of(site.get("/api/health")) == 200);
  write(out.path(), 24, "r2");  // the other portal is gone
  CHECK(http::status_of(site.get("/api/health")) == 503);
  CHECK(has(site.page("/api/health"), "index-portal-unknown"));
}

TEST_CASE("Pages elsewhere read the API only where that is allowed", "[SEA-05][SEC-01]") {
  const test::TemporaryFolder out;
  write(out.path(), 3, "r1");
  SearchSite open{out.path(), "main", {}};
  const std::string asking = "Origin: https://xa.example.vn\r\n";
  CHECK_FALSE(has(TestSite(open).get("/api/search?q=dat", asking), "Access-Control"));
  open.allowed_origins = {"https://so.example.vn", "https://xa.example.vn"};
  const TestSite site(open);
  const std::string answer = site.get("/api/search?q=dat", asking);
  CHECK(has(answer, "Access-Control-Allow-Origin: https://xa.example.vn\r\n"));
  CHECK(has(answer, "Vary: Origin"));
  CHECK_FALSE(has(site.get("/api/search?q=dat", "Origin: https://la.example.vn\r\n"), "Access-Control"));
  CHECK_FALSE(has(site.get("/tim-kiem?q=dat", asking), "Access-Control"));
}

TEST_CASE("A search can be followed as a feed, newest first", "[SEA-05][LNK-02]") {
  const test::TemporaryFolder out;
  write(out.path(), 3, "r1");
  const TestSite site({out.path(), "main", {}});
  CHECK(has(site.page("/tim-kiem?q=dat&type=news"), "href=\"/tim-kiem.atom?q=dat&amp;type=news\""));
  const std::string feed = site.get("/tim-kiem.atom?q=dat&type=news");
  CHECK(has(feed, "Content-Type: application/atom+xml"));
  CHECK(has(feed, "<feed xmlns=\"http://www.w3.org/2005/Atom\">"));
  CHECK(has(feed, "/tim-kiem.atom?q=dat&amp;type=news</id>"));
  CHECK(has(feed, "<title>Thủ tục đất đai &lt;1&gt;</title>\n    <updated>2024-04-01T00:00:00+07:00</updated>"));
  CHECK(has(feed, "/van-ban/1.html\"/>"));
  CHECK_FALSE(has(feed, "/van-ban/2.html"));
  CHECK(has(site.page("/tim-kiem.atom?q=%22%3C%3E%22"), "</feed>"));
}

TEST_CASE("Counts of searches say nothing of what was asked", "[SEA-05][PII-01]") {
  const test::TemporaryFolder out;
  write(out.path(), 3, "r1");
  const TestSite site({out.path(), "main", {}});
  (void)site.page("/tim-kiem?q=dat");
  (void)site.page("/api/search?q=dat");
  (void)site.page("/api/search?q=khongcogihet");
  (void)site.page("/api/search?page=x");
  const std::string counts = site.page("/api/metrics");
  CHECK(has(counts, "congbo_search_requests_total{asked=\"page\",outcome=\"found\"} 1\n"));
  CHECK(has(counts, "congbo_search_requests_total{asked=\"api\",outcome=\"found\"} 1\n"));
  CHECK(has(counts, "congbo_search_requests_total{asked=\"api\",outcome=\"nothing\"} 1\n"));
  CHECK(has(counts, "congbo_search_requests_total{asked=\"api\",outcome=\"refused\"} 1\n"));
  CHECK(has(counts, "congbo_search_seconds_bucket{le=\"+Inf\"} 4\n"));
  CHECK_FALSE(has(counts, "dat"));
}

}  // namespace congbo::search
