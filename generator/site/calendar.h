// SPDX-License-Identifier: GPL-3.0-or-later
// `_site/calendar.yaml`: holidays and swapped working days, laid over those of the main portal.
#pragma once
#include <string>

#include "generator/base/diagnostic.h"
#include "generator/formats/yaml.h"
#include "generator/site/values/calendar.h"

namespace congbo::site {

// `holidays` and `working_days`, each a list of days. A key that is there takes the place of what `into` held.
void read_calendar(const formats::YamlNode& root, const std::string& path, Calendar& into, Diagnostics& found);

}  // namespace congbo::site
