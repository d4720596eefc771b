// SPDX-License-Identifier: GPL-3.0-or-later
// What a portal owes as days go by, and what it may not publish, on whole small sites.
#include <string_view>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

// "code: argument; argument;" lines of findings whose code begins with one of `codes`.
std::string found(const std::string& text, const std::vector<std::string>& codes,
                  std::string_view now = "2026-06-01T08:00") {
  const BuiltSite built = site_from_text(text, now);
  std::string lines;
  for (const Diagnostic& one : built.site->found.all()) {
    bool wanted = false;
    for (const std::string& code : codes) wanted = wanted || one.code.starts_with(code);
    if (!wanted) continue;
    lines += std::string(one.severity == Severity::error ? "error " : "warning ") + one.code + ":";
    for (const std::string& argument : one.arguments) lines += " " + argument + ";";
    lines += "\n";
  }
  return lines;
}

std::string item(const std::string& path, const std::string& lines, const std::string& body = "Nội dung.\n") {
  return "-- content/" + path + ".md --\n---\nunit: van-phong\n" + lines + "---\n\n" + body;
}

const std::string quota_policy = "-- content/_site/policy.yaml --\nextends: province-by-quota\n";

std::string answer(const std::string& asked, const std::string& answered, const std::string& more) {
  return quota_policy +
         "-- content/_site/calendar.yaml --\n"
         "holidays: [2026-02-16, 2026-02-17, 2026-02-18, 2026-02-19, 2026-02-20, 2026-04-30, 2026-05-01]\n"
         "working_days: [2026-02-28]\n" +
         item("tin-tuc/hoi", "title: Hỏi\ntype: qa\nquestion: Hỏi gì?\nasked_on: " + asked +
                                 "\nanswered_on: " + answered +
                                 "\nfield: dat-dai\n"
                                 "answered_by: {name: Nguyen Van Mau, position: Giám đốc, authority: head}\n" +
                                 more);
}

std::string late(const std::string& asked, const std::string& answered, const std::string& more) {
  return found(answer(asked, answered, more), {"answer-"}, "2026-12-01T08:00");
}

}  // namespace

TEST_CASE("answers have the working days of their class, from the day the question came in",
          "[QA-05][QA-06][QA-08][QA-13]") {
  struct Row {
    const char *asked, *more, *last, *too_late, *due;
  };
  const Row row = GENERATE(values<Row>({
      {"2026-06-01", "class: own\n", "2026-06-05", "2026-06-06", "05/6/2026"},   // Monday to Friday
      {"2026-06-03", "class: own\n", "2026-06-09", "2026-06-10", "09/6/2026"},   // over a weekend
      {"2026-06-06", "class: own\n", "2026-06-12", "2026-06-13", "12/6/2026"},   // Saturday counts from Monday
      {"2026-06-07", "", "2026-06-12", "2026-06-13", "12/6/2026"},               // without a class: own
      {"2026-02-12", "class: own\n", "2026-02-25", "2026-02-26", "25/02/2026"},  // over Tết
      {"2026-02-18", "class: own\n", "2026-02-27", "2026-02-28", "27/02/2026"},  // during Tết
      {"2026-02-24", "class: own\n", "2026-02-28", "2026-03-02", "28/02/2026"},  // a Saturday that is made up for
      {"2026-04-29", "class: own\n", "2026-05-07", "2026-05-08", "07/5/2026"},   // two holidays and a weekend
      {"2026-06-01", "class: inter-agency\nwith: [van-phong]\n", "2026-06-12", "2026-06-15", "12/6/2026"},
      {"2026-02-12", "class: inter-agency\nwith: [van-phong]\n", "2026-03-03", "2026-03-04", "03/3/2026"},
  }));
  CAPTURE(row.asked, row.more);
  CHECK(late(row.asked, row.last, row.more).empty());
  const std::string finding = late(row.asked, row.too_late, row.more);
  CHECK(finding.starts_with("warning answer-late: "));
  CHECK(finding.ends_with(std::string("; ") + row.due + ";\n"));
}

TEST_CASE("a longer time is promised before the first is over, and has an end", "[QA-07]") {
  const auto special = [](const std::string& sent, const std::string& until, const std::string& answered,
                          const std::string& more = "") {
    return late("2026-06-01", answered,
                "class: special\npromise: {sent_at: " + sent + ", until: " + until + "}\n" + more);
  };
  CHECK(special("2026-06-05T16:00", "2026-06-19", "2026-06-19").empty());
  CHECK(special("2026-06-05T16:00", "2026-06-22", "2026-06-19") ==
        "error answer-promise-too-far: 22/6/2026; 19/6/2026;\n");
  CHECK(special("2026-06-08T08:00", "2026-06-19", "2026-06-19") == "warning answer-promise-late: 05/6/2026;\n");
  CHECK(special("2026-06-12T08:00", "2026-06-19", "2026-06-19", "with: [van-phong]\n").empty());
  CHECK(special("2026-06-05T16:00", "2026-06-17", "2026-06-18") == "warning answer-late: 18/6/2026; 17/6/2026;\n");
}

TEST_CASE("where the policy names no times, none is asked for; an answer says something", "[QA-05][QA-13]") {
  const std::string text = item("tin-tuc/hoi",
                                "title: Hỏi\ntype: qa\nquestion: Hỏi gì?\nasked_on: 2026-01-01\n"
                                "answered_on: 2026-05-01\nfield: dat-dai\n"
                                "answered_by: {name: Nguyen Van Mau, position: Giám đốc, authority: head}\n",
                                "");
  CHECK(found(text, {"answer-"}) == "error answer-empty: Hỏi;\n");
}

TEST_CASE("the official list of procedures is there, and what is not published is named", "[TTH-01]") {
  const auto procedure = [](const std::string& code) {
    return item("tin-tuc/" + code, "title: Thủ tục " + code + "\ntype: procedure\ncode: \"" + code +
                                       "\"\nagency: Ủy ban xã\ndossier: [{item: Đơn}]\ncopies_total: 1\nforms: []\n"
                                       "duration: {value: 5, unit: working-day}\nfee: {none: true}\n");
  };
  const std::string list = "-- content/_site/procedures.csv --\ncode,name\n1.001,Khai sinh\n1.002,Khai tử\n";
  CHECK(found(procedure("1.001") + procedure("1.002") + list, {"procedure-", "site-file"}).empty());
  CHECK(found(procedure("1.001") + list, {"procedure-"}) == "warning procedure-missing: Khai tử; 1.002; 1/2;\n");
  CHECK(found("-- content/_site/procedures.csv --\nma,ten\n1,Khai sinh\n", {"procedure-"}) ==
        "error procedure-list-columns:\n");
}

TEST_CASE("a decision on procedures is followed within two working days of its effect", "[TTH-06]") {
  const std::string decision =
      quota_policy + item("tin-tuc/qd",
                          "title: Công bố thủ tục\ntype: document\ncategory: thu-tuc-hanh-chinh\n"
                          "number: 399/QĐ-UBND\nform: quyet-dinh\nissuer: Ủy ban\nissued_on: 2026-05-20\n"
                          "effective_on: 2026-06-04\nabstract: Công bố\nfield: tu-phap\n");
  const auto procedure = [](const std::string& followed) {
    return item("tin-tuc/tt",
                "title: Khai sinh\ntype: procedure\nagency: Ủy ban xã\ndossier: [{item: Đơn}]\n"
                "copies_total: 1\nforms: []\nduration: {value: 5, unit: working-day}\nfee: {none: true}\n" +
                    followed);
  };
  CHECK(found(decision + procedure(""), {"procedure-"}, "2026-06-08T23:59").empty());
  CHECK(found(decision + procedure(""), {"procedure-"}, "2026-06-09T00:00") ==
        "warning procedure-not-updated: 399/QĐ-UBND; 08/6/2026;\n");
  CHECK(found(decision + procedure("updated_by_document: Quyết định số 399/QĐ-UBND\n"), {"procedure-"},
              "2026-06-09T00:00")
            .empty());
}

TEST_CASE("a level that was planned and not reached is named after its day", "[TTH-07]") {
  const std::string text =
      item("tin-tuc/tt",
           "title: Khai sinh\ntype: procedure\nagency: Ủy ban xã\nlevel: \"2\"\ndossier: [{item: Đơn}]\n"
           "copies_total: 1\nforms: [/tin-tuc/mau.pdf]\nduration: {value: 5, unit: working-day}\nfee: {none: true}\n"
           "target_level: \"3\"\ntarget_on: 2026-06-30\n") +
      "-- content/tin-tuc/mau.pdf --\n%PDF-1.4\n";
  CHECK(found(text, {"service-level"}, "2026-06-30T23:59").empty());
  CHECK(found(text, {"service-level"}, "2026-07-01T00:00") ==
        "warning service-level-overdue: Khai sinh; 3; 30/6/2026;\n");
}

TEST_CASE("a week without a schedule of the leaders is pointed out", "[DIR-04]") {
  const std::string text = item("tin-tuc/lich",
                                "title: Lịch\ntype: schedule\nkind: leaders\nstarts_on: 2026-06-01\n"
                                "ends_on: 2026-06-05\nentries: [{at: 2026-06-01T08:00, content: Họp}]\n");
  CHECK(found(text, {"schedule-"}, "2026-06-01T00:00").empty());
  CHECK(found(text, {"schedule-"}, "2026-06-07T23:59").empty());
  CHECK(found(text, {"schedule-"}, "2026-06-08T00:00") == "warning schedule-missing: 08/6/2026; 14/6/2026;\n");
  CHECK(found("", {"schedule-"}).empty());
}

TEST_CASE("a fiscal year has its three stages in time", "[BUD-01]") {
  const auto stage = [](const std::string& name, const std::string& id) {
    return item("tin-tuc/" + name, "title: Ngân sách " + name +
                                       "\ntype: budget-disclosure\ndate: 2026-01-10\n"
                                       "fiscal_year: \"2026\"\ndocument: 1/CK\nstage: " +
                                       id + "\n" + (id == "execution" ? "quarter: \"1\"\n" : ""));
  };
  const std::string estimate = stage("a", "estimate"), execution = stage("b", "execution");
  CHECK(found(estimate, {"budget-"}, "2026-03-31T23:59").empty());
  CHECK(found(estimate, {"budget-"}, "2026-04-01T00:00") ==
        "warning budget-stage-missing: 2026; Tình hình thực hiện;\n");
  CHECK(found(estimate + execution, {"budget-"}, "2027-12-31T23:59").empty());
  CHECK(found(estimate + execution, {"budget-"}, "2028-01-01T00:00") ==
        "warning budget-stage-missing: 2026; Quyết toán;\n");
  CHECK(found(execution, {"budget-"}) == "warning budget-stage-missing: 2026; Dự toán;\n");
  CHECK(found(estimate + execution + stage("c", "settlement"), {"budget-"}, "2028-01-01T00:00").empty());
}

TEST_CASE("a tender that has closed needs its result", "[PRJ-06]") {
  const auto tender = [](const std::string& more) {
    return item("tin-tuc/thau",
                "title: Mua máy\ntype: tender\npackage: Gói 1\nprocuring_unit: Văn phòng\n"
                "method: Rộng rãi\nopens_at: 2026-05-01T08:00\ncloses_at: 2026-06-01T09:00\n"
                "contact: Phòng 1\n" +
                    more);
  };
  CHECK(found(tender(""), {"tender-"}, "2026-06-01T09:00").empty());
  CHECK(found(tender(""), {"tender-"}, "2026-06-01T09:01") == "warning tender-result-missing: Mua máy; 01/6/2026;\n");
  CHECK(found(tender("result: Nhà thầu A.\n"), {"tender-"}, "2026-06-02T09:00").empty());
}

TEST_CASE("officials are reached at official mailboxes only", "[PPL-02]") {
  const auto with = [](const std::string& mail, const std::string& policy = "") {
    return found(policy + item("tin-tuc/an",
                               "title: An\ntype: contact\nposition: Chuyên viên\nphone: \"0\"\nemail: " + mail + "\n"),
                 {"mail-"});
  };
  CHECK(with("an@gmail.com") == "error mail-unofficial: an@gmail.com;\n");
  CHECK(with("an@tinh.example.gov.vn.example.com").starts_with("error mail-unofficial"));
  CHECK(with("an@giagov.vn").starts_with("error mail-unofficial"));
  CHECK(with("an@sotuphap.tinh.example.gov.vn").empty());
  CHECK(with("an@bo.gov.vn").empty());
  CHECK(with("an@dai-hoc.edu.vn", "-- content/_site/policy.yaml --\nmail_domains: [dai-hoc.edu.vn]\n").empty());
}

TEST_CASE("what is being verified says so on its page, and is nothing new", "[REF-06]") {
  const auto with = [](const std::string& date) {
    return item("tin-tuc/a", "title: Tin đang xem lại\ndate: " + date + "\nverifying_since: 2026-05-10\n");
  };
  const BuiltSite before = site_from_text(with("2026-05-01"));
  CHECK(before.found().empty());
  CHECK(before.file("main/tin-tuc/a.html").find("đang được kiểm chứng lại từ ngày 10/5/2026.") != std::string::npos);
  CHECK(found(with("2026-05-10"), {"verification-"}) == "error verification-pending: Tin đang xem lại;\n");
}

TEST_CASE("promotions speak of nothing that may not be advertised; news may", "[REF-10][ADV-02]") {
  const std::string body = "Đặc sản và THUỐC LÁ sợi.\n";
  const std::string promotion = item("tin-tuc/qb",
                                     "title: Quảng bá\ntype: promotion\ndate: 2026-05-01\nexpires_at: 2026-08-01\n"
                                     "advertiser: HTX\nsubject: Cam\npurpose: potential-product\n"
                                     "authorised_by: {authority: UBND tỉnh, number: 1/UBND, date: 2026-04-01}\n",
                                     body);
  const BuiltSite built = site_from_text(quota_policy + promotion);
  CHECK(built.found().find("content/tin-tuc/qb.md:13:12 promotion-banned-term\n") != std::string::npos);
  CHECK(found(promotion, {"promotion-"}).empty());
  CHECK(found(quota_policy + item("tin-tuc/tin", "title: Tin\n", body), {"promotion-"}).empty());
}

TEST_CASE("pages that nobody renewed are named, pictures among them", "[MED-04][REV-03]") {
  const std::string policy = "-- content/_site/policy.yaml --\nreview: {gallery: 365}\n";
  const auto gallery = [&](const std::string& more) {
    return policy +
           item("tin-tuc/anh",
                "title: Ảnh\ntype: gallery\ndate: 2025-01-01\nimages: [{image: anh/a.jpg, alt: Cầu, "
                "licence: CC BY}]\n" +
                    more) +
           "-- content/tin-tuc/anh/a.jpg --\nx\n";
  };
  CHECK(found(gallery(""), {"review-"}, "2026-01-01T08:00").empty());
  CHECK(found(gallery(""), {"review-"}, "2026-01-02T08:00") == "warning review-due: Ảnh; 01/01/2026;\n");
  CHECK(found(gallery("updated_on: 2025-12-01\n"), {"review-"}, "2026-01-02T08:00").empty());
  // A unit has until a day to supply again what has changed.
  CHECK(found(gallery("review_by: 2025-03-01\n"), {"review-"}, "2025-03-02T08:00") ==
        "warning review-due: Ảnh; 01/3/2025;\n");
}
