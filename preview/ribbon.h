// SPDX-License-Identifier: GPL-3.0-or-later
// The preview's own HTML: the ribbon on top of a page and the overview of everything found.
#pragma once
#include <string>
#include <string_view>

#include "generator/diagnostics/catalogue.h"
#include "preview/edition_keeper.h"

namespace congbo::preview {

// The ribbon of the page at `output`: its state (bản nháp, hẹn giờ …), its source and the messages about that file.
std::string ribbon(const Shown& shown, const PlannedOutput& output, diagnostics::Language language);

// The page at /_preview/: all messages, and all pages that are not public yet, with links.
std::string overview(const Shown& shown, diagnostics::Language language);

// Served at /_preview/preview.css and /_preview/reload.js.
std::string_view style_sheet();
// The script asks for /_preview/version every so many milliseconds, once a second at most in a hidden tab.
std::string reload_script(int milliseconds = 30);

}  // namespace congbo::preview
