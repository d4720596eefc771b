// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include "generator/pages/address.h"
#include "generator/pages/nearest_label.h"
#include "tests/unit/pages/portal_for_tests.h"

using namespace congbo;
using namespace congbo::pages;
using test::load;
using test::LoadedPage;

namespace {

// The diagnostics of an article with a title, a unit and these lines (the first of which is line 4 of the file).
std::string article(const std::string& lines) {
  const LoadedPage loaded = load("content/a.md", "---\ntitle: A\nunit: so-noi-vu\n" + lines + "---\n");
  return test::print(loaded.found);
}

// Of a file with nothing but this front matter.
std::string whole(const std::string& path, const std::string& front_matter) {
  const LoadedPage loaded = load(path, "---\n" + front_matter + "---\nBody\n");
  return test::print(loaded.found);
}

std::string file(const std::string& bytes) {
  const LoadedPage loaded = load("content/a.md", bytes);
  return test::print(loaded.found);
}

}  // namespace

TEST_CASE("Front matter and body are split at lines of three hyphens") {
  struct Case {
    std::string bytes, front_matter, body;
    int body_line;
    bool has_front_matter, unterminated;
  };
  const std::vector<Case> cases = {
      {"---\na: 1\n---\nBody\n", "a: 1\n", "Body\n", 4, true, false},
      {"---\n---\nBody", "", "Body", 3, true, false},
      {"---\na: 1\n---", "a: 1\n", "", 4, true, false},
      {"---\r\na: 1\r\n---\r\nBody", "a: 1\r\n", "Body", 4, true, false},
      {"---\na: 1\n", "a: 1\n", "", 1, true, true},
      {"---", "", "", 1, true, true},
      {"---\na: b---\n----\n ---\n--- \n", "a: b---\n----\n ---\n--- \n", "", 1, true, true},
      {"Body\n---\n", "", "Body\n---\n", 1, false, false},
      {"----\na\n---\n", "", "----\na\n---\n", 1, false, false},
      {"", "", "", 1, false, false},
      {"---\na: 1\n---\nx\n---\ny\n", "a: 1\n", "x\n---\ny\n", 4, true, false},
  };
  for (const Case& one : cases) {
    INFO(one.bytes);
    const SplitFile split = split_front_matter(one.bytes);
    CHECK(split.front_matter == one.front_matter);
    CHECK(split.body == one.body);
    CHECK(split.body_line == one.body_line);
    CHECK(split.has_front_matter == one.has_front_matter);
    CHECK(split.unterminated == one.unterminated);
  }
}

TEST_CASE("A page says what its file says") {
  const LoadedPage loaded = load("content/tin-tuc/2026/11/hoi-nghi.md", R"(---
title: "Hội nghị: tổng kết"
summary: Tóm tắt
unit: Sở Nội vụ
category: Tin tức, sự kiện
author: Phòng A
event_at: 2026-11-12T08:00
scope: province
origin: own
place: Hội trường
tags: [cải cách, chuyển đổi số, cải cách]
cover: anh.jpg
cover_alt: Quang cảnh
source_name: Báo A
source_url: https://bao.example/1
updated_on: 2026-11-14
change_note: Sửa số liệu
release_at: 2026-11-13 06:30
expires_at: 2027-01-01
embargo: {until: 2026-11-13T06:00:00Z, reason: Chưa họp, authority: Chánh Văn phòng}
status: published
aliases: [/cu.html]
order: -3
featured: true
---

Nội dung.
)");
  CHECK(test::print(loaded.found) == "");
  const Page& page = *loaded.page;
  CHECK(page.title == "Hội nghị: tổng kết");
  CHECK(page.unit == "so-noi-vu");
  CHECK(page.category == "tin-tuc");
  CHECK(page.type->id == "news");
  CHECK(page.date == parse_instant("2026-11-12T08:00:00+07:00"));
  CHECK(page.date_has_time);
  CHECK(page.tags == std::vector<std::string>{"cải cách", "chuyển đổi số"});
  CHECK(page.cover == "content/tin-tuc/2026/11/hoi-nghi/anh.jpg");
  CHECK(page.source_name == "Báo A");
  CHECK(page.source_url == "https://bao.example/1");
  CHECK(page.updated_on == Date{2026, 11, 14});
  CHECK(page.release_at == parse_instant("2026-11-13T06:30:00+07:00"));
  CHECK(page.expires_at == start_of_day({2027, 1, 1}));
  REQUIRE(page.embargo);
  CHECK(page.embargo->until == parse_instant("2026-11-13T13:00:00+07:00"));
  CHECK(page.embargo->reason == "Chưa họp");
  CHECK(page.status == Status::published);
  CHECK(page.aliases == std::vector<std::string>{"/cu.html"});
  CHECK(page.order == -3);
  CHECK(page.featured);
  REQUIRE(page.fields.size() == 4);
  CHECK(page.fields[0].schema->key == "event_at");
  CHECK(page.fields[1].schema->key == "place");
  CHECK(page.field("scope")->text() == "province");
  CHECK(page.body == "\nNội dung.\n");
  CHECK(page.body_line == 26);
  CHECK(page.place_of("unit") == Place{page.source, 4, 7, 9});
  CHECK(page.place_of("scope") == Place{page.source, 8, 8, 8});
  CHECK(page.place_of("zzz") == Place{page.source, 1, 1, 0});
}

TEST_CASE("Address, section, folder, identity and type follow from where a file stands") {
  struct Case {
    std::string path, route, language, section, folder, id, type;
  };
  const std::vector<Case> cases = {
      {"content/_index.md", "/", "vi", "", "content/", "_index", "page"},
      {"content/gioi-thieu.md", "/gioi-thieu.html", "vi", "", "content/gioi-thieu/", "gioi-thieu", "article"},
      {"content/tin-tuc/_index.md", "/tin-tuc/", "vi", "tin-tuc", "content/tin-tuc/", "tin-tuc/_index", "page"},
      {"content/tin-tuc/2026/11/a.md", "/tin-tuc/2026/11/a.html", "vi", "tin-tuc", "content/tin-tuc/2026/11/a/",
       "tin-tuc/2026/11/a", "news"},
      {"content/tin-tuc/2026/11/05/a.md", "/tin-tuc/2026/11/05/a.html", "vi", "tin-tuc",
       "content/tin-tuc/2026/11/05/a/", "tin-tuc/2026/11/05/a", "news"},
      {"content/tin-tuc/so/12/a.md", "/tin-tuc/so/12/a.html", "vi", "tin-tuc/so/12", "content/tin-tuc/so/12/a/",
       "tin-tuc/so/12/a", "news"},
      {"content/2026/a.md", "/2026/a.html", "vi", "", "content/2026/a/", "2026/a", "article"},
      {"content/tin-tuc/thong-bao/a.md", "/tin-tuc/thong-bao/a.html", "vi", "tin-tuc/thong-bao",
       "content/tin-tuc/thong-bao/a/", "tin-tuc/thong-bao/a", "notice"},
      {"content/tin-tuc-khac/a.md", "/tin-tuc-khac/a.html", "vi", "tin-tuc-khac", "content/tin-tuc-khac/a/",
       "tin-tuc-khac/a", "article"},
      {"content/en/_index.md", "/en/", "en", "", "content/en/", "en/_index", "page"},
      {"content/en/procedures/a.md", "/en/procedures/a.html", "en", "procedures", "content/en/procedures/a/",
       "en/procedures/a", "procedure"},
      {"content/en/tin-tuc/a.md", "/en/tin-tuc/a.html", "en", "tin-tuc", "content/en/tin-tuc/a/", "en/tin-tuc/a",
       "news"},
      {"content/zh/a.md", "/zh/a.html", "vi", "zh", "content/zh/a/", "zh/a", "article"},
      {"content/en.md", "/en.html", "vi", "", "content/en/", "en", "article"},
      {"content/sites/xa-a/_index.md", "/", "vi", "", "content/sites/xa-a/", "_index", "page"},
      {"content/sites/xa-a/tin/a.md", "/tin/a.html", "vi", "tin", "content/sites/xa-a/tin/a/", "tin/a", "article"},
  };
  for (const Case& one : cases) {
    INFO(one.path);
    const LoadedPage loaded = load(one.path, "---\ntitle: A\n---\n");
    const Page& page = *loaded.page;
    CHECK(page.route.portal == (one.path.find("xa-a") == std::string::npos ? "tinh" : "xa-a"));
    CHECK(page.route.path == one.route);
    CHECK(page.route.language == one.language);
    CHECK(page.section == one.section);
    CHECK(page.folder == one.folder);
    CHECK(page.id == one.id);
    CHECK(page.type->id == one.type);
  }
}

TEST_CASE("The bytes of a file are looked at before its words [ENC-01]") {
  CHECK(file("\xEF\xBB\xBF---\ntitle: A\nunit: SNV\n---\n") == "1:1 text-bom warning");
  CHECK(file("---\r\ntitle: A\r\nunit: SNV\r\n---\r\n") == "1:1 text-crlf note");
  CHECK(file("---\ntitle: A\nunit: SNV\n---\n\nTho\u0301c\n") == "6:3 text-not-nfc");
  CHECK(file("---\ntitle: A\nunit: SNV\n---\nđ\xFF\n") == "5:2 text-not-utf8 <0xFF>");
  CHECK(file(std::string("---\ntitle: A\n---\na\0b\n", 21)) == "4:2 text-control-character <U+0000>");
  CHECK(file("---\ntitle: A\n---\na\rb\n") == "4:2 text-control-character <U+000D>");
  CHECK(file("---\ntitle: A\n---\n\uF0B7\n") == "4:1 text-private-use <U+F0B7>");
  CHECK(file("---\ntitle: A\n---\na\uFEFF\n") == "4:2 text-bom-inside <U+FEFF>");
  CHECK(file("Chỉ có nội dung\n") == "1:1 front-matter-missing");
  CHECK(file("") == "1:1 front-matter-missing");
  CHECK(file("---\ntitle: A\n") == "1:1 front-matter-unterminated");
  CHECK(file("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n") == "0:0 file-lfs-pointer");
  CHECK(file(std::string(20'000'001, 'a')) == "1:1 page-too-large <20001> <20000>");
  CHECK(file("---\ntitle: A\nunit: SNV\n---\n" + std::string(1'000'000, 'a')) == "1:1 page-too-large <1001> <1000>");
}

TEST_CASE("Windows line ends do not reach the page") {
  const LoadedPage loaded = load("content/a.md", "---\r\ntitle: A\r\nunit: SNV\r\n---\r\nHai\r\ndòng\r\n");
  CHECK(loaded.page->title == "A");
  CHECK(loaded.page->body == "Hai\ndòng\n");
  CHECK(loaded.page->body_line == 5);
}

TEST_CASE("Mistakes in front matter stand where they are made") {
  struct Case {
    std::string lines, expected;
  };
  const std::vector<Case> cases = {
      {"auhtor: B\n", "4:1 field-unknown <auhtor> <article> (author)"},
      {"refrences: [a]\n", "4:1 field-unknown <refrences> <article> (references)"},
      {"approved_by: B\n", "4:1 fact-in-file <approved_by>"},
      {"approved_at: 2026-01-01\npublished_at: 2026-01-01\n",
       "4:1 fact-in-file <approved_at>; 5:1 fact-in-file <published_at>"},
      {"type: artcle\n", "4:7 type-unknown <artcle> (article)"},
      {"type: [a]\n", "4:7 field-not-text <type>"},
      {"unit: SNV\n", "4:1 yaml-duplicate-key <unit> <3>"},
      {"category: tin-tucc\n", "4:11 choice-unknown <category> <tin-tucc> <Chuyên mục> (tin-tuc)"},
      {"category: [a]\n", "4:11 field-not-text <category>"},
      {"tags: a\n", "4:7 field-not-list <tags>"},
      {"tags: [[a]]\n", "4:8 field-not-text <tags>"},
      {"date: 2024-02-30\n", "4:7 day-not-in-month <date> <2024-02-30> <29> (2024-02-29)"},
      {"date: 04/03/2024\n", "4:7 datetime-invalid <date> <04/03/2024> (2024-03-04)"},
      {"updated_on: 2024-02-30\n", "4:13 day-not-in-month <updated_on> <2024-02-30> <29> (2024-02-29)"},
      {"updated_on: 2024-02-03T10:00\n", "4:13 date-invalid <updated_on> <2024-02-03T10:00> (2024-02-03)"},
      {"featured: yes\n", "4:11 boolean-invalid <featured> <yes>"},
      {"order: 1.5\n", "4:8 order-invalid <1.5>"},
      {"order: nhất\n", "4:8 order-invalid <nhất>"},
      {"status: publshed\n", "4:9 choice-unlisted <status> <publshed> <draft, published, withdrawn> (published)"},
      {"status: withdrawn\n", "4:9 withdrawal-reason-missing"},
      {"withdrawn: {at: 2026-01-01}\n", "4:12 withdrawal-reason-missing"},
      {"withdrawn: có\n", "4:12 field-not-object <withdrawn>; 4:12 withdrawal-reason-missing"},
      {"embargo: {untl: 2026-01-01}\n", "4:11 field-unknown-inside <untl> <embargo> (until)"},
      {"embargo: {until: mai}\n", "4:18 datetime-invalid <embargo.until> <mai>"},
      {"aliases: [cu.html]\n", "4:11 alias-invalid <cu.html>"},
      {"aliases: [//a.vn/]\n", "4:11 alias-invalid <//a.vn/>"},
      {"id: Bài viết\n", "4:5 id-invalid <Bài viết>"},
      {"id: tin-tuc//a\n", "4:5 id-invalid <tin-tuc//a>"},
      {"cover: https://a.vn/a.jpg\n", "4:8 file-not-local <cover> <https://a.vn/a.jpg>"},
      {"cover: ../../a.jpg\n", "4:8 file-outside <cover> <../../a.jpg>"},
      {"source_url: bao.example\n", "4:13 url-invalid <source_url> <bao.example>"},
      {"source_url: javascript:alert(1)\n", "4:13 url-invalid <source_url> <javascript:alert(1)>"},
      {"a: &x 1\n", "4:4 yaml-anchor <x> (a: \"&x 1\"); 4:1 field-unknown <a> <article>"},
  };
  for (const Case& one : cases) {
    INFO(one.lines);
    CHECK(article(one.lines) == one.expected);
  }
}

TEST_CASE("What a page must have [ID-07] [SRC-08] [A11Y-01]") {
  CHECK(whole("content/a.md", "") == "1:1 field-missing <title> <Tiêu đề> <article>; 1:1 unit-or-source-missing");
  CHECK(whole("content/a.md", "title: \"  \"\nunit: SNV\n") == "2:1 field-empty <title> <Tiêu đề>");
  CHECK(whole("content/a.md", "title: A\nunit: SNV\ncover: a.jpg\n") == "4:8 cover-alt-missing");
  CHECK(whole("content/a.md", "title: A\n") == "1:1 unit-or-source-missing");
  CHECK(whole("content/a.md", "title: A\nsource_name: Báo A\nauthor: B\nsource_published_on: 2026-01-02\n") == "");
  CHECK(whole("content/a.md", "title: A\nunit: Sở Nội vu\n") == "3:7 unit-unknown <Sở Nội vu> (so-noi-vu)");
  CHECK(whole("content/a.md", "title: A\ntype: page\n") == "");
  CHECK(whole("content/tin-tuc/_index.md", "title: Tin tức\n") == "");
  CHECK(whole("content/tin-tuc/a.md", "title: A\nunit: SNV\n") ==
        "1:1 fields-missing <summary (Tóm tắt), category (Chuyên mục), author (Tác giả), event_at (Thời điểm diễn ra), "
        "scope (Phạm vi), origin (Nguồn tin)> <news> <summary: …; category: …; author: …; event_at: …; scope: …; "
        "origin: …>");
  CHECK(whole("content/a.md", "- title\n") ==
        "2:1 value-not-mapping; 1:1 field-missing <title> <Tiêu đề> <article>; 1:1 unit-or-source-missing");
}

TEST_CASE("What is taken over names source, author and the day it stood there [SRC-01] [SRC-02] [CAT-14]") {
  CHECK(whole("content/a.md", "title: A\nsource_name: Báo A\n") ==
        "3:14 source-incomplete <author> <Tác giả>; 3:14 source-date-missing warning");
  const std::string reposted = "title: A\nunit: SNV\norigin: reposted\n";
  CHECK(whole("content/a.md", reposted) ==
        "4:9 source-incomplete <source_name> <Nguồn>; 4:9 source-incomplete <author> <Tác giả>; "
        "4:9 source-date-missing warning");
  CHECK(whole("content/a.md", reposted + "source_name: Báo A\nauthor: B\n") == "4:9 source-date-missing warning");
  CHECK(whole("content/a.md", reposted + "source_name: Báo A\nauthor: B\nsource_published_on: 2026-01-02\n") == "");
  CHECK(whole("content/a.md", "title: A\nunit: SNV\norigin: own\n") == "");
  CHECK(whole("content/a.md", "title: A\nunit: SNV\norigin: contributor\n") ==
        "4:9 field-missing-when <supplier_ref> <Mã hồ sơ người cung cấp> <origin: contributor> <supplier_ref> <title>");
}

TEST_CASE("Only public information may stand in the repository [REF-04] [DIR-01]") {
  CHECK(whole("content/a.md", "title: A\nunit: SNV\nclassification: public\n") == "");
  for (const char* status : {"published", "draft"})
    CHECK(whole("content/a.md", std::string("title: A\nunit: SNV\nclassification: Bí mật nhà nước\nstatus: ") + status +
                                    "\n") == "4:17 classification-not-public <secret>");
}

TEST_CASE("Other information needs a leader's order [CAT-05]") {
  const std::string other = "title: A\nunit: SNV\ncategory: Thông tin khác\n";
  CHECK(whole("content/a.md", other) ==
        "4:11 field-missing-when <authorised_by> <Người cho phép đăng> <category: khac> <authorised_by> <title>");
  CHECK(whole("content/a.md",
              other + "authorised_by: {name: Nguyễn An, title: Chủ tịch, reference: 12/VP, date: 2026-01-02}\n") == "");
  CHECK(whole("content/a.md", other + "authorised_by: {name: Nguyễn An, title: Chủ tịch, reference: 12/VP}\n") ==
        "5:16 field-missing-inside <authorised_by.date> <Ngày>");
}

TEST_CASE("A draft may lack what it must have when published [DOC-04]") {
  const std::string draft = whole("content/van-ban/a.md", "title: A\nunit: SNV\nstatus: draft\nissued_on:\n");
  CHECK(draft.find("fields-missing <number (Số, ký hiệu), ") != std::string::npos);
  const LoadedPage loaded = load("content/van-ban/a.md", "---\ntitle: A\nstatus: draft\n---\n");
  CHECK(loaded.found.error_count() == 0);
  CHECK(loaded.found.warning_count() >= 2);
  CHECK(load("content/van-ban/a.md", "---\ntitle: A\nunit: SNV\n---\n").found.error_count() == 1);
}

TEST_CASE("After a mistake in the YAML nothing is called missing") {
  CHECK(file("---\ntitle: A: b\nunit: SNV\n---\n") == "2:9 yaml-colon-in-value <:> (title: \"A: b\")");
  // Previews show that the title is but a piece.
  CHECK(load("content/a.md", "---\ntitle: Hội nghị: tổng kết\n---\n").page->title ==
        "Hội nghị … (phần sau chưa đọc được)");
  CHECK(load("content/a.md", "---\ntitle: A\nunit: B: c\n---\n").page->title == "A");
}

TEST_CASE("All mistakes of a front matter are shown in one run") {
  const std::string others =
      "; 3:10 yaml-character <@> (summary: \"@x\"); "
      "4:7 datetime-invalid <date> <5/1/2026> (2026-01-05); 5:1 field-unknown <bogus> <article>";
  const std::string rest = "summary: @x\ndate: 5/1/2026\nbogus: 1\nunit: SNV\n---\n";
  CHECK(file("---\ntitle: A: b\n" + rest) == "2:9 yaml-colon-in-value <:> (title: \"A: b\")" + others);
  CHECK(file("---\ntitle: \"A\n" + rest) == "2:8 yaml-quote-unclosed <\">" + others);
  CHECK(file("---\n\ttitle: A\n" + rest) == "2:1 yaml-tab (title: A)" + others);
  // Where the reader stopped is not where the mistake is.
  CHECK(file("---\nsummary: \"A\ntitle: \"B\"\nunit: SNV\n---\n") == "2:10 yaml-quote-unclosed <\">");
  CHECK(file("---\ntitle: A\nsummary: \"một\nhai\"\nunit: B: c\nKhông tên\n---\n") ==
        "5:8 yaml-colon-in-value <:> (unit: \"B: c\"); 6:1 yaml-colon-missing");
  CHECK(file("---\ntitle: A: b\ntitle: B\nunit: SNV\n---\n") ==
        "2:9 yaml-colon-in-value <:> (title: \"A: b\"); 3:1 yaml-duplicate-key <title> <2>");
}

TEST_CASE("A value that only wants quotation marks is shown with them") {
  for (const std::string value : {"*đậm*", "**Nóng** tin", "*a b", "> a", "| a", "? a", "@a", "`a`", "%a", "- a"}) {
    INFO(value);
    CHECK(file("---\ntitle: " + value + "\nunit: SNV\n---\n") ==
          "2:8 yaml-character <" + value.substr(0, 1) + "> (title: \"" + value + "\")");
  }
  CHECK(file("---\ntitle: [Nóng] Tin\nunit: SNV\n---\n") == "2:15 yaml-text-after-value <T> (title: \"[Nóng] Tin\")");
  CHECK(file("---\ntitle: #1\nunit: SNV\n---\n") == "2:8 yaml-comment-for-value <title> (title: \"#1\")");
  CHECK(file("---\ntitle: *a: b\nunit: SNV\n---\n") == "2:10 yaml-colon-in-value <:> (title: \"*a: b\")");
  CHECK(file("---\ntitle: *a\nunit: SNV\n---\n") == "2:8 yaml-alias <a> (title: \"*a\")");
  CHECK(file("---\ntitle: # 1\nunit: SNV\n---\n").find("field-empty") != std::string::npos);
  CHECK(file("---\ntitle: A\n  unit: SNV\n---\n") == "3:3 yaml-indentation <u>");
}

TEST_CASE("A word we do not know never publishes a page") {
  for (const std::string line : {"status: draft: x", "embargo: {reason: a: b", "release_at: @2027-01-01"}) {
    INFO(line);
    CHECK(load("content/a.md", "---\ntitle: A\n" + line + "\n---\n").page->status == Status::draft);
  }
  CHECK(load("content/a.md", "---\ntitle: A\nstatus: Published\n---\n").page->status == Status::draft);
  CHECK(load("content/a.md", "---\ntitle: A\nembargo: {until: mai}\n---\n").page->embargo.has_value());
  CHECK(load("content/a.md", "---\ntitle: A\nwithdrawn: {reason: Sai số liệu}\n---\n").page->status ==
        Status::withdrawn);
  CHECK(load("content/a.md", "---\ntitle: A\nstatus: draft\nwithdrawn: {reason: x}\n---\n").page->status ==
        Status::draft);
}

TEST_CASE("Values are read by the schema's kind and otherwise keep their text") {
  const LoadedPage loaded = load("content/van-ban/qd.md", R"(---
title: Quyết định
unit: SNV
number: 399/QĐ-BCĐ
form: Quyết định
issuer: "010"
signer: no
issued_on: 2024-03-04
effective_on: 2024-03-04
abstract: Về việc
field: noi-vu
files: [qd.pdf, /van-ban/chung.pdf, ./qd/phu-luc.pdf, qd/bieu.pdf]
replaces: [103/QĐ-VPUBND, 774]
---
)");
  CHECK(test::print(loaded.found) == "");
  const Page& page = *loaded.page;
  CHECK(page.field("number")->text() == "399/QĐ-BCĐ");
  CHECK(page.field("form")->text() == "quyet-dinh");
  CHECK(page.field("issuer")->text() == "010");
  CHECK(page.field("signer")->text() == "no");
  CHECK(std::get<Date>(page.field("issued_on")->data) == Date{2024, 3, 4});
  CHECK(page.date == start_of_day({2024, 3, 4}));
  CHECK_FALSE(page.date_has_time);
  std::vector<std::string> files;
  for (const Value& one : std::get<List>(page.field("files")->data)) files.push_back(one.text());
  CHECK(files == std::vector<std::string>{"content/van-ban/qd/qd.pdf", "content/van-ban/chung.pdf",
                                          "content/van-ban/qd/phu-luc.pdf", "content/van-ban/qd/bieu.pdf"});
  CHECK(std::get<List>(page.field("replaces")->data)[1].text() == "774");
  CHECK(std::get<List>(page.field("replaces")->data)[1].at.column == 27);
}

TEST_CASE("Lists of objects are read, and what is wrong inside is named in full [TTH-02]") {
  const std::string front =
      "title: A\ntype: procedure\nunit: SNV\nagency: UBND\ncopies_total: 1\nforms: []\nduration: {value: 5, unit: "
      "working-day}\n";
  const LoadedPage good =
      load("content/a.md",
           "---\n" + front + "fee: {none: true}\ndossier:\n  - {item: Đơn, copies: 01, original: true}\n---\n");
  CHECK(test::print(good.found) == "");
  const Object& paper = std::get<Object>(std::get<List>(good.page->field("dossier")->data)[0].data);
  REQUIRE(paper.size() == 3);
  CHECK(paper[0].second.text() == "Đơn");
  CHECK(std::get<Number>(paper[1].second.data).text == "01");
  CHECK(std::get<Number>(paper[1].second.data).value == 1);
  CHECK(std::get<bool>(paper[2].second.data));

  CHECK(whole("content/a.md", front + "fee: {non: true}\ndossier: [{copies: một}]\n") ==
        "9:7 field-unknown-inside <non> <fee> (none); 10:11 field-missing-inside <dossier.item> <Giấy tờ>; "
        "10:20 number-invalid <dossier.copies> <một>; "
        "1:1 one-of-missing <fee.none, fee.amount, fee.note> <procedure>");
  CHECK(whole("content/a.md", front + "dossier: [{item: A}]\n") == "1:1 field-missing <fee> <Phí, lệ phí> <procedure>");
  CHECK(whole("content/a.md",
              front + "fee: {amount: 1.500.000}\ndossier: [{item: A}]\ncode: mã số\nsubmit_url: a.vn\n") ==
        "11:7 pattern-mismatch <code> <mã số> <[0-9A-Z][0-9A-Z.-]*>; 12:13 pattern-mismatch <submit_url> <a.vn> "
        "<https?://[^\\s]+>");
  CHECK(whole("content/a.md", front + "fee: {none: true}\ndossier: [{item: A}]\ntarget_on: mai\nlevel: 5\n") ==
        "11:12 date-invalid <target_on> <mai>; 12:8 choice-unlisted <level> <5> <1, 2, 3, 4>");
}

TEST_CASE("An identity may be written, and the translation may be given by its address") {
  CHECK(load("content/en/a.md", "---\ntitle: A\nid: tin-tuc/2020/cu\n---\n").page->id == "tin-tuc/2020/cu");
  for (const char* written : {"tin-tuc/a", "/tin-tuc/a", "/tin-tuc/a.html", "tin-tuc/a.md"})
    CHECK(load("content/en/a.md", std::string("---\ntitle: A\ntranslation_of: ") + written + "\n---\n")
              .page->translation_of == "tin-tuc/a");
}

TEST_CASE("A date that is written wins over the type's") {
  const std::string start = "---\ntitle: A\nunit: SNV\nsummary: s\ncategory: tin-tuc\nevent_at: 2026-01-02\n";
  CHECK(load("content/tin-tuc/a.md", start + "---\n").page->date == start_of_day({2026, 1, 2}));
  CHECK_FALSE(load("content/tin-tuc/a.md", start + "---\n").page->date_has_time);
  CHECK(load("content/tin-tuc/a.md", start + "date: 2026-01-03T10:00\n---\n").page->date ==
        parse_instant("2026-01-03T10:00"));
}

TEST_CASE("Any bytes give a page, quickly") {
  const auto start = std::chrono::steady_clock::now();
  std::uint32_t state = 1;
  const auto next = [&] { return state = state * 1664525 + 1013904223; };
  const std::string letters =
      "-:\n\n [{}]\"'#&*!|>%@\xC4\x91\xE1\xBA\xA3"
      "abtitle\t\r\xFF";
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes = "---\n";
    for (std::uint32_t length = next() % 200; length > 0; --length) bytes += letters[(next() >> 16) % letters.size()];
    const LoadedPage loaded = load("content/a.md", bytes + "\n---\n" + bytes);
    REQUIRE(loaded.page != nullptr);
    REQUIRE(loaded.page->type != nullptr);
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

TEST_CASE("Slips at the top of a file are told by what was meant [NEW-01]") {
  const std::string rest = "unit: SNV\n---\n\nNội dung.\n";
  CHECK(file("\n---\ntitle: A\n" + rest) == "1:1 front-matter-blank-before");
  CHECK(file("—--\ntitle: A\n" + rest) == "1:1 front-matter-dashes");
  CHECK(file("---\ntitle: A\nunit: SNV\n———\nNội dung.\n") == "4:1 front-matter-dashes");
  CHECK(file("--- \ntitle: A\n" + rest) == "1:4 front-matter-fence-blanks");
  CHECK(file("---\ntitle: A\n--- \t\nNội dung.\n") == "3:4 front-matter-fence-blanks");
  CHECK(file("---\n  title: A\n" + rest) == "2:1 yaml-indentation");
  CHECK(file("---\ntitle:A\n" + rest) == "2:1 yaml-colon-missing (title: A)");
  CHECK(file("---\ntitle：A\n" + rest) == "2:1 yaml-colon-missing (title: A)");
  CHECK(file("---\ntitle = A\n" + rest) == "2:1 yaml-colon-missing (title: A)");
  CHECK(file("---\ntitle: A # B\n" + rest) == "2:8 yaml-comment-in-value <title> <A> (title: \"A # B\") warning");
  CHECK(file("---\ntitle: A  # B\nstatus: published # C\n" + rest) == "");
}

TEST_CASE("Names and days as people write them are told in the file's own way [NEW-01]") {
  const std::vector<std::pair<std::string, std::string>> units = {
      {"phuong-ben-suong", "Ủy ban nhân dân phường Bến Sương"}, {"van-phong", "Văn phòng"}, {"so-noi-vu", "Sở Nội vụ"}};
  CHECK(nearest_label("UBND phường Bến Sương", units) == "phuong-ben-suong");
  CHECK(nearest_label("van phong", units) == "van-phong");
  CHECK(nearest_label("noi vu", units) == "so-noi-vu");
  CHECK(nearest_label("Sở Nội vu", units) == "so-noi-vu");
  CHECK(nearest_label("kho bạc", units) == "");
  CHECK(written_moment("16/11/2026") == "2026-11-16");
  CHECK(written_moment("8h ngày 16-11-2026") == "2026-11-16T08:00");
  CHECK(written_moment("16-11-2026 8:30") == "2026-11-16T08:30");
  CHECK(written_moment("8 giờ 30 ngày 16.11.2026") == "2026-11-16T08:30");
  CHECK(written_moment("31/11/2026") == "");
  CHECK(written_moment("16/11") == "");
  CHECK(written_moment("2026-12-15 8:00") == "2026-12-15T08:00");
  CHECK(last_day_instead("2026-11-31") == "2026-11-30");
  CHECK(last_day_instead("31/11/2026") == "2026-11-30");
  CHECK(last_day_instead("2026-02-29T08:00") == "2026-02-28");
  CHECK(last_day_instead("2026-11-30") == "");
  CHECK(last_day_instead("2026-13-01") == "");
}
