// SPDX-License-Identifier: GPL-3.0-or-later
// Every portal says how to reach its owner (ID-04; circular 32/2017 art. 16) and has an encrypted address (ID-02).
#include "generator/check/rules.h"
#include "generator/check/site_file.h"

namespace congbo::check {

namespace {

// The preview and the demonstration run on the editor's own machine.
bool is_local(std::string_view url) {
  return url.find("://localhost") != std::string_view::npos || url.find(".localhost") != std::string_view::npos ||
         url.find("://127.0.0.1") != std::string_view::npos;
}

}  // namespace

void check_contact(const SiteFacts& facts, Diagnostics& found) {
  for (const site::Portal& portal : facts.site.portals) {
    if (portal.base_url.empty()) continue;  // its site.yaml could not be read, which has been said
    const auto require = [&](std::string_view key, const std::string& value) {
      if (value.empty())
        found.add(
            error("contact-incomplete", place_in_site_file(facts, portal, "contact:"), {std::string(key), portal.id}));
    };
    require("address", portal.contact.address);
    require("phone", portal.contact.phone);
    require("email", portal.contact.email);
    if (portal.base_url.starts_with("http://") && !is_local(portal.base_url))
      found.add(warning("base-url-not-https", place_in_site_file(facts, portal, "base_url:"), {portal.base_url},
                        "https" + portal.base_url.substr(4)));
  }
}

}  // namespace congbo::check
