// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/hosts.h"

#include <algorithm>
#include <vector>

namespace congbo::pipeline {
namespace {

bool is_valid(const site::Host& host, Date day) {
  return !(host.valid_from && day < *host.valid_from) && !(host.valid_until && *host.valid_until < day);
}

// What stands between "://" and the port.
std::string_view host_of(std::string_view base_url) {
  const std::size_t scheme = base_url.find("://");
  if (scheme == std::string_view::npos) return {};
  base_url.remove_prefix(scheme + 3);
  return base_url.substr(0, base_url.find(':'));
}

// The host that addresses use on that day.
std::string_view host_on(const site::Portal& portal, Date day) {
  const std::string_view written = host_of(portal.base_url);
  const auto valid = [&](const site::Host& host) { return is_valid(host, day); };
  const auto own = std::find_if(portal.hosts.begin(), portal.hosts.end(),
                                [&](const site::Host& host) { return host.name == written && valid(host); });
  if (own != portal.hosts.end()) return written;
  const bool is_dated = std::any_of(portal.hosts.begin(), portal.hosts.end(),
                                    [&](const site::Host& host) { return host.name == written; });
  const auto other = std::find_if(portal.hosts.begin(), portal.hosts.end(), valid);
  return is_dated && other != portal.hosts.end() ? std::string_view(other->name) : written;
}

}  // namespace

void use_valid_hosts(Date day, site::Site& site) {
  for (site::Portal& portal : site.portals) {
    const std::string_view written = host_of(portal.base_url);
    const std::string chosen(host_on(portal, day));
    if (chosen.empty() || chosen == written) continue;
    const std::size_t begin = portal.base_url.find("://") + 3;
    portal.base_url.replace(begin, written.size(), chosen);
  }
}

std::vector<std::string> ended_hosts(const site::Site& site, const site::Portal& portal, Date day) {
  std::vector<std::string> ended;
  for (const site::Host& host : portal.hosts) {
    const auto is_same_and_valid = [&](const site::Host& one) { return one.name == host.name && is_valid(one, day); };
    const auto uses = [&](const site::Portal& one) {
      return host_of(one.base_url) == host.name || std::any_of(one.hosts.begin(), one.hosts.end(), is_same_and_valid);
    };
    if (!host.valid_until || !(*host.valid_until < day)) continue;
    if (std::any_of(site.portals.begin(), site.portals.end(), uses)) continue;
    if (std::find(ended.begin(), ended.end(), host.name) == ended.end()) ended.push_back(host.name);
  }
  return ended;
}

std::optional<Instant> next_host_change(const site::Site& site, Instant now) {
  std::optional<Instant> next;
  for (const site::Portal& portal : site.portals) {
    std::vector<Instant> edges;
    for (const site::Host& host : portal.hosts) {
      if (host.valid_from) edges.push_back(start_of_day(*host.valid_from));
      if (host.valid_until) edges.push_back(end_of_day(*host.valid_until));
    }
    std::sort(edges.begin(), edges.end());
    for (const Instant edge : edges) {
      if (edge <= now || (next && *next <= edge)) continue;
      if (host_on(portal, date_of(edge)) == host_on(portal, date_of(now))) continue;
      next = edge;
      break;
    }
  }
  return next;
}

}  // namespace congbo::pipeline
