// SPDX-License-Identifier: GPL-3.0-or-later
// Address helpers of this module; what others use is in public_record.h.
#pragma once
#include <string>
#include <string_view>

#include "generator/edition/edition.h"
#include "generator/pages/library.h"
#include "generator/pages/values/page.h"
#include "generator/site/values/site.h"

namespace congbo::record {

// Percent-encoded where needed; a copy where not (the usual case, tested first).
std::string encoded_path(std::string_view path);

// Address of `target` as pages of `portal` write it: a path on the same portal, absolute on another.
std::string page_address_from(const site::Portal& portal, const pages::Page& target);

// False for what a link may not publish: settings (`_site/`), content files, hidden files, anything outside content/.
bool may_be_published(std::string_view source);

// Whether a file lies in the folder of a page or section that is not public: it goes on and off line with that page,
// whoever else refers to it (REF-04).
bool is_withheld(const pages::Library& library, const edition::Edition& edition, std::string_view source);

}  // namespace congbo::record
