// SPDX-License-Identifier: GPL-3.0-or-later
// The files beside the pages that machines read. Each function returns the bytes of one file.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "generator/record/public_record.h"

namespace congbo::feeds {

inline constexpr std::size_t feed_entries = 20;
inline constexpr std::size_t sitemap_limit = 30'000;  // addresses a file (the protocol allows 50,000 and 50 MB)

// Feeds of a list: its newest entries, at most feed_entries. Nothing in them comes from the clock: `updated` is the
// latest day of change of the entries shown; an entry without any day, and a feed without entries, bear
// 1970-01-01T07:00:00+07:00 (Atom wants a value; RSS leaves it out). `list` is an index into Listings::lists.
std::string atom_feed(const record::Publication& publication, std::uint32_t list);
std::string rss_feed(const record::Publication& publication, std::uint32_t list);

// The path of the RSS feed that stands beside an Atom feed: "/tin-tuc/atom.xml" → "/tin-tuc/rss.xml".
std::string rss_path(const listing::List& list);

inline constexpr std::string_view sitemap_index_path = "/sitemap.xml";
inline constexpr std::string_view opensearch_path = "/opensearch.xml";
std::string sitemap_part_path(std::size_t part);  // 0 → "/sitemap-1.xml"

// Sitemaps of one portal: number of parts, part n (from 0) with hreflang alternates, and the index that lists them.
// They hold the listed pages and the first page of every list, by path: nothing withdrawn, nothing that is not public.
std::size_t sitemap_parts(const record::Publication& publication, const site::Portal& portal);
std::string sitemap_part(const record::Publication& publication, const site::Portal& portal, std::size_t part);
std::string sitemap_index(const record::Publication& publication, const site::Portal& portal);

// Everything may be crawled; names the sitemap index.
std::string robots_txt(const site::Portal& portal);
std::string web_manifest(const site::Portal& portal);
// Lets browsers search the portal from their address bar (/tim-kiem.html?q=…).
std::string opensearch_description(const site::Portal& portal);

}  // namespace congbo::feeds
