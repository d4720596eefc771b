// SPDX-License-Identifier: GPL-3.0-or-later
// Links to hosts that the portal forbids (REF-09): `links: {forbidden: [host, …]}` in policy.yaml, each with all that
// stands below it.
#include <algorithm>
#include <map>

#include "generator/check/rules.h"
#include "generator/check/visit.h"
#include "generator/site/values/policy.h"

namespace congbo::check {

namespace {

using Hosts = std::vector<std::string>;

Hosts forbidden_hosts(const site::Portal& portal) {
  constexpr std::string_view prefix = "links.forbidden[";
  Hosts hosts;
  const auto& data = site::policy_of(portal).data;
  for (auto one = data.lower_bound(prefix); one != data.end() && one->first.starts_with(prefix); ++one)
    hosts.push_back(one->second);
  return hosts;
}

// Lower case, without user and port.
std::string host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  address = address.substr(scheme + 3);
  address = address.substr(0, address.find_first_of("/?#"));
  if (const std::size_t user = address.rfind('@'); user != std::string_view::npos) address.remove_prefix(user + 1);
  std::string host(address.substr(0, address.find(':')));
  for (char& c : host)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  return host;
}

bool is_forbidden(const std::string& host, const Hosts& hosts) {
  return std::any_of(hosts.begin(), hosts.end(),
                     [&](const std::string& one) { return host == one || host.ends_with("." + one); });
}

}  // namespace

void check_forbidden_links(const SiteFacts& facts, Diagnostics& found) {
  std::map<const site::Portal*, Hosts> forbidden;
  for (const site::Portal& portal : facts.site.portals)
    if (Hosts hosts = forbidden_hosts(portal); !hosts.empty()) forbidden.emplace(&portal, std::move(hosts));
  if (forbidden.empty()) return;
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& here) {
    const pages::Page& page = facts.library[index];
    const auto hosts = forbidden.find(page.portal);
    if (hosts == forbidden.end() || !facts.bodies[index]) return;
    for (const markdown::Hole& hole : facts.bodies[index]->holes) {
      const std::string host = host_of(hole.target);
      if (!host.empty() && is_forbidden(host, hosts->second))
        here.add(error("link-host-forbidden", {page.source, hole.line, hole.column, 0}, {host}));
    }
  });
}

}  // namespace congbo::check
