// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "generator/record/public_record.h"

namespace congbo::render {

// The items of a collection (ID-10): what was chosen by hand, in that order, then what its query finds, newest first;
// each once, at most fifty. Only visible pages. Empty for pages that choose nothing.
std::vector<pages::PageIndex> collection_items(const record::Publication& publication,
                                               const record::PublicRecord& record);

}  // namespace congbo::render
