// SPDX-License-Identifier: GPL-3.0-or-later
// What is public at `now`: the only time filter of the project. Everything after this stage sees visible pages only.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/instant.h"
#include "generator/pages/library.h"

namespace congbo::edition {

enum class Audience { everyone, drafts };  // drafts: the preview (and `--drafts`) also sees what is not public yet

enum class State : std::uint8_t {
  published,   // visible, listed
  withdrawn,   // visible with a banner; in no list, feed, sitemap or index
  draft,       // not visible
  scheduled,   // not visible before release_at
  embargoed,   // not visible; not even in lists of coming items
  expired,     // not visible since expires_at
};

struct Edition {
  Instant now;
  Audience audience = Audience::everyone;
  std::vector<State> states;                  // by PageIndex; what the page is for everyone
  std::vector<pages::PageIndex> visible;      // ascending; pages that have an address in this edition
  std::vector<pages::PageIndex> listed;       // ascending; those of them that lists, feeds and the index hold
  std::optional<Instant> next_event;          // the next instant at which this edition would differ
  bool is_visible(pages::PageIndex page) const { return visible_[page]; }
  std::vector<bool> visible_;
};

// A draft section hides everything below it. Consultations and other types add instants by their keys that end in `_on`
// (a closing day counts to 24:00) when the type says the page's state depends on them.
Edition make_edition(const pages::Library& library, Instant now, Audience audience);

// Computed state of a page with opens_on and closes_on: "upcoming", "open", "closed"; empty for pages without.
std::string phase(const pages::Page& page, Instant now);

}  // namespace congbo::edition
