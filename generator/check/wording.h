// SPDX-License-Identifier: GPL-3.0-or-later
// How a page is worded for readers who hear it or read it on a small screen (A11Y-01, MED-03), and where its links lead
// to by their look (REF-09).
#pragma once
#include "generator/base/diagnostic.h"
#include "generator/markdown/fragment.h"
#include "generator/pages/values/page.h"

namespace congbo::check {

// Titles and headings in capitals only; alternative texts that are names of files; links by http to the portal's own
// host; hosts that mix the letters of several scripts.
void look_at_wording(const pages::Page& page, const markdown::Fragment& fragment, Diagnostics& found);

// Whether a host has letters of two scripts within one label: «vnехpress.net» with a Cyrillic «ех».
bool mixes_scripts(std::string_view host);

}  // namespace congbo::check
