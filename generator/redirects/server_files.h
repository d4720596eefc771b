// SPDX-License-Identifier: GPL-3.0-or-later
// The table of routes in the words of the servers that send readers on: nginx, Apache, Caddy, and the `_redirects` of
// Netlify and Cloudflare Pages. All of one portal; deterministic; every path escaped for its format.
#pragma once
#include <span>
#include <string>

#include "generator/redirects/routes.h"

namespace congbo::redirects {

// To be included in the server's `server { … }` block. An address that is gone answers 410 with the page at that path.
std::string nginx_file(std::span<const Route> routes);
// To be put into the document root as .htaccess, or included in <Directory>. Gone addresses answer 410.
std::string apache_file(std::span<const Route> routes);
// To be imported in the site's block, after `root` and before `file_server`.
std::string caddy_file(std::span<const Route> routes);
// `_redirects` has no 410: those pages are published as pages only.
std::string netlify_file(std::span<const Route> routes);

// The HTML file that stands in for the redirect or says that the page is gone, below the portal's folder
// ("/cu/bai.html",
// "/cu/index.html"); empty for an address that is no HTML ("/cu/Default.aspx"): only servers can send on from there.
std::string html_path(const std::string& from);

}  // namespace congbo::redirects
