// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/record/province.h"

using namespace congbo;
using site::Kind;
using testing::Province;
using testing::schema;
using testing::value;
using testing::words;

namespace {

void set(pages::Page& page, const site::FieldSchema& field, pages::Value data) {
  page.fields.push_back({&field, std::move(data)});
}

const record::DisplayField& only_field(const Province& province) {
  REQUIRE(province.publication.records.size() == 1);
  REQUIRE(province.publication.records[0].fields.size() == 1);
  return province.publication.records[0].fields[0];
}

}  // namespace

TEST_CASE("only visible pages have records", "[REF-04][REV-05]") {
  Province province;
  province.add(province.main(), "a");
  province.add(province.main(), "b");
  province.add(province.main(), "c");
  province.hidden = {"b"};
  province.withdrawn = {"c"};
  const auto& publication = province.publish();
  REQUIRE(publication.records.size() == 3);
  CHECK(publication.records[0].page != nullptr);
  CHECK(publication.records[1].page == nullptr);
  CHECK(publication.records[1].url.empty());
  CHECK(publication.records[2].state == edition::State::withdrawn);
}

TEST_CASE("a record bears labels in the page's language", "[ID-03][LNG-02]") {
  Province province;
  pages::Page& page = province.add(province.main(), "en/a", "news", "en");
  page.unit = "so-noi-vu";
  page.category = "chi-dao";
  page.tags = {"chuyển đổi số"};
  province.publish();
  const auto& record = province.record("en/a");
  CHECK(record.unit->id == "so-noi-vu");
  CHECK(record.unit->text == "Department of Home Affairs");
  CHECK(record.category->text == "Directives");
  CHECK(record.type->text == "Tin tức");  // no English label: the Vietnamese one
  REQUIRE(record.tags.size() == 1);
  CHECK(record.tags[0]->text == "chuyển đổi số");
}

TEST_CASE("days are whole or have a time; an update counts only after the date", "[NEW-01]") {
  Province province;
  pages::Page& whole = province.add(province.main(), "a");
  whole.date = start_of_day({2026, 11, 3});
  whole.updated_on = Date{2026, 11, 3};
  pages::Page& timed = province.add(province.main(), "b");
  timed.date = parse_instant("2026-11-03T09:00");
  timed.date_has_time = true;
  timed.updated_on = Date{2026, 11, 4};
  province.publish();
  CHECK(province.record("a").date_machine == "2026-11-03");
  CHECK(province.record("a").date_text == "03/11/2026");
  CHECK(province.record("a").updated_machine.empty());
  CHECK(province.record("b").date_machine == "2026-11-03T09:00:00+07:00");
  CHECK(province.record("b").date_text == "09:00, 03/11/2026");
  CHECK(province.record("b").updated_machine == "2026-11-04");
  CHECK(province.record("b").updated_text == "04/11/2026");
}

TEST_CASE("the description is the summary, else the beginning of the text", "[ENC-04]") {
  Province province;
  province.add(province.main(), "a").summary = "Tóm tắt";
  province.add(province.main(), "b");
  province.add(province.main(), "c");
  pages::Page& document = province.add(province.main(), "d", "document");
  const site::FieldSchema abstract = schema("abstract", Kind::text, "Trích yếu");
  set(document, abstract, value(std::string("Về việc phân cấp")));
  province.fragments["d"].plain_text = "ỦY BAN NHÂN DÂN";
  province.fragments["a"].plain_text = "Nội dung";
  for (int i = 0; i < 100; ++i) province.fragments["b"].plain_text += "Đoạn văn.\n";
  province.publish();
  CHECK(description(province.record("a")) == "Tóm tắt");
  CHECK_THAT(description(province.record("b")), Catch::StartsWith("Đoạn văn. Đoạn văn. ") && Catch::EndsWith("…"));
  CHECK(description(province.record("c")).empty());
  CHECK(description(province.record("d")) == "Về việc phân cấp");
}

TEST_CASE("fields are formatted by their kind", "[DOC-06][LNG-01]") {
  struct Row {
    Kind kind;
    pages::Value data;
    std::string text, machine;
  };
  const std::vector<Row> rows = {
      {Kind::text, value(std::string("40/2012/QĐ-UBND")), "40/2012/QĐ-UBND", "40/2012/QĐ-UBND"},
      {Kind::markdown, value(std::string("**đậm**")), "**đậm**", "**đậm**"},
      {Kind::person, value(std::string("Trưởng phòng")), "Trưởng phòng", "Trưởng phòng"},
      {Kind::date, value(Date{2024, 3, 4}), "04/3/2024", "2024-03-04"},
      {Kind::datetime, value(*parse_instant("2024-03-04T09:30")), "09:30, 04/3/2024", "2024-03-04T09:30:00+07:00"},
      {Kind::number, value(pages::Number{"1234567.5", 1234567.5}), "1.234.567,5", "1234567.5"},
      {Kind::boolean, value(true), "Có", "true"},
      {Kind::choice, value(std::string("khan")), "Khẩn", "khan"},
      {Kind::choice, value(std::string("khong-biet")), "khong-biet", "khong-biet"},
      {Kind::unit, value(std::string("so-noi-vu")), "Sở Nội vụ", "so-noi-vu"},
      {Kind::reference, value(std::string("Luật số 104/2016/QH13")), "Luật số 104/2016/QH13", "Luật số 104/2016/QH13"},
  };
  for (const Row& row : rows) {
    INFO(site::name_of(row.kind) << " " << row.text);
    Province province;
    const site::FieldSchema field = schema("khoa", row.kind, "Nhãn");
    set(province.add(province.main(), "a"), field, row.data);
    province.publish();
    CHECK(only_field(province).label == "Nhãn");
    CHECK(only_field(province).kind == row.kind);
    CHECK(only_field(province).text == row.text);
    CHECK(only_field(province).machine == row.machine);
  }
}

TEST_CASE("phase and validity are those of the edition's moment", "[DOC-03]") {
  Province province;  // 10 November 2026
  province.main().strings["vi"]["phase.open"] = "Đang lấy ý kiến";
  province.main().strings["vi"]["validity.in-force"] = "Còn hiệu lực";
  const site::FieldSchema opens = schema("opens_on", Kind::date, ""), closes = schema("closes_on", Kind::date, "");
  const site::FieldSchema effective = schema("effective_on", Kind::date, "");
  pages::Page& consultation = province.add(province.main(), "a");
  set(consultation, opens, value(Date{2026, 11, 1}));
  set(consultation, closes, value(Date{2026, 11, 10}));
  set(province.add(province.main(), "b", "document"), effective, value(Date{2026, 1, 1}));
  set(province.add(province.main(), "c", "document"), effective, value(Date{2027, 1, 1}));
  province.publish();
  CHECK(province.record("a").phase == "open");
  CHECK(province.record("a").phase_text == "Đang lấy ý kiến");
  CHECK(province.record("a").validity.empty());
  CHECK(province.record("b").validity == "in-force");
  CHECK(province.record("b").validity_text == "Còn hiệu lực");
  CHECK(province.record("c").validity == "pending");
  CHECK(province.record("c").validity_text.empty());
}

TEST_CASE("a year is not grouped", "[LNG-01]") {
  Province province;
  const site::FieldSchema field = schema("budget_year", Kind::number, "Năm ngân sách");
  set(province.add(province.main(), "a"), field, value(pages::Number{"2026", 2026}));
  province.publish();
  CHECK(only_field(province).text == "2026");
}

TEST_CASE("a choice from a vocabulary bears its label", "[ID-11]") {
  Province province;
  site::FieldSchema field = schema("field", Kind::choice, "Lĩnh vực");
  field.vocabulary = "field";
  set(province.add(province.main(), "a"), field, value(std::string("noi-vu")));
  province.publish();
  CHECK(only_field(province).text == "Nội vụ");
  REQUIRE(only_field(province).links.size() == 1);
  CHECK(only_field(province).links[0]->id == "noi-vu");
}

TEST_CASE("a reference leads to its page, and a page that is not public is not told of", "[REF-04]") {
  Province province;
  const site::FieldSchema field = schema("replaces", Kind::reference, "Thay thế");
  set(province.add(province.main(), "a"), field, value(std::string("b")));
  set(province.add(province.main(), "c"), field, value(std::string("mat")));
  set(province.add(province.department(), "d"), field, value(std::string("b")));
  province.add(province.main(), "b").title = "Quyết định cũ";
  province.add(province.main(), "mat").title = "CANARY";
  province.hidden = {"mat"};
  province.publish();
  REQUIRE(province.record("a").fields.size() == 1);
  CHECK(province.record("a").fields[0].text == "Quyết định cũ");
  CHECK(province.record("a").fields[0].links[0]->path == "/b.html");
  CHECK(province.record("c").fields.empty());
  REQUIRE(province.record("d").fields.size() == 1);
  CHECK(province.record("d").fields[0].links[0]->path == "https://tinh.example.gov.vn/b.html");
}

TEST_CASE("lists and objects are joined; empty values are left out", "[DOC-06]") {
  Province province;
  site::FieldSchema list = schema("members", Kind::list, "Thành viên");
  site::FieldSchema object = schema("", Kind::object, "");
  object.fields = {schema("name", Kind::text, "Họ tên"), schema("since", Kind::date, "Từ ngày")};
  list.fields = {object};
  const pages::Value first =
      value(pages::Object{{"name", value(std::string("A"))}, {"since", value(Date{2026, 1, 2})}});
  const pages::Value second = value(pages::Object{{"name", value(std::string("B"))}, {"since", pages::Value()}});
  set(province.add(province.main(), "a"), list, value(pages::List{first, pages::Value(), second}));
  const site::FieldSchema nothing = schema("rong", Kind::text, "Rỗng");
  set(province.add(province.main(), "b"), nothing, pages::Value());
  province.publish();
  REQUIRE(province.record("a").fields.size() == 1);
  CHECK(province.record("a").fields[0].text == "A, Từ ngày: 02/01/2026; B");
  CHECK(province.record("b").fields.empty());
}

TEST_CASE("an object by itself names all its keys", "[DOC-06]") {
  Province province;
  site::FieldSchema fee = schema("fee", Kind::object, "Phí");
  fee.fields = {schema("amount", Kind::text, "Mức thu"), schema("none", Kind::boolean, "Không thu")};
  const pages::Object object = {{"amount", value(std::string("75.000 đồng"))}, {"none", value(true)}};
  set(province.add(province.main(), "a"), fee, value(object));
  province.publish();
  CHECK(only_field(province).text == "Mức thu: 75.000 đồng, Không thu: Có");
}

TEST_CASE("every file a page refers to is listed once, in order, if it is there", "[DOC-06]") {
  Province province;
  pages::Page& page = province.add(province.main(), "tin-tuc/a");
  site::FieldSchema list = schema("attachments", Kind::list, "Tệp");
  site::FieldSchema object = schema("", Kind::object, "");
  object.fields = {schema("title", Kind::text, "Tên"), schema("file", Kind::file, "Tệp")};
  list.fields = {object};
  set(page, list,
      value(pages::List{value(pages::Object{{"title", value(std::string("Biểu mẫu số 1"))},
                                            {"file", value(std::string("content/tin-tuc/a/m1.docx"))}})}));
  page.cover = "content/tin-tuc/a/bia.jpg";
  auto& holes = province.fragments["tin-tuc/a"].holes;
  const auto add_hole = [&](markdown::HoleKind kind, std::string target, std::string text) {
    markdown::Hole hole;
    hole.kind = kind;
    hole.target = std::move(target);
    hole.text = std::move(text);
    holes.push_back(hole);
  };
  add_hole(markdown::HoleKind::link, "a/m1.docx", "lần nữa");
  add_hole(markdown::HoleKind::link, "a/bao cao.pdf", "Báo cáo");
  add_hole(markdown::HoleKind::link, "a/khong-co.pdf", "không có");
  add_hole(markdown::HoleKind::link, "https://example.org/x.pdf", "ngoài");
  add_hole(markdown::HoleKind::link, "../_site/site.yaml", "cấu hình");
  add_hole(markdown::HoleKind::image, "/tin-tuc/a/anh.png", "ảnh");
  add_hole(markdown::HoleKind::component, "gallery", "");
  holes.back().parameters = {{"src", "a/phim.mp4"}, {"title", "Phim"}, {"caption", "a/thua.pdf"}};
  holes.back().items = {"a/h1.jpg | chú thích", "![h2](a/h2.jpg)"};
  for (const char* name : {"m1.docx", "bia.jpg", "bao cao.pdf", "anh.png", "phim.mp4", "h1.jpg", "h2.jpg", "thua.pdf"})
    province.files["content/tin-tuc/a/" + std::string(name)] = "12345";
  province.files["content/_site/site.yaml"] = "bí mật";
  province.publish();
  const auto& files = province.record("tin-tuc/a").files;
  std::vector<std::string> paths;
  for (const record::FileLink& file : files) paths.push_back(file.path);
  CHECK(paths == std::vector<std::string>{"/tin-tuc/a/m1.docx", "/tin-tuc/a/bia.jpg", "/tin-tuc/a/bao cao.pdf",
                                          "/tin-tuc/a/anh.png", "/tin-tuc/a/phim.mp4", "/tin-tuc/a/h1.jpg",
                                          "/tin-tuc/a/h2.jpg"});
  REQUIRE(files.size() == 7);
  CHECK(files[0].name == "Biểu mẫu số 1");
  CHECK(files[0].type == "DOCX");
  CHECK(files[0].size == 5);
  CHECK(files[1].name == "bia.jpg");
  CHECK(files[2].name == "Báo cáo");
  CHECK(files[4].name == "Phim");
  CHECK(files[2].address == "/tin-tuc/a/bao%20cao.pdf");
}

TEST_CASE("records do not depend on the number of threads", "[ENC-04]") {
  Province province;
  for (int i = 0; i < 300; ++i) {
    pages::Page& page = province.add(province.main(), std::string("tin-tuc/") + std::to_string(i));
    page.unit = "so-noi-vu";
    page.tags = {std::string("a") + std::to_string(i % 7)};
    page.date = Instant{1'700'000'000 + i * 3600};
  }
  const auto printed = [&](unsigned jobs) {
    const auto& publication = province.publish(jobs);
    std::string all;
    for (const auto& record : publication.records)
      all += record::json_twin(publication, record) + record::json_ld(publication, record);
    return all;
  };
  CHECK(printed(1) == printed(4));
}
