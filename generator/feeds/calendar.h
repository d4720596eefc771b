// SPDX-License-Identifier: GPL-3.0-or-later
// Calendars (RFC 5545) and address cards (RFC 6350). Nothing in them comes from the clock.
#pragma once
#include <string>
#include <string_view>

#include "generator/record/side_files.h"

namespace congbo::feeds {

// The events of one page. Moments are Vietnam time; an event's UID is made of the page's identity and its time, so it
// survives moves of the page and other entries beside it. DTSTAMP is the day of the page's last change.
std::string page_calendar(const record::Publication& publication, pages::PageIndex page);
// The file of that number among record::calendar_feeds of the portal.
std::string calendar_feed(const record::Publication& publication, const site::Portal& portal, std::size_t number);

// Version 4.0: name, unit, position, telephone, fax, e-mail, page.
std::string card(const record::Publication& publication, pages::PageIndex page);
// Everybody of a portal who is in office on the edition's day, by source.
std::string directory_cards(const record::Publication& publication, const site::Portal& portal);
bool has_people(const record::Publication& publication, const site::Portal& portal);

}  // namespace congbo::feeds
