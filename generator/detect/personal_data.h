// SPDX-License-Identifier: GPL-3.0-or-later
// Data of persons in a text (PII-01, PII-03; law 91/2025/QH15): numbers by their structure and the words before them,
// so that laws, which name the kinds of data but no data, stay quiet.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "generator/detect/finding.h"

namespace congbo::detect {

enum class Audience {
  general,   // phones that a text gives for contact are not reported
  contacts,  // a page of contacts or of a leader: phones and birthdays belong there
  citizens   // what citizens wrote (questions, comments): every phone and private mail address is one too many
};

// In order of place; codes: "personal-number" (identity cards of 12 digits), "personal-old-number" (of 9),
// "personal-phone", "personal-account", "personal-tax-code", "personal-address", "personal-mail", and "personal-list"
// where many persons stand together (shown: how many). At most 20 of a kind. `signs` is what scan() sees in the text.
std::vector<Finding> find_personal_data(std::string_view text, Audience audience, std::uint32_t signs);

}  // namespace congbo::detect
