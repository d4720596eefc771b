// SPDX-License-Identifier: GPL-3.0-or-later
// `_site/redirects.csv` and `_site/tombstones.yaml` as they are written. Used inside redirects only.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/snapshot.h"
#include "generator/site/values/site.h"

namespace congbo::redirects {

struct RedirectRow {
  std::string from;  // decoded
  std::string to;    // as written
  std::string reason;
  Place where, to_place;
};

struct Tombstone {
  std::string address, id;  // one of them; the address decoded
  std::string reason, authority;
  std::optional<Date> on;
  Place where;
};

std::vector<RedirectRow> read_redirects(const Snapshot& snapshot, const site::Portal& portal, Diagnostics& found);
// A day after `today` is a mistake ("tombstone-to-come"): an entry is in force at once.
std::vector<Tombstone> read_tombstones(const Snapshot& snapshot, const site::Portal& portal, Date today,
                                       Diagnostics& found);

// "/cu/b%C3%A0i.html" → "/cu/bài.html"; nothing for what cannot be an address: no "/" at its beginning, "?", "#", "\",
// control characters, "//", parts "." and "..", parts over 200 bytes, more than 1,000 bytes, no UTF-8.
std::optional<std::string> decoded_path(std::string_view written);

}  // namespace congbo::redirects
