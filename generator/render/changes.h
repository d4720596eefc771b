// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "generator/render/frame.h"

namespace congbo::render {

// The changed paragraphs of a comparison as <p> with <ins> and <del>; where paragraphs without a change stand between
// them, how many.
std::string changes_html(const record::Comparison& comparison, const Frame& frame);

}  // namespace congbo::render
