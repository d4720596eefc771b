// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of the log without a page of their own, which lead elsewhere or say why they are gone (ARC-03): as
// Published they have no id, one of these marks as their hash, and as `first` the instant of their first release.
#pragma once
#include "generator/history/history.h"

namespace congbo::history {

inline constexpr const char* route_moved = "301";
inline constexpr const char* route_gone = "410";

// History::add never lets one take the place of a page or an attachment, whose first publication would be lost.
inline bool is_route(const Published& published) {
  return published.id.empty() && !published.hash.empty();
}

}  // namespace congbo::history
