// SPDX-License-Identifier: GPL-3.0-or-later
// Reads policy.yaml. Used by load.cc and the reader of profiles only.
#pragma once
#include <string>

#include "generator/base/diagnostic.h"
#include "generator/formats/yaml.h"
#include "generator/site/values/policy.h"

namespace congbo::site {

// Who speaks: a shipped profile fixes what is mandatory, a portal may not go below it.
enum class PolicyVoice { profile, portal };

// Lays one file over `into`, key by key. `portal` gives the known types and categories (null: they are not checked).
// What a portal tries to lower below the regulation stays as it was and is said, with the clause.
void read_policy(const formats::YamlNode& root, const std::string& path, PolicyVoice voice, const Portal* portal,
                 Policy& into, Diagnostics& found);

}  // namespace congbo::site
