// SPDX-License-Identifier: GPL-3.0-or-later
// What is public at `now`: the only time filter of the project. Everything after this stage sees visible pages only.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/instant.h"
#include "generator/history/history.h"
#include "generator/pages/library.h"

namespace congbo::edition {

enum class Audience { everyone, drafts };  // drafts: the preview (and `--drafts`) also sees what is not public yet

enum class State : std::uint8_t {
  published,  // visible, listed
  withdrawn,  // visible with a banner; in no list, feed, sitemap or index
  draft,      // not visible
  scheduled,  // not visible before release_at
  embargoed,  // not visible; not even in lists of coming items
  expired,    // not visible since expires_at
};

struct Edition {
  Instant now;
  Audience audience = Audience::everyone;
  std::vector<State> states;              // by PageIndex; what the page is for everyone
  std::vector<pages::PageIndex> visible;  // ascending; pages that have an address in this edition
  std::vector<pages::PageIndex> listed;   // ascending; those of them that lists, feeds and the index hold
  std::optional<Instant> next_event;      // the next instant at which this edition would differ
  bool is_visible(pages::PageIndex page) const { return visible_[page]; }
  bool is_listed(pages::PageIndex page) const { return listed_[page]; }
  std::vector<bool> visible_, listed_;
};

// A section whose _index.md is not visible hides everything below it in its portal and language. A page has the
// strongest state of its own and its sections': draft, embargoed, expired, scheduled, withdrawn, published (withdrawn
// does not pass down: a withdrawn section page keeps its items). For drafts every page is visible, and listed unless it
// is withdrawn.
//
// `next_event` is exact: between `now` and it nothing differs, at it something does (a page appears or disappears, a
// phase or a validity changes; for drafts also a state), but for the validity of documents, which depends on other
// documents: documents::Relations::next_event. Days of opens_on, effective_on and expires_on begin at 00:00,
// closes_on counts to 24:00.
// The same holds for days of updates that are still to come, and for a date that will count as the day of first
// publication because neither `history` nor release_at says another.
Edition make_edition(const pages::Library& library, Instant now, Audience audience,
                     const history::History& history = history::none());

// What the dates of a page say about its first publication: release_at or the end of its embargo, else its date;
// nothing while that is still to come. The release log, where it knows the page, knows better.
std::optional<Instant> publication_by_file(const pages::Page& page, Instant now);

// Computed state of a page with opens_on and closes_on: "upcoming", "open", "closed"; of one with starts_at (and
// ends_at): "before", "during", "after"; of one with apply_until or closes_at (and opens_at): "not-yet", "taking",
// "ended"; of a schedule on its days: "current"; empty for pages without.
std::string phase(const pages::Page& page, Instant now);

// While a page with closes_on is open: the whole days after today that it still is; 0 on the last day. The page says so
// in words beside the closing day, so it changes at each midnight while open, and `next_event` names that midnight.
std::optional<int> days_left(const pages::Page& page, Instant now);

// Whether a page is in force, by its own effective_on and expires_on alone: "pending", "in-force", "ended"; empty for
// pages without both keys. For documents see documents::Relations (DOC-03).
std::string validity(const pages::Page& page, Instant now);

}  // namespace congbo::edition
