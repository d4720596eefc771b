// SPDX-License-Identifier: GPL-3.0-or-later
// All pages of all portals, found by source, identity and address. No filter of any kind: what is public is edition's
// job.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/pages/values/page.h"

namespace congbo::pages {

using PageIndex = std::uint32_t;
inline constexpr PageIndex no_page = UINT32_MAX;

// What has a name within a portal. Portals and names are the pages' own.
struct PortalName {
  std::string_view portal, name;
  bool operator==(const PortalName&) const = default;
};
struct PortalNameHash {
  std::size_t operator()(const PortalName& key) const {
    const std::hash<std::string_view> hash;
    return hash(key.name) * 31 + hash(key.portal);
  }
};
using NameMap = std::unordered_map<PortalName, PageIndex, PortalNameHash>;

class Library {
 public:
  Library() = default;
  // `pages` sorted by source (bytewise; found by it). Collisions (same identity, same address up to case, normal form
  // and diacritics, reserved names) go to `found`.
  Library(std::vector<PagePointer> pages, Diagnostics& found);

  std::size_t size() const { return pages_.size(); }
  const Page& operator[](PageIndex index) const { return *pages_[index]; }
  const std::vector<PagePointer>& pages() const { return pages_; }

  PageIndex by_source(std::string_view source) const;  // no_page when there is none
  PageIndex by_id(std::string_view portal, std::string_view id) const;
  PageIndex by_route(std::string_view portal,
                     std::string_view path) const;  // "/tin-tuc/a.html" or "/tin-tuc/a"; "/tin-tuc/" or "/tin-tuc"

 private:
  void check_unusual(const std::vector<PageIndex>& unusual, Diagnostics& found) const;
  void check_aliases(Diagnostics& found) const;

  std::vector<PagePointer> pages_;
  NameMap by_id_, by_route_;
  std::unordered_map<std::string_view, PageIndex> by_source_;  // the names are the pages' own
};

// Path parts that pages may take nowhere ("trang-<n>", "index", "_…"), and those they may not take right below the root
// of a portal or language ("tim-kiem", "the", "don-vi", "chuyen-muc", "assets", …): the program makes pages there
// itself.
bool is_reserved_name(std::string_view path_part);
bool is_reserved_root_name(std::string_view path_part);

}  // namespace congbo::pages
