// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "generator/formats/json.h"
#include "generator/record/public_record.h"

namespace congbo::record {

// A document's relations as properties of the schema.org Legislation being written (DOC-03); what others do to it
// stands below "@reverse".
void write_relations(formats::JsonWriter& json, const PublicRecord& record);

}  // namespace congbo::record
