// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where the weight of findings is decided: by the portal's policy, then by the level of the check.
#pragma once
#include "generator/pipeline/pipeline.h"

namespace congbo::pipeline {

// Each finding gets the weight that the policy of its portal gives its code (REF-01, SRC-02 …: per profile), where the
// code may be changed at all. Below the level from which a finding is asked for, an error is a warning and a warning a
// note; a page that is written as a draft is judged as a draft, whatever the level of the check.
void weigh(const Site& site, diagnostics::Level level, Diagnostics& found);

// Codes in `checks:` of a policy.yaml that no check has, or that may not be changed.
void check_policy_codes(const site::Site& site, Diagnostics& found);

}  // namespace congbo::pipeline
