// SPDX-License-Identifier: GPL-3.0-or-later
// What leaders want to know of a week (ID-09): new documents, what each unit supplied, drafts open for comment, results
// of surveys, and what is overdue. A pure function of the prepared site.
#pragma once
#include <string>

#include "generator/diagnostics/catalogue.h"
#include "generator/pipeline/pipeline.h"

namespace congbo::pipeline {

inline constexpr int digest_days = 7;  // up to and including the day of `now`

// Markdown, a part for each portal. Only what is public in this edition, and findings about it.
std::string weekly_digest(const Site& site, diagnostics::Language language);

}  // namespace congbo::pipeline
