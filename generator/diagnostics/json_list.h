// SPDX-License-Identifier: GPL-3.0-or-later
// What was found as a JSON array, for the JSON that a command prints of its own.
#pragma once
#include "generator/diagnostics/print.h"
#include "generator/formats/json.h"

namespace congbo::diagnostics {

// Objects with severity, code, file, line, column, length, message, hint, suggestion, arguments: as `check --format
// json` prints them.
void write_json_list(formats::JsonWriter& json, const Diagnostics& found, Language language);

}  // namespace congbo::diagnostics
