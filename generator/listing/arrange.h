// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "generator/edition/edition.h"
#include "generator/listing/values/listing.h"
#include "generator/site/values/site.h"

namespace congbo::listing {

// Arranges the visible pages of all portals into lists. Pure; linear in pages and memberships (times a logarithm).
Listings arrange(const site::Site& site, const pages::Library& library, const edition::Edition& edition);

}  // namespace congbo::listing
