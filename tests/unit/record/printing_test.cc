// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/formats/json.h"
#include "tests/support/catch.h"
#include "tests/unit/record/province.h"

using namespace congbo;
using Catch::Contains;
using testing::Province;
using testing::schema;
using testing::value;
using testing::words;

namespace {

const std::string hostile_title =
    "</script><script>alert(1)</script> ]]> \x01\x1b \"'& \xF0\x9F\x98\x80 \xD8\xA3\xE2\x80\xAE";

formats::JsonNode parsed(const std::string& json) {
  auto node = formats::parse_json(json, "json");
  REQUIRE(node);
  return *std::move(node);
}

// A page with everything a news item may have.
pages::Page& full_news(Province& province) {
  pages::Page& page = province.add(province.main(), "tin-tuc/a");
  page.title = "Khai mạc kỳ họp";
  page.summary = "Sáng nay";
  page.unit = "so-noi-vu";
  page.category = "chi-dao";
  page.tags = {"họp"};
  page.date = start_of_day({2026, 11, 3});
  page.updated_on = Date{2026, 11, 5};
  page.change_note = "Sửa ngày";
  page.source_name = "Báo tỉnh";
  page.source_url = "https://bao.example.vn/1";
  page.cover = "content/tin-tuc/a/bia.jpg";
  page.cover_alt = "Toàn cảnh";
  province.files["content/tin-tuc/a/bia.jpg"] = "anh";
  province.files["content/tin-tuc/a/m.pdf"] = "pdf";
  markdown::Fragment& body = province.fragments["tin-tuc/a"];
  body.plain_text = "Đoạn một.\nĐoạn hai.";
  body.outline = {{2, "muc-1", "Mục 1", 3}};
  markdown::Hole hole;
  hole.target = "a/m.pdf";
  hole.text = "Tài liệu";
  body.holes = {hole};
  return page;
}

std::vector<std::string> contents(const std::vector<record::MetaElement>& elements, std::string_view name) {
  std::vector<std::string> found;
  for (const auto& element : elements)
    if (element.name == name) found.push_back(element.content);
  return found;
}

}  // namespace

TEST_CASE("Dublin Core says what circular 24/2011 asks for, and nothing empty", "[ENC-04]") {
  Province province;
  full_news(province);
  const auto& publication = province.publish();
  const auto elements = record::head_metadata(publication, province.record("tin-tuc/a"));
  const auto only = [&](std::string_view name) {
    const auto found = contents(elements, name);
    return found.size() == 1 ? found[0] : std::to_string(found.size()) + " elements";
  };
  CHECK(only("DC.title") == "Khai mạc kỳ họp");
  CHECK(only("DC.creator") == "Sở Nội vụ");
  CHECK(only("DC.date") == "2026-11-03");
  CHECK(only("DC.description") == "Sáng nay");
  CHECK(only("DC.publisher") == "Ủy ban nhân dân tỉnh Sông Lam");
  CHECK(only("DC.identifier") == "https://tinh.example.gov.vn/tin-tuc/a.html");
  CHECK(only("DC.language") == "vi");
  CHECK(only("DC.subject") == "Chỉ đạo, điều hành; họp");
  CHECK(contents(elements, "DC.source") == std::vector<std::string>{"Báo tỉnh", "https://bao.example.vn/1"});
  CHECK(only("description") == "Sáng nay");
  CHECK(only("og:url") == "https://tinh.example.gov.vn/tin-tuc/a.html");
  CHECK(only("og:image") == "https://tinh.example.gov.vn/tin-tuc/a/bia.jpg");
  CHECK(only("og:site_name") == "Cổng thông tin điện tử tỉnh Sông Lam");
  CHECK(only("article:modified_time") == "2026-11-05");
  CHECK(contents(elements, "robots").empty());
}

TEST_CASE("a page that says little still has the mandatory metadata", "[ENC-04][ID-01]") {
  Province province;
  province.add(province.main(), "a").title = "Giới thiệu";
  province.main().owner = {};
  const auto& publication = province.publish();
  const auto elements = record::head_metadata(publication, province.record("a"));
  for (const auto& element : elements) {
    INFO(element.name);
    CHECK_FALSE(element.content.empty());
  }
  for (const char* name :
       {"DC.title", "DC.creator", "DC.description", "DC.publisher", "DC.identifier", "DC.language"}) {
    INFO(name);
    CHECK(contents(elements, name).size() == 1);
  }
  CHECK(contents(elements, "DC.publisher")[0] == "Cổng thông tin điện tử tỉnh Sông Lam");
}

TEST_CASE("crawlers are told to leave a withdrawn page alone", "[REV-05]") {
  Province province;
  province.add(province.main(), "a");
  province.withdrawn = {"a"};
  const auto& publication = province.publish();
  CHECK(contents(record::head_metadata(publication, province.record("a")), "robots") ==
        std::vector<std::string>{"noindex"});
}

TEST_CASE("the structured description names page, body, days, terms of reuse and the way home", "[ENC-04][USE-01]") {
  Province province;
  full_news(province);
  const auto& publication = province.publish();
  const std::string json = record::json_ld(publication, province.record("tin-tuc/a"));
  CHECK_THAT(json, Contains(R"("@type":"NewsArticle")"));
  CHECK_THAT(json, Contains(R"("headline":"Khai mạc kỳ họp")"));
  CHECK_THAT(json, Contains(R"("datePublished":"2026-11-03")"));
  CHECK_THAT(json, Contains(R"("dateModified":"2026-11-05")"));
  CHECK_THAT(json, Contains(R"("inLanguage":"vi")"));
  CHECK_THAT(json, Contains(R"("publisher":{"@type":"GovernmentOrganization","name":"Ủy ban nhân dân tỉnh Sông Lam")"));
  CHECK_THAT(json, Contains(R"("creator":{"@type":"GovernmentOrganization","name":"Sở Nội vụ")"));
  CHECK_THAT(json, Contains(R"("creditText":"Ghi rõ nguồn khi sử dụng lại thông tin")"));
  CHECK_THAT(json, Contains(R"("contentUrl":"https://tinh.example.gov.vn/tin-tuc/a/m.pdf")"));
  CHECK_THAT(json, Contains(R"("position":1,"name":"Trang chủ","item":"https://tinh.example.gov.vn/")"));
  CHECK_THAT(json, Contains(R"("position":2,"name":"Tin tức","item":"https://tinh.example.gov.vn/tin-tuc/")"));
  CHECK_THAT(json, Contains(R"("position":3,"name":"Khai mạc kỳ họp")"));
}

TEST_CASE("a document is described as legislation", "[DOC-06][ENC-04]") {
  Province province;
  pages::Page& page = province.add(province.main(), "van-ban/a", "document");
  const auto number = schema("number", site::Kind::text, "Số, ký hiệu");
  const auto issued = schema("issued_on", site::Kind::date, "Ngày ban hành");
  const auto effective = schema("effective_on", site::Kind::date, "Ngày có hiệu lực");
  page.fields.push_back({&number, value(std::string("40/2012/QĐ-UBND"))});
  page.fields.push_back({&issued, value(Date{2012, 10, 1})});
  page.fields.push_back({&effective, value(Date{2012, 10, 11})});
  const auto& publication = province.publish();
  const auto& record = province.record("van-ban/a");
  const std::string json = record::json_ld(publication, record);
  CHECK_THAT(json, Contains(R"("@type":"Legislation")"));
  CHECK_THAT(json, Contains(R"("legislationIdentifier":"40/2012/QĐ-UBND")"));
  CHECK_THAT(json, Contains(R"("legislationDate":"2012-10-01")"));
  CHECK_THAT(json, Contains(R"("legislationDateOfApplicability":"2012-10-11")"));
  CHECK(contents(record::head_metadata(publication, record), "DC.identifier").size() == 2);
  CHECK(record::search_document(publication, record).number == "40/2012/QĐ-UBND");
}

TEST_CASE("a body that signs as the author is no person", "[ENC-04]") {
  for (const auto& [author, type] : std::map<std::string, std::string>{{"Ban Biên tập", "GovernmentOrganization"},
                                                                       {"Sở Nội vụ", "GovernmentOrganization"},
                                                                       {"Sở", "Person"},
                                                                       {"Bút danh", "Person"}}) {
    Province province;
    full_news(province).author = author;
    const auto& publication = province.publish();
    CHECK_THAT(record::json_ld(publication, province.record("tin-tuc/a")),
               Contains("\"author\":{\"@type\":\"" + type + "\",\"name\":\"" + author + "\"}"));
  }
}

TEST_CASE("every kind of page has a description that reads as JSON", "[ENC-04][ID-08]") {
  for (const char* type : {"Article", "Legislation", "Event", "GovernmentService", "Person", "Project", "QAPage",
                           "Dataset", "VideoObject", "", "LeHoi"}) {
    INFO(type);
    Province province;
    province.main().types["news"].schema_org = type;
    pages::Page& page = full_news(province);
    const auto question = schema("question", site::Kind::markdown, "Câu hỏi");
    page.fields.push_back({&question, value(std::string("Ở đâu?"))});
    const auto& publication = province.publish();
    const std::string json = record::json_ld(publication, province.record("tin-tuc/a"));
    const formats::JsonNode graph = parsed(json);
    REQUIRE(graph.find("@graph"));
    REQUIRE(graph.find("@graph")->items.size() == 2);
    CHECK(graph.find("@graph")->items[0].text_of("@type") == (*type ? type : "Article"));
    CHECK(graph.find("@graph")->items[1].text_of("@type") == "BreadcrumbList");
    CHECK((json.find("acceptedAnswer") != std::string::npos) == (type == std::string_view("QAPage")));
    CHECK((json.find("DataDownload") != std::string::npos) == (type == std::string_view("Dataset")));
  }
}

TEST_CASE("the twin holds all public metadata and the text", "[LNK-02]") {
  Province province;
  full_news(province);
  const auto& publication = province.publish();
  const std::string json = record::json_twin(publication, province.record("tin-tuc/a"));
  CHECK(parsed(json).text_of("version") == "1");
  CHECK_THAT(json,
             Catch::StartsWith(R"({"version":1,"id":"tin-tuc/a","tag":"tag:tinh.example.gov.vn,2026:tin-tuc/a")"));
  CHECK_THAT(json, Contains(R"("text":"Đoạn một.\nĐoạn hai.")"));
  CHECK_THAT(json, Contains(R"("outline":[{"level":2,"anchor":"muc-1","text":"Mục 1"}])"));
  CHECK_THAT(json, Contains(R"("change_note":"Sửa ngày")"));
  CHECK_THAT(
      json,
      Contains(R"({"name":"Tài liệu","url":"https://tinh.example.gov.vn/tin-tuc/a/m.pdf","type":"PDF","bytes":3})"));
  CHECK_THAT(json, Contains(R"("state":"published")"));
  CHECK(json.ends_with("}\n"));
}

TEST_CASE("the twin says why a page was withdrawn, and never speaks of an embargo", "[REV-05][REF-04]") {
  Province province;
  pages::Page& page = province.add(province.main(), "a");
  page.withdrawn = pages::Withdrawal{parse_instant("2026-11-01T08:00"), "Đã thay bằng văn bản khác"};
  page.embargo = pages::Embargo{std::nullopt, "CANARY", "CANARY"};
  province.withdrawn = {"a"};
  const auto& publication = province.publish();
  const std::string json = record::json_twin(publication, province.record("a"));
  CHECK_THAT(json, Contains(R"("withdrawn":{"at":"2026-11-01T08:00:00+07:00","reason":"Đã thay bằng văn bản khác"})"));
  CHECK_THAT(json, !Contains("CANARY"));
}

TEST_CASE("translations are named by language with absolute addresses", "[LNG-02]") {
  Province province;
  province.add(province.main(), "a");
  auto& publication = province.publish();
  province.listings.around[0].translations = {{"en", "/en/a.html"}};
  CHECK_THAT(record::json_twin(publication, province.record("a")),
             Contains(R"("translations":[{"language":"en","url":"https://tinh.example.gov.vn/en/a.html"}])"));
}

TEST_CASE("the index gets what the record says", "[ID-06][REV-04]") {
  Province province;
  pages::Page& page = full_news(province);
  auto field = schema("field", site::Kind::choice, "Lĩnh vực");
  field.vocabulary = "field";
  page.fields.push_back({&field, value(std::string("noi-vu"))});
  const auto& publication = province.publish();
  const search::SearchDocument document = record::search_document(publication, province.record("tin-tuc/a"));
  CHECK(document.id == "tinh:tin-tuc/a");
  CHECK(document.address == "https://tinh.example.gov.vn/tin-tuc/a.html");
  CHECK(document.portal == "tinh");
  CHECK(document.language == "vi");
  CHECK(document.title == "Khai mạc kỳ họp");
  CHECK(document.summary == "Sáng nay");
  CHECK(document.type == "news");
  CHECK(document.type_label == "Tin tức");
  CHECK(document.unit_label == "Sở Nội vụ");
  CHECK(document.field == "noi-vu");
  CHECK(document.field_label == "Nội vụ");
  CHECK(document.year == 2026);
  CHECK(document.date == "2026-11-03");
  CHECK(document.published == province.record("tin-tuc/a").published_machine);
  CHECK_FALSE(document.published.empty());
  CHECK(document.updated == province.record("tin-tuc/a").updated_machine);
  CHECK(document.headings == std::vector<std::string>{"Mục 1"});
  CHECK(document.body == "Đoạn một.\nĐoạn hai.");
}

TEST_CASE("no title breaks out of the page's script", "[ENC-02]") {
  Province province;
  pages::Page& page = full_news(province);
  page.title = hostile_title;
  page.summary = hostile_title;
  page.author = hostile_title;
  const auto& publication = province.publish();
  const auto& record = province.record("tin-tuc/a");
  for (const std::string& json : {record::json_ld(publication, record), record::json_twin(publication, record)}) {
    INFO(json);
    parsed(json);
    CHECK(json.find('<') == std::string::npos);
    CHECK(json.find('>') == std::string::npos);
    CHECK(std::none_of(json.begin(), json.end() - 1, [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
    CHECK_THAT(json, Contains("\xF0\x9F\x98\x80") && Contains("\\u0001") && Contains("\\u003c/script"));
  }
}
