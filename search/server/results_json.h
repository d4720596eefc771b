// SPDX-License-Identifier: GPL-3.0-or-later
// An answer as the JSON of the API (docs/search-api.md).
#pragma once
#include <string>

#include "search/searcher.h"

namespace congbo::search {

constexpr int api_version = 1;

std::string to_json(const Query& query, const Answer& answer);

}  // namespace congbo::search
