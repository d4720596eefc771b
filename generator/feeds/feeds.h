// SPDX-License-Identifier: GPL-3.0-or-later
// The files beside the pages that machines read. Each function returns the bytes of one file.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "generator/record/public_record.h"

namespace congbo::feeds {

inline constexpr std::size_t feed_entries = 20;
inline constexpr std::size_t sitemap_limit = 30'000;  // addresses a file (the protocol allows 50,000 and 50 MB)

std::string atom_feed(const record::Publication& publication, std::uint32_t list);
std::string rss_feed(const record::Publication& publication, std::uint32_t list);

// Sitemaps of one portal: number of parts, part n (from 0) with hreflang alternates, and the index that lists them.
std::size_t sitemap_parts(const record::Publication& publication, const site::Portal& portal);
std::string sitemap_part(const record::Publication& publication, const site::Portal& portal, std::size_t part);
std::string sitemap_index(const record::Publication& publication, const site::Portal& portal);

std::string robots_txt(const site::Portal& portal);
std::string web_manifest(const site::Portal& portal);
std::string opensearch_description(const site::Portal& portal);

}  // namespace congbo::feeds
