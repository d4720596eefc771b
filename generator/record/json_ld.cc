// SPDX-License-Identifier: GPL-3.0-or-later
// schema.org description of a page: one graph of the page itself and its way from the home page.
#include <algorithm>
#include <array>

#include "generator/formats/json.h"
#include "generator/record/json_ld_kinds.h"
#include "generator/record/json_ld_relations.h"
#include "generator/record/people.h"

namespace congbo::record {

namespace {

using formats::JsonWriter;

// Which properties the type may have: the last four have a name but no headline, author or publisher.
enum class Family { creative_work, legislation, event, service, person, other };

Family family_of(std::string_view type) {
  if (type == "Legislation") return Family::legislation;
  if (type.ends_with("Event")) return Family::event;
  if (type == "GovernmentService" || type == "Service") return Family::service;
  if (type == "Person") return Family::person;
  static constexpr std::array<std::string_view, 9> not_works = {
      "GovernmentOffice", "GovernmentOrganization", "JobPosting", "Organization", "Place", "Product", "Project", "Role",
      "TouristAttraction"};
  const bool other = std::find(not_works.begin(), not_works.end(), type) != not_works.end();
  return other ? Family::other : Family::creative_work;
}

std::string_view schema_type(const PublicRecord& record) {
  if (record.page->section_index) return "CollectionPage";
  const bool named = record.page->type && !record.page->type->schema_org.empty();
  return named ? std::string_view(record.page->type->schema_org) : "Article";
}

void write_organization(JsonWriter& json, std::string_view key, std::string_view name, std::string_view url) {
  json.key(key).begin_object();
  json.key("@type").value("GovernmentOrganization").key("name").value(name).text_unless_empty("url", url);
  json.end_object();
}

// «Ban Biên tập», «Sở Nội vụ» sign as authors too; a body is not a person.
bool is_body(std::string_view author) {
  static constexpr std::array<std::string_view, 14> first_words = {
      "Ban ",   "Báo ", "Bộ ",      "Chi cục ", "Cổng ",      "Cục ",    "Đài ",
      "Phòng ", "Sở ",  "Tạp chí ", "Tổ ",      "Trung tâm ", "Ủy ban ", "Văn phòng "};
  return std::any_of(first_words.begin(), first_words.end(),
                     [&](std::string_view word) { return author.starts_with(word); });
}

void write_author(JsonWriter& json, const PublicRecord& record) {
  const std::string& author = record.page->author;
  if (author.empty() || is_body(author))
    return write_organization(json, "author", author.empty() ? creator_name(record) : author, {});
  json.key("author").begin_object().key("@type").value("Person").key("name").value(author).end_object();
}

void write_common(JsonWriter& json, const PublicRecord& record, std::string_view type, Family family) {
  const bool work = family == Family::creative_work || family == Family::legislation;
  json.key("@type").value(type).key("@id").value(record.url);
  json.key("name").value(record.page->title);
  if (work) json.key("headline").value(record.page->title).key("inLanguage").value(record.page->route.language);
  json.text_unless_empty("description", description(record)).key("url").value(record.url);
  json.key("mainEntityOfPage").begin_object().key("@type").value("WebPage").key("@id").value(record.url).end_object();
  json.text_unless_empty("image", cover_url(record));
}

// Author, publisher, days and the terms of reuse (USE-01).
void write_work(JsonWriter& json, const PublicRecord& record) {
  const site::Portal& portal = *record.page->portal;
  const std::string& language = record.page->route.language;
  json.text_unless_empty("datePublished", record.published_machine);
  json.text_unless_empty("dateModified",
                         record.updated_machine.empty() ? record.published_machine : record.updated_machine);
  write_author(json, record);
  write_organization(json, "creator", creator_name(record), absolute_url(portal, record.unit->path));
  write_organization(json, "publisher", publisher_name(record), canonical_url(portal, "/"));
  json.text_unless_empty("isBasedOn", record.page->source_url);
  json.text_unless_empty("articleSection", record.category->text);
  if (!record.tags.empty()) {
    json.key("keywords").begin_array();
    for (const auto& tag : record.tags) json.value(tag->text);
    json.end_array();
  }
  if (record.state == edition::State::withdrawn) json.key("creativeWorkStatus").value("Withdrawn");
  if (const std::string& notice = portal.reuse_notice.in(language); !notice.empty()) {
    json.key("isAccessibleForFree").value(true).key("creditText").value(notice);
    json.key("license").begin_object().key("@type").value("CreativeWork").key("text").value(notice).end_object();
  }
}

void write_files(JsonWriter& json, const PublicRecord& record, std::string_view type) {
  if (std::all_of(record.files.begin(), record.files.end(),
                  [&](const FileLink& f) { return f.source == record.page->cover; }))
    return;
  const bool data = type == "Dataset";
  json.key(data ? "distribution" : "associatedMedia").begin_array();
  for (const FileLink& file : record.files) {
    if (file.source == record.page->cover) continue;
    json.begin_object().key("@type").value(data ? "DataDownload" : "MediaObject").key("name").value(file.name);
    json.key("contentUrl").value(record.page->portal->base_url + file.address);
    if (file.size > 0) json.key("contentSize").value(std::to_string(file.size));
    json.end_object();
  }
  json.end_array();
}

std::string_view legal_force(std::string_view validity) {
  if (validity == "partly") return "PartiallyInForce";
  return validity == "in-force" ? "InForce" : "NotInForce";
}

void write_legislation(JsonWriter& json, const PublicRecord& record) {
  json.text_unless_empty("legislationIdentifier", machine_of(record, "number"));
  const DisplayField* form = shown_field(record, "form");
  if (form) json.key("legislationType").value(form->text);
  const std::string_view issued = machine_of(record, "issued_on");
  json.text_unless_empty("legislationDate", issued.empty() ? std::string_view(record.date_machine) : issued);
  json.text_unless_empty("legislationDateOfApplicability", machine_of(record, "effective_on"));
  const DisplayField* issuer = shown_field(record, "issuer");
  if (!record.validity.empty()) json.key("legislationLegalForce").value(legal_force(record.validity));
  write_organization(json, "legislationPassedBy", issuer ? issuer->text : creator_name(record), {});
  if (const DisplayField* signer = shown_field(record, "signer"))
    json.key("legislationResponsible")
        .begin_object()
        .key("@type")
        .value("Person")
        .key("name")
        .value(signer->text)
        .end_object();
  write_relations(json, record);
}

std::string_view first_of(const PublicRecord& record, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys)
    if (const std::string_view value = machine_of(record, key); !value.empty()) return value;
  return {};
}

void write_event(JsonWriter& json, const PublicRecord& record) {
  const std::string_view start = first_of(record, {"starts_at", "event_at", "starts_on", "opens_on"});
  json.text_unless_empty("startDate", start.empty() ? std::string_view(record.date_machine) : start);
  json.text_unless_empty("endDate", first_of(record, {"ends_at", "event_end", "ends_on", "closes_on"}));
  if (const std::string_view place = first_of(record, {"place", "location"}); !place.empty())
    json.key("location").begin_object().key("@type").value("Place").key("name").value(place).end_object();
  write_organization(json, "organizer", creator_name(record), {});
}

void write_service(JsonWriter& json, const PublicRecord& record) {
  const DisplayField* agency = shown_field(record, "agency");
  write_organization(json, "provider", agency ? agency->text : creator_name(record), {});
  json.text_unless_empty("identifier", machine_of(record, "code"));
}

void write_person(JsonWriter& json, const PublicRecord& record) {
  json.text_unless_empty("jobTitle", machine_of(record, "position"));
  write_organization(json, "worksFor", creator_name(record), {});
}

// The body of a question's page is the answer.
void write_question(JsonWriter& json, const PublicRecord& record) {
  const std::string_view question = machine_of(record, "question");
  if (question.empty() || !record.body || record.body->plain_text.empty()) return;
  json.key("mainEntity").begin_object().key("@type").value("Question").key("name").value(record.page->title);
  json.key("text").value(question).key("answerCount").value(1);
  json.key("acceptedAnswer").begin_object().key("@type").value("Answer").key("text").value(record.body->plain_text);
  json.key("url").value(record.url).end_object().end_object();
}

class Trail {
 public:
  explicit Trail(JsonWriter& json) : json_(json) {}
  void add(std::string_view name, const std::string& url) {
    json_.begin_object().key("@type").value("ListItem").key("position").value(++position_);
    json_.key("name").value(name).key("item").value(url).end_object();
  }

 private:
  JsonWriter& json_;
  int position_ = 0;
};

void write_breadcrumbs(JsonWriter& json, const Publication& publication, const PublicRecord& record) {
  const site::Portal& portal = *record.page->portal;
  const listing::Listings& listings = *publication.listings;
  const std::uint32_t section = around(publication, record).section_list;
  json.begin_object().key("@type").value("BreadcrumbList").key("itemListElement").begin_array();
  Trail trail(json);
  if (section < listings.lists.size()) {
    const listing::List& list = listings.lists[section];
    for (const listing::Link& link : list.breadcrumbs) trail.add(link.label, absolute_url(portal, link.path));
    const bool itself = list.index_page == index_of(publication, record);
    if (!itself && list.path != record.page->route.path) trail.add(list.title, absolute_url(portal, list.path));
  }
  trail.add(record.page->title, record.url);
  json.end_array().end_object();
}

}  // namespace

std::string json_ld(const Publication& publication, const PublicRecord& record) {
  const std::string_view type = schema_type(record);
  const Family family = family_of(type);
  JsonWriter json;
  json.begin_object().key("@context").value("https://schema.org").key("@graph").begin_array().begin_object();
  write_common(json, record, type, family);
  switch (family) {
    case Family::creative_work:
    case Family::legislation:
      write_work(json, record);
      write_files(json, record, type);
      if (family == Family::legislation) write_legislation(json, record);
      if (type == "QAPage") write_question(json, record);
      break;
    case Family::event:
      write_event(json, record);
      break;
    case Family::service:
      write_service(json, record);
      break;
    case Family::person:
      write_person(json, record);
      break;
    case Family::other:
      break;
  }
  write_kind(json, record, type);
  json.end_object();
  write_breadcrumbs(json, publication, record);
  json.end_array().end_object();
  return json.take();
}

}  // namespace congbo::record
