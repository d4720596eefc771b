// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> markdown_rows() {
  static const std::vector<CatalogueRow> rows = {
  };
  return rows;
}

}  // namespace congbo::diagnostics
