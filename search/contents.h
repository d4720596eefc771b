// SPDX-License-Identifier: GPL-3.0-or-later
// All that an index file holds, for proving what it does not hold (REF-04): its pages are compressed, so looking at its
// bytes proves nothing.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "generator/base/result.h"

namespace congbo::search {

// Calls visit() for every term, every document's data and values, every piece of metadata and every spelling word of
// the index file. Fails with "index-unreadable".
Result<Done> each_text(const std::string& file, const std::function<void(std::string_view)>& visit);

}  // namespace congbo::search
