// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/output_plan.h"

#include <algorithm>

namespace congbo {

const PlannedOutput* OutputPlan::find(const std::string& path) const {
  const auto at =
      std::lower_bound(outputs.begin(), outputs.end(), path,
                       [](const PlannedOutput& output, const std::string& wanted) { return output.path() < wanted; });
  return at != outputs.end() && at->path() == path ? &*at : nullptr;
}

void OutputPlan::share_names_with(const OutputPlan& other) {
  auto known = other.outputs.begin();
  for (PlannedOutput& output : outputs) {
    while (known != other.outputs.end() && known->path() < output.path()) ++known;
    if (known != other.outputs.end() && known->name == output.name) output.name = known->name;
  }
}

}  // namespace congbo
