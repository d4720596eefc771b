// SPDX-License-Identifier: GPL-3.0-or-later
// What schema.org wants to know of some types beyond what all works, events and people have.
#pragma once
#include "generator/formats/json.h"
#include "generator/record/public_record.h"

namespace congbo::record {

// Sound and video (file, length, words), a post to apply for, a place with its position, the time a set of data covers.
void write_kind(formats::JsonWriter& json, const PublicRecord& record, std::string_view type);

}  // namespace congbo::record
