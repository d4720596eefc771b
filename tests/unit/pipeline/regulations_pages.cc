// SPDX-License-Identifier: GPL-3.0-or-later
// What regulations ask of the pages of each kind, their files and their index, on whole small sites.
#include <set>

#include "tests/unit/pipeline/regulation_items.h"

using namespace congbo;
using namespace congbo::tests;

TEST_CASE("a survey shows its questions while open, and how its result was made", "[SUR-01][SUR-02][SUR-03][SUR-04]") {
  const auto survey = [](const std::string& kind, const std::string& audience) {
    return site_from_text(item("tin-tuc/ks", "title: Khảo sát\ntype: survey\nkind: " + kind +
                                                 "\nquestions: [{text: Hài lòng không?, answer: scale}]\n"
                                                 "opens_on: 2026-05-01\ncloses_on: 2026-05-31\naudience: [" +
                                                 audience +
                                                 "]\nresult: Hài lòng 92%.\nrespondents: 1204\nmethod: Phiếu giấy\n"));
  };
  const BuiltSite empty = site_from_text("");
  const auto& vocabularies = empty.site->site->portals.front().vocabularies;
  for (const site::Term& kind : vocabularies.at("survey-kind").terms)
    for (const site::Term& audience : vocabularies.at("audience").terms) {
      const BuiltSite built = survey(kind.id, audience.id);
      CHECK(built.found().empty());
      const std::string page = built.file("main/tin-tuc/ks.html");
      for (const std::string& part : {kind.label.in("vi"), audience.label.in("vi"), std::string("Hài lòng không?"),
                                      std::string("Hài lòng 92%."), std::string("1.204"), std::string("Phiếu giấy")}) {
        INFO(part);
        CHECK(has(page, part));
      }
    }
}

TEST_CASE("a survey that is over says so in words of its own", "[SUR-01]") {
  const std::string text = item("tin-tuc/ks",
                                "title: Khảo sát\ntype: survey\nkind: satisfaction\n"
                                "questions: [{text: Hài lòng không?, answer: scale}]\n"
                                "opens_on: 2026-05-01\ncloses_on: 2026-05-31\naudience: [citizens]\n");
  CHECK(has(site_from_text(text, "2026-05-31T23:59:59").file("main/tin-tuc/ks.html"), "Đang lấy ý kiến"));
  const std::string list = site_from_text(text, "2026-06-01T00:00").file("main/tin-tuc/index.html");
  CHECK(has(list, "Đã kết thúc khảo sát"));
  CHECK_FALSE(has(list, "Đã hết hạn lấy ý kiến"));
}

TEST_CASE("by the clock alone, posts and tenders say that nothing is taken any more", "[CAT-08][PRJ-06]") {
  struct Row {
    const char *type, *key, *value, *last, *after;
  };
  const Row row = GENERATE(values<Row>({
      {"recruitment", "apply_until", "2026-06-30", "2026-06-30T23:59:59", "2026-07-01T00:00:00"},
      {"tender", "closes_at", "2026-06-30T09:00", "2026-06-30T08:59:59", "2026-06-30T09:00:00"},
  }));
  CAPTURE(row.type);
  const std::string text = section("muc") + complete(site_from_text(""), "muc/a", row.type, {{row.key, row.value}});
  const BuiltSite open = site_from_text(text, row.last);
  CHECK(has(open.file("main/muc/a.html"), "Đang nhận hồ sơ"));
  CHECK(open.site->edition.next_event == parse_instant(row.after));
  const BuiltSite closed = site_from_text(text, row.after);
  CHECK(has(closed.file("main/muc/a.html"), "<span class=\"badge ended\">Đã hết hạn nhận hồ sơ</span>"));
  CHECK(has(closed.file("main/muc/index.html"), "Đã hết hạn nhận hồ sơ"));
}

TEST_CASE(
    "a page of every type prints what its type asks for, each under its label",
    "[CAT-08][CAT-10][CAT-11][CAT-12][DIR-03][DIR-06][NEW-02][NEW-03][DOC-05][DOC-07][PRJ-03][PRJ-05][SCI-01][STA-03]"
    "[MED-06][PPL-01]") {
  // These say it in their own way, and have tests of their own.
  const std::set<std::string> with_own_look = {"schedule", "collection", "gallery", "audio", "video", "external-link"};
  const BuiltSite empty = site_from_text("");
  for (const auto& [id, type] : empty.site->site->portals.front().types) {
    if (with_own_look.contains(id)) continue;
    std::map<std::string, std::string> lines = {{"unit", "van-phong"}, {"expires_at", "2027-01-01"}};
    if (id == "news") lines.insert({{"scope", "foreign"}, {"origin", "state-body"}});  // own news do not say so
    const BuiltSite built = site_from_text(section("muc") + complete(empty, "muc/a", id, lines));
    const std::string page = built.file("main/muc/a.html");
    INFO(id);
    CHECK(has(page, "<h1>"));
    for (const record::PublicRecord& record : built.site->publication.records) {
      if (!record.page || record.page->id != "muc/a") continue;
      for (const record::DisplayField& field : record.fields) {
        if (field.key == "lat" || field.key == "lon") continue;  // a link to a map
        INFO(field.key);
        CHECK(has(page, field.label));
        if (field.kind == site::Kind::object || field.kind == site::Kind::list) continue;  // shown part by part
        if (field.text.find_first_of("<>&\"'\n") == std::string::npos) CHECK(has(page, field.text));
      }
    }
  }
}

TEST_CASE("films and sound say under which licence they stand", "[SRC-03][REF-13]") {
  for (const char* type : {"video", "audio"}) {
    INFO(type);
    const BuiltSite built = site_from_text(item("tin-tuc/a", std::string("title: Phim\ntype: ") + type +
                                                                 "\nurl: https://phim.example/\ntranscript: Lời.\n"
                                                                 "licence: CC BY 4.0\n"));
    CHECK(has(built.file("main/tin-tuc/a.html"), "Giấy phép: CC BY 4.0"));
  }
}

namespace {

std::string decision(const std::string& path, const std::string& file) {
  return item(path,
              "title: Quyết định về chợ\ntype: document\nnumber: 12/2026/QĐ-UBND\nform: quyet-dinh\n"
              "issuer: Ủy ban nhân dân tỉnh\nissued_on: 2026-05-01\neffective_on: 2026-05-11\n"
              "abstract: Về chợ\nfield: cong-thuong\nfiles: [qd/a.pdf]\n") +
         "-- content/" + path + "/a.pdf --\n%PDF-1.4 " + file + "\n";
}

}  // namespace

TEST_CASE("a document leads to what explains it, as soon as that is published", "[CAT-06]") {
  const auto page = [](const std::string& more) {
    return site_from_text(decision("tin-tuc/qd", "A") +
                          item("tin-tuc/hd",
                               "title: Hỏi đáp về chợ\ntype: guidance\nfield: cong-thuong\n"
                               "documents: [Quyết định số 99/2026/QĐ-UBND, 12/2026/qđ-ubnd]\n" +
                                   more))
        .file("main/tin-tuc/qd.html");
  };
  const std::string html = page("");
  CHECK(has(html, "Bài hướng dẫn"));
  CHECK(has(html, "<a href=\"/tin-tuc/hd.html\">Hỏi đáp về chợ</a>"));
  CHECK_FALSE(has(html, "\"@reverse\""));
  CHECK_FALSE(has(page("status: draft\n"), "Hỏi đáp về chợ"));
}

TEST_CASE("a document that two portals have is the same file in both", "[DOC-08]") {
  const std::string site =
      "-- content/sites/xa/_site/site.yaml --\nname: Xã\nbase_url: https://xa.tinh.example.gov.vn\n"
      "contact: {address: Số 1, phone: \"0\", email: a@tinh.example.gov.vn}\n";
  const auto differs = [&](const std::string& main, const std::string& other) {
    return has(site_from_text(site + decision("tin-tuc/qd", main) + decision("sites/xa/tin-tuc/qd", other)).found(),
               "content/sites/xa/tin-tuc/qd.md:12:8 document-differs");
  };
  CHECK(differs("A", "B"));
  CHECK_FALSE(differs("A", "A"));
}

TEST_CASE("the one index of a release finds what lies on a sub-portal, at its own host", "[ID-06]") {
  const BuiltSite built = site_from_text(
      "-- content/sites/xa/_site/site.yaml --\nname: Xã\nbase_url: https://xa.tinh.example.gov.vn\n"
      "contact: {address: Số 1, phone: \"0\", email: a@tinh.example.gov.vn}\n" +
      item("tin-tuc/tinh", "title: Tin của tỉnh\n") + item("sites/xa/tin-tuc/xa", "title: Tin của xã\n"));
  std::map<std::string, std::string> found;
  for (const record::PublicRecord& record : built.site->publication.records)
    if (record.page) {
      const search::SearchDocument document = record::search_document(built.site->publication, record);
      found[document.title] = document.portal + " " + document.address;
    }
  CHECK(has(found["Tin của tỉnh"], "main "));
  CHECK(has(found["Tin của xã"], "xa "));
  CHECK(has(found["Tin của xã"], "xa.tinh.example.gov.vn/tin-tuc/xa"));
}

namespace {

std::string png(char width_high, char height_high) {
  std::string bytes = "\x89PNG\r\n\x1a\n";
  bytes += std::string("\0\0\0\x0dIHDR\0\0", 10) + width_high + std::string("\0\0\0", 3) + height_high;
  return bytes + std::string("\0\x08\x02\0\0\0\0\0\0\0", 10);
}

}  // namespace

TEST_CASE("a picture that is too small to be sharp is told", "[MED-03]") {
  const auto found = [](const std::string& picture) {
    std::map<std::string, std::string> files =
        files_from_text(item("tin-tuc/a", "title: Tin\n", "![Cây cầu](a/cau.png)\n"));
    files["content/tin-tuc/a/cau.png"] = picture;
    return site_from_files(std::move(files)).found();
  };
  CHECK(has(found(png(1, 1)), "image-too-small"));
  CHECK_FALSE(has(found(png(4, 3)), "image-too-small"));
}
