// SPDX-License-Identifier: GPL-3.0-or-later
// The emergency banner of one portal and language (SEC-03), and the directive by which a server puts it into pages.
#pragma once
#include <string>
#include <string_view>

#include "generator/base/instant.h"
#include "generator/render/frame.h"

namespace congbo::render {

// "/khan-cap.vi.html": the small file that servers put in. No content can have that address: it has a dot.
std::string emergency_path(std::string_view language);

// The notices shown at `now`; empty when there are none.
std::string emergency_banner(const Frame& frame, Instant now, const TemplateStore& templates);

// What every page has at its top: the banner itself, or an HTML comment that nginx, Apache or Caddy replaces. Content
// cannot hold such a comment, since "<" is always escaped in it.
std::string emergency_part(const Frame& frame);

}  // namespace congbo::render
