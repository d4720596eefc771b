// SPDX-License-Identifier: GPL-3.0-or-later
// All pages of all portals, found by source, identity and address. No filter of any kind: what is public is edition's
// job.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
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
  // `pages` have the same sources, identities, addresses and aliases as those of `like`, one by one; so there is
  // nothing to find. What finds them is kept once for both.
  Library(std::vector<PagePointer> pages, const Library& like);

  std::size_t size() const { return pages_.size(); }
  const Page& operator[](PageIndex index) const { return *pages_[index]; }
  const std::vector<PagePointer>& pages() const { return pages_; }

  PageIndex by_source(std::string_view source) const;  // no_page when there is none
  PageIndex by_id(std::string_view portal, std::string_view id) const;
  PageIndex by_route(std::string_view portal,
                     std::string_view path) const;  // "/tin-tuc/a.html" or "/tin-tuc/a"; "/tin-tuc/" or "/tin-tuc"

 private:
  struct Names {
    NameMap by_id, by_route;
    std::unordered_map<std::string_view, PageIndex> by_source;  // the names are the pages' own
  };
  void check_unusual(const std::vector<PageIndex>& unusual, Diagnostics& found) const;
  void check_aliases(Diagnostics& found) const;

  std::vector<PagePointer> pages_;
  std::shared_ptr<const Names> names_ = std::make_shared<Names>();
  std::vector<PagePointer> named_;  // pages of other libraries whose names these are
};

// Path parts that pages may take nowhere ("trang-<n>", "index", "_…"), and those they may not take right below the root
// of a portal or language ("tim-kiem", "the", "don-vi", "chuyen-muc", "assets", …): the program makes pages there
// itself.
bool is_reserved_name(std::string_view path_part);
bool is_reserved_root_name(std::string_view path_part);

}  // namespace congbo::pages
