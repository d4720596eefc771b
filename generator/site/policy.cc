// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/values/policy.h"

#include <algorithm>
#include <cstdlib>

namespace congbo::site {

std::string_view name_of(CheckLevel level) {
  switch (level) {
    case CheckLevel::off:
      return "off";
    case CheckLevel::warning:
      return "warning";
    case CheckLevel::error:
      return "error";
  }
  return "";
}

const CheckSetting* Policy::check(std::string_view code) const {
  const auto at = checks.find(code);
  return at == checks.end() ? nullptr : &at->second;
}

bool Policy::demands_contact(std::string_view key) const {
  return std::find(contact_required.begin(), contact_required.end(), key) != contact_required.end();
}

int Policy::review_days_of(std::string_view type) const {
  const auto at = review_days.find(type);
  if (at == review_days.end()) return 0;
  return at->second == 0 ? choices.review_days : at->second;
}

const Policy& policy_of(const Portal& portal) {
  static const Policy usual;
  return portal.policy ? *portal.policy : usual;
}

}  // namespace congbo::site
