// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands behind a page, and a few texts that several printings share.
#pragma once
#include <string>
#include <string_view>

#include "generator/record/public_record.h"

namespace congbo::record {

// The body that publishes: the portal's owner, else the portal's name.
const std::string& publisher_name(const PublicRecord& record);
// Who made the content (ENC-04): the unit, else the author, else the publisher.
const std::string& creator_name(const PublicRecord& record);
// The name of the portal in the page's language, else its id.
const std::string& portal_name(const PublicRecord& record);

// The field of that key among those shown, or null.
const DisplayField* shown_field(const PublicRecord& record, std::string_view key);
// Its machine form, or empty.
std::string_view machine_of(const PublicRecord& record, std::string_view key);

// The page's cover as an absolute address; empty without one.
std::string cover_url(const PublicRecord& record);

}  // namespace congbo::record
