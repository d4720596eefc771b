// SPDX-License-Identifier: GPL-3.0-or-later
// How much two versions of one page have in common, for editions that share what is made of it.
#pragma once
#include "generator/pages/values/page.h"

namespace congbo::pages {

// Whether addresses, lists, states and relations are the same whichever of the two stands in a library: they differ in
// no more than words. Of a section's own page its title and summary count too, because lists bear them.
bool same_arrangement(const Page& a, const Page& b);

// Whether they differ in no more than the body.
bool same_but_for_body(const Page& a, const Page& b);

}  // namespace congbo::pages
