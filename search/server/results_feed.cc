// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/results_feed.h"

#include <algorithm>

#include "generator/formats/xml.h"
#include "search/server/results_page.h"

namespace congbo::search {
namespace {

using formats::XmlWriter;

constexpr std::string_view page_path = "/tim-kiem";
constexpr std::string_view long_ago = "1970-01-01T00:00:00Z";

// A moment as it is; the beginning, in Vietnam, of a day; the beginning of all days where nothing is known.
std::string moment_of(const Hit& hit) {
  for (const std::string* known : {&hit.updated, &hit.published, &hit.date}) {
    if (known->find('T') != std::string::npos) return *known;
    if (!known->empty()) return *known + "T00:00:00+07:00";
  }
  return std::string(long_ago);
}

std::string absolute(const std::string& base, const std::string& address) {
  return address.starts_with("/") ? base + address : address;
}

void add_link(XmlWriter& xml, std::string_view relation, const std::string& address) {
  xml.open("link").attribute("rel", relation).attribute("href", address).close();
}

void add_author(XmlWriter& xml, std::string_view name) {
  if (!name.empty()) xml.open("author").element("name", name).close();
}

void add_entry(XmlWriter& xml, const Hit& hit, const std::string& base) {
  const std::string address = absolute(base, hit.address);
  xml.open("entry").element("id", address).element("title", hit.title).element("updated", moment_of(hit));
  add_link(xml, "alternate", address);
  add_author(xml, hit.unit_label);
  xml.element_unless_empty("summary", hit.summary).close();
}

}  // namespace

std::string feed_address(const SearchParameters& parameters) {
  SearchParameters first = parameters;
  first.page = 1;
  first.query.order = SortOrder::relevance;  // a feed has one order
  return std::string(page_path) + ".atom" + search_address(first).substr(page_path.size());
}

std::string results_feed(const SearchParameters& parameters, const Answer& answer, const std::string& base) {
  std::string updated(long_ago);
  for (const Hit& hit : answer.hits) updated = std::max(updated, moment_of(hit));
  const std::string self = base + feed_address(parameters);
  XmlWriter xml;
  xml.open("feed").attribute("xmlns", "http://www.w3.org/2005/Atom");
  xml.element("id", self).element("title", page_title(parameters)).element("updated", updated);
  add_author(xml, base.substr(base.find("//") + 2));
  add_link(xml, "self", self);
  add_link(xml, "alternate", base + search_address(parameters));
  for (const Hit& hit : answer.hits) add_entry(xml, hit, base);
  xml.close();
  return xml.take();
}

}  // namespace congbo::search
