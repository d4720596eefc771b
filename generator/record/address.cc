// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses: canonical ones, identities in feeds, and where links of a page lead in this edition.
#include <algorithm>

#include "generator/base/html_escape.h"
#include "generator/pages/link_target.h"
#include "generator/record/addressing.h"
#include "generator/record/public_record.h"

namespace congbo::record {

namespace {

constexpr std::string_view content_folder = "content/";
constexpr std::string_view html_ending = ".html";
constexpr int year_without_date = 2026;

bool needs_no_encoding(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~' || c == '/';
}

std::string_view host_of(std::string_view base_url) {
  const std::size_t scheme = base_url.find("://");
  if (scheme != std::string_view::npos) base_url.remove_prefix(scheme + 3);
  return base_url.substr(0, base_url.find_first_of(":/"));
}

// RFC 4151: authority "," date; the date is added where the portal says none.
std::string authority_with_year(const site::Portal& portal, int year) {
  std::string authority(portal.tag_authority.empty() ? host_of(portal.base_url)
                                                     : std::string_view(portal.tag_authority));
  if (authority.find(',') == std::string::npos) {
    authority += ',';
    authority += std::to_string(year);
  }
  return authority;
}

bool shares_authority_with_earlier(const site::Site& site, const site::Portal& portal) {
  const auto authority = [](const site::Portal& p) {
    return p.tag_authority.empty() ? host_of(p.base_url) : std::string_view(p.tag_authority);
  };
  for (const site::Portal& earlier : site.portals) {
    if (earlier.id == portal.id) return false;
    if (authority(earlier) == authority(portal)) return true;
  }
  return false;
}

std::string tag_uri(const site::Site& site, const site::Portal& portal, int year, std::string_view specific) {
  std::string uri = "tag:";
  uri += authority_with_year(portal, year);
  uri += ':';
  if (shares_authority_with_earlier(site, portal)) {
    uri += portal.id;
    uri += ':';
  }
  uri += encoded_path(specific);
  return uri;
}

// "?…" of the address as the author wrote it, without the anchor; empty for none.
std::string_view query_of(std::string_view written) {
  written = written.substr(0, written.find('#'));
  const std::size_t mark = written.find('?');
  return mark == std::string_view::npos ? std::string_view() : written.substr(mark);
}

// Blanks and other letters that may not stand in a query are encoded; what is encoded already stays.
void append_query(std::string& address, std::string_view query) {
  for (const char c : query) {
    if (needs_no_encoding(c) || std::string_view("?&=%+:;,@!$'()*[]").find(c) != std::string_view::npos)
      address += c;
    else
      address += url_encode_component(std::string_view(&c, 1));
  }
}

void append_anchor(std::string& address, std::string_view anchor) {
  if (anchor.empty()) return;
  address += '#';
  address += encoded_path(anchor);
}

// The address of what was found on the site, with the query and anchor that were written.
ResolvedAddress complete(ResolvedAddress resolved, const pages::LinkTarget& target, std::string_view written) {
  if (resolved.address.empty()) return resolved;
  append_query(resolved.address, query_of(written));
  append_anchor(resolved.address, target.anchor);
  return resolved;
}

ResolvedAddress page_address(const pages::Library& library, const edition::Edition& edition, const pages::Page& from,
                             const pages::LinkTarget& target) {
  if (!edition.is_visible(target.page)) return {};
  return {page_address_from(*from.portal, library[target.page])};
}

ResolvedAddress file_address(const pages::Library& library, const edition::Edition& edition, const pages::Page& from,
                             const pages::LinkTarget& target) {
  if (!may_be_published(target.path) || is_withheld(library, edition, target.path)) return {};
  return {encoded_path(file_path_on_host(*from.portal, target.path)), target.path};
}

}  // namespace

std::string encoded_path(std::string_view path) {
  return std::all_of(path.begin(), path.end(), needs_no_encoding) ? std::string(path) : url_encode_path(path);
}

std::string page_address_from(const site::Portal& portal, const pages::Page& target) {
  if (target.portal != &portal && target.route.portal != portal.id)
    return canonical_url(*target.portal, target.route.path);
  return encoded_path(canonical_path(portal, target.route.path));
}

bool may_be_published(std::string_view source) {
  if (!source.starts_with(content_folder) || source.ends_with(".md") || source.ends_with('/')) return false;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t end = std::min(source.find('/', at), source.size());
    const std::string_view part = source.substr(at, end - at);
    if (part.empty() || part.front() == '.' || part == "_site") return false;
    at = end + 1;
  }
  return true;
}

bool is_withheld(const pages::Library& library, const edition::Edition& edition, std::string_view source) {
  const auto hidden = [&](const std::string& page) {
    const pages::PageIndex index = library.by_source(page);
    return index != pages::no_page && !edition.is_visible(index);
  };
  for (std::size_t slash = source.rfind('/'); slash != std::string_view::npos && slash > 0;
       slash = source.rfind('/', slash - 1)) {
    const std::string folder(source.substr(0, slash));
    if (hidden(folder + ".md") || hidden(folder + "/_index.md")) return true;
  }
  return false;
}

std::string canonical_path(const site::Portal& portal, std::string_view path) {
  if (!portal.addresses_with_html && path.ends_with(html_ending)) path.remove_suffix(html_ending.size());
  return std::string(path);
}

std::string canonical_url(const site::Portal& portal, std::string_view path) {
  return portal.base_url + encoded_path(canonical_path(portal, path));
}

std::string absolute_url(const site::Portal& portal, std::string_view path_or_address) {
  if (path_or_address.starts_with('/')) return canonical_url(portal, path_or_address);
  return std::string(path_or_address);
}

std::string file_path_on_host(const site::Portal& portal, std::string_view source) {
  std::string path = "/";
  if (source.starts_with(portal.root)) {
    path += source.substr(portal.root.size());
  } else {
    path += "_files/";
    path += source.starts_with(content_folder) ? source.substr(content_folder.size()) : source;
  }
  return path;
}

std::string feed_id(const site::Site& site, const pages::Page& page) {
  const int year = page.date ? date_of(*page.date).year : year_without_date;
  return tag_uri(site, *page.portal, year, page.id);
}

std::string feed_id(const site::Site& site, const listing::List& list) {
  return tag_uri(site, *list.portal, year_without_date, list.path);
}

ResolvedAddress resolve_address(const site::Site&, const pages::Library& library, const edition::Edition& edition,
                                const pages::Page& from, std::string_view target) {
  const pages::LinkTarget found = pages::resolve_link(library, from, target);
  using Kind = pages::LinkTarget::Kind;
  switch (found.kind) {
    case Kind::page:
      return complete(page_address(library, edition, from, found), found, target);
    case Kind::file:
      return complete(file_address(library, edition, from, found), found, target);
    case Kind::site_path:
      return complete({encoded_path(found.path)}, found, target);
    case Kind::anchor: {
      ResolvedAddress resolved;
      append_anchor(resolved.address, found.anchor);
      return resolved;
    }
    case Kind::external:
      return {found.path, {}, true};  // as written, without blanks around it
    case Kind::contact:
      return {found.path};
    case Kind::missing:
    case Kind::outside:
    case Kind::refused:
      break;
  }
  return {};
}

}  // namespace congbo::record
