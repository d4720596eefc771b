// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <thread>
#include <vector>

#include "generator/images/workshop.h"
#include "preview/drafts/address.h"
#include "tests/support/picture.h"
#include "tests/unit/drafts/repository.h"

using namespace congbo;
using namespace congbo::drafts;

namespace {
const std::string base = "preview.localhost:80";
}

TEST_CASE("every branch and commit has its address at once", "[drafts][SEA-03]") {
  Newsroom newsroom;
  const auto server = newsroom.serve();
  CHECK(has(ask(*server, "main." + base, "/tin-tuc/a.html"), "Ngày 5 tháng 3"));
  CHECK(has(ask(*server, "sua-bai." + base, "/tin-tuc/a.html"), "Ngày 7 tháng 3"));
  CHECK(has(ask(*server, branch_label("tin/Bài-Mới") + "." + base, "/tin-tuc/c.html"), "BIMAT"));
  CHECK(ask(*server, "bo-bai." + base, "/tin-tuc/b.html").status == 404);
  CHECK(has(ask(*server, newsroom.main.substr(0, 12) + "." + base, "/tin-tuc/a.html"), "Ngày 5 tháng 3"));
  const std::string tip =
      newsroom.branch("vua-day-len", [&] { newsroom.folder.write("content/tin-tuc/d.md", item("Vừa đẩy", "x")); });
  CHECK(has(ask(*server, "vua-day-len." + base, "/tin-tuc/"), "Vừa đẩy"));
  CHECK(has(ask(*server, tip + "." + base, "/tin-tuc/d.html"), "Vừa đẩy"));
}

TEST_CASE("a draft is shown over the main branch as it is now", "[drafts]") {
  Newsroom newsroom;
  const auto server = newsroom.serve();
  newsroom.folder.write("content/tin-tuc/e.md", item("Bài đăng sau", "x"));
  newsroom.folder.write("content/tin-tuc/a.md", item("Bài thứ nhất", "Ngày 6 tháng 3."));
  newsroom.folder.commit_all();
  CHECK(has(ask(*server, "bo-bai." + base, "/tin-tuc/"), "Bài đăng sau"));
  const auto changes = ask(*server, "bo-bai." + base, "/_preview/changes");
  CHECK(has(changes, "/tin-tuc/b.html"));
  CHECK_FALSE(has(changes, "Mới</span>"));
  // Both wrote a.md: the draft's stands, and it is said.
  CHECK(has(ask(*server, "sua-bai." + base, "/tin-tuc/a.html"), "Ngày 7 tháng 3"));
  CHECK(has(ask(*server, "sua-bai." + base, "/_preview/changes"), "<code>content/tin-tuc/a.md</code>"));
}

TEST_CASE("sizes of a picture are not what the draft wrote", "[drafts]") {
  Newsroom newsroom;
  newsroom.branch("anh", [&] {
    newsroom.folder.write("content/tin-tuc/le.md", item("Lễ hội", "![Lễ hội](le/anh.png)"));
    newsroom.folder.write("content/tin-tuc/le/anh.png", congbo::tests::png(900, 500));
  });
  DraftServerOptions options;
  options.editions.pictures = std::make_shared<congbo::images::Workshop>(congbo::images::memory_store());
  const auto server = newsroom.serve(std::move(options));
  const std::string page = ask(*server, "anh." + base, "/_preview/changes").body;
  const std::size_t rest = page.find("Trang khác vì thế mà đổi theo"), sizes = page.find("Ảnh theo cỡ");
  REQUIRE(rest != std::string::npos);
  CHECK(page.find("anh.png") < rest);
  CHECK(sizes != std::string::npos);
  CHECK(page.find(".avif") > rest);
  CHECK(page.find(".webp") > rest);
}

TEST_CASE("links of a draft stay in the draft", "[drafts]") {
  Newsroom newsroom;
  const auto server = newsroom.serve();
  const auto page = ask(*server, "sua-bai." + base, "/tin-tuc/a.html");
  CHECK(has(page, "http://sua-bai." + base + "/tin-tuc/a.html"));
  CHECK_FALSE(has(page, "preview.invalid"));
  CHECK_FALSE(has(page, "thu.example"));
  CHECK(page.headers.at("Cache-Control") == "private, no-store");
  CHECK(page.headers.at("X-Robots-Tag").find("noindex") != std::string::npos);
  CHECK(page.headers.at("Content-Security-Policy").find("unsafe") == std::string::npos);
}

TEST_CASE("what is not there looks the same everywhere", "[drafts][SEC-01]") {
  Newsroom newsroom;
  const auto server = newsroom.serve();
  const auto unknown = ask(*server, "khong-co." + base, "/tin-tuc/a.html");
  CHECK(unknown.status == 404);
  for (const char* label : {"abcdef0", "0000000000000000000000000000000000000000", "head", "origin-main"})
    CHECK(ask(*server, label + ("." + base), "/_preview/changes").body == unknown.body);
  CHECK(ask(*server, "evil.example", "/").status == 421);
}

TEST_CASE("a draft's changes are its own pages first, then what changes with them", "[drafts]") {
  Newsroom newsroom;
  const auto server = newsroom.serve();
  const auto changes = ask(*server, "sua-bai." + base, "/_preview/changes");
  const std::size_t own = changes.body.find("/_preview/compare/tin-tuc/a.html");
  const std::size_t knock_on = changes.body.find("Trang khác vì thế");
  REQUIRE(own != std::string::npos);
  REQUIRE(knock_on != std::string::npos);
  CHECK(own < knock_on);
  CHECK(changes.body.find("/_preview/compare/tin-tuc/b.html") == std::string::npos);
  const auto added = ask(*server, branch_label("tin/Bài-Mới") + "." + base, "/_preview/changes");
  CHECK(added.body.find("/_preview/compare/tin-tuc/\"") > added.body.find("Trang khác vì thế"));
  CHECK(has(added, "rss.xml"));
}

TEST_CASE("one page beside the published one", "[drafts]") {
  Newsroom newsroom;
  const auto server = newsroom.serve();
  const auto compared = ask(*server, "sua-bai." + base, "/_preview/compare/tin-tuc/a.html");
  CHECK(has(compared, "<del class=\"congbo-gone\" id=\"congbo-change-1\">5</del>"));
  CHECK(has(compared, "<ins class=\"congbo-new\">7</ins>"));
  CHECK(has(compared, "href=\"#congbo-change-1\""));
  CHECK_FALSE(has(compared, "application/ld+json"));
  CHECK(compared.headers.at("Content-Security-Policy").find("script-src http://sua-bai." + base + "/_preview/") !=
        std::string::npos);
  CHECK(has(ask(*server, "sua-bai." + base, "/_preview/before/tin-tuc/a.html"), "Ngày 5 tháng 3"));
  CHECK(has(ask(*server, "bo-bai." + base, "/_preview/compare/tin-tuc/b.html"), "bỏ trang này"));
  CHECK(has(ask(*server, "sua-bai." + base, "/_preview/compare/tin-tuc/b.html"), "không đổi"));
  CHECK(has(ask(*server, "sua-bai." + base, "/_preview/compare/tin-tuc/a.json"), "congbo-lines"));
  CHECK(ask(*server, "sua-bai." + base, "/_preview/compare/khong-co.html").status == 404);
}

TEST_CASE("a draft as it will be on another day", "[drafts]") {
  Newsroom newsroom;
  newsroom.branch("hen-gio", [&] {
    std::string text = item("Bài hẹn giờ", "x");
    newsroom.folder.write("content/tin-tuc/h.md", text.insert(4, "release_at: 2026-12-01T08:00\n"));
  });
  const auto server = newsroom.serve();
  CHECK(ask(*server, "hen-gio." + base, "/tin-tuc/h.html").status == 200);  // the newsroom sees what is not public yet
  CHECK(ask(*server, "hen-gio--20261130t2359." + base, "/tin-tuc/h.html").status == 404);
  CHECK(has(ask(*server, "hen-gio--20261201t2359." + base, "/tin-tuc/"), "Bài hẹn giờ"));
  const auto sent = ask(*server, "hen-gio." + base, "/_preview/as-of?day=2026-12-01");
  CHECK(sent.status == 303);
  CHECK(sent.headers.at("Location") == "http://hen-gio--20261201t2359." + base + "/");
}

TEST_CASE("what is searched in a draft is what the draft shows", "[drafts][SEA-03]") {
  Newsroom newsroom;
  const auto server = newsroom.serve();
  const std::string draft = branch_label("tin/Bài-Mới") + "." + base;
  CHECK(has(ask(*server, draft, "/search/current.json"), "\"documents\""));
  const auto cards = [&](const std::string& host) {
    std::string all;
    for (int i = 0;; ++i) {
      const auto card = ask(*server, host, "/search/preview/c" + std::to_string(i) + ".json");
      if (card.status != 200) return all;
      all += card.body;
    }
  };
  CHECK(cards(draft).find("BIMAT") != std::string::npos);
  CHECK(cards(draft).find("preview.invalid") == std::string::npos);
  CHECK_FALSE(cards("main." + base).empty());
  CHECK(cards("main." + base).find("BIMAT") == std::string::npos);
  CHECK(ask(*server, draft, "/search/khong-co.json").status == 404);
}

TEST_CASE("the list says who, what, since when, until when and whether it is in order", "[drafts][TIM-09]") {
  Newsroom newsroom;
  newsroom.branch("hong", [&] { newsroom.folder.write("content/tin-tuc/x.md", "---\ntitel: sai\n---\n"); });
  newsroom.folder.run("git branch da-gop main");
  const auto server = newsroom.serve();
  http::Response list;
  for (int i = 0; i < 400; ++i) {
    list = ask(*server, base, "/");
    if (!has(list, "Đang kiểm tra")) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  CHECK(has(list, "Bài BIMAT"));
  CHECK(has(list, "Sở Nội vụ"));
  CHECK(has(list, "http://sua-bai." + base + "/_preview/changes"));
  CHECK(has(list, " lỗi</span>"));
  CHECK_FALSE(has(list, "da-gop"));
  CHECK(has(list, "<del>Bài thứ hai</del>"));
}

TEST_CASE("readers of different drafts never get another draft's bytes", "[drafts][SEC-01]") {
  Newsroom newsroom;
  std::vector<std::string> names;
  for (int i = 0; i < 12; ++i) {
    names.push_back("nhanh-" + std::to_string(i));
    newsroom.branch(names.back(), [&] {
      newsroom.folder.write("content/tin-tuc/a.md", item("Bài thứ nhất", "DAU" + std::to_string(100 + i)));
    });
  }
  DraftServerOptions options;
  options.editions.keep = 5;  // fewer than are read: editions come and go meanwhile
  const auto server = newsroom.serve(std::move(options));
  std::atomic<int> wrong{0}, right{0};
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 24; ++reader)
    readers.emplace_back([&, reader] {
      for (int round = 0; round < 6; ++round) {
        const int own = (reader + round) % 12;
        const auto page = ask(*server, names[static_cast<std::size_t>(own)] + "." + base,
                              round % 2 ? "/_preview/compare/tin-tuc/a.html" : "/tin-tuc/a.html");
        for (int i = 0; i < 12; ++i) ((i == own) == has(page, "DAU" + std::to_string(100 + i)) ? right : wrong)++;
      }
    });
  for (std::thread& reader : readers) reader.join();
  CHECK(wrong == 0);
  CHECK(right == 24 * 6 * 12);
}
