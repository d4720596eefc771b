// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/results_feed.h"

#include <algorithm>

#include "generator/base/html_escape.h"
#include "search/server/results_page.h"

namespace congbo::search {
namespace {

constexpr std::string_view page_path = "/tim-kiem";

// A moment as it is; the beginning, in Vietnam, of a day; the beginning of all days where nothing is known.
std::string moment_of(const Hit& hit) {
  for (const std::string* known : {&hit.updated, &hit.published, &hit.date}) {
    if (known->find('T') != std::string::npos) return *known;
    if (!known->empty()) return *known + "T00:00:00+07:00";
  }
  return "1970-01-01T00:00:00Z";
}

std::string element(const std::string& name, const std::string& text) {
  return "<" + name + ">" + html_escape(text) + "</" + name + ">\n";
}

std::string absolute(const std::string& base, const std::string& address) {
  return address.starts_with("/") ? base + address : address;
}

std::string entry(const Hit& hit, const std::string& base) {
  const std::string address = absolute(base, hit.address);
  std::string text =
      "<entry>\n" + element("id", address) + element("title", hit.title) + element("updated", moment_of(hit));
  text += "<link rel=\"alternate\" href=\"" + html_escape(address) + "\"/>\n";
  if (!hit.unit_label.empty()) text += "<author>" + element("name", hit.unit_label) + "</author>\n";
  if (!hit.summary.empty()) text += element("summary", hit.summary);
  return text + "</entry>\n";
}

}  // namespace

std::string feed_address(const SearchParameters& parameters) {
  SearchParameters first = parameters;
  first.page = 1;
  first.query.order = SortOrder::relevance;  // a feed has one order
  return std::string(page_path) + ".atom" + search_address(first).substr(page_path.size());
}

std::string results_feed(const SearchParameters& parameters, const Answer& answer, const std::string& base) {
  std::string updated = "1970-01-01T00:00:00Z";
  for (const Hit& hit : answer.hits) updated = std::max(updated, moment_of(hit));
  const std::string self = base + feed_address(parameters);
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  text += element("id", self) + element("title", page_title(parameters)) + element("updated", updated);
  text += "<author>" + element("name", base.substr(base.find("//") + 2)) + "</author>\n";
  text += "<link rel=\"self\" href=\"" + html_escape(self) + "\"/>\n";
  text += "<link rel=\"alternate\" href=\"" + html_escape(base + search_address(parameters)) + "\"/>\n";
  for (const Hit& hit : answer.hits) text += entry(hit, base);
  return text + "</feed>\n";
}

}  // namespace congbo::search
