// SPDX-License-Identifier: GPL-3.0-or-later
// Sitemaps (sitemaps.org 0.9) with the other languages of each page.
#include <algorithm>

#include "generator/feeds/feeds.h"
#include "generator/formats/xml.h"

namespace congbo::feeds {

namespace {

using formats::XmlWriter;

struct Address {
  std::string_view path;                         // on the portal's host, canonical
  const record::PublicRecord* record = nullptr;  // a page, or
  const listing::List* list = nullptr;           // the first page of a list
};

bool is_of(const site::Portal& portal, const site::Portal* other) {
  return other && (other == &portal || other->id == portal.id);
}

bool is_withdrawn(const record::Publication& publication, pages::PageIndex index) {
  return index < publication.records.size() && publication.edition->states[index] == edition::State::withdrawn;
}

class Collector {
 public:
  Collector(const record::Publication& publication, const site::Portal& portal)
      : publication_(publication), portal_(portal) {}

  // Section pages stand as their lists.
  template <class Receive>
  void each(const Receive& receive) const {
    for (const pages::PageIndex index : publication_.edition->listed) {
      const record::PublicRecord& record = publication_.records[index];
      if (!record.page || record.page->section_index || !is_of(portal_, record.page->portal)) continue;
      if (record.state != edition::State::withdrawn) receive(Address{record.path, &record, nullptr});
    }
    for (const listing::ListPage& page : publication_.listings->pages) {
      const listing::List& list = publication_.listings->lists[page.list];
      if (page.number != 0 || !is_of(portal_, list.portal) || is_withdrawn(publication_, list.index_page)) continue;
      receive(Address{list.path, nullptr, &list});
    }
  }

  std::size_t count() const {
    std::size_t total = 0;
    each([&](const Address&) { ++total; });
    return total;
  }

  std::vector<Address> sorted() const {
    std::vector<Address> addresses;
    each([&](const Address& address) { addresses.push_back(address); });
    std::sort(addresses.begin(), addresses.end(), [](const Address& a, const Address& b) { return a.path < b.path; });
    return addresses;
  }

 private:
  const record::Publication& publication_;
  const site::Portal& portal_;
};

std::string_view changed(const record::PublicRecord& record) {
  return record.updated_machine.empty() ? record.published_machine : record.updated_machine;
}

// All machine dates are Vietnam time, so their order as text is their order in time.
std::string_view changed(const record::Publication& publication, const Address& address) {
  if (address.record) return changed(*address.record);
  std::string_view latest;
  for (const pages::PageIndex item : address.list->items) latest = std::max(latest, changed(publication.records[item]));
  return latest;
}

struct Range {
  std::size_t begin, end;
};
Range range_of(std::size_t part, std::size_t total) {
  const std::size_t begin = std::min(part * sitemap_limit, total);
  return {begin, std::min(begin + sitemap_limit, total)};
}

class PartWriter {
 public:
  PartWriter(const record::Publication& publication, const site::Portal& portal)
      : publication_(publication), portal_(portal) {}

  std::string write(const std::vector<Address>& addresses, Range range) {
    xml_.reserve(400 + 220 * (range.end - range.begin));
    xml_.open("urlset").attribute("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    xml_.attribute("xmlns:xhtml", "http://www.w3.org/1999/xhtml");
    for (std::size_t i = range.begin; i < range.end; ++i) write_address(addresses[i]);
    xml_.close();
    return xml_.take();
  }

 private:
  void write_address(const Address& address) {
    const std::string url = record::canonical_url(portal_, address.path);
    xml_.open("url").element("loc", url).element_unless_empty("lastmod", changed(publication_, address));
    write_languages(address, url);
    xml_.close();
  }

  // Every language names all of them, itself too; x-default is the portal's main language.
  void write_languages(const Address& address, const std::string& url) {
    const std::vector<listing::Link> others = public_translations(address);
    if (others.empty()) return;
    const std::string& own = address.record ? address.record->page->route.language : address.list->language;
    std::string fallback = url;
    write_language(own, url);
    for (const listing::Link& other : others) {
      const std::string other_url = record::absolute_url(portal_, other.path);
      write_language(other.label, other_url);
      if (own != portal_.main_language() && other.label == portal_.main_language()) fallback = other_url;
    }
    write_language("x-default", fallback);
  }

  std::vector<listing::Link> public_translations(const Address& address) const {
    std::vector<listing::Link> found =
        address.list ? address.list->translations : record::around(publication_, *address.record).translations;
    std::erase_if(found, [&](const listing::Link& link) {
      const pages::PageIndex page = publication_.library->by_route(portal_.id, link.path);
      return page != pages::no_page && is_withdrawn(publication_, page);
    });
    return found;
  }

  void write_language(std::string_view language, std::string_view url) {
    xml_.open("xhtml:link")
        .attribute("rel", "alternate")
        .attribute("hreflang", language)
        .attribute("href", url)
        .close();
  }

  const record::Publication& publication_;
  const site::Portal& portal_;
  XmlWriter xml_;
};

std::size_t parts_for(std::size_t addresses) {
  return (addresses + sitemap_limit - 1) / sitemap_limit;
}

}  // namespace

std::string sitemap_part_path(std::size_t part) {
  return "/sitemap-" + std::to_string(part + 1) + ".xml";
}

std::size_t sitemap_parts(const record::Publication& publication, const site::Portal& portal) {
  return parts_for(Collector(publication, portal).count());
}

std::string sitemap_part(const record::Publication& publication, const site::Portal& portal, std::size_t part) {
  const std::vector<Address> addresses = Collector(publication, portal).sorted();
  return PartWriter(publication, portal).write(addresses, range_of(part, addresses.size()));
}

std::string sitemap_index(const record::Publication& publication, const site::Portal& portal) {
  const std::vector<Address> addresses = Collector(publication, portal).sorted();
  XmlWriter xml;
  xml.open("sitemapindex").attribute("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
  for (std::size_t part = 0; part < parts_for(addresses.size()); ++part) {
    const Range range = range_of(part, addresses.size());
    std::string_view latest;
    for (std::size_t i = range.begin; i < range.end; ++i) latest = std::max(latest, changed(publication, addresses[i]));
    xml.open("sitemap")
        .element("loc", portal.base_url + sitemap_part_path(part))
        .element_unless_empty("lastmod", latest)
        .close();
  }
  xml.close();
  return xml.take();
}

}  // namespace congbo::feeds
