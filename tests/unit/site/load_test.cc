// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/load.h"

#include "generator/site/pattern.h"
#include "generator/site/shipped.h"
#include "generator/site/version_check.h"
#include "tests/support/catch.h"

using namespace congbo;
using site::Kind;
using site::Portal;
using site::Site;

namespace {

// What every case needs and none is about.
constexpr std::string_view head = "format: 1\nname: Cổng tỉnh\nbase_url: https://tinh.example.gov.vn\n";

struct Loaded {
  Site site;
  Diagnostics found;
};

// `text` holds files after "-- path --" lines; site.yaml is a plain one unless the text has its own.
Loaded load(const std::string& text) {
  std::map<std::string, std::string> files = files_from_text(text);
  files.emplace("content/_site/site.yaml", head);
  Loaded loaded;
  loaded.site = site::load_site(*memory_snapshot(std::move(files)), loaded.found);
  return loaded;
}

// "line:column code <argument> (suggestion)" of each, with the file when it is not the main portal's `file`.
std::string found_in(const std::string& text, const std::string& file) {
  std::string out;
  const Loaded loaded = load(text);
  for (const Diagnostic& one : loaded.found.all()) {
    out += out.empty() ? "" : "; ";
    if (one.where.file != "content/_site/" + file) out.append(one.where.file).append(" ");
    out += std::to_string(one.where.line) + ":" + std::to_string(one.where.column) + " " + one.code;
    for (const std::string& argument : one.arguments) out.append(" <").append(argument).append(">");
    if (!one.suggestion.empty()) out.append(" (").append(one.suggestion).append(")");
  }
  return out;
}

std::string found_in_site(const std::string& lines) {
  return found_in("-- content/_site/site.yaml --\n" + std::string(head) + lines, "site.yaml");
}
std::string found_in_type(const std::string& lines) {
  return found_in("-- content/_site/types/le-hoi.yaml --\n" + lines, "types/le-hoi.yaml");
}

}  // namespace

TEST_CASE("The shipped types and vocabularies have no mistakes") {
  Diagnostics found;
  const auto types = site::shipped_types(found);
  for (const Diagnostic& one : found.all()) FAIL_CHECK(one.where.file << ":" << one.where.line << " " << one.code);
  for (const char* id : {"news", "article", "page", "document", "procedure", "qa", "consultation", "project",
                         "schedule", "leader", "contact", "statistics", "budget-disclosure", "notice", "gallery",
                         "video", "external-link", "collection", "tender"}) {
    INFO(id);
    REQUIRE(types.count(id) == 1);
    CHECK_FALSE(types.at(id).label.in("vi").empty());
    CHECK(site::shipped_file("layouts/" + types.at(id).layout + ".html").has_value());
  }
}

namespace {

// "news.place zh" for every shipped label that lacks a language.
void without_names(const std::string& where, const site::LocalText& label, std::string& found) {
  for (const char* language : {"vi", "en", "zh"}) {
    const auto is_in = [&](const auto& one) { return one.first == language && !one.second.empty(); };
    if (std::none_of(label.texts.begin(), label.texts.end(), is_in)) found.append(where + " " + language + "\n");
  }
}

void without_names(const std::string& where, const std::vector<site::FieldSchema>& fields, std::string& found) {
  for (const site::FieldSchema& field : fields) {
    // The element of a list needs no name of its own.
    if (!field.key.empty()) without_names(where + "." + field.key, field.label, found);
    without_names(where + "." + field.key, field.fields, found);
  }
}

}  // namespace

TEST_CASE("Every shipped type, field and term has a name in each language of the interface [LNG-01]") {
  Diagnostics mistakes;
  std::string found;
  for (const auto& [id, type] : site::shipped_types(mistakes)) {
    without_names(id, type.label, found);
    without_names(id, type.fields, found);
  }
  const Loaded plain = load("");
  for (const auto& [id, vocabulary] : plain.site.portals.front().vocabularies) {
    without_names(id, vocabulary.label, found);
    for (const site::Term& term : vocabulary.terms) without_names(id + "." + term.id, term.label, found);
  }
  CHECK(found.empty());
  INFO(found);
  CHECK(mistakes.all().empty());
}

TEST_CASE(
    "Types ask for what the regulations ask for [NEW-01] [DOC-02] [TTH-02] [QA-04] [CON-01] [PRJ-05] [STA-01] "
    "[PPL-02]") {
  Diagnostics found;
  const auto types = site::shipped_types(found);
  const auto required = [&](const std::string& id) {
    std::string keys;
    for (const std::string& key : types.at(id).required_keys) keys += key + " ";
    for (const site::FieldSchema& field : types.at(id).fields)
      if (field.required) keys += field.key + " ";
    return keys;
  };
  CHECK(required("news") == "summary category author event_at scope origin ");
  CHECK(required("document") == "number form issuer issued_on effective_on abstract field ");
  CHECK(required("procedure") == "agency dossier copies_total forms duration fee ");
  CHECK(required("qa") == "question asked_on field answered_on answered_by ");
  CHECK(required("consultation") == "kind drafting_unit draft_files opens_on closes_on ");
  CHECK(required("project") == "main_goal field project_type period budget funding_type sponsor state ");
  CHECK(required("statistics") == "data report method analysis period ");
  CHECK(required("contact") == "unit position phone email ");
}

TEST_CASE("A portal is read as written [ID-01] [ID-02] [ID-04]") {
  const Loaded loaded = load(R"(-- content/_site/site.yaml --
format: 1
requires: ">=1.0"
id: tinh
name: {vi: Cổng Thông tin điện tử tỉnh, en: Province Portal}
owner: Ủy ban nhân dân tỉnh
responsible: Chánh Văn phòng
description: Mô tả
reuse_notice: Ghi rõ nguồn
base_url: https://tinh.example.gov.vn/
tag_authority: tinh.example.gov.vn,2026
contact: {address: Số 1, phone: 080.50584, fax: "0", email: a@tinh.example.gov.vn}
languages: [vi, en, zh]
hosts:
  - tinh.example.gov.vn
  - {name: cu.example.gov.vn, valid_until: 2025-06-30}
menu:
  - {label: {vi: Tin tức, en: News}, target: /tin-tuc/}
footer_menu:
  - {label: Chính phủ, target: https://chinhphu.example}
sections: {tin-tuc: news, /van-ban/: document}
per_page: 15
json_twins: false
addresses: bare
archives: false
)");
  CHECK(loaded.found.empty());
  const Portal& portal = loaded.site.portals.front();
  CHECK(portal.id == "tinh");
  CHECK(portal.root == "content/");
  CHECK(portal.name.in("en") == "Province Portal");
  CHECK(portal.name.in("zh") == "Cổng Thông tin điện tử tỉnh");
  CHECK(portal.owner.in("en") == "Ủy ban nhân dân tỉnh");
  CHECK(portal.base_url == "https://tinh.example.gov.vn");
  CHECK(portal.contact.phone == "080.50584");
  CHECK(portal.languages == std::vector<std::string>{"vi", "en", "zh"});
  REQUIRE(portal.hosts.size() == 2);
  CHECK(portal.hosts[1].valid_until == Date{2025, 6, 30});
  REQUIRE(portal.menu.size() == 1);
  CHECK(portal.menu[0].label.in("en") == "News");
  CHECK(portal.footer_menu.size() == 1);
  CHECK(portal.section_types == std::map<std::string, std::string>{{"tin-tuc", "news"}, {"van-ban", "document"}});
  CHECK(portal.per_page == 15);
  CHECK_FALSE(portal.json_twins);
  CHECK_FALSE(portal.addresses_with_html);
  CHECK_FALSE(portal.archives);
  CHECK(portal.parent.empty());
}

TEST_CASE("What a portal does not say follows from what it says") {
  const Portal portal = load("").site.portals.front();
  CHECK(portal.id == "main");
  CHECK(portal.languages == std::vector<std::string>{"vi"});
  CHECK(portal.tag_authority == "tinh.example.gov.vn,2026");
  REQUIRE(portal.hosts.size() == 1);
  CHECK(portal.hosts[0].name == "tinh.example.gov.vn");
}

TEST_CASE("Mistakes in site.yaml stand where they are made") {
  struct Case {
    std::string lines, expected;
  };
  const std::vector<Case> cases = {
      {"per_pge: 3\n", "4:1 key-unknown <per_pge> (per_page)"},
      {"contact: {phon: 1}\n", "4:11 key-unknown <phon> (phone)"},
      {"contact: x\n", "4:10 value-not-mapping"},
      {"owner: [a]\n", "4:8 value-not-text"},
      {"owner: {xyzq: a}\n", "4:9 language-invalid <xyzq>"},
      {"languages: vi\n", "4:12 value-not-list"},
      {"languages: [vi, Tiếng Anh]\n", "4:17 language-invalid <Tiếng Anh>"},
      {"languages: [vi, vi]\n", "4:17 language-duplicate <vi>"},
      {"hosts: [Tinh.Example]\n", "4:9 host-invalid <Tinh.Example>"},
      {"hosts: [{valid_from: 2024-02-30}]\n",
       "4:9 site-key-missing <name>; 4:22 date-invalid <valid_from> <2024-02-30>"},
      {"hosts: [a.vn, a.vn]\n", "1:1 host-duplicate <a.vn> <main>"},
      {"hosts: [{name: a.vn, valid_until: 2024-01-01}, {name: a.vn, valid_from: 2024-01-02}]\n", ""},
      {"id: Tỉnh\n", "4:5 portal-id-invalid <Tỉnh> (tinh)"},
      {"tag_authority: có dấu\n", "4:16 tag-authority-invalid <có dấu>"},
      {"menu: [{label: a}]\n", "4:8 site-key-missing <target>"},
      {"menu: [{label: a, target: tin-tuc}]\n", "4:27 menu-target-invalid <tin-tuc>"},
      {"sections: {tin-tuc: new}\n", "4:21 type-unknown <new> (news)"},
      {"per_page: 0\n", "4:11 whole-number-invalid <per_page> <0> <1> <200>"},
      {"per_page: mười\n", "4:11 whole-number-invalid <per_page> <mười> <1> <200>"},
      {"json_twins: yes\n", "4:13 boolean-invalid <json_twins> <yes>"},
      {"addresses: short\n", "4:12 addresses-invalid <short>"},
      {"requires: \">=2.0\"\n", "4:11 requires-not-met <>=2.0> <1.0.0>"},
      {"requires: mới nhất\n", "4:11 requires-invalid <mới nhất>"},
  };
  for (const Case& one : cases) {
    INFO(one.lines);
    CHECK(found_in_site(one.lines) == one.expected);
  }
}

TEST_CASE("A portal without its main keys, or of another format, says so") {
  const auto site_yaml = [](const std::string& text) {
    return found_in("-- content/_site/site.yaml --\n" + text, "site.yaml");
  };
  CHECK(site_yaml("format: 1\nname: a\n") == "1:1 site-key-missing <base_url>");
  CHECK(site_yaml("format: 1\nbase_url: https://a.vn\n") == "1:1 site-key-missing <name>");
  CHECK(site_yaml("name: a\nbase_url: https://a.vn\n") == "1:1 site-key-missing <format>");
  CHECK(site_yaml("format: 1\nname: a\nbase_url: a.vn/x\n") == "3:11 base-url-invalid <a.vn/x>");
  CHECK(site_yaml("format: 2\nmeaning: changed\n") == "1:9 format-newer <2> <1>");
  CHECK(site_yaml("format: 0\nmeaning: old\n") == "1:9 format-older <0> <1>");
  CHECK(site_yaml("") == "1:1 site-key-missing <format>; 1:1 site-key-missing <name>; 1:1 site-key-missing <base_url>");
  CHECK(site_yaml("- a\n").substr(0, 21) == "1:1 value-not-mapping");
}

TEST_CASE("A folder without site.yaml is no portal, but gives a site") {
  Diagnostics found;
  const Site site = site::load_site(*memory_snapshot({{"content/a.md", "x"}}), found);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].code == "site-file-missing");
  CHECK(found.all()[0].where.file == "content/_site/site.yaml");
  REQUIRE(site.portals.size() == 1);
  CHECK(site.portals[0].types.count("article") == 1);
}

TEST_CASE("Misspelt files in _site are pointed out") {
  CHECK(found_in("-- content/_site/unit.yaml --\na: b\n", "unit.yaml") ==
        "0:0 site-file-unknown <unit.yaml> (units.yaml)");
}

TEST_CASE("A file of _site that is a link is not followed") {
  class Linked final : public Snapshot {
   public:
    const SnapshotEntries& entries() const override { return entries_; }
    Result<std::string> read(const SnapshotEntry& entry) const override {
      return error("file-not-found", {entry.path});
    }

   private:
    SnapshotEntries entries_ = std::vector<SnapshotEntry>{{"content/_site/site.yaml", 10, "", true}};
  };
  Diagnostics found;
  site::load_site(Linked(), found);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].code == "site-file-symlink");
}

TEST_CASE("Units are found by id, name and short name [ID-07]") {
  const Loaded loaded = load(R"(-- content/_site/units.yaml --
- {id: ubnd-xa, name: UBND xã, kind: commune, head: Chủ tịch}
- {id: so-noi-vu, name: {vi: Sở Nội vụ, en: Department of Home Affairs}, short_name: SNV, valid_from: 2020-01-01}
)");
  CHECK(loaded.found.empty());
  const Portal& portal = loaded.site.portals.front();
  REQUIRE(portal.units.size() == 2);
  CHECK(portal.units[0].id == "ubnd-xa");  // as the file orders them
  for (const char* name : {"so-noi-vu", "Sở Nội vụ", "SNV"}) {
    REQUIRE(portal.unit(name) != nullptr);
    CHECK(portal.unit(name)->id == "so-noi-vu");
  }
  CHECK(portal.unit("sở nội vụ") == nullptr);
}

TEST_CASE("Mistakes in units.yaml stand where they are made") {
  const auto units = [](const std::string& text) {
    return found_in("-- content/_site/units.yaml --\n" + text, "units.yaml");
  };
  CHECK(units("Sở Nội vụ: {name: a}\n") == "1:1 unit-id-invalid <Sở Nội vụ> (so-noi-vu)");
  CHECK(units("- {id: a, name: A}\n- {id: a, name: B}\n") == "2:8 unit-duplicate <a>");
  CHECK(units("a: {kind: x}\n") == "1:4 site-key-missing <name>");
  CHECK(units("- {name: x}\n") == "1:3 site-key-missing <id>");
  CHECK(units("a: {name: A, hed: B}\n") == "1:14 key-unknown <hed> (head)");
  CHECK(units("a: {name: A, valid_from: 2024-02-01, valid_until: 2024-01-01}\n") ==
        "1:51 validity-order <2024-02-01> <2024-01-01>");
  CHECK(units("a\n") == "1:1 value-not-mapping");
}

TEST_CASE("A portal's vocabularies are laid over the shipped ones") {
  const Loaded loaded = load(R"(-- content/_site/vocabularies.yaml --
category:
  terms: {cchc: Cải cách hành chính}
tags: {open: false, terms: [{id: doi-song, label: Đời sống}]}
mau: {label: Màu, terms: {do: Đỏ}}
)");
  CHECK(loaded.found.empty());
  const auto& all = loaded.site.portals.front().vocabularies;
  CHECK(all.at("category").terms.size() == 1);
  CHECK(all.at("category").label.in("en") == "Category");
  CHECK_FALSE(all.at("tags").open);
  REQUIRE(all.at("tags").term("Đời sống") != nullptr);
  CHECK(all.at("tags").term("Đời sống")->id == "doi-song");
  CHECK(all.at("mau").term("do") != nullptr);
  CHECK(all.at("form").term("quyet-dinh") != nullptr);
}

TEST_CASE("Mistakes in vocabularies stand where they are made") {
  const auto words = [](const std::string& text) {
    return found_in("-- content/_site/vocabularies.yaml --\n" + text, "vocabularies.yaml");
  };
  CHECK(words("category: {terms: {Tin tức: a}}\n") == "1:20 term-id-invalid <Tin tức> (tin-tuc)");
  CHECK(words("category: {terms: [{id: a}, {id: a}]}\n") == "1:34 term-duplicate <a> <category>");
  CHECK(words("category: {term: {a: b}}\n") == "1:12 key-unknown <term> (terms)");
  CHECK(words("category: {terms: a}\n") == "1:19 value-not-mapping");
}

TEST_CASE("A new type is one file [ID-08]") {
  const Loaded loaded = load(R"(-- content/_site/types/le-hoi.yaml --
label: {vi: Lễ hội, en: Festival}
layout: article
date_from: starts_on
schema_org: Event
legal_structure: true
listed: false
maximum_bytes: 20000
required: [summary]
fields:
  starts_on: {kind: date, required: true}
  season: {kind: choice, choices: [xuan, thu]}
  ticket:
    kind: object
    fields:
      price: {kind: number, required: true}
  places: {kind: list, item: {kind: text, pattern: "[a-z]+"}}
  posts: {kind: list, item: {kind: reference, types: [news, le-hoi]}}
)");
  CHECK(loaded.found.empty());
  const site::ContentType& type = loaded.site.portals.front().types.at("le-hoi");
  CHECK(type.id == "le-hoi");
  CHECK(type.source == "content/_site/types/le-hoi.yaml");
  CHECK(type.date_from == "starts_on");
  CHECK(type.maximum_bytes == 20000);
  CHECK(type.listed == site::Listed::nowhere);
  CHECK(type.legal_structure);
  REQUIRE(type.fields.size() > 5);  // its own, then those every type has
  CHECK(type.fields[0].key == "starts_on");
  CHECK(type.fields[5].key == "origin");
  CHECK(type.field("ticket")->fields[0].kind == Kind::number);
  REQUIRE(type.field("places")->fields.size() == 1);
  CHECK(site::matches(*type.field("places")->fields[0].compiled, "abc"));
  CHECK_FALSE(site::matches(*type.field("places")->fields[0].compiled, "abc1"));
  CHECK(type.field("posts")->fields[0].types == std::vector<std::string>{"news", "le-hoi"});
}

TEST_CASE("A shipped type is changed key by key") {
  const Loaded loaded = load(
      "-- content/_site/types/news.yaml --\nlabel: Tin\nfields:\n  event_at: {required: false}\n  extra: {kind: "
      "text}\n");
  CHECK(loaded.found.empty());
  const site::ContentType& news = loaded.site.portals.front().types.at("news");
  CHECK(news.label.in("vi") == "Tin");
  CHECK(news.schema_org == "NewsArticle");
  CHECK_FALSE(news.field("event_at")->required);
  CHECK(news.field("event_at")->kind == Kind::datetime);
  CHECK(news.field("extra") != nullptr);
  CHECK(news.field("place") != nullptr);
}

TEST_CASE("Mistakes in a type stand where they are made") {
  struct Case {
    std::string lines, expected;
  };
  const std::vector<Case> cases = {
      {"id: khac\n", "1:5 type-id-differs <khac> <le-hoi>"},
      {"lable: a\n", "1:1 key-unknown <lable> (label)"},
      {"listed: sections\n", "1:9 listed-invalid <sections>"},
      {"date_from: ngay\n", "1:12 date-from-unknown <ngay>"},
      {"maximum_bytes: 1\n", "1:16 whole-number-invalid <maximum_bytes> <1> <1000> <20000000>"},
      {"required: [sumary]\n", "1:12 required-key-unknown <sumary> (summary)"},
      {"fields: [a]\n", "1:9 value-not-mapping"},
      {"fields: {Ngày: {kind: date}}\n", "1:10 field-name-invalid <Ngày>"},
      {"fields: {title: {kind: text}}\n", "1:10 field-is-common <title>"},
      {"fields: {a: {label: A}}\n", "1:10 field-kind-missing <a>"},
      {"fields: {a: {kind: txt}}\n", "1:20 kind-unknown <txt> (text)"},
      {"fields: {a: {kind: text, reqired: true}}\n", "1:26 key-unknown <reqired> (required)"},
      {"fields: {a: {kind: text, pattern: \"(\"}}\n", "1:35 pattern-invalid <a> <(>"},
      {"fields: {a: {kind: choice}}\n", "1:13 field-choices-missing <a>"},
      {"fields: {a: {kind: choice, vocabulary: categry}}\n", "1:40 vocabulary-unknown <categry> (category)"},
      {"fields: {a: {kind: list}}\n", "1:13 field-item-missing <a>"},
      {"fields: {a: {kind: object}}\n", "1:13 field-fields-missing <a>"},
      {"fields: {a: {kind: text, item: {kind: text}}}\n", "1:32 field-item-unexpected <a> <text>"},
      {"fields: {a: {kind: text, fields: {b: {kind: text}}}}\n", "1:34 field-fields-unexpected <a> <text>"},
      {"fields: {a: {kind: reference, types: [new]}}\n", "1:39 type-unknown <new> (news)"},
  };
  for (const Case& one : cases) {
    INFO(one.lines);
    CHECK(found_in_type(one.lines) == one.expected);
  }
  CHECK(found_in("-- content/_site/types/Lễ hội.yaml --\nlabel: a\n", "types/Lễ hội.yaml") ==
        "0:0 type-file-name <Lễ hội> (le-hoi)");
}

TEST_CASE("A sub-portal inherits units, vocabularies and types, and changes its own only [SUBP-01]") {
  const Loaded loaded = load(R"(-- content/_site/units.yaml --
a: {name: A}
b: {name: B}
-- content/_site/types/le-hoi.yaml --
label: Lễ hội
-- content/_site/i18n/vi.yaml --
home: Trang đầu
-- content/sites/phong-y-te/_site/site.yaml --
name: Phòng Y tế
base_url: https://yte.example.gov.vn
-- content/sites/phong-y-te/_site/units.yaml --
b: {name: B mới}
c: {name: C}
-- content/sites/phong-y-te/_site/types/news.yaml --
label: Tin y tế
-- content/sites/an-ninh/_site/site.yaml --
name: An ninh
base_url: https://an.example.gov.vn
languages: [vi, en]
)");
  CHECK(loaded.found.empty());
  REQUIRE(loaded.site.portals.size() == 3);
  CHECK(loaded.site.portals[1].id == "an-ninh");
  const Portal& health = loaded.site.portals[2];
  CHECK(health.root == "content/sites/phong-y-te/");
  CHECK(health.parent == "main");
  CHECK(health.units.size() == 3);
  CHECK(health.unit("b")->name.in("vi") == "B mới");
  CHECK(health.types.count("le-hoi") == 1);
  CHECK(health.types.at("news").label.in("vi") == "Tin y tế");
  CHECK(health.string("vi", "home") == "Trang đầu");
  const Portal& main = loaded.site.portals[0];
  CHECK(main.units.size() == 2);
  CHECK(main.types.at("news").label.in("vi") == "Tin tức");
  CHECK(loaded.site.portal("an-ninh") == &loaded.site.portals[1]);
  CHECK(loaded.site.portal("x") == nullptr);
}

TEST_CASE("Sub-portals have ids and hosts of their own") {
  const auto sub = [](const std::string& folder, const std::string& lines) {
    return found_in("-- content/sites/" + folder + "/_site/site.yaml --\nname: a\nbase_url: https://a.vn\n" + lines,
                    "site.yaml");
  };
  CHECK(sub("main", "") == "content/sites/main/_site/site.yaml 1:1 portal-id-duplicate <main>");
  CHECK(sub("x", "id: y\n") == "content/sites/x/_site/site.yaml 3:5 portal-id-differs <y> <x>");
  CHECK(sub("Xã A", "") == "content/sites/Xã A 0:0 portal-id-invalid <Xã A> (xa-a)");
  CHECK(sub("x", "hosts: [tinh.example.gov.vn]\n") ==
        "content/sites/x/_site/site.yaml 1:1 host-duplicate <tinh.example.gov.vn> <main>");
  CHECK(sub("x", "format: 3\n") == "content/sites/x/_site/site.yaml 3:9 format-newer <3> <1>");
  CHECK(found_in("-- content/sites/x/a.md --\nx\n", "") ==
        "content/sites/x/_site/site.yaml 0:0 site-file-missing <content/sites/x/>");
}

TEST_CASE("Interface strings: shipped, then the look's, then the portal's") {
  const Loaded loaded = load(
      "-- content/_site/i18n/vi.yaml --\nhome: Trang đầu\nown: {deep: Sâu}\n-- content/_site/i18n/en.yaml --\nhome: "
      "Start\n");
  CHECK(loaded.found.empty());
  const Portal& portal = loaded.site.portals.front();
  CHECK(portal.string("vi", "home") == "Trang đầu");
  CHECK(portal.string("vi", "own.deep") == "Sâu");
  CHECK(portal.string("en", "home") == "Start");
  CHECK(portal.string("en", "own.deep") == "Sâu");
  CHECK(portal.string("en", "no.such.key") == "no.such.key");
  CHECK(portal.strings.at("vi").size() > 2);
  CHECK(load("-- layouts/i18n/vi.yaml --\nhome: Nhà\n").site.portals.front().strings.at("vi").size() == 1);
  CHECK(found_in("-- content/_site/i18n/vi.yaml --\nhome: [a]\n", "i18n/vi.yaml") == "1:7 value-not-text");
  CHECK(found_in("-- content/_site/i18n/Việt.yaml --\nhome: a\n", "i18n/Việt.yaml") == "0:0 language-invalid <Việt>");
}

TEST_CASE("Ranges of versions") {
  struct Case {
    std::string range;
    std::optional<bool> expected;
  };
  const std::vector<Case> cases = {
      {">=1.0", true},       {"1", true},      {">1.0.0", false},  {">=1.0 <2.0", true}, {">=1.0, <1.0", false},
      {"=1.0.0", true},      {"<=0.9", false}, {"", std::nullopt}, {"a", std::nullopt},  {"1.0.0.0", std::nullopt},
      {">=-1", std::nullopt}};
  for (const Case& one : cases) {
    INFO(one.range);
    CHECK(site::version_in_range("1.0.0", one.range) == one.expected);
  }
}

TEST_CASE("A pattern that explodes in other matchers does no harm") {
  const auto pattern = site::compile_pattern("(a+)+b");
  REQUIRE(pattern != nullptr);
  CHECK_FALSE(site::matches(*pattern, std::string(900, 'a')));
  CHECK_FALSE(site::matches(*pattern, std::string(100'000, 'a')));
  CHECK(site::matches(*pattern, "aab"));
}

TEST_CASE("Labels fall back to Vietnamese, then to the first there is") {
  const site::LocalText text{{{"en", "Sector"}, {"vi", "Ngành"}}};
  CHECK(text.in("en") == "Sector");
  CHECK(text.in("zh") == "Ngành");
  CHECK(site::LocalText{{{"en", "Sector"}}}.in("vi") == "Sector");
  CHECK(site::LocalText{}.in("vi").empty());
}

TEST_CASE("Common fields are sorted, and no shipped type has one of its own") {
  const auto& fields = site::common_fields();
  REQUIRE(fields.size() == 26);
  for (std::size_t at = 1; at < fields.size(); ++at) CHECK(fields[at - 1].key < fields[at].key);
}
