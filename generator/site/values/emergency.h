// SPDX-License-Identifier: GPL-3.0-or-later
// The emergency banner at the top of every page (SEC-03): `_site/emergency.yaml`, and how a change reaches readers.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "generator/base/instant.h"
#include "generator/site/values/site.h"

namespace congbo::site {

enum class EmergencyLevel { notice, warning, danger };
std::string_view name_of(EmergencyLevel level);

struct EmergencyNotice {
  LocalText text;
  EmergencyLevel level = EmergencyLevel::warning;
  std::string link;                     // "/thong-bao/…" on the portal, or an absolute address; may be empty
  LocalText link_label;                 // empty: the interface's «Xem chi tiết»
  std::optional<Instant> since, until;  // shown from `since` on and before `until`
  bool is_shown(Instant now) const { return !(since && now < *since) && !(until && now >= *until); }
};

enum class EmergencyWay {
  rebuild,  // the banner is in every page
  include,  // pages ask the server to put a small file in: nothing else changes with it
};
enum class ServerKind { nginx, apache, caddy };  // whose directive that is

struct Emergency {
  std::vector<EmergencyNotice> notices;  // those of the main portal first, unless the sub-portal has opted out
  EmergencyWay way = EmergencyWay::rebuild;
  ServerKind server = ServerKind::nginx;
  bool inherit = true;
};

// The portal's; nothing to show for one that was made without (tests).
const Emergency& emergency_of(const Portal& portal);

// The next instant after `now` at which some notice of the site comes or goes.
std::optional<Instant> next_emergency_change(const Site& site, Instant now);

}  // namespace congbo::site
