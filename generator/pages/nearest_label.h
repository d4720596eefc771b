// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody meant who wrote a name as people say it: «văn phòng» without marks, «UBND phường …», «tiêu đề» for
// title.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/site/values/site.h"

namespace congbo::pages {

using LabelledIds = std::vector<std::pair<std::string, std::string>>;  // id, label

// The id that `wanted` names: the same label but for marks and case, else one that holds it
// or is held by it (three letters at least), else the nearest by letters. Empty when none is near. «UBND» counts as «Ủy
// ban nhân dân».
std::string nearest_label(std::string_view wanted, const LabelledIds& known);

// The id of the unit of the portal that is meant: by its name, its short name or nearly its id.
std::string nearest_unit(const site::Portal& portal, std::string_view wanted);

// The id of nearly that name, else the one whose label `wanted` names.
std::string nearest_id(std::string_view wanted, const LabelledIds& known);

// What people write for a day or a moment, as YAML wants it: «16/11/2026», «8h30 ngày 16-11-2026», «2026-11-16 8:30» →
// "2026-11-16T08:30"; nothing where it could be read in two ways or names no such day.
std::string written_moment(std::string_view text);

// «2026-11-31», «31/11/2026» → "2026-11-30": the last day of a month that has none so late; empty for any other text.
std::string last_day_instead(std::string_view text);

// «“van-phong”» → "van-phong": without the quotation marks that word processors put around a text; else the text.
std::string_view without_word_quotes(std::string_view text);

}  // namespace congbo::pages
