// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/link_target.h"

#include <algorithm>

#include "generator/base/file_system.h"
#include "generator/base/html_escape.h"

namespace congbo::pages {
namespace {

using Kind = LinkTarget::Kind;

constexpr std::string_view content_folder = "content/";

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Browsers drop line ends and tabs inside an address and take "\" for "/": "java\nscript:" must not come through as a
// path.
bool is_disguised(std::string_view address) {
  return std::any_of(address.begin(), address.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F || byte == '\\'; });
}

std::string_view trim(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
}

// RFC 3986: a letter, then letters, digits, "+", "-", "."; empty when the address has none. Lower case.
std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char byte : address) {
    const bool upper = byte >= 'A' && byte <= 'Z';
    const bool letter = upper || (byte >= 'a' && byte <= 'z');
    const bool other = (byte >= '0' && byte <= '9') || byte == '+' || byte == '-' || byte == '.';
    if (byte == ':') return scheme;
    if (!letter && (!other || scheme.empty())) return {};
    scheme += upper ? static_cast<char>(byte - 'A' + 'a') : byte;
  }
  return {};
}

LinkTarget of_scheme(std::string_view scheme, std::string_view address) {
  LinkTarget target;
  target.kind = Kind::refused;
  if (scheme == "http" || scheme == "https") target.kind = Kind::external;
  if (scheme == "mailto" || scheme == "tel") target.kind = Kind::contact;
  target.path = address;
  return target;
}

LinkTarget to_page(PageIndex page, LinkTarget target) {
  target.kind = page == no_page ? Kind::missing : Kind::page;
  target.page = page;
  return target;
}

class LinkResolver {
 public:
  LinkResolver(const Library& library, const Page& from) : library_(library), from_(from) {}

  // `path` is decoded and not empty.
  LinkTarget on_portal(std::string_view path, LinkTarget target) const {
    const std::string source = normalize_path(from_.portal->root + std::string(path.substr(1)));
    if (!is_inside(source, from_.portal->root)) return outside(std::move(target));
    target.path = path_on_portal(source);
    if (ends_with(path, "/") && target.path.back() != '/') target.path += '/';
    if (ends_with(source, ".md")) {
      const PageIndex page = library_.by_source(source);
      return to_page(page, std::move(target));
    }
    const PageIndex page = library_.by_route(from_.route.portal, target.path);
    target.kind = page == no_page ? Kind::site_path : Kind::page;
    target.page = page;
    return target;
  }

  LinkTarget beside_file(std::string_view path, LinkTarget target) const {
    target.path = from_.source.substr(0, from_.source.rfind('/') + 1);
    target.path = normalize_path(target.path.append(path));
    // A page of another portal may be linked to; files are each portal's own.
    if (!is_inside(target.path, content_folder)) return outside(std::move(target));
    if (ends_with(target.path, ".md")) {
      const PageIndex page = library_.by_source(target.path);
      return to_page(page, std::move(target));
    }
    if (!is_inside(target.path, from_.portal->root)) return outside(std::move(target));
    if (ends_with(path, "/") || target.path + "/" == from_.portal->root) return to_folder(std::move(target));
    target.kind = Kind::file;
    return target;
  }

 private:
  std::string path_on_portal(const std::string& source) const {
    std::string path(1, '/');
    return path.append(source, std::min(from_.portal->root.size(), source.size()), std::string::npos);
  }

  static bool is_inside(const std::string& path, std::string_view root) {
    const bool is_root = root.ends_with('/') && path == root.substr(0, root.size() - 1);
    if (!is_root && !path.starts_with(root)) return false;
    return path.find("/_site") == std::string::npos ||
           (path.find("/_site/") == std::string::npos && !ends_with(path, "/_site"));
  }

  static LinkTarget outside(LinkTarget target) {
    target.kind = Kind::outside;
    return target;
  }

  // "../van-ban/": the section's own page, else its list, by the path on the portal.
  LinkTarget to_folder(LinkTarget target) const {
    if (!ends_with(target.path, "/")) target.path += '/';
    const PageIndex page = library_.by_source(target.path + "_index.md");
    if (page != no_page) return to_page(page, std::move(target));
    target.kind = Kind::site_path;
    target.path = path_on_portal(target.path);
    return target;
  }

  const Library& library_;
  const Page& from_;
};

}  // namespace

bool may_be_file(std::string_view address) {
  const std::string_view path = address.substr(0, address.find('#'));
  return !path.empty() && path.back() != '/' && !path.ends_with(".md") && path.find("://") == std::string_view::npos;
}

LinkTarget resolve_link(const Library& library, const Page& from, std::string_view address) {
  LinkTarget target;
  target.kind = Kind::refused;
  target.path = address;
  address = trim(address);
  if (is_disguised(address)) return target;
  if (const std::string scheme = scheme_of(address); !scheme.empty()) return of_scheme(scheme, address);
  if (address.substr(0, 2) == "//") return of_scheme("https", address);

  const std::size_t hash = address.find('#');
  if (hash != std::string_view::npos) target.anchor = url_decode(address.substr(hash + 1));
  address = address.substr(0, hash);
  address = address.substr(0, address.find('?'));
  if (address.empty()) {
    target.kind = Kind::anchor;
    target.path.clear();
    return target;
  }
  const std::string path = url_decode(address);
  target.path = path.empty() ? std::string(address) : path;
  target.kind = Kind::missing;
  if (path.empty()) return target;
  if (is_disguised(path)) {
    target.kind = Kind::refused;
    return target;
  }
  const LinkResolver resolver(library, from);
  return path.front() == '/' ? resolver.on_portal(path, std::move(target))
                             : resolver.beside_file(path, std::move(target));
}

}  // namespace congbo::pages
