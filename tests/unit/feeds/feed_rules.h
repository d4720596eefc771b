// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of RFC 4287, RFC 4151, RSS 2.0 and sitemaps.org that our files must keep, as a list of what is broken.
#pragma once
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "generator/base/instant.h"
#include "generator/formats/xml.h"

namespace congbo::testing {

using Broken = std::vector<std::string>;

inline bool is_absolute_address(std::string_view text) {
  static const std::regex address("https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9%._~!$&'()*+,;=:@/?{}-]*)?");
  return std::regex_match(text.begin(), text.end(), address);
}

inline bool is_tag(std::string_view text) {
  static const std::regex tag("tag:[a-z0-9.-]+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?:[A-Za-z0-9%._~!$&'()*+,;=:@/?-]*");
  return std::regex_match(text.begin(), text.end(), tag);
}

inline bool is_rfc3339(std::string_view text) {
  static const std::regex moment("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})");
  return std::regex_match(text.begin(), text.end(), moment) && parse_instant(text).has_value();
}

inline bool is_rfc822(std::string_view text) {
  static const std::regex moment(
      "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4} "
      "[0-9]{2}:[0-9]{2}:[0-9]{2} [+-][0-9]{4}");
  return std::regex_match(text.begin(), text.end(), moment);
}

class Rules {
 public:
  Broken broken;

  void need(bool holds, const std::string& rule) {
    if (!holds) broken.push_back(rule);
  }
  std::string one(const formats::XmlElement& of, const std::string& name) {
    const auto all = of.all(name);
    need(all.size() == 1, of.name + " has " + std::to_string(all.size()) + " " + name);
    return all.empty() ? std::string() : all[0]->text;
  }
  void at_most_one(const formats::XmlElement& of, const std::string& name) {
    need(of.all(name).size() <= 1, of.name + " has several " + name);
  }
  void links(const formats::XmlElement& of, bool needs_self) {
    std::set<std::string> relations;
    for (const auto* link : of.all("link")) {
      need(is_absolute_address(link->attribute("href")), "link href " + std::string(link->attribute("href")));
      need(link->attribute("type").find('/') != std::string_view::npos, "link type");
      need(relations.insert(std::string(link->attribute("rel"))).second, "two links of one relation");
    }
    need(relations.count("alternate") == 1, of.name + " without alternate");
    if (needs_self) need(relations.count("self") == 1, "feed without self");
  }
};

inline Broken broken_atom_rules(const std::string& document) {
  Rules rules;
  const auto feed = formats::parse_xml(document);
  if (!feed) return {"not well-formed"};
  rules.need(feed->name == "feed" && feed->attribute("xmlns") == "http://www.w3.org/2005/Atom", "not an Atom feed");
  rules.need(is_tag(rules.one(*feed, "id")), "feed id");
  rules.need(!rules.one(*feed, "title").empty(), "empty feed title");
  rules.need(is_rfc3339(rules.one(*feed, "updated")), "feed updated");
  for (const char* name : {"subtitle", "rights", "generator", "icon", "logo"}) rules.at_most_one(*feed, name);
  rules.links(*feed, true);
  rules.need(feed->child("author") != nullptr, "feed without author");
  std::set<std::string> ids;
  for (const auto* entry : feed->all("entry")) {
    const std::string id = rules.one(*entry, "id");
    rules.need(is_tag(id), "entry id " + id);
    rules.need(ids.insert(id).second, "entry id twice " + id);
    rules.need(!rules.one(*entry, "title").empty(), "empty entry title");
    rules.need(is_rfc3339(rules.one(*entry, "updated")), "entry updated");
    for (const char* name : {"published", "summary", "rights", "content", "source"}) rules.at_most_one(*entry, name);
    if (entry->child("published")) rules.need(is_rfc3339(entry->child("published")->text), "entry published");
    for (const auto* author : entry->all("author"))
      rules.need(!rules.one(*author, "name").empty(), "author without name");
    for (const auto* category : entry->all("category"))
      rules.need(!category->attribute("term").empty(), "category without term");
    rules.links(*entry, false);
  }
  return rules.broken;
}

inline Broken broken_rss_rules(const std::string& document) {
  Rules rules;
  const auto rss = formats::parse_xml(document);
  if (!rss) return {"not well-formed"};
  rules.need(rss->name == "rss" && rss->attribute("version") == "2.0", "not RSS 2.0");
  const auto* channel = rss->child("channel");
  if (!channel) return {"no channel"};
  rules.need(!rules.one(*channel, "title").empty(), "empty channel title");
  rules.need(is_absolute_address(rules.one(*channel, "link")), "channel link");
  rules.need(!rules.one(*channel, "description").empty(), "empty channel description");
  rules.at_most_one(*channel, "lastBuildDate");
  if (const auto* built = channel->child("lastBuildDate"))
    rules.need(is_rfc822(built->text), "lastBuildDate " + built->text);
  const auto self = channel->all("atom:link");
  rules.need(self.size() == 1 && self[0]->attribute("rel") == "self" && is_absolute_address(self[0]->attribute("href")),
             "self");
  std::set<std::string> ids;
  for (const auto* item : channel->all("item")) {
    rules.need(!rules.one(*item, "title").empty(), "empty item title");
    rules.need(is_absolute_address(rules.one(*item, "link")), "item link");
    rules.need(ids.insert(rules.one(*item, "guid")).second, "guid twice");
    if (const auto* guid = item->child("guid"))
      rules.need(guid->attribute("isPermaLink") == "false", "guid is no address");
    rules.need(item->child("author") == nullptr, "author must be an e-mail address");
    rules.at_most_one(*item, "pubDate");
    if (const auto* day = item->child("pubDate")) rules.need(is_rfc822(day->text), "pubDate " + day->text);
  }
  return rules.broken;
}

inline Broken broken_sitemap_rules(const std::string& document) {
  Rules rules;
  const auto root = formats::parse_xml(document);
  if (!root) return {"not well-formed"};
  rules.need(root->attribute("xmlns") == "http://www.sitemaps.org/schemas/sitemap/0.9", "namespace");
  rules.need(root->children.size() <= 50'000, "too many addresses");
  rules.need(document.size() <= 50'000'000, "too large");
  static const std::regex day("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2})?");
  std::set<std::string> addresses;
  for (const auto& url : root->children) {
    const std::string address = rules.one(url, "loc");
    rules.need(is_absolute_address(address), "loc " + address);
    rules.need(addresses.insert(address).second, "twice " + address);
    if (const auto* changed = url.child("lastmod"))
      rules.need(std::regex_match(changed->text, day), "lastmod " + changed->text);
    const auto languages = url.all("xhtml:link");
    bool names_itself = languages.empty();
    for (const auto* link : languages) names_itself |= link->attribute("href") == address;
    rules.need(names_itself, "hreflang does not name the page itself");
  }
  return rules.broken;
}

}  // namespace congbo::testing
