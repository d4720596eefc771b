// SPDX-License-Identifier: GPL-3.0-or-later
// One value of every document. An index on another machine gives values of single documents only where it has term
// lists, which ours leave out; but it sorts by them, and says by what. Inside search only; may throw Xapian::Error.
#pragma once
#include <xapian.h>

#include <string>
#include <vector>

#include "search/terms.h"

namespace congbo::search {

enum class Reach { here, elsewhere };

// By document id; empty where a document has none. Of databases that give no two documents the same id.
std::vector<std::string> value_column(const std::vector<Xapian::Database>& databases, Slot slot, Reach reach);

}  // namespace congbo::search
