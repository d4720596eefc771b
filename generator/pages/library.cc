// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/library.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "generator/base/parallel_for.h"
#include "generator/base/unicode.h"

namespace congbo::pages {
namespace {

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

PageIndex find_in(const NameMap& map, const PortalName& key) {
  const auto found = map.find(key);
  return found == map.end() ? no_page : found->second;
}

Place first_line_of(const Page& page) {
  return {page.source, 1, 1};
}

// Addresses that another one may equal but for case, marks or normal form.
std::vector<PageIndex> fill_routes(const std::vector<PagePointer>& pages, NameMap& by_route, Diagnostics& found) {
  by_route.reserve(pages.size());
  std::vector<PageIndex> unusual;
  for (PageIndex index = 0; index < pages.size(); ++index) {
    const Page& page = *pages[index];
    const auto known = by_route.emplace(PortalName{page.route.portal, address_without_ending(page.route.path)}, index);
    if (!known.second)
      found.add(error("address-collision", first_line_of(page), {page.route.path, pages[known.first->second]->source}));
    if (!is_plain_address(page.route.path)) unusual.push_back(index);
  }
  return unusual;
}

void fill_ids(const std::vector<PagePointer>& pages, NameMap& by_id, Diagnostics& found) {
  by_id.reserve(pages.size());
  for (PageIndex index = 0; index < pages.size(); ++index) {
    const Page& page = *pages[index];
    const auto known = by_id.emplace(PortalName{page.route.portal, page.id}, index);
    if (!known.second)
      found.add(error("id-duplicate", page.place_of("id"), {page.id, pages[known.first->second]->source}));
  }
}

void fill_sources(const std::vector<PagePointer>& pages, std::unordered_map<std::string_view, PageIndex>& by_source) {
  by_source.reserve(pages.size());
  for (PageIndex index = 0; index < pages.size(); ++index) by_source.emplace(pages[index]->source, index);
}

}  // namespace

// One map after the other on one thread would be a good part of what the whole build does on one thread.
Library::Library(std::vector<PagePointer> pages, Diagnostics& found) : pages_(std::move(pages)) {
  std::array<Diagnostics, 3> of_map;
  const auto names = std::make_shared<Names>();
  names_ = names;
  const auto fill = [this, &names, &of_map](std::size_t map) {
    if (map == 0) check_unusual(fill_routes(pages_, names->by_route, of_map[map]), of_map[map]);
    if (map == 1) fill_ids(pages_, names->by_id, of_map[map]);
    if (map == 2) fill_sources(pages_, names->by_source);
  };
  parallel_for(of_map.size(), 0, fill, 1);
  for (Diagnostics& one : of_map) found.append(std::move(one));
  check_aliases(found);
}

Library::Library(std::vector<PagePointer> pages, const Library& like)
    : pages_(std::move(pages)), names_(like.names_), named_(like.named_) {
  for (std::size_t i = 0; i < pages_.size(); ++i)
    if (pages_[i] != like.pages_[i]) named_.push_back(like.pages_[i]);
}

void Library::check_unusual(const std::vector<PageIndex>& unusual, Diagnostics& found) const {
  std::map<std::pair<std::string_view, std::string>, PageIndex> known;  // by portal and folded address
  for (const PageIndex index : unusual) {
    const Page& page = *pages_[index];
    const std::string folded = fold(address_without_ending(page.route.path));
    const PageIndex plain = find_in(names_->by_route, {page.route.portal, folded});
    const PageIndex other = plain != no_page && plain != index
                                ? plain
                                : known.emplace(std::pair(page.route.portal, folded), index).first->second;
    if (other != index && pages_[other]->route.path != page.route.path)
      found.add(error("address-collision", first_line_of(page), {page.route.path, pages_[other]->source}));
  }
}

// An old address must not be one that a page has now, nor be told from it by capitals alone.
void Library::check_aliases(Diagnostics& found) const {
  for (const PagePointer& page : pages_)
    for (const std::string& alias : page->aliases) {
      PageIndex taken = by_route(page->route.portal, alias);
      if (taken == no_page) taken = by_route(page->route.portal, to_lower(alias));
      if (taken != no_page) found.add(error("alias-taken", page->place_of("aliases"), {alias, pages_[taken]->source}));
    }
}

PageIndex Library::by_source(std::string_view source) const {
  const auto found = names_->by_source.find(source);
  return found == names_->by_source.end() ? no_page : found->second;
}
PageIndex Library::by_id(std::string_view portal, std::string_view id) const {
  return find_in(names_->by_id, {portal, id});
}
PageIndex Library::by_route(std::string_view portal, std::string_view path) const {
  return find_in(names_->by_route, {portal, address_without_ending(path)});
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
