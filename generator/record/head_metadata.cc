// SPDX-License-Identifier: GPL-3.0-or-later
// <meta> elements of a page: Dublin Core as circular 24/2011/TT-BTTTT asks for it (no element is ever empty), Open
// Graph.
#include "generator/record/people.h"

namespace congbo::record {

namespace {

class Elements {
 public:
  void add(std::string_view name, std::string_view content) { add("name", name, content); }
  void add_property(std::string_view name, std::string_view content) { add("property", name, content); }
  std::vector<MetaElement> take() { return std::move(elements_); }

 private:
  void add(std::string_view attribute, std::string_view name, std::string_view content) {
    if (!content.empty()) elements_.push_back({attribute, std::string(name), std::string(content)});
  }
  std::vector<MetaElement> elements_;
};

std::string subject(const PublicRecord& record) {
  std::string text = record.category->text;
  for (const auto& tag : record.tags) {
    if (!text.empty()) text += "; ";
    text += tag->text;
  }
  return text;
}

// "vi" → "vi_VN", as Open Graph writes languages.
std::string_view locale_of(std::string_view language) {
  if (language == "vi") return "vi_VN";
  if (language == "en") return "en_US";
  if (language == "zh") return "zh_CN";
  if (language == "km") return "km_KH";
  if (language == "lo") return "lo_LA";
  if (language == "fr") return "fr_FR";
  return {};
}

void add_dublin_core(Elements& elements, const PublicRecord& record) {
  const pages::Page& page = *record.page;
  elements.add("DC.title", page.title);
  elements.add("DC.creator", creator_name(record));
  elements.add("DC.date", record.published_machine.empty() ? record.updated_machine : record.published_machine);
  elements.add("DC.description", description(record).empty() ? page.title : description(record));
  elements.add("DC.publisher", publisher_name(record));
  elements.add("DC.identifier", record.url);
  elements.add("DC.identifier", machine_of(record, "number"));
  elements.add("DC.language", page.route.language);
  elements.add("DC.source", page.source_name);
  elements.add("DC.source", page.source_url);
  elements.add("DC.subject", subject(record));
}

void add_open_graph(Elements& elements, const PublicRecord& record) {
  const pages::Page& page = *record.page;
  const std::string cover = cover_url(record);
  elements.add_property("og:type", page.section_index ? "website" : "article");
  elements.add_property("og:title", page.title);
  elements.add_property("og:description", description(record));
  elements.add_property("og:url", record.url);
  elements.add_property("og:site_name", portal_name(record));
  elements.add_property("og:locale", locale_of(page.route.language));
  elements.add_property("og:image", cover);
  if (!cover.empty()) elements.add_property("og:image:alt", page.cover_alt);
  if (page.section_index) return;
  elements.add_property("article:published_time", record.published_machine);
  elements.add_property("article:modified_time", record.updated_machine);
  elements.add_property("article:section", record.category->text);
}

}  // namespace

std::vector<MetaElement> head_metadata(const Publication&, const PublicRecord& record) {
  Elements elements;
  elements.add("description", description(record));
  if (record.state != edition::State::published) elements.add("robots", "noindex");
  add_dublin_core(elements, record);
  add_open_graph(elements, record);
  return elements.take();
}

}  // namespace congbo::record
