// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of relate() that need more than a few lines. Private to this module.
#pragma once
#include "generator/documents/relations.h"

namespace congbo::documents {

// Fills `statements` from the pages of `documents` that are listed, and finds whom they name.
void read_statements(const pages::Library& library, const edition::Edition& edition, Relations& relations);

// Fills `force` of every original from its dates and from `all`.
void work_out_force(const pages::Library& library, Relations& relations);

}  // namespace congbo::documents
