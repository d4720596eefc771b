// SPDX-License-Identifier: GPL-3.0-or-later
// The policy in the words of the servers. Each text stands before the redirects of the same server
// (generator/redirects/server_files.h) in one file; docs/hosting.md says where to put it.
#pragma once
#include <string>

#include "generator/hosting/policy.h"

namespace congbo::hosting {

// In `server { … }`: headers, media types, 404. A `location` with an `add_header` of its own loses all of these.
std::string nginx_headers(const Loads& loads, Host host);
// .htaccess; needs mod_headers, mod_mime.
std::string apache_headers(const Loads& loads, Host host);
// In the site's block.
std::string caddy_headers(const Loads& loads, Host host);
// `_headers` of Netlify and Cloudflare Pages. Their patterns know no names, only folders.
std::string static_host_headers(const Loads& loads, Host host);

}  // namespace congbo::hosting
