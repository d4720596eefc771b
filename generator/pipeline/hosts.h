// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts change with time: canonical addresses use the host that is valid now.
#pragma once
#include <string>
#include <vector>

#include "generator/base/instant.h"
#include "generator/site/values/site.h"

namespace congbo::pipeline {

// Gives every portal whose base_url names a host that has ended (or has not begun) the first of its hosts that is valid
// on `day`. A portal without such a host keeps what it has.
void use_valid_hosts(Date day, site::Site& site);

// The hosts of a portal that have ended on `day` and that no portal uses then, in the order written, each once: readers
// who still ask for them are sent to base_url (SUBP-01).
std::vector<std::string> ended_hosts(const site::Site& site, const site::Portal& portal, Date day);

// The first moment after `now` at which use_valid_hosts would choose otherwise; nothing when it never does.
std::optional<Instant> next_host_change(const site::Site& site, Instant now);

}  // namespace congbo::pipeline
