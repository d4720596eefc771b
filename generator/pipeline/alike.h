// SPDX-License-Identifier: GPL-3.0-or-later
// What an edition that is being prepared shares with another one by the same cache: the editions of a preview, and the
// branches it shows, differ in little. A stage is shared where what goes into it is known to be the same.
#pragma once
#include <vector>

#include "generator/pipeline/pipeline.h"

namespace congbo::pipeline {

// Whether addresses, states and lists are those of `request.like`, for a site whose `site`, `snapshot` and `history`
// are known: the same pages but for their words, and no other file that differs.
bool is_arranged_alike(const Site& site, const std::vector<pages::PagePointer>& pages, const PrepareRequest& request);

// Whether then the plan, the pictures and the routes are as well; needs the records.
bool is_planned_alike(const Site& site, const Site& like);

// Whether the layouts are; needs `site` and `snapshot`.
bool has_layouts_of(const Site& site, const Site& like);

}  // namespace congbo::pipeline
