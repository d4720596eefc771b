// SPDX-License-Identifier: GPL-3.0-or-later
// Names of sub-portals' hosts (SUBP-02): the unit's name written together without marks.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/site/values/site.h"

namespace congbo::site {

// «Ủy ban nhân dân xã Suối Lụa» → "suoilua", with the kind of the place: "xasuoilua". Empty when nothing is left.
std::string plain_label(std::string_view unit_name);
std::string full_label(std::string_view unit_name);

// A label of its own for each unit, by unit id. Where two names are the same without marks, the kind of the place tells
// them apart («Mỹ Tho»: "phuongmytho", «Mỹ Thọ»: "xamytho"); where that is the same too, the later one by id gets a
// number.
std::map<std::string, std::string> distinct_labels(const std::vector<Unit>& units);

}  // namespace congbo::site
