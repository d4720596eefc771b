// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings of types do to a whole site.
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string item(const std::string& path, const std::string& lines, const std::string& body = "Nội dung.") {
  return "-- content/" + path + ".md --\n---\nunit: van-phong\n" + lines + "---\n\n" + body + "\n";
}

std::string section(const std::string& path) {
  return "-- content/" + path + "/_index.md --\n---\ntitle: Mục " + path + "\n---\n";
}

std::string promotion(const std::string& name) {
  return item("tin-tuc/" + name,
              "title: Cam vào vụ\ntype: promotion\ndate: 2026-05-01\nexpires_at: 2026-06-10\nadvertiser: HTX\n"
              "subject: Cam\nauthorised_by: {authority: UBND tỉnh, number: 1/UBND, date: 2026-04-01}\n"
              "purpose: potential-product\n");
}

std::string issue(int number, const std::string& year) {
  const std::string name = "so-" + std::to_string(number) + "-" + year;
  return item("cong-bao/" + name, "title: Công báo số " + std::to_string(number) + "/" + year +
                                      "\ntype: gazette-issue\nissue: " + std::to_string(number) + "\nyear: \"" + year +
                                      "\"\nissued_on: 2026-02-03\ndocuments: [1/2026/QĐ-UBND]\nfile: a.pdf\n") +
         "-- content/cong-bao/" + name + "/a.pdf --\n%PDF-1.4\n";
}

std::string task(const std::string& name, const std::string& code) {
  return item("khoa-hoc/" + name, "title: Đề tài " + name + "\ntype: science-task\ncode: " + code +
                                      "\nmanagement_level: province\nfield: nong-nghiep\nlead_unit: Trung tâm\n"
                                      "period: {from: 2025-01-01, to: 2026-01-01}\n");
}

}  // namespace

TEST_CASE("What a type does not show stands in no byte of the site [ARC-02] [SUB-02] [CAT-14] [PII-02]") {
  const BuiltSite built =
      site_from_text(item("tin-tuc/a",
                          "title: Bài của cộng tác viên\ndate: 2026-05-01\norigin: contributor\n"
                          "supplier_ref: canary-nguoi-gui\noriginal_ref: canary-ban-goc\npermission_ref: canary-phep\n"
                          "classification: public\n"));
  CHECK(built.found() == "");
  CHECK(has(built.file("main/tin-tuc/a.html"), "Cộng tác viên"));
  for (const auto& [path, bytes] : built.all()) {
    INFO(path);
    CHECK_FALSE(has(bytes, "canary"));
  }
}

TEST_CASE("A question is found by its own words as well as by those of the answer [QA-02] [QA-14]") {
  const BuiltSite built =
      site_from_text(item("tin-tuc/hoi",
                          "title: Hỏi về khai sinh\ntype: qa\nquestion: Trẻ sinh ở nước ngoài thì khai ở đâu?\n"
                          "asked_on: 2026-05-01\nanswered_on: 2026-05-04\nfield: tu-van-phap-luat\n"
                          "answered_by: {name: Nguyễn An, position: Giám đốc, authority: head}\n",
                          "Nộp tại Sở Tư pháp."));
  CHECK(built.found() == "");
  for (const record::PublicRecord& record : built.site->publication.records) {
    if (!record.page || record.page->title != "Hỏi về khai sinh") continue;
    const search::SearchDocument document = record::search_document(built.site->publication, record);
    CHECK(has(document.body, "Trẻ sinh ở nước ngoài"));
    CHECK(has(document.body, "Nộp tại Sở Tư pháp"));
    CHECK(document.field == "tu-van-phap-luat");
  }
  CHECK(has(built.file("main/tin-tuc/index.html"), "Hỏi về khai sinh"));
}

TEST_CASE("A promotion is listed until its day, and never in a feed [ADV-01]") {
  const std::string text = promotion("cam");
  const BuiltSite before = site_from_text(text, "2026-06-09T08:00"), after = site_from_text(text, "2026-06-10T08:00");
  CHECK(before.found() == "");
  CHECK(has(before.file("main/tin-tuc/index.html"), "Cam vào vụ"));
  CHECK_FALSE(has(before.file("main/tin-tuc/atom.xml"), "Cam vào vụ"));
  CHECK(has(before.file("main/tin-tuc/cam.html"), "1/UBND"));
  for (const auto& [path, bytes] : after.all()) {
    INFO(path);
    CHECK_FALSE(has(bytes, "Cam vào vụ"));
  }
}

TEST_CASE("Issues of the gazette run without a gap within a year [GAZ-01]") {
  const std::string whole = section("cong-bao") + issue(11, "2026") + issue(12, "2026") + issue(1, "2027");
  CHECK(site_from_text(whole).found() == "");
  const BuiltSite gap = site_from_text(section("cong-bao") + issue(11, "2026") + issue(13, "2026"));
  CHECK(gap.found() == "content/cong-bao/so-13-2026.md:5:8 sequence-gap\n");
  const std::string copy = item("cong-bao/ban-sao",
                                "title: Bản sao\ntype: gazette-issue\nissue: 12\nyear: \"2026\"\n"
                                "issued_on: 2026-02-03\ndocuments: [1/2026/QĐ-UBND]\n"
                                "file: /cong-bao/so-12-2026/a.pdf\n");
  CHECK(has(site_from_text(whole + copy).found(), "sequence-repeated"));
}

TEST_CASE("Codes of science tasks are unique, and articles name tasks that exist [SCI-01] [SCI-03] [NEW-04]") {
  const std::string tasks = section("khoa-hoc") + task("mot", "A1");
  const std::string article =
      "title: Bài nghiên cứu\ntype: article\ndate: 2026-05-01\nauthor: Nguyễn An\n"
      "references: [Báo cáo tổng hợp]\nscience_task: khoa-hoc/";
  const BuiltSite good = site_from_text(tasks + task("hai", "A2") + item("tin-tuc/bai", article + "mot\n"));
  CHECK(good.found() == "");
  CHECK(has(good.file("main/tin-tuc/bai.html"), "Đề tài mot"));
  CHECK(has(site_from_text(tasks + item("tin-tuc/bai", article + "ba\n")).found(), "reference-missing"));
  CHECK(has(site_from_text(tasks + task("hai", "A1")).found(), "field-not-unique"));
}

TEST_CASE("A reply stands among directions and among questions at one address [DIR-02]") {
  const std::string site_file =
      "-- content/_site/site.yaml --\nformat: 1\nid: main\nname: {vi: Cổng}\nbase_url: https://a.example\n"
      "tag_authority: a.example\nlanguages: [vi, en]\ncontact: {address: A, phone: \"000\", email: a@a.example}\n"
      "sections: {tin-tuc: notice, chi-dao: directive, hoi-dap: qa, en/questions: qa}\n";
  const std::string reply =
      "title: Trả lời về đường làng\ntype: reply\nmatter: Sửa đường\npetition_ref: KN-1\n"
      "replied_on: 2026-05-04\nreplied_by: Sở Xây dựng\n";
  const BuiltSite built = site_from_text(site_file + section("chi-dao") + section("hoi-dap") + section("en/questions") +
                                         item("chi-dao/duong", reply));
  for (const char* list : {"main/chi-dao/index.html", "main/hoi-dap/index.html"}) {
    INFO(list);
    CHECK(has(built.file(list), "href=\"/chi-dao/duong.html\""));
  }
  CHECK_FALSE(has(built.file("main/tin-tuc/index.html"), "Trả lời về đường làng"));
  CHECK_FALSE(has(built.file("main/en/questions/index.html"), "Trả lời về đường làng"));
}

TEST_CASE(
    "A procedure shows its steps, papers, basis and where to apply and to follow [TTH-02] [TTH-03] [TTH-04] [TTH-05] "
    "[TTH-08]") {
  const BuiltSite built =
      site_from_text(item("tin-tuc/tt",
                          "title: Cấp bản sao\ntype: procedure\ndate: 2026-05-01\nagency: Ủy ban xã\nlevel: \"3\"\n"
                          "dossier: [{item: Tờ khai mẫu 3, copies: 2}]\ncopies_total: 1\nforms: [/tin-tuc/mau.pdf]\n"
                          "duration: {value: 5, unit: working-day}\nfee: {none: true}\nsteps: Bước một\n"
                          "legal_basis: [Luật Hộ tịch]\nsubmit_url: https://dvc.example/nop\n"
                          "lookup_url: https://dvc.example/tra-cuu\n") +
                     "-- content/tin-tuc/mau.pdf --\n%PDF-1.4\n");
  CHECK(built.found() == "");
  const std::string page = built.file("main/tin-tuc/tt.html");
  for (const char* part : {"Ủy ban xã", "Mức độ 3", "Tờ khai mẫu 3", "mau.pdf", "ngày làm việc", "Bước một",
                           "Luật Hộ tịch", "https://dvc.example/nop", "https://dvc.example/tra-cuu"}) {
    INFO(part);
    CHECK(has(page, part));
  }
  CHECK(has(built.file("main/tin-tuc/index.html"), "<span class=\"badge\">Mức độ 3</span>"));
}
