// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a page as its author wrote it. Bodies have left memory by the time rules run, so a rule that needs one
// reads the file again, and only for the few pages where it must.
#pragma once
#include <optional>

#include "generator/base/source_text.h"
#include "generator/check/visit.h"

namespace congbo::check {

// The file of a page; nothing when it cannot be read.
std::optional<SourceText> source_of(const SiteFacts& facts, const pages::Page& page);

}  // namespace congbo::check
