// SPDX-License-Identifier: GPL-3.0-or-later
// The names of views, continued: own fields of an item and the two pages that lead to everything.
#pragma once
#include "generator/render/view.h"

namespace congbo::render::name {

#define CONGBO_NAME(identifier, text) \
  inline constexpr Key identifier {   \
    text                              \
  }

CONGBO_NAME(long_fields, "LONG_FIELDS");
CONGBO_NAME(html, "HTML");
CONGBO_NAME(values, "VALUES");
CONGBO_NAME(parts, "PARTS");
CONGBO_NAME(lines, "LINES");
CONGBO_NAME(cells, "CELLS");
CONGBO_NAME(index_path, "INDEX_PATH");
CONGBO_NAME(map_path, "MAP_PATH");
CONGBO_NAME(letters, "LETTERS");
CONGBO_NAME(letter, "LETTER");
CONGBO_NAME(more_count, "MORE_COUNT");
CONGBO_NAME(more_path, "MORE_PATH");
CONGBO_NAME(branches, "BRANCHES");
CONGBO_NAME(twigs, "TWIGS");
CONGBO_NAME(single_pages, "SINGLE_PAGES");
CONGBO_NAME(today, "TODAY");

#undef CONGBO_NAME

}  // namespace congbo::render::name
