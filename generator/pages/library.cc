// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/library.h"

#include <algorithm>
#include <array>

#include "generator/base/unicode.h"

namespace congbo::pages {
namespace {

// Names are looked up within a portal; a line feed stands in neither.
std::string key_of(std::string_view portal, std::string_view name) {
  std::string key;
  key.reserve(portal.size() + 1 + name.size());
  key.append(portal).append("\n").append(name);
  return key;
}

// "/a.html" and "/a/" would be the same address where ".html" is not written, so they count as one.
std::string_view address_without_ending(std::string_view path) {
  constexpr std::string_view ending = ".html";
  if (path.size() > ending.size() && path.substr(path.size() - ending.size()) == ending)
    path.remove_suffix(ending.size());
  else if (path.size() > 1 && path.back() == '/')
    path.remove_suffix(1);
  return path;
}

// What slugs are made of: such an address is its own folded form.
bool is_plain_address(std::string_view path) {
  return std::all_of(path.begin(), path.end(), [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' || byte == '/' || byte == '.' ||
           byte == '_';
  });
}

PageIndex find_in(const std::unordered_map<std::string, PageIndex>& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? no_page : found->second;
}

Place first_line_of(const Page& page) {
  return {page.source, 1, 1};
}

}  // namespace

Library::Library(std::vector<PagePointer> pages, Diagnostics& found) : pages_(std::move(pages)) {
  by_id_.reserve(pages_.size());
  by_route_.reserve(pages_.size());
  by_source_.reserve(pages_.size());
  std::vector<PageIndex> unusual;  // addresses that another one may equal but for case, marks or normal form
  for (PageIndex index = 0; index < pages_.size(); ++index) {
    const Page& page = *pages_[index];
    by_source_.emplace(page.source, index);
    const auto id = by_id_.emplace(key_of(page.route.portal, page.id), index);
    if (!id.second) found.add(error("id-duplicate", page.place_of("id"), {page.id, pages_[id.first->second]->source}));
    const auto route = by_route_.emplace(key_of(page.route.portal, address_without_ending(page.route.path)), index);
    if (!route.second)
      found.add(
          error("address-collision", first_line_of(page), {page.route.path, pages_[route.first->second]->source}));
    if (!is_plain_address(page.route.path)) unusual.push_back(index);
  }
  check_unusual(unusual, found);
  check_aliases(found);
}

void Library::check_unusual(const std::vector<PageIndex>& unusual, Diagnostics& found) const {
  std::unordered_map<std::string, PageIndex> folded;
  for (const PageIndex index : unusual) {
    const Page& page = *pages_[index];
    const std::string key = key_of(page.route.portal, fold(address_without_ending(page.route.path)));
    const PageIndex plain = find_in(by_route_, key);
    const PageIndex other = plain != no_page && plain != index ? plain : folded.emplace(key, index).first->second;
    if (other != index && pages_[other]->route.path != page.route.path)
      found.add(error("address-collision", first_line_of(page), {page.route.path, pages_[other]->source}));
  }
}

// An old address must not be one that a page has now.
void Library::check_aliases(Diagnostics& found) const {
  for (const PagePointer& page : pages_)
    for (const std::string& alias : page->aliases)
      if (const PageIndex taken = by_route(page->route.portal, alias); taken != no_page)
        found.add(error("alias-taken", page->place_of("aliases"), {alias, pages_[taken]->source}));
}

PageIndex Library::by_source(std::string_view source) const {
  const auto found = by_source_.find(source);
  return found == by_source_.end() ? no_page : found->second;
}
PageIndex Library::by_id(std::string_view portal, std::string_view id) const {
  return find_in(by_id_, key_of(portal, id));
}
PageIndex Library::by_route(std::string_view portal, std::string_view path) const {
  return find_in(by_route_, key_of(portal, address_without_ending(path)));
}

bool is_reserved_name(std::string_view path_part) {
  constexpr std::string_view numbered = "trang-";
  if (path_part.substr(0, 1) == "_" || path_part == "index") return true;
  if (path_part.substr(0, numbered.size()) != numbered) return false;
  const std::string_view number = path_part.substr(numbered.size());
  return !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_reserved_root_name(std::string_view path_part) {
  static constexpr std::array<std::string_view, 18> names = {
      "404",        "a-z",    "api",    "assets",  "categories", "chuyen-muc", "don-vi", "du-lieu-mo", "feeds",
      "phong-cach", "robots", "search", "sitemap", "so-do",      "tags",       "the",    "tim-kiem",   "units"};
  return std::find(names.begin(), names.end(), path_part) != names.end();
}

}  // namespace congbo::pages
