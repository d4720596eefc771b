// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that several views share.
#pragma once
#include "generator/render/view_tables.h"

namespace congbo::render {

const ViewTable& link_rows();
const ViewTable& frame_view();

}  // namespace congbo::render
