// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that a policy turns on, on whole small sites.
#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

// "error category-missing: Tin tức, …" lines of the codes that start with one of `codes`.
std::string found(std::string_view text, const std::vector<std::string>& codes,
                  std::string_view now = "2026-06-01T08:00") {
  const BuiltSite built = site_from_text(text, now);
  std::string lines;
  for (const Diagnostic& one : built.site->found.all()) {
    bool wanted = false;
    for (const std::string& code : codes) wanted = wanted || one.code.starts_with(code);
    if (!wanted) continue;
    lines += one.severity == Severity::error ? "error " : "warning ";
    lines += one.code + ":";
    for (const std::string& argument : one.arguments) lines += " " + argument + ";";
    lines += one.suggestion.empty() ? "\n" : " -> " + one.suggestion + "\n";
  }
  return lines;
}

std::string site_yaml(std::string_view base_url, std::string_view more = "") {
  return "\n-- content/_site/site.yaml --\nformat: 1\nid: main\nname: Cổng\nbase_url: " + std::string(base_url) +
         "\nlanguages: [vi, en]\ncontact: {address: Số 1, phone: \"0\", email: a@tinh.gov.vn}\n" + std::string(more);
}

}  // namespace

TEST_CASE("a required group without an item is an error with its clause; one item heals it",
          "[pipeline][CAT-01][CAT-02][CAT-03][CAT-04]") {
  const std::string policy = "\n-- content/_site/policy.yaml --\nextends: topic\nchecks: {domain-level: error}\n";
  const std::string missing = found(policy, {"category-missing"});
  CHECK(std::count(missing.begin(), missing.end(), '\n') == 4);
  CHECK(missing.find("error category-missing: Hoạt động của Ban Chỉ đạo và các cấp; main; Điều 6.1.b;") !=
        std::string::npos);
  const std::string healed = found(
      policy + "-- content/tin-tuc/a.md --\n---\ntitle: A\nunit: van-phong\ncategory: tin-tuc\n---\n", {"category-"});
  CHECK(healed.find("Điều 6.1.b") == std::string::npos);
  CHECK(std::count(healed.begin(), healed.end(), '\n') == 3);
}

TEST_CASE("a sub-portal answers for the groups only with a policy of its own", "[pipeline][CAT-02][SUBP-06]") {
  std::string text = R"(
-- content/_site/policy.yaml --
categories: {news: {required: true, categories: [tin-tuc]}}
-- content/tin-tuc/a.md --
---
title: A
unit: van-phong
category: tin-tuc
---
-- content/sites/xa/_site/site.yaml --
name: Xã
base_url: https://xa.tinh.example.gov.vn
contact: {address: Số 1, phone: "0", email: a@tinh.example.gov.vn}
)";
  CHECK(found(text, {"category-"}).empty());
  text += "-- content/sites/xa/_site/policy.yaml --\ncategories: {news: {stale_days: 10}}\n";
  CHECK(found(text, {"category-"}) == "error category-missing: news; xa; policy.yaml;\n");
}

TEST_CASE("a group whose newest item is too old is a warning, a new item heals it", "[pipeline][REV-02][REV-06]") {
  const std::string text = R"(
-- content/_site/policy.yaml --
categories: {news: {label: Tin tức, required: true, categories: [tin-tuc], stale_days: 30}}
-- content/tin-tuc/a.md --
---
title: A
unit: van-phong
category: tin-tuc
date: 2026-04-01
---
)";
  CHECK(found(text, {"category-stale"}) == "warning category-stale: Tin tức; main; 61; 30;\n");
  CHECK(found(text, {"category-stale"}, "2026-04-20T08:00").empty());
}

TEST_CASE("what is outside the scope of the portal is refused", "[pipeline][ID-11][REF-03][REF-02][SRC-06]") {
  const std::string text = R"(
-- content/_site/policy.yaml --
extends: topic
-- content/tin-tuc/a.md --
---
title: A
unit: van-phong
category: van-hoa-du-lich
---
)";
  CHECK(found(text, {"category-outside"}) == "error category-outside: van-hoa-du-lich; Điều 4, khoản 6;\n");
}

TEST_CASE("each mandatory page of introduction is asked for by name", "[pipeline][CAT-07]") {
  const std::string policy = "\n-- content/_site/policy.yaml --\nextends: office\n";
  const std::string one = found(policy + R"(
-- content/gioi-thieu/lich-su.md --
---
type: page
title: Lịch sử
slot: gioi-thieu/lich-su
---
)",
                                {"slot-missing"});
  CHECK(one ==
        "error slot-missing: Chức năng, nhiệm vụ, quyền hạn; gioi-thieu/chuc-nang; Điều 8.1.a;\n"
        "error slot-missing: Cơ cấu tổ chức; gioi-thieu/co-cau; Điều 8.1.a;\n");
}

TEST_CASE("a type that the profile switches off is refused", "[pipeline][ADV-02]") {
  const std::string text = R"(
-- content/_site/policy.yaml --
disabled_types: {external-link: không dùng liên kết}
-- content/tin-tuc/a.md --
---
type: external-link
title: A
unit: van-phong
url: https://a.example
---
)";
  CHECK(found(text, {"type-disabled"}) == "error type-disabled: external-link; không dùng liên kết;\n");
}

TEST_CASE("the contacts that the profile demands are asked for, with the clause; the mailbox is the body's own",
          "[pipeline][ID-04]") {
  const std::string site =
      "\n-- content/_site/site.yaml --\nformat: 1\nid: main\nname: Cổng\nbase_url: "
      "https://vanphong.tinh.gov.vn\ncontact: {address: Số 1, phone: \"0\", email: a@mail.example}\n";
  CHECK(found(site + "-- content/_site/policy.yaml --\nextends: office\n", {"contact-", "mail-"}) ==
        "error contact-incomplete: fax; main;  (Điều 8, khoản 1, điểm l);\n"
        "warning mail-domain: a@mail.example; tinh.gov.vn;\n");
  CHECK(found(site_yaml("https://tinh.gov.vn"), {"contact-", "mail-"}).empty());
}

TEST_CASE("hosts follow the rules of the profile", "[pipeline][ID-02][SUBP-03]") {
  const std::string topic = "-- content/_site/policy.yaml --\nextends: topic\n";
  CHECK(found(site_yaml("https://cchc.tinh.gov.vn") + topic, {"domain-"}).empty());
  CHECK(found(site_yaml("https://tinh.gov.vn") + topic, {"domain-"}) ==
        "error domain-level: tinh.gov.vn; 3; 4; Điều 3;\n");
  CHECK(found(site_yaml("https://a.b.tinh.com") + topic, {"domain-"}) ==
        "error domain-not-gov-vn: a.b.tinh.com; Điều 3;\n");
}

TEST_CASE("the host of a sub-portal is the unit's name without marks, right below the parent's",
          "[pipeline][SUBP-02][SUBP-05][SUBP-06][SUBP-01]") {
  const auto with = [&](std::string_view host, std::string_view more) {
    return found(site_yaml("https://tinh.gov.vn") + "-- content/_site/policy.yaml --\nextends: province-by-quota\n" +
                     "-- content/_site/units.yaml --\ndong-hy: {name: Ủy ban nhân dân huyện Đồng Hỷ, kind: district}\n"
                     "hoi: {name: Hội Làm vườn, kind: voluntary}\n" +
                     "-- content/sites/a/_site/site.yaml --\nname: Cổng\nbase_url: https://" + std::string(host) +
                     "\ncontact: {address: Số 1, phone: \"0\", email: a@tinh.gov.vn}\n" + std::string(more),
                 {"sub-portal"});
  };
  const std::string board = "board: [{role: head, office: Chủ tịch}]\n";
  CHECK(with("donghy.tinh.gov.vn", "unit: dong-hy\n" + board).empty());
  CHECK(with("huyendonghy.tinh.gov.vn", "unit: dong-hy\n" + board).empty());
  CHECK(with("dh.tinh.gov.vn", "unit: dong-hy\n" + board) ==
        "error sub-portal-domain: dh.tinh.gov.vn; Ủy ban nhân dân huyện Đồng Hỷ; -> https://donghy.tinh.gov.vn\n");
  CHECK(with("dh.tinh.gov.vn", "unit: dong-hy\ndomain_exception: Văn bản cho phép viết tắt\n" + board).empty());
  CHECK(with("a.donghy.tinh.gov.vn", "unit: dong-hy\n" + board).starts_with("error sub-portal-domain"));
  CHECK(with("donghy.tinh.gov.vn", "unit: dong-hy\n") == "warning sub-portal-board-missing: a;\n");
  CHECK(with("hoilamvuon.tinh.gov.vn", "unit: hoi\n" + board) == "error sub-portal-unapproved: a;\n");
  CHECK(with("hoilamvuon.tinh.gov.vn", "unit: hoi\napproved_by: {number: 12/QĐ-UBND}\n" + board).empty());
  CHECK(found(site_yaml("https://a.tinh.gov.vn") + "-- content/_site/policy.yaml --\nextends: topic\n" +
                  "-- content/sites/a/_site/site.yaml --\nname: Cổng\nbase_url: https://b.tinh.gov.vn\n",
              {"sub-portal"}) == "error sub-portal-not-allowed: a; Điều 3;\n");
}

TEST_CASE("two communes of the same name without marks get distinct hosts", "[pipeline][SUBP-02]") {
  const std::string text =
      site_yaml("https://tinh.gov.vn") +
      "-- content/_site/policy.yaml --\nextends: province-by-quota\n"
      "-- content/_site/units.yaml --\nmy-tho: {name: Ủy ban nhân dân phường Mỹ Tho}\n"
      "my-tho-xa: {name: Ủy ban nhân dân xã Mỹ Thọ}\n"
      "-- content/sites/a/_site/site.yaml --\nname: Cổng\nbase_url: https://mytho.tinh.gov.vn\nunit: my-tho-xa\n"
      "contact: {address: Số 1, phone: \"0\", email: a@tinh.gov.vn}\nboard: [{role: head, office: Chủ tịch}]\n";
  CHECK(found(text, {"sub-portal"}) == "warning sub-portal-label-taken: mytho; a; -> https://xamytho.tinh.gov.vn\n");
}

TEST_CASE("an item names a unit of its own day; old items keep the name of theirs", "[pipeline][ID-07]") {
  const std::string text = R"(
-- content/_site/units.yaml --
so-cu: {name: Sở Cũ, valid_until: 2026-02-28, merged_into: so-moi}
so-moi: {name: Sở Mới, valid_from: 2026-03-01}
-- content/tin-tuc/a.md --
---
title: A
unit: so-cu
date: 2026-01-10
---
-- content/tin-tuc/b.md --
---
title: B
unit: so-cu
date: 2026-03-02
---
-- content/tin-tuc/c.md --
---
title: C
unit: so-moi
date: 2026-02-02
---
)";
  CHECK(found(text, {"unit-"}) ==
        "warning unit-closed: Sở Cũ; 28/02/2026; 02/3/2026; -> so-moi\nwarning unit-not-yet: Sở Mới; 01/3/2026; "
        "02/02/2026;\n");
  CHECK(found("-- content/_site/units.yaml --\na: {name: A, merged_into: so-mo}\nso-moi: {name: B}\n",
              {"unit-successor"}) == "error unit-successor-unknown: so-mo; -> so-moi\n");
}

TEST_CASE("a review is due after the interval of the type or the page's own day, until somebody reviewed it",
          "[pipeline][REV-01]") {
  const auto with = [](std::string_view keys, std::string_view now) {
    return found(
        "-- content/_site/policy.yaml --\nreview: {notice: 100}\n-- content/tin-tuc/a.md --\n---\ntitle: A\nunit: "
        "van-phong\ndate: 2026-01-01\n" +
            std::string(keys) + "---\n",
        {"review-"}, now);
  };
  CHECK(with("", "2026-04-11T08:00").empty());
  CHECK(with("", "2026-04-12T08:00") == "warning review-due: A; 11/4/2026; -> reviewed_on: 2026-04-12\n");
  CHECK(with("reviewed_on: 2026-04-01\n", "2026-04-12T08:00").empty());
  CHECK(with("review_by: 2026-02-01\n", "2026-02-02T08:00").starts_with("warning review-due: A; 01/02/2026;"));
  CHECK(with("review_by: 2026-02-01\nreviewed_on: 2026-02-01\n", "2026-02-02T08:00").empty());
}

TEST_CASE("a translation is stale once its original was changed; other keys do not count", "[pipeline][LNG-02]") {
  const auto with = [](std::string_view original, std::string_view hash) {
    return found(
        "-- content/tin-tuc/a.md --\n" + std::string(original) +
            "-- content/en/news/a.md --\n---\ntype: notice\ntitle: A\nunit: van-phong\ntranslation_of: tin-tuc/a\n"
            "translated_from: " +
            std::string(hash) + "\n---\n",
        {"translation-"});
  };
  const std::string original = "---\ntitle: Một\nunit: van-phong\n---\n\nNội dung.\n";
  const std::string first = with(original, "0000000000000000");
  CHECK(first == "warning translation-stale: Một; content/tin-tuc/a.md; -> congbo translated content/en/news/a.md\n");
}

TEST_CASE("nothing exists in another language only where the regulation says so", "[pipeline][LNG-01]") {
  const std::string page = "-- content/en/news/a.md --\n---\ntype: notice\ntitle: A\nunit: van-phong\n---\n";
  CHECK(found(page, {"translation-"}).empty());
  CHECK(found(page + "-- content/_site/policy.yaml --\nextends: district\n", {"translation-"}) ==
        "error translation-alone: A; vi; Điều 7, khoản 1;\n");
}

TEST_CASE("types that are published in all languages or none keep to it", "[pipeline][LNG-02]") {
  const std::string text = R"(
-- content/_site/policy.yaml --
languages: {both_or_neither: [contact]}
-- content/danh-ba/a.md --
---
type: contact
title: A
unit: van-phong
position: Chuyên viên
phone: "0200 0000 000"
email: a@tinh.example.gov.vn
---
)";
  CHECK(found(text, {"translation-"}) == "warning translation-required: A; en; contact;\n");
  CHECK(found(text + R"(
-- content/en/contacts/a.md --
---
type: contact
title: A
translation_of: danh-ba/a
unit: van-phong
position: Officer
phone: "0200 0000 000"
email: a@tinh.example.gov.vn
---
)",
              {"translation-"})
            .empty());
}

TEST_CASE("languages are those that the profile allows", "[pipeline][LNG-03][LNG-04]") {
  const auto with = [](std::string_view profile, std::string_view languages) {
    return found("-- content/_site/site.yaml --\nformat: 1\nname: Cổng\nbase_url: https://tinh.gov.vn\nlanguages: " +
                     std::string(languages) + "\n-- content/_site/policy.yaml --\nextends: " + std::string(profile) +
                     "\n",
                 {"language-not"});
  };
  CHECK(with("district", "[vi, en, zh]").empty());
  CHECK(with("district", "[vi, km]") == "warning language-not-allowed: km; Điều 7, khoản 1;\n");
  CHECK(with("province-by-decree", "[vi, en, km]").empty());
  CHECK(with("province-by-quota", "[en, vi]").starts_with("warning language-not-allowed: en;"));
}
