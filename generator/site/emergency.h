// SPDX-License-Identifier: GPL-3.0-or-later
// Reads `_site/emergency.yaml` and what site.yaml says about it. Used by the readers of `_site/` only.
#pragma once
#include <string>

#include "generator/site/mapping_reader.h"
#include "generator/site/values/emergency.h"

namespace congbo::site {

// `emergency:`, `server:` and `inherit_emergency:` of site.yaml; `main` is null for the main portal itself.
void read_emergency_settings(MappingReader& reader, const Portal* main, Portal& into);

// The notices of the file, one mapping or a list of them, laid beside those of the main portal.
void read_emergency(const formats::YamlNode& root, const std::string& path, Emergency& into, Diagnostics& found);

// The main portal's notices as its sub-portals show them: links lead to the main portal's host.
std::vector<EmergencyNotice> inherited_notices(const Portal& main);

}  // namespace congbo::site
