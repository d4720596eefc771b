// SPDX-License-Identifier: GPL-3.0-or-later
// The table of routes in the words of the servers that send readers on: nginx, Apache, Caddy, and the `_redirects` of
// Netlify and Cloudflare Pages. All of one portal; deterministic; every path escaped for its format.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "generator/redirects/routes.h"

namespace congbo::redirects {

// Hosts of the portal that have ended: every address of theirs moved to the same path of `base_url`, which is absolute
// and without "/" at the end (SUBP-01). The server still answers for them (names, certificates).
struct OldHosts {
  std::vector<std::string> names;
  std::string base_url;
};

// To be included in the server's `server { … }` block. An address that is gone answers 410 with the page at that path.
std::string nginx_file(std::span<const Route> routes, const OldHosts& hosts = {});
// To be put into the document root as .htaccess, or included in <Directory>. Gone addresses answer 410.
std::string apache_file(std::span<const Route> routes, const OldHosts& hosts = {});
// To be imported in the site's block, after `root` and before `file_server`.
std::string caddy_file(std::span<const Route> routes, const OldHosts& hosts = {});
// `_redirects` has no 410: those pages are published as pages only.
std::string netlify_file(std::span<const Route> routes);

// Settings by which the server puts the emergency banner into pages (SEC-03): `paths` are the small files,
// "/khan-cap.vi.html". Beside the redirects of the same server.
std::string nginx_include(std::span<const std::string> paths);
std::string apache_include();
std::string caddy_include();

// Where no search server answers (SEA-05): "/tim-kiem?q=…&lang=en", to which the search form goes without JavaScript,
// is the page of that language. `languages` are the portal's, the main one first. Netlify and Cloudflare Pages know by
// themselves that "/tim-kiem" is "/tim-kiem.html"; a rule would send Cloudflare's readers in circles.
std::string nginx_search(std::span<const std::string> languages);
std::string apache_search(std::span<const std::string> languages);
std::string caddy_search(std::span<const std::string> languages);

// The HTML file that stands in for the redirect or says that the page is gone, below the portal's folder
// ("/cu/bai.html",
// "/cu/index.html"); empty for an address that is no HTML ("/cu/Default.aspx"): only servers can send on from there.
std::string html_path(const std::string& from);

}  // namespace congbo::redirects
