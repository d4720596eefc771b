// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "generator/render/frame.h"

namespace congbo::render {

// A document and those it is related to, drawn: what acts on it above, what it acts on below, an arrow each from the
// one that acts. At most 12 others, the rest in words. A picture only: it holds no links, the table beside it says the
// same. Empty for a document without relations. Colours are those of the text around it.
std::string relation_graph(const record::PublicRecord& record, const Frame& frame);

}  // namespace congbo::render
