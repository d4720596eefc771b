// SPDX-License-Identifier: GPL-3.0-or-later
// Small files of a portal that describe it to crawlers and browsers.
#include "generator/feeds/feeds.h"
#include "generator/formats/json.h"
#include "generator/formats/xml.h"

namespace congbo::feeds {

namespace {

constexpr std::size_t short_name_limit = 16;  // code points, OpenSearch 1.1
constexpr std::size_t long_name_limit = 48;
constexpr std::size_t description_limit = 1024;

const std::string& name_of(const site::Portal& portal) {
  const std::string& name = portal.name.in(portal.main_language());
  return name.empty() ? portal.id : name;
}

bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

// The first words of `text`, at most `limit` code points; a longer first word is cut.
std::string_view beginning(std::string_view text, std::size_t limit) {
  std::size_t count = 0, space = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!starts_character(text[at])) continue;
    if (text[at] == ' ') space = at;
    if (++count > limit) return text.substr(0, space > 0 ? space : at);
  }
  return text;
}

}  // namespace

std::string robots_txt(const site::Portal& portal) {
  return "User-agent: *\nAllow: /\n\nSitemap: " + portal.base_url + std::string(sitemap_index_path) + "\n";
}

std::string web_manifest(const site::Portal& portal) {
  formats::JsonWriter json(formats::JsonWriter::Layout::indented);
  json.begin_object().key("id").value("/").key("name").value(name_of(portal));
  json.key("short_name").value(beginning(name_of(portal), short_name_limit));
  json.text_unless_empty("description", portal.description.in(portal.main_language()));
  json.key("lang").value(portal.main_language()).key("dir").value("ltr");
  json.key("start_url").value("/").key("scope").value("/").key("display").value("browser").end_object();
  return json.take() += '\n';
}

std::string opensearch_description(const site::Portal& portal) {
  const std::string& name = name_of(portal);
  const std::string& described = portal.description.in(portal.main_language());
  const std::string results = record::canonical_url(portal, "/tim-kiem") + "?q={searchTerms}";
  formats::XmlWriter xml;
  xml.open("OpenSearchDescription").attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/");
  xml.element("ShortName", beginning(name, short_name_limit)).element("LongName", beginning(name, long_name_limit));
  xml.element("Description", beginning(described.empty() ? name : described, description_limit));
  for (const std::string& language : portal.languages) xml.element("Language", language);
  xml.element("InputEncoding", "UTF-8").element("OutputEncoding", "UTF-8");
  xml.open("Url").attribute("type", "text/html").attribute("method", "get").attribute("template", results).close();
  xml.open("Url").attribute("type", "application/opensearchdescription+xml").attribute("rel", "self");
  xml.attribute("template", portal.base_url + std::string(opensearch_path)).close();
  xml.close();
  return xml.take();
}

}  // namespace congbo::feeds
