// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped type by its own schema: a complete item is accepted, and each key it asks for is missed by its name.
#include <map>

#include "generator/base/file_system.h"
#include "tests/support/minimal_item.h"
#include "tests/unit/pages/portal_for_tests.h"

using namespace congbo;
using namespace congbo::test;
using congbo::tests::MinimalItem;

namespace {

const site::Site& site_with_spokesperson() {
  static const site::Site loaded = [] {
    Diagnostics found;
    const std::string text = usual_site_files() +
                             "-- content/_site/vocabularies.yaml --\nspokesperson:\n  terms:\n"
                             "    chanh-van-phong: {vi: Chánh Văn phòng}\n";
    site::Site site = site::load_site(*memory_snapshot(files_from_text(text)), found);
    REQUIRE(found.empty());
    return site;
  }();
  return loaded;
}

std::string printed(const std::string& text) {
  Diagnostics found;
  SnapshotEntry entry;
  entry.path = "content/a.md";
  pages::load_page({&entry, &site_with_spokesperson().portals.front(), "vi"}, text, found);
  return print(found);
}

std::string without(const site::ContentType& type, const std::string& key) {
  return printed(MinimalItem(site_with_spokesperson().portals.front(), key).text(type));
}

// A complete item of the type with some lines put in or, where the key is there, changed.
std::string with(const std::string& id, const std::map<std::string, std::string>& lines) {
  const site::Portal& portal = site_with_spokesperson().portals.front();
  std::string text = MinimalItem(portal, "").text(portal.types.at(id));
  for (const auto& [key, value] : lines) {
    const std::size_t at = text.find("\n" + key + ": ");
    if (at != std::string::npos) text.erase(at, text.find('\n', at + 1) - at);
    if (!value.empty()) text.insert(text.find("\n---\n"), "\n" + key + ": " + value);
  }
  return printed(text);
}

bool has(const std::string& found, const std::string& part) {
  return found.find(part) != std::string::npos;
}

struct Mandatory {
  const char* type;
  std::vector<std::string> keys;
};

}  // namespace

TEST_CASE("Every kind of information has its type [ID-08] [CAT-04]") {
  const auto& types = site_with_spokesperson().portals.front().types;
  CHECK(types.size() == 45);
  for (const auto& [id, type] : types) {
    INFO(id);
    CHECK_FALSE(type.label.in("vi").empty());
    CHECK(type.label.texts.size() == 3);  // vi, en, zh
    CHECK_FALSE(type.schema_org.empty());
    for (const site::FieldSchema& field : type.fields) {
      INFO(field.key);
      CHECK(field.label.texts.size() >= 2);
    }
  }
}

TEST_CASE("A complete item of every type is accepted without a message") {
  for (const auto& [id, type] : site_with_spokesperson().portals.front().types) {
    INFO(MinimalItem(site_with_spokesperson().portals.front(), "").text(type));
    CHECK(without(type, "") == "");
  }
}

// The keys the regulations name, written out: a type that stops asking for one of them fails here.
TEST_CASE(
    "Types ask for what the regulations ask for [NEW-01] [DIR-01] [DIR-02] [DIR-03] [DIR-04] [DIR-05] [DIR-06] "
    "[DIR-07] "
    "[CAT-03] [CAT-06] [CAT-08] [CAT-09] [CAT-10] [CAT-11] [CAT-12] [DOC-01] [DOC-02] [CON-01] [SUR-01] [SUR-02] "
    "[SUR-03] [SUR-04] [PRJ-01] [PRJ-03] [PRJ-04] [PRJ-05] [PRJ-06] [PRJ-07] [SCI-01] [STA-01] [BUD-01] [MAP-01] "
    "[PPL-01] [PPL-02] [TTH-02] [QA-02] [QA-04] [DLG-01] [GAZ-01] [MED-06] [ADV-01]") {
  const std::vector<Mandatory> table = {
      {"news", {"summary", "category", "author", "event_at", "scope", "origin"}},
      {"directive", {"document", "document.number", "document.issued_on", "document.issuer", "classification"}},
      {"reply", {"matter", "replied_on", "replied_by"}},
      {"reward-sanction", {"unit", "kind", "subject", "subject_kind", "decision_no", "decided_on"}},
      {"schedule", {"kind", "starts_on", "entries", "entries.at", "entries.content"}},
      {"personnel-change", {"person", "to", "decision", "effective_on"}},
      {"statement", {"spokesperson", "position", "occasion", "stated_on"}},
      {"document", {"number", "form", "issuer", "issued_on", "effective_on", "abstract", "field"}},
      {"guidance", {"documents", "field"}},
      {"consultation", {"kind", "drafting_unit", "draft_files", "opens_on", "closes_on"}},
      {"survey", {"kind", "questions", "questions.text", "questions.answer", "opens_on", "closes_on", "audience"}},
      {"plan", {"kind", "period", "period.from_year", "period.to_year", "approving_body", "document"}},
      {"project",
       {"main_goal", "field", "project_type", "period", "period.from", "budget", "budget.amount", "budget.currency",
        "funding_type", "sponsor", "state"}},
      {"investment-call", {"sector", "place", "area", "capital", "capital.amount", "incentives", "contact"}},
      {"tender", {"package", "procuring_unit", "method", "opens_at", "closes_at", "contact"}},
      {"procurement", {"item", "procuring_unit", "method", "decided_on", "contact"}},
      {"enterprise", {"state", "register", "as_of"}},
      {"science-task", {"code", "management_level", "field", "lead_unit", "period", "period.from", "period.to"}},
      {"statistics", {"data", "report", "method", "analysis", "period", "period.from", "period.to"}},
      {"budget-disclosure", {"fiscal_year", "stage", "document"}},
      {"environment-record", {"kind", "area", "risk", "as_of"}},
      {"map", {"unit", "area", "level", "year", "scale", "source"}},
      {"leader", {"unit", "position", "duties"}},
      {"contact", {"unit", "position", "phone", "email"}},
      {"procedure",
       {"agency", "dossier", "dossier.item", "copies_total", "forms", "duration", "duration.value", "duration.unit",
        "fee"}},
      {"form", {"file", "version", "valid_from"}},
      {"qa",
       {"question", "asked_on", "field", "answered_on", "answered_by", "answered_by.name", "answered_by.position",
        "answered_by.authority"}},
      {"dialogue", {"topic", "leaders", "starts_at", "ends_at", "questions_open_from", "questions_open_until"}},
      {"gazette-issue", {"issue", "year", "issued_on", "documents", "file"}},
      {"promotion",
       {"advertiser", "subject", "authorised_by", "authorised_by.authority", "authorised_by.number",
        "authorised_by.date", "expires_at", "purpose"}},
      {"enterprise-promo", {"enterprise", "products", "authorised_by", "expires_at", "support", "contact"}},
      {"public-utility", {"field", "provider", "area", "hours", "phone"}},
      {"place", {"kind", "commune", "contact"}},
      {"festival", {"commune", "season", "contact"}},
      {"recruitment", {"position", "quantity", "requirements", "apply_until", "contact"}},
      {"model", {"unit", "problem", "solution", "effect", "contact"}},
      {"programme", {"broadcast_at", "channel"}},
      {"external-link", {"url"}},
      {"gallery", {"images", "images.image", "images.alt"}},
      {"audio", {"transcript"}},
  };
  for (const Mandatory& one : table) {
    const site::ContentType& type = site_with_spokesperson().portals.front().types.at(one.type);
    std::vector<std::string> asked = type.required_keys;
    tests::mandatory_keys(type.fields, "", asked);
    for (const std::string& key : one.keys) {
      INFO(one.type << " " << key);
      CHECK(std::find(asked.begin(), asked.end(), key) != asked.end());
    }
  }
}

TEST_CASE(
    "Each mandatory key of each type is missed by its name [DOC-01] [PRJ-05] [SCI-01] [STA-01] [TTH-02] [PPL-02]") {
  std::size_t tried = 0;
  for (const auto& [id, type] : site_with_spokesperson().portals.front().types) {
    std::vector<std::string> keys = type.required_keys;
    keys.emplace_back("title");
    tests::mandatory_keys(type.fields, "", keys);
    for (const std::string& key : keys) {
      INFO(id << " without " << key);
      const std::string found = without(type, key);
      if (key.find('.') == std::string::npos) {
        CHECK(has(found, "1:1 field-missing <" + key + "> <"));
        CHECK(has(found, "> <" + id + ">"));
      } else {
        CHECK(has(found, " field-missing-inside <" + key + "> <"));
      }
      CHECK_FALSE(has(found, "warning"));
      ++tried;
    }
  }
  CHECK(tried > 200);
}

TEST_CASE("A listed item has a unit or a source [ID-07] [SRC-08]") {
  for (const auto& [id, type] : site_with_spokesperson().portals.front().types) {
    INFO(id);
    const bool asked =
        std::find(type.required_keys.begin(), type.required_keys.end(), "unit") != type.required_keys.end();
    if (type.listed == site::Listed::everywhere && !asked) CHECK(without(type, "unit") == "1:1 unit-or-source-missing");
  }
}

TEST_CASE("Service levels ask for more and more [TTH-03] [TTH-07]") {
  const auto level = [](std::map<std::string, std::string> lines) { return with("procedure", lines); };
  const std::string url = "https://a.example/";
  CHECK(level({{"level", "1"}, {"forms", "[]"}, {"submit_url", ""}, {"payment_url", ""}}) == "");
  CHECK(has(level({{"level", "2"}, {"forms", "[]"}}), "field-missing-when <forms>"));
  CHECK(level({{"level", "2"}, {"submit_url", ""}, {"payment_url", ""}}) == "");
  CHECK(has(level({{"level", "3"}, {"submit_url", ""}}),
            "field-missing-when <submit_url> <Nộp hồ sơ trực tuyến> <level: 3>"));
  CHECK(level({{"level", "3"}, {"payment_url", ""}, {"result_channels", ""}}) == "");
  CHECK(has(level({{"level", "4"}, {"payment_url", ""}, {"fee", "{amount: 5000 đồng}"}}),
            "field-missing-when <payment_url>"));
  CHECK(level({{"level", "4"}, {"payment_url", ""}, {"fee", "{none: true}"}}) == "");
  CHECK(has(level({{"level", "4"}, {"result_channels", "[]"}}), "field-missing-when <result_channels>"));
  CHECK(has(level({{"level", "5"}}), "choice-unlisted <level>"));
  CHECK(has(level({{"mode", "full"}, {"submit_url", ""}}), "field-missing-when <submit_url>"));
  CHECK(has(level({{"mode", "partial"}, {"mode_reason", ""}}), "field-missing-when <mode_reason>"));
  CHECK(level({{"mode", "information"}, {"mode_reason", ""}, {"submit_url", ""}}) == "");
  CHECK(has(level({{"fee", "{}"}}), "one-of-missing <fee.none, fee.amount, fee.note>"));
  CHECK(has(level({{"target_level", "4"}, {"target_on", ""}}), "field-missing-when <target_on>"));
}

TEST_CASE("After acceptance a science task has two more keys [SCI-02]") {
  CHECK(with("science-task", {{"synthesis_report", ""}, {"application_report", ""}}) == "");
  const std::string found =
      with("science-task", {{"accepted_on", "2026-05-01"}, {"synthesis_report", ""}, {"application_report", ""}});
  CHECK(has(found, "field-missing-when <synthesis_report> <Báo cáo tổng hợp> <accepted_on>"));
  CHECK(has(found, "field-missing-when <application_report> <Báo cáo kết quả triển khai áp dụng> <accepted_on>"));
  CHECK(with("science-task", {{"accepted_on", "2026-05-01"}}) == "");
}

TEST_CASE(
    "What one value asks of another key [QA-04] [QA-06] [QA-07] [DIR-03] [SUR-01] [SUR-03] [BUD-01] [REF-12] "
    "[A11Y-01]") {
  const std::string who = "{name: Nguyễn An, position: Phó Giám đốc, authority: delegated}";
  CHECK(has(with("qa", {{"answered_by", who}}),
            "field-missing-when <answered_by.delegation_ref> <Văn bản ủy quyền> <authority: delegated>"));
  CHECK(has(with("qa", {{"class", "inter-agency"}, {"with", "[]"}}), "field-missing-when <with>"));
  CHECK(has(with("qa", {{"class", "special"}, {"promise", ""}}), "field-missing-when <promise>"));
  CHECK(with("qa", {{"class", "own"}, {"promise", ""}, {"with", ""}}) == "");
  CHECK(has(with("reward-sanction", {{"subject_kind", "person"}, {"legal_basis", ""}}),
            "field-missing-when <legal_basis>"));
  CHECK(with("reward-sanction", {{"subject_kind", "enterprise"}, {"legal_basis", ""}}) == "");
  CHECK(has(with("survey", {{"questions", "[{text: A, answer: single}]"}}), "field-missing-when <questions.options>"));
  CHECK(with("survey", {{"questions", "[{text: A, answer: scale}]"}}) == "");
  CHECK(has(with("survey", {{"result", "Tốt"}, {"respondents", ""}, {"method", ""}}),
            "field-missing-when <respondents>"));
  CHECK(has(with("budget-disclosure", {{"stage", "execution"}, {"quarter", ""}}), "field-missing-when <quarter>"));
  const std::string picture = "[{image: a.jpg, alt: A, licence: CC, people: [Nguyễn An]";
  CHECK(has(with("gallery", {{"images", picture + "}]"}}), "field-missing-when <images.consent>"));
  CHECK(with("gallery", {{"images", picture + ", public_event: true}]"}}) == "");
  CHECK(with("gallery", {{"images", picture + ", consent: 12/VP}]"}}) == "");
  CHECK(has(with("map", {{"image", "a.png"}, {"image_alt", ""}}), "field-missing-when <image_alt>"));
  CHECK(has(with("dialogue", {{"video", "a.mp4"}, {"captions", ""}}), "field-missing-when <captions>"));
}

TEST_CASE("A statement is made by a listed spokesperson [DIR-07]") {
  CHECK(has(with("statement", {{"spokesperson", "Người khác"}}), "choice-unlisted <spokesperson>"));
  CHECK(with("statement", {{"spokesperson", "Chánh Văn phòng"}}) == "");
}

TEST_CASE("Dates keep their order and numbers their limits") {
  CHECK(has(with("consultation", {{"closes_on", "2026-03-03"}}), "date-before <closes_on> <opens_on>"));
  CHECK(has(with("tender", {{"closes_at", "2026-03-01T08:00"}}), "date-before <closes_at> <opens_at>"));
  CHECK(has(with("qa", {{"answered_on", "2026-01-01"}}), "date-before <answered_on> <asked_on>"));
  CHECK(has(with("schedule", {{"entries", "[{at: 2026-03-04T09:00, until: 2026-03-04T08:00, content: A}]"}}),
            "date-before <entries.until> <at>"));
  CHECK(has(with("recruitment", {{"quantity", "0"}}), "number-too-small <quantity> <0> <1>"));
  CHECK(has(with("place", {{"lat", "91"}}), "number-too-large <lat> <91> <90>"));
  CHECK(has(with("guidance", {{"documents", "[]"}}), "list-too-short <documents> <1>"));
  CHECK(has(with("procedure", {{"dossier", "[]"}}), "list-too-short <dossier> <1>"));
}

TEST_CASE("Some keys stand for one another [MED-01] [A11Y-01] [MAP-01] [DIR-02] [ID-10]") {
  CHECK(has(with("video", {{"file", ""}}), "one-of-missing <file, url> <video>"));
  CHECK(with("video", {{"file", ""}, {"url", "https://a.example/v"}}) == "");
  CHECK(has(with("video", {{"captions", ""}}), "one-of-missing <captions, transcript> <video>"));
  CHECK(with("video", {{"captions", ""}, {"transcript", "Lời"}}) == "");
  CHECK(has(with("map", {{"image", ""}}), "one-of-missing <image, geojson> <map>"));
  CHECK(has(with("reply", {{"question", ""}}), "one-of-missing <question, petition_ref> <reply>"));
  CHECK(has(with("collection", {{"items", ""}}), "one-of-missing <items, query_tags, query_category> <collection>"));
}

TEST_CASE("Images, sound and film name their licence [SRC-03] [REF-13] [DIR-06]") {
  CHECK(has(with("gallery", {{"images", "[{image: a.jpg, alt: A}]"}}), "field-recommended <images.licence>"));
  CHECK(has(with("video", {{"licence", ""}}),
            "field-recommended <licence> <Giấy phép> <file> <licence> <title> warning"));
  CHECK(has(with("personnel-change", {{"directory_entry", ""}}), "field-recommended <directory_entry>"));
}

TEST_CASE("Nothing private may be said of leaders and officials [PPL-01] [PII-06]") {
  CHECK(has(with("leader", {{"home_address", "Số 1"}}), "field-unknown <home_address> <leader>"));
  CHECK(has(with("contact", {{"id_number", "1"}}), "field-unknown <id_number> <contact>"));
}

TEST_CASE("A draft may lack what its rules ask for [DOC-04]") {
  CHECK(with("guidance", {{"documents", "[]"}, {"status", "draft"}}) == "8:12 list-too-short <documents> <1> warning");
  CHECK(has(with("procedure", {{"level", "3"}, {"submit_url", ""}, {"status", "draft"}}),
            "field-missing-when <submit_url> <Nộp hồ sơ trực tuyến> <level: 3> <submit_url> <title> warning"));
}

TEST_CASE("The demonstration portal has an item of every type [MED-01]") {
  const std::unique_ptr<FileSystem> files = real_file_system();
  const auto snapshot = folder_snapshot(*files, CONGBO_SOURCE_DIR);
  REQUIRE(snapshot);
  Diagnostics found;
  const site::Site site = site::load_site(**snapshot, found);
  std::map<std::string, int> items;
  for (const pages::PageFile& file : pages::find_pages(**snapshot, site, found)) {
    const auto page = pages::load_page(file, *(*snapshot)->read(*file.entry), found);
    if (!page->section_index && page->status == pages::Status::published) ++items[page->type->id];
  }
  CHECK(print(found) == "");
  for (const auto& [id, type] : site.portals.front().types) {
    INFO(id);
    CHECK(items[id] > 0);
  }
}

TEST_CASE(
    "The classes that deadlines, reports and lists go by [NEW-02] [NEW-03] [DOC-05] [DOC-07] [PRJ-02] [PRJ-04] "
    "[STA-03] [CAT-12] [DIR-05]") {
  struct Class {
    const char *type, *key;
    std::vector<std::string> values;
  };
  const std::vector<Class> table = {
      {"news", "event_class", {"ordinary", "conference", "important"}},
      {"news", "scope", {"province", "domestic", "foreign"}},
      {"document", "field", {"thue"}},
      {"document", "form", {"thong-bao-ket-luan", "bao-cao", "ke-hoach", "quy-hoach"}},
      {"plan", "kind", {"tai-nguyen-moi-truong", "xay-dung", "do-thi", "khu-kinh-te", "khu-cong-nghiep"}},
      {"project", "state", {"preparing", "in-progress", "completed"}},
      {"statistics", "frequency", {"monthly", "quarterly", "yearly"}},
      {"schedule", "kind", {"leaders", "citizen-reception"}},
      {"environment-record",
       "kind",
       {"nguon-thai", "chat-thai", "o-nhiem-nghiem-trong", "o-nhiem-dac-biet-nghiem-trong", "nguy-co-su-co"}},
  };
  for (const Class& one : table) {
    for (const std::string& value : one.values) {
      INFO(one.type << " " << one.key << " " << value);
      CHECK(with(one.type, {{one.key, value}}) == "");
    }
    const std::string found = with(one.type, {{one.key, "la-gi"}});  // a short list is told whole
    const std::string key = std::string(" <") + one.key + "> <la-gi>";
    CHECK((has(found, "choice-unknown" + key) || has(found, "choice-unlisted" + key)));
  }
  CHECK(with("news", {{"derived_from", "399/QĐ-BCĐ"}}) == "");
  CHECK(has(with("news", {{"derived_form", "399/QĐ-BCĐ"}}), "field-unknown <derived_form> <news> (derived_from)"));
}
