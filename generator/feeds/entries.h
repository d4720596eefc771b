// SPDX-License-Identifier: GPL-3.0-or-later
// What the Atom and the RSS feed of a list have in common, so that they say the same.
#pragma once
#include <string>
#include <vector>

#include "generator/base/instant.h"
#include "generator/record/public_record.h"

namespace congbo::feeds {

inline constexpr Instant no_instant{};  // stands where a format wants a time and there is none

struct Entry {
  const record::PublicRecord* record = nullptr;
  Instant published = no_instant;  // its first publication
  // Of its last change; else `published`, else of its approval, else the first day of the year in the ids of feeds: a
  // day to come is told nowhere.
  Instant updated = no_instant;
};

struct Feed {
  std::string id, title, subtitle;
  std::string url;     // of the list
  std::string author;  // the body that publishes
  std::string rights;  // USE-01
  Instant updated = no_instant;
  std::vector<Entry> entries;  // newest first
};

Feed make_feed(const record::Publication& publication, const listing::List& list);

}  // namespace congbo::feeds
