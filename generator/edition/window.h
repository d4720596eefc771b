// SPDX-License-Identifier: GPL-3.0-or-later
// When one page may be seen, as a half-open interval, and the moments inside it at which what it says changes.
#pragma once
#include <limits>
#include <vector>

#include "generator/edition/edition.h"

namespace congbo::edition {

inline constexpr Instant beginning_of_time{std::numeric_limits<std::int64_t>::min()};
inline constexpr Instant end_of_time{std::numeric_limits<std::int64_t>::max()};

// Visible in [from, until); never when from >= until.
struct Window {
  Instant from = beginning_of_time;
  Instant until = end_of_time;
  bool contains(Instant moment) const { return from <= moment && moment < until; }
};

Window common_part(const Window& one, const Window& other);

// By the page's own keys. Of release_at and embargo.until the later one counts; a draft, and an embargo without an end,
// give an empty window.
Window own_window(const pages::Page& page);

// The page's own state, as if it stood in no section.
State own_state(const pages::Page& page, Instant moment);

// Of two states the one that tells more: draft, embargoed, expired, scheduled, withdrawn, published.
State stronger(State one, State other);

// The later of release_at and the end of the embargo.
std::optional<Instant> release_moment(const pages::Page& page);

// Whether the page is withdrawn by then (withdrawn.at, or from the start).
bool is_withdrawn(const pages::Page& page, Instant moment);

// The last day of a schedule (DIR-04): ends_on, else the seventh day from starts_on; nothing for other pages.
std::optional<Date> last_day_of_schedule(const pages::Page& page);

// Adds every moment at which phase() or (but for documents) validity() of the page changes; each is a
// real change.
void add_turning_points(const pages::Page& page, std::vector<Instant>& moments);

// Adds the next midnight at which days_left() changes or another day of a schedule becomes today.
void add_countdown(const pages::Page& page, Instant now, std::vector<Instant>& moments);

// Adds the moments after `now` at which the page says something new of itself: withdrawal, days of updates, and its
// date where that will count as the day of first publication (`known`: the release log knows it).
enum class FirstPublication { known, unknown };
void add_dates_to_come(const pages::Page& page, Instant now, FirstPublication first, std::vector<Instant>& moments);

// Adds the moments at which own_state() may change.
void add_state_changes(const pages::Page& page, std::vector<Instant>& moments);

}  // namespace congbo::edition
