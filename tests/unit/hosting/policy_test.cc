// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/hosting/policy.h"

#include "generator/hosting/server_headers.h"
#include "tests/support/catch.h"

using namespace congbo::hosting;

TEST_CASE("the policy allows what pages load and nothing unsafe", "[SEC-01]") {
  const Loads plain;
  CHECK(content_security_policy(plain, Host::published) ==
        "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self'; style-src "
        "'self'; manifest-src 'self'; upgrade-insecure-requests");
  const std::string with_media = content_security_policy({.media = true}, Host::plain);
  CHECK(with_media.find("media-src 'self'") != std::string::npos);
  CHECK(with_media.find("script-src") == std::string::npos);
  const Loads all{true, true, true, true};
  for (const Host host : {Host::published, Host::plain, Host::preview}) {
    const std::string policy = content_security_policy(all, host);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(policy.find("*") == std::string::npos);
    CHECK(policy.find("http") == std::string::npos);
  }
}

TEST_CASE("what the look loads is read from its layouts and style sheets", "[SEC-01]") {
  CHECK_FALSE(loads_of_look({{"base.html", "<script type=\"application/ld+json\">{}</script>"}}).scripts);
  CHECK(loads_of_look({{"base.html", "<script defer src=\"/a.js\"></script>"}}).scripts);
  CHECK(loads_of_look({{"styles/a.css", "@font-face { src: url(a.woff2) }"}}).fonts);
  CHECK(loads_of_look({{"styles/a.css", "a { background: url(data:image/png;base64,AA) }"}}).data_urls);
  CHECK(is_media("/a/b.mp4"));
  CHECK_FALSE(is_media("/a/b.pdf"));
}

TEST_CASE("every server is told the same headers", "[SEC-01]") {
  const Loads loads;
  for (const std::string& file : {nginx_headers(loads, Host::published), apache_headers(loads, Host::published),
                                  caddy_headers(loads, Host::published), static_host_headers(loads, Host::published)}) {
    for (const auto& [name, value] : common_headers(loads, Host::published)) {
      CHECK(file.find(name) != std::string::npos);
      CHECK(file.find(value) != std::string::npos);
    }
    CHECK(file.find(cache_of_fixed) != std::string::npos);
  }
  CHECK(nginx_headers(loads, Host::plain).find("Strict-Transport-Security") == std::string::npos);
}
