// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that the files of open data share.
#pragma once
#include <string>
#include <string_view>

#include "generator/formats/json.h"
#include "generator/site/values/site.h"

namespace congbo::feeds {

// {"vi": …, "en": …}
void write_texts(formats::JsonWriter& json, const site::LocalText& text);

const std::string& publisher_of(const site::Portal& portal);
// USE-01: the portal's own sentence, else the shipped one with its name.
std::string licence_of(const site::Portal& portal);

// Whether the number as the author wrote it is one in JSON too ("1.50" is, "007" is not).
bool is_json_number(std::string_view text);

}  // namespace congbo::feeds
