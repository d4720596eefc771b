// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that several views share.
#pragma once
#include "generator/render/view_tables.h"

namespace congbo::render {

const ViewTable& link_rows();
const ViewTable& frame_view();
const ViewTable& item_rows();
const ViewTable& document_rows();
const ViewTable& data_set_rows();
const ViewTable& week_rows();
const ViewTable& unit_rows();
const ViewTable& former_rows();
const ViewTable& picture_rows();
const ViewTable& image_rows();
const ViewTable& shown_picture_rows();
const ViewTable& file_rows();
const ViewTable& field_rows();
const ViewTable& label_rows();
const ViewTable& letter_rows();
const ViewTable& branch_rows();

}  // namespace congbo::render
