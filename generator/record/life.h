// SPDX-License-Identifier: GPL-3.0-or-later
// First publication and updates of a page, and what the release log keeps of them. Used inside record, and by the
// pipeline for the log.
#pragma once
#include <string>

#include "generator/record/public_record.h"

namespace congbo::record {

// Fills published_*, updated_* and updates of a record whose page and state are set.
void set_life(const Publication& publication, PublicRecord& record);

// What a file says of its updates, as one short text; a change of the content without a change of it is a change nobody
// was told of (REV-04).
std::string updates_mark(const pages::Page& page);

// SHA-256 over everything the page's file says to readers: title, summary, body and the type's own fields. For a type
// that is immutable also the pages it refers to and the bytes of its files (GAZ-01).
std::string content_hash(const Publication& publication, const PublicRecord& record);

}  // namespace congbo::record
