// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and passwords in a text (SEC-02, REF-11): blocks of private keys, tokens whose makers gave them a form of their
// own (AWS, GitHub, GitLab, Google, Slack, Stripe, npm, SendGrid, JSON web tokens), and values given to words such as
// «mật khẩu» and "api_key". A sentence about passwords has no value and is none.
#pragma once
#include <string_view>
#include <vector>

#include "generator/detect/finding.h"

namespace congbo::detect {

// Code "secret-key" (shown: its first characters) or "secret-password" (shown: the word before it). In order.
std::vector<Finding> find_secrets(std::string_view text);

}  // namespace congbo::detect
