// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts open for comment: their versions, what changed between them, comments and answers (CON-01, CON-05).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/record/public_record.h"

namespace congbo::record {

// Whether the field is one that PublicRecord::consultation holds instead of `fields`.
bool is_consultation_key(const pages::Page& page, std::string_view key);

// Versions in the order of the file, comments likewise. A commenter's name is left out unless the comment says
// `consent: true`; an organisation is always named.
Consultation make_consultation(const Publication& publication, const pages::Page& page);

}  // namespace congbo::record
